"""Layers that several charts are made of. They name their data and styles; data and colours come in later."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from dateline.views.charts.chart import Spec

if TYPE_CHECKING:
    import altair

TIME_LABEL = (
    "utcmonth(datum.value) == 0 && utcdate(datum.value) == 1 ? utcFormat(datum.value, '%Y') : "
    "utcdate(datum.value) == 1 ? utcFormat(datum.value, datum.index == 0 ? '%b %Y' : '%b') : "
    "utcFormat(datum.value, datum.index == 0 ? '%-d %b %Y' : '%-d %b')"
)
SLOT = "max(1.5, width / slots - 0.8)"
"""The width of a bar: its share of the whole width, but never so little that it is not seen."""
AMOUNT_LABEL = "replace(datum.label, '-', '−')"
Shown = tuple[str, str]
"""A field, and its name for the reader."""
LINKED = "address"
"""The field with the address that a click opens."""


def layered(layers: Sequence[altair.Chart], *, height: int) -> Spec:
    """The layers as one specification, as wide as the page lets it be."""
    import altair

    made = altair.layer(*layers).properties(width="container", height=height)
    spec: Spec = made.to_dict()
    # The address of the schema, which nothing needs, and the look, which the theme brings.
    return {key: value for key, value in spec.items() if key not in {"$schema", "config"}}


def change_rules() -> list[altair.Chart]:
    """A rule at each change point; above it its label, on the side that has room."""
    import altair

    data, made = altair.Chart(altair.NamedData("changes")), [rules()]
    sides: tuple[tuple[str, Any, int], ...] = (("early", "left", -1), ("late", "right", 1))
    for field, align, dx in sides:
        mark = data.mark_text(style="label-strong", align=align, dx=dx, dy=-9, aria=False)
        made.append(mark.encode(x=time_axis("at"), y=altair.Y("row:Q", scale=None), text=f"{field}:N"))
    return made


def rules(visible: bool = True) -> altair.Chart:
    """A rule at each change point."""
    import altair

    data = altair.Chart(altair.NamedData("changes"))
    made: altair.Chart = data.mark_rule(style="change", aria=False).encode(x=time_axis("at", visible))
    return made


def named_sides(height: int) -> list[altair.Chart]:
    """What is up and what is down, written where it is."""
    return [_corner("↑ cooperation", "cooperation", 7), _corner("↓ conflict", "conflict", height - 7)]


def time_axis(field: str, visible: bool = True) -> altair.X:
    """Time in UTC; the first label and each January have the year."""
    import altair

    axis = altair.Axis(grid=False, tickCount=6, labelExpr=TIME_LABEL) if visible else None
    return altair.X(f"{field}:T", scale=altair.Scale(type="utc", nice=False, padding=0), axis=axis, title=None)


def ends(visible: bool = True) -> list[altair.Chart]:
    """The whole time asked for, so that what was quiet is seen to be quiet."""
    import altair

    hidden = altair.Chart(altair.NamedData("frame")).mark_point(opacity=0, aria=False)
    return [hidden.encode(x=time_axis("from", visible)), hidden.encode(x=time_axis("to", visible))]


def bars(field: str, style: str, *, base: str | None = None, linked: bool = False, tooltip: Sequence[Shown] = ()) -> altair.Chart:
    """A bar in the middle of each period, from the line of zero or from another field to this one."""
    import altair

    mark = altair.Chart(altair.NamedData("periods")).mark_bar(style=style, aria=False, width=altair.expr(SLOT))
    y2 = base or altair.datum(0)
    axis = altair.Axis(tickCount=4, labelExpr=AMOUNT_LABEL) if tooltip else None
    y = altair.Y(f"{field}:Q", axis=axis, title=None)
    made: altair.Chart = mark.encode(x=time_axis("middle", bool(tooltip)), y=y, y2=y2, **reactions(tooltip, linked))
    return made


def zero_line() -> altair.Chart:
    """Where cooperation ends and conflict begins."""
    import altair

    made: altair.Chart = altair.Chart(altair.NamedData("frame")).mark_rule(style="zero", aria=False).encode(y=altair.datum(0))
    return made


def strokes(linked: bool, tooltip: Sequence[Shown]) -> altair.Chart:
    """For each period a stroke at its balance."""
    import altair

    mark = altair.Chart(altair.NamedData("periods")).mark_tick(
        style="balance", orient="horizontal", aria=False, size=altair.expr(SLOT)
    )
    made: altair.Chart = mark.encode(x=time_axis("middle"), y=altair.Y("balance:Q"), **reactions(tooltip, linked))
    return made


def reactions(tooltip: Sequence[Shown], linked: bool) -> dict[str, Any]:
    """What a mark shows when pointed at, and opens when clicked at."""
    import altair

    shown = {"tooltip": [altair.Tooltip(f"{field}:N", title=name) for field, name in tooltip]} if tooltip else {}
    return shown | ({"href": altair.Href(f"{LINKED}:N")} if linked else {})


def _corner(words: str, style: str, y: int) -> altair.Chart:
    import altair

    mark = altair.Chart(altair.NamedData("side")).mark_text(style=f"label-{style}", align="left", aria=False)
    made: altair.Chart = mark.encode(x=altair.value(2), y=altair.value(y), text=altair.value(words))
    return made
