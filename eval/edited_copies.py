"""Are copies found when texts are cut, merged, re-headlined, and changed in words, dates and numbers?

    edited_copies.py [--articles ARTICLES.jsonl.gz] [--seed N] [-v]

300 real articles are edited by script at five strengths; the archive gets the 300, their edited copies under another outlet's
name, and 300 untouched ones. A third of the copies is cut at the end, a third loses paragraphs here and there, and a third is
merged with an article that is not in the archive. At each strength `kept` is the share of the copy's text (where it is merged)
or of the original's text (where it is cut) that comes from the original; `changed` is the chance of each word to be replaced by
a synonym or, where the list has none, by another word of the same article; every date and number is changed with that of
`numbers`. All get another headline.

Precision counts every relation of the archive; real articles that share text with each other count as wrong.
"""

from __future__ import annotations

import argparse
import random
import re
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

from dateline.archive import open_archive
from dateline.ingest import add
from dateline.records import Article, Published, Reading, Span, content_id
from dateline.sources import read_path

SAMPLE = Path(__file__).resolve().parents[2] / "shared" / "data" / "articles" / "international-sample.jsonl.gz"
NUMBER = 300
SHORTEST = 150
"""Words of an article that is edited or left untouched: a note of three lines says nothing about its origin."""
SYNONYMS = dict(
    pair.split("=")
    for pair in (
        "said=stated says=states told=informed talks=negotiations deal=accord agreement=pact meeting=gathering leader=chief "
        "leaders=chiefs "
        "officials=authorities country=nation countries=nations killed=slain attack=assault attacks=assaults attacked=assaulted "
        "president=head minister=secretary government=administration military=army troops=soldiers weapons=arms missile=rocket "
        "missiles=rockets sanctions=penalties called=urged urged=pressed warned=cautioned announced=declared accused=blamed "
        "including=among after=following before=ahead about=around during=amid against=versus many=numerous several=some "
        "because=since however=but although=though big=large new=fresh recent=latest major=leading early=initial "
        "states=countries people=persons group=organisation groups=organisations police=officers city=town border=frontier "
        "began=started begin=start ended=finished end=finish used=employed use=employ help=aid support=backing plan=scheme "
        "plans=schemes threat=menace threats=menaces war=conflict fighting=combat peace=calm report=account reports=accounts "
        "news=tidings week=days month=weeks year=months Monday=Tuesday Tuesday=Wednesday Wednesday=Thursday Thursday=Friday "
        "Friday=Saturday"
    ).split()
)


@dataclass(frozen=True)
class Strength:
    """How much is edited; shares from 0 to 1."""

    kept: float
    changed: float
    numbers: float


STRENGTHS = (
    Strength(1.0, 0.01, 0.1),
    Strength(0.9, 0.03, 0.25),
    Strength(0.75, 0.05, 0.5),
    Strength(0.6, 0.07, 0.75),
    Strength(0.5, 0.1, 1.0),
)
BEYOND = Strength(0.35, 0.1, 1.0)
"""Below half of the text: shown, not counted."""


def main() -> int:
    """One line a strength."""
    arguments = _arguments()
    if not arguments.articles.is_file():
        print(f"edited copies: skipped, {arguments.articles.name} is not here")
        return 0
    rng = random.Random(arguments.seed)
    pile = [a for a in read_path(arguments.articles) if isinstance(a, Article) and len(a.text.split()) >= SHORTEST]
    drawn = rng.sample(pile, 3 * NUMBER)
    chosen, untouched, others = drawn[:NUMBER], drawn[NUMBER : 2 * NUMBER], drawn[2 * NUMBER :]
    for strength in (*STRENGTHS, BEYOND):
        copies = [_edited(one, n, others[n], strength, rng) for n, one in enumerate(chosen)]
        _score(strength, chosen, copies, untouched, arguments.verbose)
    return 0


