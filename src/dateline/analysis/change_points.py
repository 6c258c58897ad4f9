"""Where relations of two states turned: change points in the mean weight of their incidents."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from importlib.util import find_spec
from itertools import pairwise
from typing import Literal

from dateline.analysis.digest import Counted, Selects
from dateline.analysis.periods import WIDEST, Step
from dateline.analysis.tension import BETWEEN, Period, Tension

MINIMUM_PERIODS = 3
"""So many periods with incidents lie between two change points, and before the first and after the last."""
MINIMUM_INCIDENTS = 8
"""A mean of fewer incidents says nothing: two change points with fewer between them are one."""
PENALTY = 3.0
"""A change point must explain this times the logarithm of the number of periods, in units of the noise: the modified Bayes
information criterion of Zhang and Siegmund, Biometrics 63 (2007), which holds for changes of a mean."""
BEHIND: dict[Step, timedelta] = {"day": timedelta(days=10), "week": timedelta(days=21), "month": timedelta(days=62)}
"""How long after a change point the incidents are looked for that make it."""
MOVING = f"""
SELECT i.incident AS id {BETWEEN}
WHERE i.one = ? AND i.other = ? AND ? * i.goldstein > 0 AND {{counted}}
ORDER BY ? * i.goldstein * i.outlets * i.confidence DESC, i.reports DESC, i.day, i.incident LIMIT ?"""


@dataclass(frozen=True, slots=True)
class ChangePoint:
    """From the period that begins on `start` on, incidents weigh `after` on average; from the change point before, `before`.

    `behind` are ids of incidents soon after it that weigh most in its direction, the most widely reported first.
    """

    start: date
    before: float
    after: float
    incidents_before: int
    incidents_after: int
    behind: tuple[str, ...] = ()

    @property
    def towards(self) -> Literal["cooperation", "conflict"]:
        return "cooperation" if self.after > self.before else "conflict"


def can_find_changes() -> bool:
    """Whether ruptures is installed, without which no change point is found (`pip install dateline[room]`)."""
    return find_spec("ruptures") is not None


def change_points(select: Selects, tension: Tension, *, claimed: bool = False, each: int = 5) -> tuple[ChangePoint, ...]:
    """The change points of an index, with up to `each` incidents behind each of them."""
    found = changes_of(tension.periods)
    return tuple(replace(change, behind=_behind(select, tension, change, claimed, each)) for change in found)


def changes_of(periods: Sequence[Period]) -> tuple[ChangePoint, ...]:
    """The change points of a series, earliest first, without the incidents behind them; none where ruptures is not installed.

    What is cut is the mean weight of the incidents, not their sum, which also grows with the articles that an archive holds.
    """
    told = [period for period in periods if period.incidents]
    penalty = _penalty(told) if len(told) >= 2 * MINIMUM_PERIODS else 0.0
    if not penalty or not can_find_changes():
        return ()
    parts = _parts(told, _cuts(told, penalty))
    return tuple(_change(before, after) for before, after in pairwise(parts))


def _cuts(told: Sequence[Period], penalty: float) -> list[int]:
    import numpy as np
    import ruptures

    from dateline.analysis.weighted_mean_cost import WeightedMean

    signal = np.array([(period.balance / period.incidents, period.incidents) for period in told], dtype=float)
    search = ruptures.Pelt(custom_cost=WeightedMean(), min_size=MINIMUM_PERIODS, jump=1)
    cuts: list[int] = search.fit(signal).predict(pen=penalty)
    return cuts


def _penalty(told: Sequence[Period]) -> float:
    """The noise is the less certain the fewer periods tell of it, so that short series must show more."""
    return PENALTY * math.log(len(told)) * (1 + 2 * MINIMUM_PERIODS / len(told)) * _noise(told)


def _noise(told: Sequence[Period]) -> float:
    """The variance of one incident's weight, from how a period differs from the next two: a change hardly touches it."""
    near = [*pairwise(told), *zip(told, told[2:], strict=False)]
    steps = [(_mean([a]) - _mean([b])) ** 2 / (1 / a.incidents + 1 / b.incidents) for a, b in near]
    return math.fsum(steps) / len(steps) if steps else 0.0


def _parts(told: Sequence[Period], cuts: Iterable[int]) -> list[Sequence[Period]]:
    """The series between the cuts; a part with too few incidents is taken together with a neighbour."""
    parts: list[Sequence[Period]] = []
    for start, end in pairwise((0, *cuts)):
        if parts and min(_incidents(parts[-1]), _incidents(told[start:end])) < MINIMUM_INCIDENTS:
            parts[-1] = [*parts[-1], *told[start:end]]
        else:
            parts.append(told[start:end])
    return parts


def _change(before: Sequence[Period], after: Sequence[Period]) -> ChangePoint:
    return ChangePoint(after[0].start, _mean(before), _mean(after), _incidents(before), _incidents(after))


def _mean(part: Sequence[Period]) -> float:
    return round(math.fsum(period.balance for period in part) / _incidents(part), 2)


def _incidents(part: Sequence[Period]) -> int:
    return sum(period.incidents for period in part)


def _behind(select: Selects, tension: Tension, change: ChangePoint, claimed: bool, limit: int) -> tuple[str, ...]:
    sign = 1 if change.towards == "cooperation" else -1
    counted = Counted(change.start, change.start + BEHIND[tension.by], claimed, WIDEST[tension.by])
    parameters = [tension.one, tension.other, sign, *counted.parameters, sign, limit]
    return tuple(row["id"] for row in select.select(MOVING.format(counted=counted.condition), parameters))
