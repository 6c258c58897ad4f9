"""The running stories of an archive as they are stored: articles, decisions, and what articles are compared by."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from dateline.archive.clock import utc_now
from dateline.archive.decision import Decision
from dateline.archive.memory import Kept
from dateline.errors import ArchiveError

if TYPE_CHECKING:
    from dateline.archive.archive import Archive

SHORTEST_PREFIX = 6
KEPT = 1 << 15
"""Articles whose stories are kept in memory."""
CURRENT = """
WITH RECURSIVE chain AS (
    SELECT id AS asked, id, merged_into FROM stories WHERE id IN (SELECT unnest(?))
    UNION SELECT chain.asked, s.id, s.merged_into FROM chain JOIN stories AS s ON s.id = chain.merged_into
) SELECT asked, id FROM chain WHERE merged_into IS NULL
"""

LATEST = """
SELECT m.*, a.title, count(*) OVER of_story AS number, min(a.published_start) OVER of_story AS first_day,
    max(a.published_start) OVER of_story AS last_day
FROM story_articles AS m JOIN articles AS a ON a.id = m.article WHERE m.story IN (SELECT unnest($1))
WINDOW of_story AS (PARTITION BY m.story)
QUALIFY row_number() OVER (PARTITION BY m.story ORDER BY a.published_start DESC NULLS FIRST, a.number DESC) <= $2
ORDER BY a.published_start NULLS LAST, a.number
"""


@dataclass(frozen=True, slots=True)
class StoryArticle:
    """An article's place in a story; the fields are the columns of `story_articles`."""

    article: str
    story: str
    nearest: str | None
    score: float | None
    reason: str
    turn: str | None = None


@dataclass(frozen=True, slots=True)
class Story:
    """A story; `articles` are those that stand in it, in order of time."""

    id: str
    title: str | None
    title_article: str | None
    first_day: date | None
    last_day: date | None
    articles: tuple[StoryArticle, ...]

    @property
    def turns(self) -> tuple[StoryArticle, ...]:
        """The articles that opened new turns."""
        return tuple(one for one in self.articles if one.turn is not None)


@dataclass(frozen=True, slots=True)
class LatestArticles:
    """The latest articles of a story in order of time with their headlines, and of all of it the number, first and last day."""

    story: str
    articles: tuple[StoryArticle, ...]
    titles: Mapping[str, str]
    number: int
    first_day: date | None
    last_day: date | None


@dataclass(frozen=True, slots=True)
class StoryDecision(Decision):
    """A user's decision that an article belongs to a story; the fields are the columns of `story_decisions`."""

    number: int
    article: str
    from_story: str | None
    to_story: str
    reason: str
    decided_by: str
    decided_at: datetime
    undone_by: str | None = None
    undone_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class StoredProfile:
    """What an article is about, as it is stored; the fields are the columns of `story_profiles`."""

    article: str
    day: date | None
    method: str
    terms: bytes
    names: tuple[str, ...] = ()
    deeds: tuple[str, ...] = ()


