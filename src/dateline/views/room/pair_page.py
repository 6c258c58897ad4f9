"""A pair of states: its index of conflict and cooperation over time, the changes in it, and what each says of the other."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from dateline.analysis.change_points import ChangePoint, can_find_changes, change_points
from dateline.analysis.moved_pairs import MovedPair, pairs_moved
from dateline.analysis.periods import Step, fitting_step
from dateline.analysis.tension import Tension, tension
from dateline.analysis.volume import period_of
from dateline.errors import ArchiveError
from dateline.views.room.asking import PAGE, Paged
from dateline.views.room.incident_lines import IncidentLine, incident_lists
from dateline.views.room.party import Party
from dateline.views.room.reader import Reader
from dateline.views.room.statement_lines import StatementLine, statement_line

PAIRS = """
SELECT d.one, d.other, count(*) AS incidents, avg(d.goldstein) AS mean, sum(d.goldstein) AS balance,
    count(*) FILTER (d.quad LIKE '%conflict') AS conflict, max(d.day) AS latest
FROM digest_pairs AS d
WHERE d.standing = 'vouched' GROUP BY ALL ORDER BY incidents DESC, d.one, d.other
"""


MEETINGS = "SELECT latest, widest FROM digest_meetings WHERE pair = ?"
EXCHANGES = "SELECT * FROM digest_exchanges WHERE pair IN (?, ?) ORDER BY day DESC NULLS LAST, confidence DESC, article, number"


@dataclass(frozen=True, slots=True)
class PairLine:
    """Two states, the number of vouched incidents between them, how many of these are of conflict, and their weights."""

    one: Party
    other: Party
    incidents: int
    conflict: int
    mean: float | None
    balance: float | None
    latest: date | None


@dataclass(frozen=True, slots=True)
class PairList:
    """One page of the pairs, those with most incidents first."""

    paged: Paged
    pairs: tuple[PairLine, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """A rupture of the index: means of the weights before and after, and the incidents behind it."""

    point: ChangePoint
    incidents: tuple[IncidentLine, ...]


@dataclass(frozen=True, slots=True)
class PairPage:
    """All about a pair. `one` comes first in the alphabet; `claimed` tells whether the index counts what is only claimed."""

    one: Party
    other: Party
    tension: Tension
    changes: tuple[Change, ...]
    can_find_changes: bool
    latest: tuple[IncidentLine, ...]
    widest: tuple[IncidentLine, ...]
    one_of_other: tuple[StatementLine, ...]
    other_of_one: tuple[StatementLine, ...]
    claimed: bool = False


def pair_list(reader: Reader, page: int = 1, size: int = PAGE) -> PairList:
    """The pairs of states with at least one incident that is vouched for."""
    pairs = reader.known.get("pairs", lambda: tuple(_pair_line(reader, row) for row in reader.select(PAIRS)))
    paged = Paged.of(len(pairs), page, size)
    return PairList(paged, pairs[paged.offset(size) :][:size])


def _pair_line(reader: Reader, row: dict[str, Any]) -> PairLine:
    return PairLine(state(reader, row.pop("one")), state(reader, row.pop("other")), **row)


def pair_page(reader: Reader, one: str, other: str, by: Step | None = None, claimed: bool = False) -> PairPage:
    """The pair in either order; raises ArchiveError where one is no state, or both are the same."""
    first, second = (state(reader, key) for key in sorted((one, other)))
    if first == second:
        raise ArchiveError("a pair is two states")
    index = pair_tension(reader, first.key, second.key, by, claimed)
    changes = change_points(reader, index, claimed=claimed)
    met = reader.one(MEETINGS, [f"{first.key}-{second.key}"]) or {"latest": [], "widest": []}
    latest, widest, *behind = incident_lists(reader, met["latest"], met["widest"], *(point.behind for point in changes))
    return PairPage(
        first, second, index, tuple(map(Change, changes, behind)), can_find_changes(), latest, widest,
        *_exchanges(reader, first.key, second.key), claimed,
    )  # fmt: skip


def _exchanges(reader: Reader, one: str, other: str) -> tuple[tuple[StatementLine, ...], tuple[StatementLine, ...]]:
    """What the one says of the other, and the other of the one."""
    there, back = f"{one}-{other}", f"{other}-{one}"
    found: dict[str, list[StatementLine]] = {there: [], back: []}
    for row in reader.select(EXCHANGES, [there, back]):
        found[row["pair"]].append(statement_line(row))
    return tuple(found[there]), tuple(found[back])


def pair_tension(reader: Reader, one: str, other: str, by: Step | None = None, claimed: bool = False) -> Tension:
    """The index of the pair, by default in steps that fit its whole time."""
    period = period_of(reader)
    return tension(reader, one, other, by or (fitting_step(*period) if period else "week"), claimed=claimed)


def state(reader: Reader, key: str) -> Party:
    """The state with this code; raises ArchiveError where there is none."""
    if key not in reader.states:
        raise ArchiveError(f"no state has the code {key!r}")
    return Party(key, reader.states[key], is_state=True)


def moved(reader: Reader, limit: int = 8) -> tuple[MovedPair, ...]:
    """The pairs that moved most, worked out once for a state of the archive."""
    period = period_of(reader)
    by = fitting_step(*period) if period else "week"
    return reader.known.get(("moved", limit), lambda: pairs_moved(reader, by, limit=limit))
