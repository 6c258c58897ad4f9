"""How much happened: cooperation upwards, conflict downwards, deeds nearer to the line than words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from typing import TYPE_CHECKING

from dateline.analysis.volume import Volume
from dateline.knowledge.event_words import QUAD_CLASSES
from dateline.views.charts.chart import Chart, Spec, with_data
from dateline.views.charts.layers import LINKED, bars, ends, layered, named_sides, zero_line
from dateline.views.charts.times import after, middle, milliseconds, span_written

if TYPE_CHECKING:
    import altair

HEIGHT = 150
COLUMNS = ("from", "to", "incidents", *QUAD_CLASSES)
SAID_WELL, DONE_WELL, SAID_ILL, DONE_ILL = FIELDS = ("said_well", "done_well", "said_ill", "done_ill")
STYLES = tuple(name.replace(" ", "-") for name in QUAD_CLASSES)
TOOLTIP = (("When", "When"), *zip(FIELDS, (name.capitalize() for name in QUAD_CLASSES), strict=True))
# Words stand on deeds, above the line as below it.
ENDS = {
    SAID_WELL: (f"datum.{DONE_WELL} + datum.{SAID_WELL}", f"datum.{DONE_WELL}"),
    DONE_WELL: (f"datum.{DONE_WELL}", "0"),
    SAID_ILL: (f"-datum.{DONE_ILL} - datum.{SAID_ILL}", f"-datum.{DONE_ILL}"),
    DONE_ILL: (f"-datum.{DONE_ILL}", "0"),
}


def volume_chart(periods: Sequence[Volume], *, link: Callable[[Volume], str] | None = None) -> Chart:
    """Incidents by period and quad class; `link` gives the address that a click on a period opens."""
    told = [period for period in periods if period.incidents]
    bounds = (*periods[:1], *periods[-1:])
    frame = [{"from": milliseconds(p.start), "to": after(p.end)} for p in bounds]
    drawn, description = [_drawn(period, link) for period in told], _description(periods)
    spec = with_data(_skeleton(link is not None), description, len(periods), periods=drawn, frame=frame, side=[{}])
    rows = tuple((p.start, p.end, p.incidents, *p.quad) for p in told)
    subtitle = "Incidents that articles vouch for, each counted once; dark: deeds, light: words"
    return Chart("volume", _title(periods), subtitle, description, spec, COLUMNS, rows)


@cache
def _skeleton(linked: bool) -> Spec:
    pieces = [_piece(field, style, linked) for field, style in zip(FIELDS, STYLES, strict=True)]
    return layered([*ends(), *pieces, zero_line(), *named_sides(HEIGHT)], height=HEIGHT)


def _piece(field: str, style: str, linked: bool) -> altair.Chart:
    top, base = ENDS[field]
    bar = bars("top", style, base="base", linked=linked, tooltip=TOOLTIP)
    made: altair.Chart = bar.transform_calculate(top=top, base=base)
    return made


def _drawn(period: Volume, link: Callable[[Volume], str] | None) -> dict[str, object]:
    amounts = dict(zip(FIELDS, period.quad, strict=True))
    drawn = {"middle": middle(period.start, period.end), "When": span_written(period.start, period.end), **amounts}
    return drawn | ({LINKED: link(period)} if link else {})


def _title(periods: Sequence[Volume]) -> str:
    busiest = max(periods, key=lambda period: period.incidents, default=None)
    if busiest is None or not busiest.incidents:
        return "No incidents in this time"
    return f"The busiest time was {span_written(busiest.start, busiest.end)}"


def _description(periods: Sequence[Volume]) -> str:
    if not periods:
        return "No dated incidents."
    totals = [sum(period.quad[n] for period in periods) for n in range(len(QUAD_CLASSES))]
    told = ", ".join(f"{total} of {name}" for name, total in zip(QUAD_CLASSES, totals, strict=True))
    return f"{sum(totals)} incidents, {span_written(periods[0].start, periods[-1].end)}: {told}."
