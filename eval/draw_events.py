"""Draw events from the North Korea pile for judging by eye: one at most from an article, by a fixed seed.

    draw_events.py [NUMBER] [SEED] > sheet.md

Each is printed with its type, sides, factuality, date and place, and with the article's text around its trigger, which stands
between marks. The pile lies outside the project, in ../shared.
"""

from __future__ import annotations

import random
import sys
from pathlib import Path

from dateline.reading import read_articles
from dateline.records import Actor, Article, Event, Reading
from dateline.sources import read_path

PILE = Path(__file__).resolve().parent.parent.parent / "shared" / "data" / "articles" / "north-korea-2017-18.jsonl.gz"
BEFORE, AFTER = 450, 300
"""Characters of context."""


def main(number: str = "120", seed: str = "20180612") -> int:
    """Read articles drawn from the pile and print one event of each, `number` in all."""
    if not PILE.is_file():
        print("draw: skipped, the pile is not here (looked in ../shared/data/articles)")
        return 0
    articles = [item for item in read_path(str(PILE)) if isinstance(item, Article)]
    rng = random.Random(int(seed))
    rng.shuffle(articles)
    drawn = 0
    for reading in read_articles(articles):
        if reading.events:
            drawn += 1
            print(sheet(drawn, reading, rng.choice(reading.events)))
        if drawn == int(number):
            break
    return 0


def sheet(number: int, reading: Reading, event: Event) -> str:
    """One event as a judge reads it."""
    actors, article = {actor.id: actor for actor in reading.actors}, reading.article
    day = article.published.start.isoformat() if article.published and article.published.start else "-"
    return "\n".join(
        [
            f"## {number}. {article.outlet}, {day}, {article.title} ({article.source.rpartition('#')[2]})",
            f"type: {event.type}; mode: {event.mode or '-'}; factuality: {event.factuality}; confidence: {event.confidence}",
            f"source: {_sides(actors, event.sources)}",
            f"target: {_sides(actors, event.targets)}",
            f"date: {_date(event)}; place: {event.place.name if event.place else '-'}",
            f"text: {_context(article, event)}",
            "",
        ]
    )


def _sides(actors: dict[str, Actor], ids: tuple[str, ...]) -> str:
    return " + ".join(f"{actors[i].name} ({actors[i].country or actors[i].code or '-'})" for i in ids) or "nobody"


def _date(event: Event) -> str:
    return f"{event.date.start or '?'} to {event.date.end or '?'} ({event.date.basis})" if event.date else "-"


def _context(article: Article, event: Event) -> str:
    text, (first, last) = article.text, event.trigger
    around = f"{text[max(0, first - BEFORE) : first]}[[{text[first:last]}]]{text[last : last + AFTER]}"
    return "..." + " ".join(around.split()) + "..."


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
