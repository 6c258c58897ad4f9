"""The index of two states in the size of a word, for many beside each other; the whole chart is `tension_chart`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from dateline.analysis.change_points import ChangePoint
from dateline.analysis.tension import Tension
from dateline.views.charts.chart import Chart, Spec, with_data
from dateline.views.charts.layers import bars, ends, layered, rules, zero_line
from dateline.views.charts.tension import frame, signs, tension_chart
from dateline.views.charts.times import milliseconds

HEIGHT = 56


def sparkline(tension: Tension, changes: Sequence[ChangePoint] = (), *, names: tuple[str, str] | None = None) -> Chart:
    """The bars of the index and rules at its change points, without axes, words and reactions."""
    whole = tension_chart(tension, changes, names=names)
    periods = [signs(period) for period in tension.periods if period.incidents]
    marks = [{"at": milliseconds(change.start)} for change in changes]
    spec = with_data(_skeleton(), whole.description, len(tension.periods), periods=periods, changes=marks, frame=frame(tension))
    return replace(whole, key=f"spark-{tension.one}-{tension.other}", spec=spec)


@cache
def _skeleton() -> Spec:
    sides = [bars("up", "cooperation"), bars("down", "conflict")]
    return layered([*ends(visible=False), *sides, zero_line(), rules(visible=False)], height=HEIGHT)
