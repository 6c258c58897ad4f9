"""Running stories as lines of a list, and one of them as a page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from dateline.errors import ArchiveError
from dateline.views.room.asking import PAGE, Paged
from dateline.views.room.incident_lines import IncidentLine, incident_lines
from dateline.views.room.reader import Reader

LINES = "SELECT id, title, first_day, last_day, articles, outlets FROM digest_stories WHERE id IN (SELECT unnest(?))"
LISTED = """
SELECT * FROM digest_stories WHERE merged_into IS NULL AND articles > 1 ORDER BY articles DESC, last_day DESC, id LIMIT ? OFFSET ?
"""
COUNTED = "SELECT count(*) AS total FROM digest_stories WHERE merged_into IS NULL AND articles > 1"
ARTICLES = """
SELECT a.id, a.title, coalesce(a.outlet, 'unnamed outlet') AS outlet, a.published_end AS published, m.turn, m.score, m.reason,
    c.original, c.share
FROM story_articles AS m JOIN articles AS a ON a.id = m.article
LEFT JOIN digest_copies AS c ON c.article = a.id AND c.kind = 'copy'
WHERE m.story = ? ORDER BY a.published_end NULLS LAST, a.number
"""
FOREMOST = """
SELECT d.id FROM digest_incidents AS d
WHERE d.id IN (SELECT incident FROM digest_reports WHERE story = ?)
ORDER BY d.standing <> 'vouched', d.outlets DESC, d.in_headline DESC, d.confidence DESC, d.id LIMIT ?
"""


@dataclass(frozen=True, slots=True)
class StoryLine:
    """A running story under the headline that tells most of it."""

    id: str
    title: str
    first_day: date | None
    last_day: date | None
    articles: int
    outlets: int


@dataclass(frozen=True, slots=True)
class StoryArticle:
    """An article of a story; `turn` says what it was first to tell, `original` of what it is a copy."""

    id: str
    title: str | None
    outlet: str
    published: date | None
    turn: str | None
    score: float | None
    reason: str
    original: str | None
    share: float | None


@dataclass(frozen=True, slots=True)
class StoryList:
    """One page of the stories of more than one article, those of most articles first."""

    paged: Paged
    stories: tuple[StoryLine, ...]


@dataclass(frozen=True, slots=True)
class StoryPage:
    """A story with its articles in order of time and its foremost incidents in order of time."""

    line: StoryLine
    articles: tuple[StoryArticle, ...]
    incidents: tuple[IncidentLine, ...]


def story_lines(reader: Reader, ids: Sequence[str]) -> tuple[StoryLine, ...]:
    """The stories with these ids in this order."""
    rows = {row["id"]: row for row in reader.select(LINES, [list(ids)])}
    return tuple(story_line(rows[key]) for key in ids if key in rows)


def story_line(row: Mapping[str, Any]) -> StoryLine:
    """A row of digest_stories."""
    title = row["title"] or "Untitled story"
    return StoryLine(row["id"], title, row["first_day"], row["last_day"], row["articles"], row["outlets"])


def story_list(reader: Reader, page: int = 1, size: int = PAGE) -> StoryList:
    """The stories of at least two articles."""
    total = reader.select(COUNTED)[0]["total"]
    paged = Paged.of(total, page, size)
    return StoryList(paged, tuple(map(story_line, reader.select(LISTED, [size, paged.offset(size)]))))


def story_page(reader: Reader, key: str, most: int = 25) -> StoryPage:
    """The story with this id, or that into which it went; raises ArchiveError where there is none."""
    row = reader.one("SELECT coalesce(merged_into, id) AS id FROM stories WHERE id = ?", [key])
    if row is None:
        raise ArchiveError(f"no story has the id {key!r}")
    articles = tuple(StoryArticle(**found) for found in reader.select(ARTICLES, [row["id"]]))
    foremost = incident_lines(reader, [found["id"] for found in reader.select(FOREMOST, [row["id"], most])])
    incidents = tuple(sorted(foremost, key=lambda line: (line.day is None, line.day or date.min)))
    return StoryPage(story_lines(reader, [row["id"]])[0], articles, incidents)
