"""Draw mentions of actors from a pile of articles for judging by eye, by a fixed seed.

    draw_actors.py [PILE] [NUMBER] [SEED] > sheet.md

PILE is the stem of a file in ../shared/data/articles, such as `north-korea-2017-18` or `international-sample`. Of 100
articles drawn at random every mention is as likely as any other. Statements are found by rules alone, which is quicker.
The articles of judged/sides-international.tsv are left out: rules are made by looking at them.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from dateline.reading import read_articles
from dateline.records import Actor, Article, Reading, Span
from dateline.sources import read_path

PILES = Path(__file__).resolve().parent.parent.parent / "shared" / "data" / "articles"
SAMPLE = "international-sample"
ANNOTATED = Path(__file__).with_name("judged") / "sides-international.tsv"
ARTICLES = 100
BEFORE, AFTER = 320, 110
"""Characters of context."""


class Drawn(NamedTuple):
    """One mention of an actor in its article."""

    article: Article
    actor: Actor
    members: tuple[str, ...]
    span: Span


def main(pile: str = "north-korea-2017-18", number: str = "300", seed: str = "20181217") -> int:
    """Read the articles of the draw and print `number` mentions of their actors, in the order of the draw."""
    path = PILES / f"{pile}.jsonl.gz"
    if not path.is_file():
        print("draw: skipped, the pile is not here (looked in ../shared/data/articles)")
        return 0
    known = seen() if pile == SAMPLE else frozenset()
    articles = [item for item in read_path(str(path)) if isinstance(item, Article) and _line(item) not in known]
    rng = random.Random(int(seed))
    rng.shuffle(articles)
    for place, one in enumerate(draw(read_articles(articles[:ARTICLES], model=False), int(number), rng), 1):
        print(sheet(place, one))
    return 0


def seen() -> frozenset[str]:
    """The lines of the articles whose events were annotated."""
    rows = ANNOTATED.read_text(encoding="utf-8").splitlines()
    return frozenset(row.partition("\t")[0] for row in rows if not row.startswith("#"))


def _line(article: Article) -> str:
    return article.source.rpartition("#")[2]


def draw(readings: Iterable[Reading], number: int, rng: random.Random) -> list[Drawn]:
    """So many mentions, any as likely as any other."""
    every = [one for reading in readings for one in _mentions(reading)]
    return rng.sample(every, min(number, len(every)))


def _mentions(reading: Reading) -> Iterator[Drawn]:
    names = {actor.id: actor.name for actor in reading.actors}
    for actor in reading.actors:
        members = tuple(names[m] for m in actor.members)
        yield from (Drawn(reading.article, actor, members, span) for span in actor.mentions)


def sheet(place: int, one: Drawn) -> str:
    """One mention as a judge reads it: the text, then who it is said to be."""
    actor, text = one.actor, one.article.text
    line = _line(one.article)
    words = f"{text[max(0, one.span.start - BEFORE) : one.span.start]}[[{text[slice(*one.span)]}]]"
    words += text[one.span.end : one.span.end + AFTER]
    who = f"{actor.name} | {actor.kind} | {actor.country or '-'} | {actor.code or '-'} | {actor.role or '-'} | {actor.reason}"
    members = f" | members: {', '.join(one.members)}" if one.members else ""
    day = one.article.published.end if one.article.published else "no date"
    return f"{place}. ({line}, {day}) ...{' '.join(words.split())}...\n    = {who}{members}\n"


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
