"""Series one above the other on a common time, each with its name written on it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

from dateline.analysis.periods import ONE_DAY
from dateline.views.charts.chart import Spec, with_data
from dateline.views.charts.layers import LINKED, SLOT, ends, layered, reactions, time_axis
from dateline.views.charts.times import milliseconds

if TYPE_CHECKING:
    import altair

ROW = 50
"""Pixels from one series to the next."""
TOOLTIP = (("label", "Who"), ("when", "When"), ("amount", "How many"))
NOTE = 105
"""Pixels that a note on the right may take."""
FILL = 0.62
"""How much of its row the highest peak takes; the rest is for the name."""


@dataclass(frozen=True, slots=True)
class Ridge:
    """A series of counts by the first day of each period, what is written on it, and what a click on it opens."""

    key: str
    label: str
    counts: tuple[tuple[date, int], ...]
    note: str = ""
    address: str | None = None

    @property
    def peak(self) -> int:
        return max((count for _, count in self.counts), default=0)


def ridges(series: Sequence[Ridge], description: str, *, common: bool, unit: str) -> Spec:
    """The series from top to bottom; on a `common` scale their heights compare, else each fills its row."""
    highest = max((ridge.peak for ridge in series), default=0)
    labels = [_label(ridge, number, highest if common else ridge.peak) for number, ridge in enumerate(series)]
    counts = [{"row": n, "start": milliseconds(s), "count": c} for n, r in enumerate(series) for s, c in r.counts if c]
    times = _times(series)
    frame = [{"from": times[0], "to": times[-1]}] if times else []
    half = (times[-1] - times[-2]) // 2 if times else 0
    skeleton = _skeleton(any(ridge.address for ridge in series), len(series), half, unit)
    return with_data(skeleton, description, len(times) - 1, periods=counts, labels=labels, frame=frame)


@lru_cache(maxsize=64)
def _skeleton(linked: bool, rows: int, half: int, unit: str) -> Spec:
    import altair

    grounds = altair.Chart(altair.NamedData("labels")).mark_rule(style="ground", aria=False).encode(y=altair.Y("base:Q"))
    heights = _heights(linked, half, unit).encode(y=altair.Y("top:Q", axis=None, scale=_downwards(rows)))
    return layered([*ends(), grounds, heights, _written("label", linked), _written("note", linked)], height=rows * ROW)


def _heights(linked: bool, half: int, unit: str) -> altair.Chart:
    """The bars; what all bars of a series share is written once, in its label."""
    import altair

    shared = ["label", "highest", *([LINKED] if linked else [])]
    bar = altair.Chart(altair.NamedData("periods")).mark_bar(style="area", aria=False, width=altair.expr(SLOT))
    known = bar.transform_lookup("row", altair.LookupData(altair.NamedData("labels"), "row", shared))
    placed = known.transform_calculate(
        middle=f"datum.start + {half}",
        base="datum.row + 1",
        top=f"datum.row + 1 - {FILL} * datum.count / datum.highest",
        when="'from ' + utcFormat(datum.start, '%-d %B %Y')",
        amount=f"datum.count + ' {unit}'",
    )
    made: altair.Chart = placed.encode(x=time_axis("middle"), y2="base", **reactions(TOOLTIP, linked))
    return made


def _downwards(rows: int) -> altair.Scale:
    import altair

    return altair.Scale(domain=[rows - 0.02, -0.02], nice=False, zero=False)


def _written(field: Literal["label", "note"], linked: bool) -> altair.Chart:
    """The name on the left, cut where the note on the right begins."""
    import altair

    align: Literal["left", "right"] = "left" if field == "label" else "right"
    style, x = ("label-strong", 0) if field == "label" else ("label-quiet", "width")
    limit = altair.expr(f"width - {NOTE}" if field == "label" else str(NOTE))
    mark = altair.Chart(altair.NamedData("labels")).mark_text(
        style=style, align=align, baseline="top", dy=3, aria=False, limit=limit
    )
    made: altair.Chart = mark.encode(x=altair.value(x), y=altair.Y("row:Q"), text=f"{field}:N", **reactions((), linked))
    return made


def _times(series: Sequence[Ridge]) -> list[int]:
    """The beginnings of all periods, and the end of the last one, which lasts as long as the one before it."""
    days = sorted({start for ridge in series for start, _ in ridge.counts})
    lasting = days[-1] - days[-2] if len(days) > 1 else ONE_DAY
    return [milliseconds(day) for day in (*days, *(day + lasting for day in days[-1:]))]


def _label(ridge: Ridge, row: int, highest: int) -> dict[str, object]:
    label = {"row": row, "base": row + 1, "label": ridge.label, "note": ridge.note, "highest": highest}
    return label | ({LINKED: ridge.address} if ridge.address else {})
