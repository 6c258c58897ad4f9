"""Score time expressions against those annotated by eye in real articles (eval/judged/dates.tsv).

    dates.py [-v]

The sentences were drawn by eval/draw_dates.py, twice, and annotated before the grammar read them; it was extended after each
draw: at first contact with the second its value accuracy was .864. Value accuracy: of all annotated
expressions, how many are found (an overlapping span) with the right value: the interval and its precision where one was
annotated, the TIMEX3 value where the expression has none. Beside it the accuracy of the TIMEX3 value alone, and precision
and recall of the spans, overlapping and exact. With -v the misses are listed. The piles lie outside the project, in ../shared.
"""

from __future__ import annotations

import csv
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from draw_dates import PILES, articles, sentences

from dateline.records import Article, Span
from dateline.times import Timex, find_dates

JUDGED = Path(__file__).resolve().parent / "judged" / "dates.tsv"
WINDOW = 1600
"""Characters before a sentence, and a quarter as many after it, that are read with it."""
Row = dict[str, str]


@dataclass(frozen=True)
class Pair:
    """An annotated expression (None: a spurious one) and what was found there (None: missed)."""

    row: Row | None
    found: Timex | None


def rows() -> dict[tuple[str, str, int, int], list[Row]]:
    """The annotations by seed, pile, line and sentence; a sentence without expressions has an empty list."""
    lines = [line for line in JUDGED.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    table: dict[tuple[str, str, int, int], list[Row]] = {}
    for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
        told = table.setdefault((row["seed"], row["pile"], int(row["line"]), int(row["sentence"])), [])
        if row["expression"]:
            told.append(row)
    return table


def pairs(article: Article, sentence: int, told: list[Row]) -> Iterator[Pair]:
    """Annotated and found expressions of a sentence, matched where their spans overlap."""
    length = next(len(words) for offset, words in sentences(article.text) if offset == sentence)
    day = article.published.start if article.published else None
    first, last = max(0, sentence - WINDOW), sentence + length + WINDOW // 4
    found_there = find_dates(article.text[first:last], day)
    told_there = [replace(t, span=Span(t.span.start + first, t.span.end + first)) for t in found_there]
    left = [t for t in told_there if sentence <= t.span.start < sentence + length]
    for row in told:
        start, end = int(row["start"]), int(row["end"])
        found = next((t for t in left if t.span.start < end and start < t.span.end), None)
        if found is not None:
            left.remove(found)
        yield Pair(row, found)
    yield from (Pair(None, found) for found in left)


def interval_right(row: Row, found: Timex) -> bool:
    """The interval and its precision, or, where none was annotated, that there is none or that it is not asked."""
    if row["first"] == "*":
        return True
    if row["first"] == "-":
        return found.value == row["value"]
    bounds = (found.start.isoformat() if found.start else "", found.end.isoformat() if found.end else "")
    return bounds == (row["first"], row["last"]) and found.precision == row["precision"]


def judged(pair: Pair) -> Iterator[str]:
    """Under what a pair counts."""
    row, found = pair.row, pair.found
    if row is not None:
        yield "annotated"
    if found is not None:
        yield "found"
    if row is None or found is None:
        return
    yield "overlap"
    if (int(row["start"]), int(row["end"])) == found.span:
        yield "exact"
    if interval_right(row, found):
        yield "value"
    if row["value"] in ("", found.value):
        yield "timex"


def shown(pair: Pair) -> str:
    """One line on a pair that is not right."""
    row, found = pair.row, pair.found
    gold = (
        f"{row['before']} [{row['expression']}] {row['after']}: {row['first']}..{row['last']} {row['precision']} {row['value']}"
        if row
        else "-"
    )
    got = f"{found.text}: {found.start}..{found.end} {found.precision} {found.value}" if found else "-"
    where = f"{row['pile'][:5]} {row['line']} {row['published']}" if row else ""
    return f"  {where} {gold}\n      found {got}"


def report(counts: Counter[str]) -> str:
    """The figures."""
    annotated, found = counts["annotated"], counts["found"]
    lines = [
        f"{annotated} expressions annotated, {found} found in the same sentences",
        f"value accuracy (interval and precision)  {counts['value'] / annotated:.3f}  ({counts['value']} of {annotated})",
        f"TIMEX3 value accuracy                    {counts['timex'] / annotated:.3f}",
        f"spans, overlapping: precision {counts['overlap'] / found:.3f} recall {counts['overlap'] / annotated:.3f}",
        f"spans, exact:       precision {counts['exact'] / found:.3f} recall {counts['exact'] / annotated:.3f}",
    ]
    return "\n".join(lines)


def main(*arguments: str) -> int:
    """Score and print."""
    by_seed: dict[str, Counter[str]] = {}
    piles = {name: articles(name) for name in PILES}
    if not all(piles.values()):
        print("dates: skipped, the piles are not here (looked in ../shared/data/articles)")
        return 0
    for (seed, pile, line, sentence), told in rows().items():
        for pair in pairs(piles[pile][line], sentence, told):
            marks = set(judged(pair))
            by_seed.setdefault(seed, Counter()).update(marks)
            if "-v" in arguments and not {"value", "timex"} <= marks:
                print(shown(pair))
    for seed, counts in by_seed.items():
        print(f"seed {seed}: {report(counts)}")
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
