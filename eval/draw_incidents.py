"""Draw incidents with two or more reports from a pile of articles for judging their links by eye, by a fixed seed.

    draw_incidents.py [PILE] [NUMBER] [SEED] [--readings FILE] > sheet.md

PILE is the stem of a file in ../shared/data/articles. FILE holds cached readings of it (the contract's JSON lines); without it
the pile is read. The articles are added in order of publication. Every incident with two or more reports is as likely as any
other.
"""

from __future__ import annotations

import argparse
import random
import tempfile
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

from pooled_archive import SHARED, fill

from dateline.archive import open_archive
from dateline.contract import from_json
from dateline.corroboration.incidents import Incident, Report, incidents
from dateline.corroboration.sentence import sentence_around
from dateline.reading import read_articles
from dateline.records import Article, Event, Reading
from dateline.sources import read_path

BEFORE = 160
"""Characters shown before the sentence."""


def main() -> int:
    """Build the archive, draw, print."""
    arguments = _arguments()
    readings = sorted(_readings(arguments.pile, arguments.readings), key=_day)
    if not readings:
        print("draw: skipped, the pile is not here (looked in ../shared/data/articles)")
        return 0
    with tempfile.TemporaryDirectory() as folder, open_archive(Path(folder) / "pile.duckdb") as archive:
        fill(archive, readings)
        found = [one for one in incidents(archive) if len(one.reports) > 1]
    by_id = {reading.article.id: reading for reading in readings}
    drawn = random.Random(arguments.seed).sample(sorted(found, key=lambda one: one.id), min(arguments.number, len(found)))
    print(f"{len(found)} incidents with two or more reports; {sum(len(one.reports) - 1 for one in drawn)} links drawn\n")
    for place, one in enumerate(drawn, 1):
        print("\n".join(_sheet(place, one, by_id)))
    return 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Draw incidents for judging.")
    parser.add_argument("pile", nargs="?", default="north-korea-2017-18")
    parser.add_argument("number", nargs="?", type=int, default=60)
    parser.add_argument("seed", nargs="?", type=int, default=20180612)
    parser.add_argument("--readings", type=Path, default=None)
    return parser.parse_args()


def _readings(pile: str, cached: Path | None) -> list[Reading]:
    if cached is not None:
        return [from_json(line) for line in cached.read_text(encoding="utf-8").splitlines()]
    path = SHARED / "data" / "articles" / f"{pile}.jsonl.gz"
    return list(read_articles([item for item in read_path(str(path)) if isinstance(item, Article)])) if path.is_file() else []


def _day(reading: Reading) -> tuple[date, str]:
    return reading.article.published.end if reading.article.published else date.max, reading.article.id


def _sheet(place: int, one: Incident, readings: Mapping[str, Reading]) -> Iterator[str]:
    """One incident as a judge reads it: each report with its words, the most telling one first."""
    when = f"{one.when.start} to {one.when.end}" if one.when else "undated"
    yield f"## {place}. {one.type} {one.reality}, {when}: {', '.join(one.sources)} -> {', '.join(one.targets)}"
    for report in one.reports:
        yield from _report(report, readings[report.article])
    yield ""


def _report(report: Report, reading: Reading) -> Iterator[str]:
    event = next(event for event in reading.events if event.id == report.event)
    article = reading.article
    published = article.published.end if article.published else "undated"
    yield f"- {report.score:.2f} {article.outlet}, {published}: {event.type}/{event.mode}/{event.factuality} {_when(event)}"
    yield f"  {_words(article.text, event)}"
    yield f"  ({report.reason})"


def _when(event: Event) -> str:
    return f"{event.date.start}..{event.date.end}" if event.date else "undated"


def _words(text: str, event: Event) -> str:
    start, end = sentence_around(text, event.trigger)
    trigger = event.trigger
    marked = f"{text[start : trigger.start]}[[{text[slice(*trigger)]}]]{text[trigger.end : end]}"
    return " ".join(f"{text[max(0, start - BEFORE) : start]} | {marked}".split())


if __name__ == "__main__":
    raise SystemExit(main())
