"""The index of two states over time: cooperation upwards, conflict downwards, the balance as a stroke, change points as rules."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache

from dateline.analysis.change_points import ChangePoint
from dateline.analysis.periods import Step
from dateline.analysis.tension import Period, Tension
from dateline.knowledge.event_words import QUAD_CLASSES
from dateline.knowledge.states import state_by_iso3
from dateline.views.charts.chart import Chart, Spec, with_data
from dateline.views.charts.layers import bars, change_rules, ends, layered, named_sides, strokes, zero_line
from dateline.views.charts.times import after, at, middle, milliseconds, span_written

HEIGHT = 260
COLUMNS = ("from", "to", "balance", "cooperation", "conflict", "incidents", *QUAD_CLASSES)
TOOLTIP = tuple((name, name) for name in ("When", "Balance", "Incidents", "Cooperative", "Conflictual"))
CLEAR = 0.5
"""A mean weight nearer to zero than this is neither cooperation nor conflict."""
ROW = 15
"""Pixels between the labels of change points, which stand one below the other so that they never overlap."""


def tension_chart(
    tension: Tension, changes: Sequence[ChangePoint] = (), *, names: tuple[str, str] | None = None,
    link: Callable[[Period], str] | None = None,
) -> Chart:  # fmt: skip
    """The index of two states, with change points marked; `link` gives the address that a click on a period opens."""
    named = names or (_name(tension.one), _name(tension.other))
    title, description = _title(named, tension.by, changes), _description(named, tension, changes)
    told = [period for period in tension.periods if period.incidents]
    periods = [_drawn(period, tension.by, link) for period in told]
    labels = [_label(change, tension, number) for number, change in enumerate(changes)]
    slots = len(tension.periods)
    skeleton = _skeleton(link is not None, bool(changes))
    spec = with_data(skeleton, description, slots, periods=periods, changes=labels, frame=frame(tension), side=[{}])
    rows = tuple((p.start, p.end, p.balance, p.cooperation, p.conflict, p.incidents, *p.quad) for p in told)
    return Chart(
        f"tension-{tension.one}-{tension.other}", title, _subtitle(tension, bool(changes)), description, spec, COLUMNS, rows
    )


def frame(tension: Tension) -> list[dict[str, object]]:
    """The first and the last day, so that quiet times at either end are seen."""
    return [{"from": milliseconds(p.start), "to": after(p.end)} for p in (*tension.periods[:1], *tension.periods[-1:])]


def signs(period: Period) -> dict[str, object]:
    """What is drawn of a period."""
    amounts = {"up": period.cooperation, "down": period.conflict, "balance": period.balance}
    return {"middle": middle(period.start, period.end), **amounts}


@cache
def _skeleton(linked: bool, changed: bool) -> Spec:
    sides = [bars(field, style, linked=linked, tooltip=TOOLTIP) for field, style in (("up", "cooperation"), ("down", "conflict"))]
    layers = [*ends(), *sides, zero_line(), strokes(linked, TOOLTIP), *named_sides(HEIGHT), *(change_rules() if changed else ())]
    return layered(layers, height=HEIGHT)


def _drawn(period: Period, by: Step, link: Callable[[Period], str] | None) -> dict[str, object]:
    tooltip = {
        "When": span_written(period.start, period.end) if by != "month" else f"{period.start:%B %Y}",
        "Balance": f"{period.balance:+.1f}".replace("-", "−"),
        "Incidents": period.incidents,
        "Cooperative": sum(period.quad[:2]),
        "Conflictual": sum(period.quad[2:]),
    }
    return signs(period) | tooltip | ({"address": link(period)} if link else {})


def _label(change: ChangePoint, tension: Tension, number: int) -> dict[str, object]:
    """Its label stands on the side where there is more room."""
    first, last = tension.periods[0].start, tension.periods[-1].end
    is_late = change.start - first > (last - first) / 2
    words = f"{change.start.day} {change.start:%b %Y}: {_signed(change.before)} → {_signed(change.after)}"
    side = {"late": words} if is_late else {"early": words}
    return {"at": milliseconds(change.start), "row": -number * ROW, "early": "", "late": "", **side}


def _title(named: tuple[str, str], by: Step, changes: Sequence[ChangePoint]) -> str:
    """Says only what the largest change says; without one it says what is shown."""
    pair = f"{named[0]} and {named[1]}"
    if not changes:
        return f"{pair}: cooperation and conflict"
    largest = max(changes, key=lambda change: abs(change.after - change.before))
    return f"{pair}: {_turn(largest)} {at(largest.start, by)}"


def _turn(change: ChangePoint) -> str:
    """Relations that stay bad are not called cooperation."""
    if change.towards == "cooperation":
        if change.before >= 0:
            return "cooperation grew"
        return "conflict turned to cooperation" if change.after > CLEAR else "conflict eased"
    if change.before <= 0:
        return "conflict sharpened"
    return "cooperation turned to conflict" if change.after < -CLEAR else "cooperation cooled"


def _subtitle(tension: Tension, changed: bool) -> str:
    """What is counted."""
    weighed = f"{tension.incidents} incidents by {tension.by}, weighed from +10 (cooperation) to −10 (conflict)"
    return (
        f"{weighed}; strokes: the balance; dashed: a change of the mean weight" if changed else f"{weighed}; strokes: the balance"
    )


def _description(named: tuple[str, str], tension: Tension, changes: Sequence[ChangePoint]) -> str:
    count = f"{tension.incidents} incidents of {named[0]} with {named[1]}"
    if not tension.incidents:
        return f"{count} in this time."
    when = span_written(tension.periods[0].start, tension.periods[-1].end)
    said = [f"{at(c.start, tension.by)} from {_signed(c.before)} to {_signed(c.after)} an incident" for c in changes]
    turned = f"It changed {', then '.join(said)}." if said else "No change point."
    return f"{count}, {when}, with a balance of {_signed(tension.balance)} in all. {turned}"


def _signed(number: float) -> str:
    return f"{number:+.1f}".replace("-", "−")


def _name(iso3: str) -> str:
    state = state_by_iso3(iso3)
    return state.name if state else iso3
