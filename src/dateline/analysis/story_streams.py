"""How the stories that most is written about swell and ebb."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from dateline.analysis.digest import Selects
from dateline.analysis.periods import Step, spans, start_of
from dateline.analysis.volume import period_of

LARGEST = """
SELECT s.id AS story, s.title, count(*) AS articles, min(a.published_end) AS first, max(a.published_end) AS last
FROM story_articles AS m
JOIN articles AS a ON a.id = m.article
JOIN stories AS s ON s.id = m.story
WHERE a.published_end BETWEEN ? AND ?
GROUP BY ALL ORDER BY articles DESC, s.id LIMIT ?"""
COUNTS = """
SELECT m.story, date_trunc(?, a.published_end)::DATE AS start, count(*) AS articles
FROM story_articles AS m
JOIN articles AS a ON a.id = m.article
WHERE a.published_end BETWEEN ? AND ? AND m.story IN (SELECT unnest(?))
GROUP BY ALL"""


@dataclass(frozen=True, slots=True)
class StoryStream:
    """A story, and how many articles on it appeared in each period; periods without an article are among them."""

    story: str
    title: str
    first: date
    last: date
    articles: int
    counts: tuple[tuple[date, int], ...]


def story_streams(
    select: Selects, by: Step = "week", *, since: date | None = None, until: date | None = None, limit: int = 8
) -> tuple[StoryStream, ...]:
    """The stories with most articles in this time, by default all of the archive, in the order in which they begin."""
    period = period_of(select)
    if period is None:
        return ()
    bounds = since or period[0], until or period[1]
    largest = select.select(LARGEST, [*bounds, limit])
    counted = select.select(COUNTS, [by, *bounds, [row["story"] for row in largest]])
    starts = [start_of(start, by) for start, _ in spans(*bounds, by)]
    streams = (_stream(row, starts, counted) for row in largest)
    return tuple(sorted(streams, key=lambda stream: (stream.first, stream.story)))


def _stream(row: dict[str, Any], starts: Sequence[date], counted: Sequence[dict[str, Any]]) -> StoryStream:
    own = {count["start"]: count["articles"] for count in counted if count["story"] == row["story"]}
    return StoryStream(**row, counts=tuple((start, own.get(start, 0)) for start in starts))
