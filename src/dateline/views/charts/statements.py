"""Who spoke when: statements of the actors that speak most, as ridges over time."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from dateline.analysis.statement_flow import SpeakerFlow
from dateline.views.charts.chart import Chart
from dateline.views.charts.ridges import Ridge, ridges

COLUMNS = ("from", "actor", "statements")


def statements_chart(flows: Sequence[SpeakerFlow], *, link: Callable[[SpeakerFlow], str] | None = None) -> Chart:
    """Statements of each actor by period, each on its own scale; `link` gives the address that a click on an actor opens."""
    series = [Ridge(f.identity, f.name, f.counts, f"{f.statements:,} statements", link(f) if link else None) for f in flows]
    description = _description(flows)
    spec = ridges(series, description, common=False, unit="statements")
    rows = tuple((start, flow.name, count) for flow in flows for start, count in flow.counts if count)
    subtitle = "Statements by the time at which they were made, or else reported; each row on its own scale"
    return Chart("statements", _title(flows), subtitle, description, spec, COLUMNS, rows)


def _title(flows: Sequence[SpeakerFlow]) -> str:
    if not flows:
        return "No statements in this time"
    if len(flows) == 1:
        return f"{flows[0].name}: {flows[0].statements:,} statements"
    first, second = flows[:2]
    if first.statements >= 2 * second.statements:
        return f"{first.name} has more than twice as many statements as anybody else"
    return f"Most statements: {first.name} and {second.name}"


def _description(flows: Sequence[SpeakerFlow]) -> str:
    return f"{', '.join(f'{flow.name}: {flow.statements:,}' for flow in flows) or 'No'} statements."
