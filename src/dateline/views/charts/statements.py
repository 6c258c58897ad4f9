"""Who spoke when: statements of the actors that speak most, as ridges over time."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from dateline.analysis.periods import Step
from dateline.analysis.statement_flow import SpeakerFlow
from dateline.views.charts.chart import Chart
from dateline.views.charts.ridges import Ridge, ridges
from dateline.views.charts.times import at
from dateline.views.wording import count

WEEK = 7
COLUMNS = ("from", "actor", "statements")


def statements_chart(flows: Sequence[SpeakerFlow], *, link: Callable[[SpeakerFlow], str] | None = None) -> Chart:
    """Statements of each actor by period, each on its own scale; `link` gives the address that a click on an actor opens."""
    series = [Ridge(f.identity, f.name, f.counts, count(f.statements, "statement"), link(f) if link else None) for f in flows]
    description = _description(flows)
    spec = ridges(series, description, common=False, unit="statements")
    rows = tuple((start, flow.name, number) for flow in flows for start, number in flow.counts if number)
    subtitle = "Statements by the time at which they were made, or else reported; each row on its own scale"
    return Chart("statements", _title(flows), subtitle, description, spec, COLUMNS, rows)


def _title(flows: Sequence[SpeakerFlow]) -> str:
    if not flows:
        return "No statements in this time"
    if len(flows) == 1:
        return _peak(flows[0])
    first, second = flows[:2]
    if first.statements >= 2 * second.statements:
        return f"{first.name} has more than twice as many statements as anybody else"
    return f"Most statements: {first.name} and {second.name}"


def _peak(flow: SpeakerFlow) -> str:
    start, most = max(flow.counts, key=lambda one: one[1], default=(None, 0))
    if start is None or not most:
        return "No statements in this time"
    lasting = (flow.counts[1][0] - flow.counts[0][0]).days if len(flow.counts) > 1 else 1
    by: Step = "day" if lasting == 1 else "week" if lasting <= WEEK else "month"
    return f"{flow.name} said most {at(start, by)}: {count(most, 'statement')}"


def _description(flows: Sequence[SpeakerFlow]) -> str:
    return f"{', '.join(f'{flow.name}: {flow.statements:,}' for flow in flows) or 'No'} statements."
