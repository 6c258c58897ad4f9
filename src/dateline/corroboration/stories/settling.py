"""What follows for stories from the articles that stand in them: title, first and last day, turns."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from dateline.archive.archive import Archive
from dateline.archive.stories import Story, StoryArticle
from dateline.corroboration.stories.profiles import profiles_in, spread_evenly
from dateline.corroboration.stories.telling import COMPARED, title_of, turns_of

RETOLD = 200
"""Last articles of a very long story among which turns are looked for; what was found before stays."""

TITLES = "SELECT id, title FROM articles WHERE title IS NOT NULL AND id IN (SELECT unnest(?))"
DAYS = "SELECT id, published_start AS day FROM articles WHERE id IN (SELECT unnest(?))"


def settle(archive: Archive, stories: Collection[str]) -> None:
    """Work out anew what is known of these stories; those without articles end."""
    members = archive.stories.members(stories)
    known = _Known(archive, [found for found in members.values() if found])
    settled = [known.settled(story, found) for story, found in members.items() if found]
    with archive.transaction():
        archive.stories.drop([story for story, found in members.items() if not found])
        archive.stories.write(settled)
        archive.stories.place([one for story in settled for one in _changed(members[story.id], story.articles)])


class _Known:
    """What is needed of the articles of some stories, fetched for all of them together."""

    def __init__(self, archive: Archive, stories: Sequence[Sequence[StoryArticle]]) -> None:
        compared = [article for story in stories for article in _compared(story)]
        self._deeds = archive.story_profiles.deeds([one.article for story in stories for one in story[-RETOLD:]])
        self._profiles = profiles_in(archive, _of_several(stories))
        self._titles = {row["id"]: row["title"] for row in archive.select(TITLES, [compared])}
        everything = [one.article for story in stories for one in story]
        self._days = {row["id"]: row["day"] for row in archive.select(DAYS, [everything])}

    def settled(self, story: str, members: Sequence[StoryArticle]) -> Story:
        """The story with what follows from its articles, which come in order of time."""
        told = [self._deeds[one.article] for one in members[-RETOLD:] if one.article in self._deeds]
        turns = turns_of(told) if len(told) > 1 else {}
        title = self._title(_compared(members))
        days = [day for one in members if (day := self._days.get(one.article))]
        articles = tuple(_with_turn(one, turns, one.article in self._deeds) for one in members)
        return Story(story, self._titles.get(title or ""), title, min(days, default=None), max(days, default=None), articles)

    def _title(self, articles: Sequence[str]) -> str | None:
        """The article that gives the title."""
        if len(articles) == 1:
            return articles[0] if self._titles.get(articles[0]) else None
        return title_of([self._profiles[key] for key in articles if key in self._profiles], self._titles)


def _compared(members: Sequence[StoryArticle]) -> Sequence[str]:
    return spread_evenly([one.article for one in members[-RETOLD:]], COMPARED)


def _of_several(stories: Iterable[Sequence[StoryArticle]]) -> list[str]:
    """The articles compared for a title, without those that stand alone."""
    return [article for story in stories if len(story) > 1 for article in _compared(story)]


def _with_turn(member: StoryArticle, turns: Mapping[str, str], looked_at: bool) -> StoryArticle:
    return replace(member, turn=turns.get(member.article)) if looked_at else member


def _changed(before: Sequence[StoryArticle], after: Sequence[StoryArticle]) -> Iterator[StoryArticle]:
    return (new for old, new in zip(before, after, strict=True) if old != new)
