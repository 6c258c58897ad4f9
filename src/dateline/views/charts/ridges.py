"""Series one above the other on a common time, each with its name written on it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, Literal

from dateline.analysis.periods import ONE_DAY
from dateline.views.charts.chart import Spec, with_data
from dateline.views.charts.layers import LINKED, SLOT, ends, layered, reactions, time_axis
from dateline.views.charts.times import milliseconds, written

if TYPE_CHECKING:
    import altair

ROW = 50
"""Pixels from one series to the next."""
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
    times = _times(series)
    points = [p for n, ridge in enumerate(series) for p in _points(ridge, n, highest if common else ridge.peak, unit)]
    labels = [_label(ridge, number) for number, ridge in enumerate(series)]
    linked = any(ridge.address for ridge in series)
    frame = [{"from": times[0], "to": times[-1]}] if times else []
    return with_data(_skeleton(linked, len(series)), description, len(times) - 1, periods=points, labels=labels, frame=frame)


@cache
def _skeleton(linked: bool, rows: int) -> Spec:
    import altair

    y = altair.Y("top:Q", scale=altair.Scale(domain=[rows - 0.02, -0.02], nice=False, zero=False), axis=None)
    bar = altair.Chart(altair.NamedData("periods")).mark_bar(style="area", aria=False, width=altair.expr(SLOT))
    heights = bar.encode(x=time_axis("middle"), y=y, y2="base", **reactions(("Who", "When", "How many"), linked))
    grounds = altair.Chart(altair.NamedData("labels")).mark_rule(style="ground", aria=False).encode(y=altair.Y("base:Q"))
    return layered([*ends(), grounds, heights, _written("label", linked), _written("note", linked)], height=rows * ROW)


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


def _points(ridge: Ridge, row: int, highest: int, unit: str) -> list[dict[str, object]]:
    shared = {"Who": ridge.label} | ({LINKED: ridge.address} if ridge.address else {})
    spans = zip(ridge.counts, pairwise(_times([ridge])), strict=True)
    return [
        {
            "middle": sum(bounds) // 2, "base": row + 1, "top": row + 1 - FILL * count / highest,
            "When": f"from {written(start)}", "How many": f"{count} {unit}", **shared,
        }
        for (start, count), bounds in spans
        if count
    ]  # fmt: skip


def _times(series: Sequence[Ridge]) -> list[int]:
    """The beginnings of all periods, and the end of the last one, which lasts as long as the one before it."""
    days = sorted({start for ridge in series for start, _ in ridge.counts})
    lasting = days[-1] - days[-2] if len(days) > 1 else ONE_DAY
    return [milliseconds(day) for day in (*days, *(day + lasting for day in days[-1:]))]


def _label(ridge: Ridge, row: int) -> dict[str, object]:
    return {"row": row, "base": row + 1, "label": ridge.label, "note": ridge.note} | (
        {LINKED: ridge.address} if ridge.address else {}
    )
