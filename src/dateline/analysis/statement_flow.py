"""Who spoke when: statements of the actors that speak most, by day, week or month."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from dateline.analysis.digest import Selects
from dateline.analysis.periods import Step, spans, start_of
from dateline.analysis.volume import period_of

LOUDEST = """
SELECT said.identity, x.name, sum(said.statements)::BIGINT AS statements
FROM digest_said AS said JOIN digest_actors AS x ON x.id = said.identity
WHERE said.day BETWEEN ? AND ? AND {such}
GROUP BY ALL ORDER BY statements DESC, said.identity LIMIT ?"""
ANYBODY = "(? IS NULL AND x.kind NOT IN ('outlet', 'people', 'other', 'company'))"
COUNTS = """
SELECT identity, date_trunc(?, day)::DATE AS start, sum(statements)::BIGINT AS statements
FROM digest_said WHERE day BETWEEN ? AND ? AND identity IN (SELECT unnest(?))
GROUP BY ALL"""


@dataclass(frozen=True, slots=True)
class SpeakerFlow:
    """An actor across articles, and how many statements it made in each period; silent periods are among them."""

    identity: str
    name: str
    statements: int
    counts: tuple[tuple[date, int], ...]


def statement_flow(
    select: Selects, by: Step = "week", *, since: date | None = None, until: date | None = None, identity: str | None = None,
    limit: int = 8,
) -> tuple[SpeakerFlow, ...]:  # fmt: skip
    """The actors with most statements, those first, or one alone; statements without a day of their own count when reported.

    The same words in several articles count in each, save in copies.
    """
    period = period_of(select)
    if period is None:
        return ()
    bounds = since or period[0], until or period[1]
    such = "said.identity = ?" if identity else ANYBODY
    loudest = select.select(LOUDEST.format(such=such), [*bounds, identity, limit])
    counted = select.select(COUNTS, [by, *bounds, [row["identity"] for row in loudest]])
    starts = [start_of(start, by) for start, _ in spans(*bounds, by)]
    return tuple(_flow(row, starts, counted) for row in loudest)


def _flow(row: dict[str, Any], starts: Sequence[date], counted: Sequence[dict[str, Any]]) -> SpeakerFlow:
    own = {count["start"]: count["statements"] for count in counted if count["identity"] == row["identity"]}
    return SpeakerFlow(**row, counts=tuple((start, own.get(start, 0)) for start in starts))