def _score(
    strength: Strength, chosen: Sequence[Article], copies: Sequence[Article], untouched: Sequence[Article], verbose: bool
) -> None:
    gold = {frozenset((copy.id, one.id)) for copy, one in zip(copies, chosen, strict=True)}
    titles = {a.id: f"{a.outlet} {a.title}" for a in (*chosen, *copies, *untouched)}
    started = time.perf_counter()
    with tempfile.TemporaryDirectory() as folder, open_archive(Path(folder) / "copies.duckdb") as archive:
        add([*chosen, *untouched, *copies], archive, read=_unread, version="edited")
        relations = archive.copies()
    made = {frozenset((relation.article, relation.original)) for relation in relations}
    right_way = sum((relation.article, relation.original) in {(c.id, o.id) for c, o in zip(copies, chosen, strict=True)}
                    for relation in relations)  # fmt: skip
    hit = len(made & gold)
    by_kind = {name: sum(frozenset((copies[n].id, chosen[n].id)) in made for n in range(k, NUMBER, 3)) / (NUMBER / 3)
               for k, name in enumerate(("cut", "thinned", "merged"))}  # fmt: skip
    print(
        f"kept {strength.kept:.2f} changed {strength.changed:.2f}: "
        f"precision {hit / max(len(made), 1):.3f} recall {hit / len(gold):.3f} "
        f"({', '.join(f'{name} {value:.2f}' for name, value in by_kind.items())}), {right_way} of {hit} in the right direction, "
        f"{time.perf_counter() - started:.0f} s"
    )
    if verbose:
        for relation in relations:
            if frozenset((relation.article, relation.original)) not in gold:
                print(f"  WRONG {titles[relation.article]} <- {titles[relation.original]}: {relation.reason}")


def _unread(articles: Sequence[Article]) -> Iterator[Reading]:
    return (Reading(article) for article in articles)


def _edited(article: Article, number: int, other: Article, strength: Strength, rng: random.Random) -> Article:
    paragraphs = _body(article).strip().split("\n")
    kind = number % 3
    if kind == 0:
        kept = _first(paragraphs, strength.kept)
    elif kind == 1:
        kept = _thinned(paragraphs, strength.kept, rng)
    else:
        kept = _merged(paragraphs, _body(other).strip().split("\n"), strength.kept)
    body = "\n".join(_changed(paragraph, strength, rng) for paragraph in kept)
    words = _body(article).split()
    headline = " ".join(rng.sample(words, min(9, len(words)))).capitalize()
    text = f"{headline}\n\n{body}"
    day = article.published.start + timedelta(days=rng.randint(0, 2)) if article.published else None
    published = Published(day, day, "given") if day else None
    return replace(
        article, id=content_id("art", "edited", text), text=text, title=headline, outlet="Evening Post", published=published,
        headline=Span(0, len(headline)), source=f"edited {article.source}",
    )  # fmt: skip


def _body(article: Article) -> str:
    return article.text[article.headline.end :] if article.headline else article.text


def _first(paragraphs: Sequence[str], share: float) -> list[str]:
    """The beginning, up to this share of the words."""
    wanted, kept = share * sum(len(p.split()) for p in paragraphs), []
    for paragraph in paragraphs:
        words = paragraph.split()
        if wanted <= 0:
            break
        kept.append(" ".join(words[: max(1, round(wanted))]))
        wanted -= len(words)
    return kept


def _thinned(paragraphs: Sequence[str], share: float, rng: random.Random) -> list[str]:
    """Sentences taken out here and there until this share of the words is left."""
    sentences = [s for p in paragraphs for s in re.split(r"(?<=[.!?”\"])\s+", p) if s]
    total = sum(len(s.split()) for s in sentences)
    left, order = total, list(range(len(sentences)))
    rng.shuffle(order)
    gone = set()
    for n in order:
        if left - len(sentences[n].split()) < share * total:
            break
        gone.add(n)
        left -= len(sentences[n].split())
    return [s for n, s in enumerate(sentences) if n not in gone]


def _merged(paragraphs: Sequence[str], others: Sequence[str], share: float) -> list[str]:
    """The whole text, with so much of another between its paragraphs that `share` of the result is its own."""
    extra = sum(len(p.split()) for p in paragraphs) * (1 - share) / share
    pool, taken = list(others), []
    while extra > 0 and pool:
        words = pool.pop(0).split()
        taken.append(" ".join(words[: max(1, round(extra))]))
        extra -= len(words)
    step = max(1, len(paragraphs) // (len(taken) + 1))
    mixed: list[str] = []
    for n, paragraph in enumerate(paragraphs):
        mixed.append(paragraph)
        if taken and (n + 1) % step == 0:
            mixed.append(taken.pop(0))
    return mixed + taken


def _changed(paragraph: str, strength: Strength, rng: random.Random) -> str:
    words = paragraph.split(" ")
    return " ".join(_word(word, words, strength, rng) for word in words)


def _word(word: str, around: Sequence[str], strength: Strength, rng: random.Random) -> str:
    if any(character.isdigit() for character in word):
        return re.sub(r"\d", lambda _: str(rng.randint(1, 9)), word) if rng.random() < strength.numbers else word
    if rng.random() >= strength.changed:
        return word
    return SYNONYMS.get(word) or rng.choice(around)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Are edited copies found?")
    parser.add_argument("--articles", type=Path, default=SAMPLE, help="real articles, one JSON object a line")
    parser.add_argument("--seed", type=int, default=6)
    parser.add_argument("-v", "--verbose", action="store_true", help="list relations that are wrong")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
