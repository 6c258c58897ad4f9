"""The conflict-cooperation index of two states: Goldstein weights of distinct incidents, summed by day, week or month."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from dateline.analysis.digest import Counted, Selects
from dateline.analysis.periods import ONE_DAY, WIDEST, Step, following, spans, start_of
from dateline.knowledge.event_words import QUAD_CLASSES

Quad = tuple[int, int, int, int]
"""Numbers of incidents by quad class, in the order of `QUAD_CLASSES`."""

QUAD_COUNTS = ", ".join(f"count(*) FILTER (i.quad = '{name}') AS quad_{n}" for n, name in enumerate(QUAD_CLASSES))
BETWEEN = "FROM digest_pairs AS i"
# What does not fit into a period has no start.
SERIES = f"""
WITH wanted AS (SELECT unnest(?) AS one, unnest(?) AS other)
SELECT i.one, i.other, CASE WHEN i.goldstein IS NOT NULL AND {{fits}} THEN date_trunc(?, i.day)::DATE END AS start,
    count(*) AS incidents, round(coalesce(sum(greatest(i.goldstein, 0)), 0), 2) AS cooperation,
    round(coalesce(sum(least(i.goldstein, 0)), 0), 2) AS conflict, {QUAD_COUNTS},
    count(*) FILTER (NOT i.is_dated) AS undated
{BETWEEN} JOIN wanted AS w ON w.one = i.one AND w.other = i.other
WHERE {{in_reach}}
GROUP BY ALL ORDER BY ALL"""


@dataclass(frozen=True, slots=True)
class Period:
    """A day, week or month, bounds included.

    `cooperation` is the sum of the weights above zero (up to +10 each), `conflict` of those below (down to -10 each).
    """

    start: date
    end: date
    cooperation: float
    conflict: float
    incidents: int
    quad: Quad

    @property
    def balance(self) -> float:
        """Both together: a balance of zero may be a quiet week or a stormy one."""
        return round(self.cooperation + self.conflict, 2)

    @property
    def mean(self) -> float | None:
        """The weight of an incident on average; None where there is none."""
        return round(self.balance / self.incidents, 2) if self.incidents else None


@dataclass(frozen=True, slots=True)
class Tension:
    """The index of two states, `one` before `other` by ISO code; periods without an incident are among the periods.

    `undated` of the incidents stand on the day on which they were first reported, since no article dates them. `left_out` more
    are counted nowhere: they have no weight, or are dated to more than a day, a week or a month, whatever a period is.
    """

    one: str
    other: str
    by: Step
    periods: tuple[Period, ...]
    undated: int
    left_out: int

    @property
    def incidents(self) -> int:
        return sum(period.incidents for period in self.periods)

    @property
    def balance(self) -> float:
        return round(sum(period.balance for period in self.periods), 1)


def tension(
    select: Selects, one: str, other: str, by: Step = "week", *, since: date | None = None, until: date | None = None,
    claimed: bool = False,
) -> Tension:  # fmt: skip
    """The index of two states given by ISO codes, each incident once however often reported; without bounds from first to last.

    What is planned, hypothetical or denied never counts, what is only claimed on demand. An incident that no article dates
    counts on the day on which it was first reported.
    """
    first, second = sorted((one, other))
    return tensions(select, [(first, second)], by, Counted(since, until, claimed))[0]


def tensions(select: Selects, pairs: Sequence[tuple[str, str]], by: Step, counted: Counted) -> tuple[Tension, ...]:
    """The indices of several pairs of ISO codes, each in alphabetical order, in one question."""
    counted = replace(counted, widest=WIDEST[by])
    query = SERIES.format(fits=counted.fits, in_reach=counted.in_reach)
    rows = select.select(query, [[one for one, _ in pairs], [other for _, other in pairs], by, *counted.parameters])
    return tuple(_tension(pair, [row for row in rows if (row["one"], row["other"]) == pair], by, counted) for pair in pairs)


def quad_of(row: dict[str, Any]) -> Quad:
    """The four counts of `QUAD_COUNTS` in a row."""
    return (row["quad_0"], row["quad_1"], row["quad_2"], row["quad_3"])


def _tension(pair: tuple[str, str], rows: list[dict[str, Any]], by: Step, counted: Counted) -> Tension:
    placed = {row["start"]: row for row in rows if row["start"]}
    undated = sum(row["undated"] for row in placed.values())
    left_out = sum(row["incidents"] for row in rows if not row["start"])
    return Tension(*pair, by, _periods(placed, by, counted), undated, left_out)


def _periods(placed: dict[date, dict[str, Any]], by: Step, counted: Counted) -> tuple[Period, ...]:
    since = counted.since or min(placed, default=None)
    until = counted.until or (following(max(placed), by) - ONE_DAY if placed else None)
    if since is None or until is None:
        return ()
    return tuple(_period(start, end, placed.get(start_of(start, by))) for start, end in spans(since, until, by))


def _period(start: date, end: date, row: dict[str, Any] | None) -> Period:
    if row is None:
        return Period(start, end, 0.0, 0.0, 0, (0, 0, 0, 0))
    return Period(start, end, row["cooperation"], row["conflict"], row["incidents"], quad_of(row))
