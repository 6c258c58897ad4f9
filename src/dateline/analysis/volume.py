"""How much happened: incidents by day, week or month and quad class."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from dateline.analysis.digest import Counted, Selects
from dateline.analysis.periods import WIDEST, Step, spans, start_of
from dateline.analysis.tension import QUAD_COUNTS, Quad, quad_of

COUNTS = f"""
SELECT date_trunc(?, i.day)::DATE AS start, {QUAD_COUNTS}
FROM digest_incidents AS i
WHERE {{counted}}
    AND (? IS NULL OR i.id IN (SELECT s.incident FROM digest_parts AS s WHERE s.party = ?))
GROUP BY 1"""
PUBLISHED = "SELECT min(published_end) AS first, max(published_end) AS last FROM articles"


@dataclass(frozen=True, slots=True)
class Volume:
    """A day, week or month, bounds included, and its incidents by quad class in the order of `QUAD_CLASSES`."""

    start: date
    end: date
    quad: Quad

    @property
    def incidents(self) -> int:
        return sum(self.quad)


def volume(
    select: Selects, by: Step = "week", *, since: date | None = None, until: date | None = None, party: str | None = None,
    claimed: bool = False,
) -> tuple[Volume, ...]:  # fmt: skip
    """Incidents that articles vouch for, each once, by period; of one party on demand. Empty periods are among them.

    Without bounds the time is that in which the articles appeared: what they look back on is left out.
    """
    period = period_of(select)
    if period is None:
        return ()
    counted = Counted(since or period[0], until or period[1], claimed, WIDEST[by])
    rows = select.select(COUNTS.format(counted=counted.condition), [by, *counted.parameters, party, party])
    quads = {row["start"]: quad_of(row) for row in rows}
    bounds = spans(counted.since or period[0], counted.until or period[1], by)
    return tuple(Volume(start, end, quads.get(start_of(start, by), (0, 0, 0, 0))) for start, end in bounds)


def period_of(select: Selects) -> tuple[date, date] | None:
    """The first and the last day on which an article appeared; None where no article is dated."""
    row = select.select(PUBLISHED)[0]
    return (row["first"], row["last"]) if row["first"] else None