class Stories:
    """The stories of one archive: `archive.stories`. Each method that writes is one transaction."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive

    def listing(self, least: int = 2, about: Collection[str] | None = None) -> tuple[Story, ...]:
        """Stories of at least so many articles, the latest first; only those with one of the articles `about`, if given."""
        query = """SELECT id, title, title_article, first_day, last_day FROM stories WHERE articles >= $1 AND ($2 IS NULL OR
            id IN (SELECT story FROM story_articles WHERE article IN (SELECT unnest($2))))
            ORDER BY last_day DESC NULLS LAST, articles DESC, id"""
        rows = self._archive.select(query, [least, None if about is None else list(about)])
        members = self.members([row["id"] for row in rows])
        return tuple(Story(**row, articles=members[row["id"]]) for row in rows)

    def members(self, stories: Collection[str]) -> dict[str, tuple[StoryArticle, ...]]:
        """The articles of each of these stories in order of time."""
        query = """SELECT m.* FROM story_articles AS m JOIN articles AS a ON a.id = m.article WHERE m.story IN (SELECT unnest(?))
            ORDER BY a.published_start NULLS LAST, a.number"""
        found: dict[str, list[StoryArticle]] = {story: [] for story in stories}
        for row in self._archive.select(query, [list(stories)]):
            found[row["story"]].append(StoryArticle(**row))
        return {story: tuple(members) for story, members in found.items()}

    def latest(self, stories: Collection[str], most: int) -> tuple[LatestArticles, ...]:
        """The latest articles, at most so many, of each of these stories; those without articles are left out."""
        found: dict[str, list[dict[str, Any]]] = {}
        for row in self._archive.select(LATEST, [list(stories), most]) if stories else ():
            found.setdefault(row["story"], []).append(row)
        return tuple(_latest(story, rows) for story, rows in found.items())

    def of_articles(self, articles: Collection[str] | None = None) -> dict[str, str]:
        """The story of each of these articles, or of all; an article without a place in any is left out."""
        if articles is not None:
            return self._stories.get(articles, self._fetch)
        return {row["article"]: row["story"] for row in self._archive.select("SELECT article, story FROM story_articles")}

    def current(self, stories: Collection[str]) -> dict[str, str]:
        """For each of these ids the story in which it went on, itself if it did not end."""
        return {row["asked"]: row["id"] for row in self._archive.select(CURRENT, [list(stories)])}

    def find(self, words: str) -> str:
        """The story that is meant by an id or the beginning of one; raises ArchiveError where that is none or several."""
        query = "SELECT id FROM stories WHERE starts_with(id, ?) ORDER BY id LIMIT 6"
        found = [row["id"] for row in self._archive.select(query, [words.strip()])] if len(words) >= SHORTEST_PREFIX else []
        if words in found or len(found) == 1:
            return self.current([words if words in found else found[0]])[words if words in found else found[0]]
        problem = f"{len(found)} stories have ids that begin with" if found else "no story has the id"
        raise ArchiveError(f"{self._archive.path}: {problem} {words!r} (`dateline stories list` shows them)")

    def decisions(self) -> tuple[StoryDecision, ...]:
        """All of them in the order in which they were made, also those taken back."""
        return tuple(StoryDecision(**row) for row in self._archive.select("SELECT * FROM story_decisions ORDER BY number"))

    def enter(self, article: str, to_story: str, reason: str, by: str) -> StoryDecision:
        """Record a decision, without moving the article."""
        last = self._archive.select("SELECT coalesce(max(number), 0) AS last FROM story_decisions")[0]["last"]
        before = self.of_articles([article]).get(article)
        decision = StoryDecision(last + 1, article, before, to_story, reason, by, utc_now())
        with self._archive.transaction():
            self._archive.insert({"story_decisions": [asdict(decision)]})
        return decision

    def take_back(self, number: int, by: str) -> None:
        """Mark a decision as undone, without moving the article."""
        with self._archive.transaction():
            query = "UPDATE story_decisions SET undone_by = ?, undone_at = ? WHERE undone_at IS NULL AND number = ?"
            self._archive.execute(query, [by, utc_now(), number])

    def place(self, placed: Sequence[StoryArticle]) -> None:
        """Store places in stories, each in the place of an earlier one of the same article."""
        if not placed:
            return
        with self._archive.transaction():
            self.take_out([one.article for one in placed])
            self.add(placed)

    def add(self, placed: Sequence[StoryArticle]) -> None:
        """Store places of articles that have none; within a transaction."""
        self._archive.insert({"story_articles": [_row(one) for one in placed]})
        self._stories.put({one.article: one.story for one in placed})

    def take_out(self, articles: Collection[str]) -> None:
        """Remove the articles from their stories."""
        if articles:
            self._archive.execute("DELETE FROM story_articles WHERE article IN (SELECT unnest(?))", [list(articles)])
            self._stories.drop(articles)

    def write(self, rows: Sequence[dict[str, Any]]) -> None:
        """Store what is known of stories, rows of the table, in the place of what was known before."""
        with self._archive.transaction():
            self._archive.execute("DELETE FROM stories WHERE id IN (SELECT unnest(?))", [[row["id"] for row in rows]])
            self._archive.insert({"stories": list(rows)})

    def drop(self, stories: Collection[str]) -> None:
        """Remove stories that have no article left and went on nowhere."""
        if stories:
            query = "DELETE FROM stories WHERE merged_into IS NULL AND id IN (SELECT unnest(?))"
            self._archive.execute(query, [list(stories)])

    def note_merged(self, merged: Mapping[str, str]) -> None:
        """Store that stories went on in others."""
        rows = [
            {
                "id": old,
                "title": None,
                "title_article": None,
                "first_day": None,
                "last_day": None,
                "articles": 0,
                "merged_into": new,
            }
            for old, new in merged.items()
        ]
        if not rows:
            return
        with self._archive.transaction():
            self._archive.execute("DELETE FROM stories WHERE id IN (SELECT unnest(?))", [list(merged)])
            self._archive.insert({"stories": rows})

    def _fetch(self, articles: Collection[str]) -> dict[str, str]:
        query = "SELECT article, story FROM story_articles WHERE article IN (SELECT unnest(?))"
        return {row["article"]: row["story"] for row in self._archive.select(query, [list(articles)])}

    @property
    def _stories(self) -> Kept[str, str]:
        return self._archive.memory.of("stories of articles", KEPT)


def _latest(story: str, rows: Sequence[Mapping[str, Any]]) -> LatestArticles:
    articles = tuple(StoryArticle(**{name: row[name] for name in StoryArticle.__slots__}) for row in rows)
    titles = {row["article"]: row["title"] for row in rows if row["title"] is not None}
    return LatestArticles(story, articles, titles, rows[0]["number"], rows[0]["first_day"], rows[0]["last_day"])


def _row(one: StoryArticle) -> dict[str, Any]:
    return {name: getattr(one, name) for name in StoryArticle.__slots__}
