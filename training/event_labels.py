"""Events of today's program that somebody has judged: which of them are right in type and both sides.

The annotators of eval/judged/sides-international.tsv read whole articles and never saw dateline's sides; the two judges of each
draw in eval/judged/events-north-korea.md saw the event. An event that was coded otherwise when it was judged has no label.
"""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from prepare import ROOT

from dateline.records import Actor, Event, Reading

sys.path.append(str(ROOT / "eval"))
import sides

ARTICLES = ROOT.parent / "shared" / "data" / "articles"
PILE = ARTICLES / "north-korea-2017-18.jsonl.gz"
DRAWS = ROOT / "eval" / "judged" / "events-north-korea.md"
_ROW = re.compile(r"\| \d+ \| \d+ \| [A-Z]+ \|")
_STATE = re.compile(r"[A-Z]{3}")
Named = tuple[str, str]


@dataclass(frozen=True)
class Judged:
    """One row of a draw; `right` is the share of the judges who found type and sides right."""

    draw: str
    line: int
    type: str
    trigger: str
    sources: frozenset[Named]
    targets: frozenset[Named]
    right: float


def number(reading: Reading) -> int:
    """The line of the article in its pile."""
    return int(reading.article.source.rpartition("#")[2])


def of_sample(reading: Reading, annotated: Iterable[sides.Annotated]) -> dict[str, float]:
    """By id of the event whether it is as annotated."""
    found: dict[str, float] = {}
    for wanted in annotated:
        told = [e for e in reading.events if any(span.overlaps(wanted.trigger) for span in (e.trigger, *e.mentions))]
        if wanted.right == "none":
            found = {**{e.id: 0.0 for e in told}, **found}
            continue
        same = [e for e in told if e.type == wanted.right] or [e for e in told if e.type == wanted.coded]
        if same:
            found[same[0].id] = float(sides.verdicts(reading, wanted) == ("right",))
    return found


def of_draws(reading: Reading, judged: Iterable[Judged]) -> dict[str, float]:
    """By id of the event the mean of all its judges."""
    found: dict[str, list[float]] = defaultdict(list)
    for one in judged:
        same = [event for event in reading.events if _is_that(reading, event, one)]
        if same:
            found[same[0].id].append(one.right)
    return {event: sum(rights) / len(rights) for event, rights in found.items()}


def _is_that(reading: Reading, event: Event, judged: Judged) -> bool:
    text = reading.article.text
    told = {" ".join(text[start:end].split()) for start, end in (event.trigger, *event.mentions)}
    given = tuple(_named(reading.actor(i) for i in ids) for ids in (event.sources, event.targets))
    return (event.type, given) == (judged.type, (_shown(judged.sources), _shown(judged.targets))) and judged.trigger in told


def _named(actors: Iterable[Actor]) -> tuple[str, ...]:
    return _shown((a.name, a.country or a.code or "-") for a in actors)


def _shown(side: Iterable[Named]) -> tuple[str, ...]:
    """Each by its state, or else by its name."""
    return tuple(sorted(code if _STATE.fullmatch(code) else name for name, code in side))


def draws() -> Mapping[int, list[Judged]]:
    """All rows of all draws, by the line of the article."""
    found: dict[int, list[Judged]] = defaultdict(list)
    for one in _rows(DRAWS):
        found[one.line].append(one)
    return found


def _rows(path: Path) -> Iterator[Judged]:
    draw = ""
    for line in path.read_text(encoding="utf-8").splitlines():
        draw = line[3:] if line.startswith("## ") else draw
        if _ROW.match(line):
            cells = [cell.strip() for cell in line.strip("|\n ").split("|")]
            wrong = [bool(re.search("type|sides", cell)) for cell in cells[7:9]]
            yield Judged(draw, int(cells[1]), cells[2], cells[3], *map(_side, cells[4:6]), 1 - sum(wrong) / len(wrong))


def _side(cell: str) -> frozenset[Named]:
    parts = cell.split(" + ") if cell != "nobody" else []
    return frozenset((part.rpartition(" (")[0], part.rpartition(" (")[2].rstrip(")")) for part in parts)
