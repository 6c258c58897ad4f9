"""Draw statements from the North Korea pile for judging by eye: one at most from an article, by a fixed seed.

    draw_statements.py [NUMBER] [SEED] [said|held] > sheet.md

Each is printed with its speaker, chain, act and words, and with the article's text around it, the content between marks.
`said` (the default) draws from what is said, `held` from attitudes and intentions (acts `believe` and `intend`). The pile
lies outside the project, in ../shared.
"""

from __future__ import annotations

import random
import sys
from pathlib import Path

from dateline.reading import read_articles
from dateline.records import Actor, Article, Reading, Spans, Statement
from dateline.sources import read_path
from dateline.statements.network_drafts import ATTITUDES

PILE = Path(__file__).resolve().parent.parent.parent / "shared" / "data" / "articles" / "north-korea-2017-18.jsonl.gz"
BEFORE, AFTER = 500, 250
"""Characters of context."""


def main(number: str = "60", seed: str = "20180427", kind: str = "said") -> int:
    """Read articles drawn from the pile and print one statement of each, `number` in all."""
    if not PILE.is_file():
        print("draw: skipped, the pile is not here (looked in ../shared/data/articles)")
        return 0
    articles = [item for item in read_path(str(PILE)) if isinstance(item, Article)]
    rng = random.Random(int(seed))
    rng.shuffle(articles)
    drawn = 0
    for reading in read_articles(articles):
        choice = [s for s in reading.statements if (s.act in ATTITUDES) == (kind == "held")]
        if choice:
            drawn += 1
            print(sheet(drawn, reading, rng.choice(choice)))
        if drawn == int(number):
            break
    return 0


def sheet(number: int, reading: Reading, statement: Statement) -> str:
    """One statement as a judge reads it."""
    actors = {actor.id: actor for actor in reading.actors}
    article = reading.article
    return "\n".join(
        [
            f"## {number}. {article.outlet}, {article.title} ({article.source.rpartition('#')[2]})",
            f"speaker: {_described(actors.get(statement.speaker or ''))}",
            f"chain: {' > '.join(statement.reported_by) or '-'}; act: {statement.act}; confidence: {statement.confidence}",
            f"source: {_words(article, statement.source)}; cue: {_words(article, statement.cue)}; reason: {statement.reason}",
            f"content: {_words(article, statement.content)}",
            f"text: {_context(article, statement.content)}",
            "",
        ]
    )


def _described(actor: Actor | None) -> str:
    if actor is None:
        return "nobody named"
    return f"{actor.name} ({actor.kind}{', ' + actor.country if actor.country else ''}{'; ' + actor.role if actor.role else ''})"


def _words(article: Article, spans: Spans) -> str:
    return " | ".join(" ".join(article.text[a:b].split()) for a, b in spans) or "-"


def _context(article: Article, content: Spans) -> str:
    text, first, last = article.text, content[0].start, content[-1].end
    return (
        "..."
        + " ".join(f"{text[max(0, first - BEFORE) : first]}[[{text[first:last]}]]{text[last : last + AFTER]}".split())
        + "..."
    )


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
