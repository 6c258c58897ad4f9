"""Draw events from a pile for judging their places by eye: one at most from an article, by a fixed seed.

    draw_places.py [NUMBER] [SEED] [placed|unplaced] [north-korea-2017-18|international-sample] > sheet.md

`placed` (the default) draws from events with a place, `unplaced` from those without one. Each is printed with its sides and
its place, and with the article's text around it, the trigger between marks. Readings are by rules alone, which is quicker
and leaves places as they are. The piles lie outside the project, in ../shared.
"""

from __future__ import annotations

import random
import sys
from pathlib import Path

from dateline.reading import read_articles
from dateline.records import Article, Event, Reading
from dateline.sources import read_path

PILES = Path(__file__).resolve().parent.parent.parent / "shared" / "data" / "articles"
BEFORE, AFTER = 450, 300
"""Characters of context."""


def main(number: str = "100", seed: str = "20180612", kind: str = "placed", pile: str = "north-korea-2017-18") -> int:
    """Read articles drawn from the pile and print one event of each, `number` in all."""
    path = PILES / f"{pile}.jsonl.gz"
    if not path.is_file():
        print("draw: skipped, the pile is not here (looked in ../shared/data/articles)")
        return 0
    articles = [item for item in read_path(str(path)) if isinstance(item, Article)]
    random.Random(int(seed)).shuffle(articles)
    drawn = 0
    for reading in read_articles(articles, model=False):
        choice = [event for event in reading.events if (event.place is not None) == (kind == "placed")]
        if choice:
            drawn += 1
            print(sheet(drawn, reading, _drawn(reading, choice, seed)))
        if drawn == int(number):
            break
    return 0


def _drawn(reading: Reading, choice: list[Event], seed: str) -> Event:
    """The article's own lot: what is drawn from one article does not hang on the others."""
    return random.Random(f"{seed} {reading.article.source.rpartition('#')[2]}").choice(choice)


def sheet(number: int, reading: Reading, event: Event) -> str:
    """One event as a judge reads it."""
    article, place = reading.article, event.place
    where = f"{place.name}, {place.country or '-'} ({place.latitude}, {place.longitude})" if place else "-"
    return "\n".join(
        [
            f"## {number}. {article.outlet}, {article.title} ({article.source.rpartition('#')[2]})",
            f"{event.type}/{event.mode or '-'}: {_names(reading, event.sources)} -> {_names(reading, event.targets)}",
            f"place: {where}",
            f"text: {_context(article, event)}",
            "",
        ]
    )


def _names(reading: Reading, ids: tuple[str, ...]) -> str:
    return ", ".join(reading.actor(i).name for i in ids) or "-"


def _context(article: Article, event: Event) -> str:
    text, (start, end) = article.text, event.trigger
    return (
        "..." + " ".join(f"{text[max(0, start - BEFORE) : start]}[[{text[start:end]}]]{text[end : end + AFTER]}".split()) + "..."
    )


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
