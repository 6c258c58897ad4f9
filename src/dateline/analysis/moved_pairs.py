"""The pairs of states whose relations changed most."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from dateline.analysis.change_points import MINIMUM_INCIDENTS, ChangePoint
from dateline.analysis.digest import Counted, Selects
from dateline.analysis.periods import WIDEST, Step
from dateline.analysis.tension import BETWEEN, Tension, tensions

# Of all days at which the incidents of a pair can be cut in two, the one that explains most of how their weights differ: the
# statistic of a single change of the mean. It is done in SQL, where all pairs cost no more than one.
SPLITS = f"""
WITH by_period AS (
    SELECT i.one, i.other, date_trunc(?, i.day)::DATE AS start, count(*) AS incidents, sum(i.goldstein) AS balance
    {BETWEEN}
    WHERE i.goldstein IS NOT NULL AND {{counted}}
    GROUP BY ALL
),
summed AS (
    SELECT one, other, start,
        sum(incidents) OVER earlier AS incidents_before, sum(balance) OVER earlier AS balance_before,
        sum(incidents) OVER whole AS incidents, sum(balance) OVER whole AS balance
    FROM by_period
    WINDOW whole AS (PARTITION BY one, other),
        earlier AS (PARTITION BY one, other ORDER BY start ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)
),
splits AS (
    SELECT one, other, start, incidents_before, incidents - incidents_before AS incidents_after,
        balance_before / incidents_before AS before,
        (balance - balance_before) / (incidents - incidents_before) AS after
    FROM summed
    WHERE incidents >= ? AND incidents_before >= ? AND incidents - incidents_before >= ?
)
SELECT s.*, a.name AS one_name, b.name AS other_name,
    abs(after - before) * sqrt(incidents_before * incidents_after / (incidents_before + incidents_after)) AS size
FROM splits AS s
JOIN digest_states AS a ON a.iso3 = s.one
JOIN digest_states AS b ON b.iso3 = s.other
QUALIFY row_number() OVER (PARTITION BY s.one, s.other ORDER BY size DESC, start) = 1
ORDER BY size DESC, s.one, s.other LIMIT ?"""


@dataclass(frozen=True, slots=True)
class MovedPair:
    """Two states, their index, and the one cut that divides their incidents best.

    `turn` is only the best of all cuts, which the least difference has too; `change_points` says what is more than chance.
    `size` is the change of the mean weight, times the root of the number of incidents that stand on both sides of it.
    """

    tension: Tension
    names: tuple[str, str]
    turn: ChangePoint
    size: float


def pairs_moved(
    select: Selects, by: Step = "week", *, since: date | None = None, until: date | None = None, limit: int = 12,
    minimum: int = 2 * MINIMUM_INCIDENTS, claimed: bool = False,
) -> tuple[MovedPair, ...]:  # fmt: skip
    """The pairs of states with at least `minimum` incidents that moved most, those first."""
    counted = Counted(since, until, claimed, WIDEST[by])
    parameters = [by, *counted.parameters, minimum, MINIMUM_INCIDENTS, MINIMUM_INCIDENTS, limit]
    rows = select.select(SPLITS.format(counted=counted.condition), parameters)
    indices = tensions(select, [(row["one"], row["other"]) for row in rows], by, counted)
    return tuple(_moved(row, index) for row, index in zip(rows, indices, strict=True))


def _moved(row: dict[str, Any], index: Tension) -> MovedPair:
    means = round(row["before"], 2), round(row["after"], 2)
    turn = ChangePoint(row["start"], *means, int(row["incidents_before"]), int(row["incidents_after"]))
    return MovedPair(index, (row["one_name"], row["other_name"]), turn, round(row["size"], 2))
