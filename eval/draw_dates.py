"""Draw sentences that may hold time expressions, for annotating by eye: one from an article, by a fixed seed.

    draw_dates.py [NUMBER] [SEED] > sheet.md

Half come from each pile. A sentence is drawn by a wide net of temporal words, not by the grammar under test: what the grammar
misses can be drawn too. Each is printed with the article's line in its pile, the day of publication and the offset of the
sentence. The annotations stand in eval/judged/dates.tsv and are scored by eval/dates.py. The piles lie outside the project,
in ../shared.
"""

from __future__ import annotations

import random
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from dateline.records import Article
from dateline.sources import read_path

PILE_FOLDER = Path(__file__).resolve().parent.parent.parent / "shared" / "data" / "articles"
PILES = ("north-korea-2017-18", "international-sample")
SENTENCE = re.compile(r"[^\n]+?(?:(?<![A-Z])(?<!\b[A-Z][a-z])[.!?][\"'”’)]*(?=\s+[\"'“‘(]*[A-Z])|(?=\n)|$)")
LONGEST = 420
"""Characters of a sentence: one that the plain splitting left longer is no sentence."""
NET = re.compile(
    r"\b(?:january|february|march|april|may \d|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug"
    r"|sept?|oct|nov|dec|\w+days?|mon|tues?|wed|thurs?|fri|1[5-9]\d\d|20[0-4]\d|\d0s|\w+ies|ago|last|past|next|previous|coming|following|current|recent"
    r"|recently|lately|now|soon|once|earlier|later|early|late|ahead|weeks?|weekends?|fortnights?|months?|quarters?|years?|decades?"
    r"|century|centuries"
    r"|today|tonight|yesterday|tomorrow|overnight|morning|afternoon|evening|night|noon|midnight|dawn|hours?|minutes?|moments?|spring|summer"
    r"|autumn|winter|fall|christmas|easter|ramadan|holidays?|new year|anniversary|since|until|till|daily|weekly|monthly"
    r"|annual|annually|yearly"
    r"|every|each|fiscal|mid|era|former|future|day|time|currently|previously)\b",
    re.IGNORECASE,
)
"""A wide net: most of what it catches is no time expression."""
DATED = re.compile(
    r"\b(?:january|february|march \d|april|june|july|august|september|october|november|december"
    r"|(?:jan|feb|apr|aug|sept?|oct|nov|dec)\."
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day|\d{4}s?|ago|last|past|next|recent\w*|weeks?|weekends?|months?|years?|decades?|century|today"
    r"|tonight|yesterday|tomorrow|overnight|morning|evening|night|days?|hours?|spring|summer|autumn|winter|since|until)\b",
    re.IGNORECASE,
)
"""A narrower one: seven in ten sentences are drawn from its catch, so that a sheet holds enough expressions."""
DENSE = 0.7


def sentences(text: str) -> Iterator[tuple[int, str]]:
    """The sentences of a text with their offsets, by punctuation and line breaks alone."""
    for match in SENTENCE.finditer(text):
        if match[0].strip() and len(match[0]) <= LONGEST:
            yield match.start() + len(match[0]) - len(match[0].lstrip()), match[0].strip()


def articles(pile: str) -> dict[int, Article]:
    """The articles of a pile by their line; empty where the pile is missing."""
    path = PILE_FOLDER / f"{pile}.jsonl.gz"
    if not path.is_file():
        return {}
    read = (item for item in read_path(str(path)) if isinstance(item, Article))
    return {int(article.source.rpartition("#")[2]): article for article in read}


def drawn(pile: dict[int, Article], number: int, seed: str) -> Iterator[tuple[int, Article, int, str]]:
    """Line, article, offset and sentence of `number` articles; what one article gives does not hang on the others."""
    lines = sorted(pile)
    random.Random(seed).shuffle(lines)
    left = number
    for line in lines:
        lot = random.Random(f"{seed} {line}")
        net = DATED if lot.random() < DENSE else NET
        caught = [(offset, sentence) for offset, sentence in sentences(pile[line].text) if net.search(sentence)]
        if caught and pile[line].published and left:
            left -= 1
            yield line, pile[line], *lot.choice(caught)


def main(number: str = "240", seed: str = "20171225") -> int:
    """Print the sheet."""
    for name in PILES:
        pile = articles(name)
        if not pile:
            print(f"draw: skipped, {name} is not here (looked in ../shared/data/articles)")
            continue
        for line, article, offset, sentence in drawn(pile, int(number) // len(PILES), seed):
            day = article.published.start if article.published else None
            print(f"{name} {line} {day:%a} {day} @{offset}\n    {' '.join(sentence.split())}")
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
