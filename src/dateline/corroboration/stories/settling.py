"""What follows for stories from the articles that stand in them: title, first and last day, turns."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from dateline.archive.archive import Archive
from dateline.archive.stories import LatestArticles, StoryArticle
from dateline.corroboration.stories.profiles import Profile, profiles_in, spread_evenly
from dateline.corroboration.stories.telling import COMPARED, title_of, turns_of

RETOLD = 200
"""Last articles of a very long story among which turns are looked for; what was found before stays."""


def settle(archive: Archive, stories: Collection[str]) -> None:
    """Work out anew what is known of these stories; those without articles end."""
    found = archive.stories.latest(stories, RETOLD)
    profiles = profiles_in(archive, _of_several(found))
    ended = set(stories) - {one.story for one in found}
    with archive.transaction():
        archive.stories.drop(ended)
        archive.stories.write([_settled(one, profiles) for one in found])
        archive.stories.place([changed for one in found for changed in _changed(one, profiles)])


def _settled(one: LatestArticles, profiles: Mapping[str, Profile]) -> dict[str, Any]:
    """What is stored of a story."""
    title = _title([article.article for article in one.articles], one.titles, profiles)
    return {
        "id": one.story, "title": one.titles.get(title or ""), "title_article": title, "first_day": one.first_day,
        "last_day": one.last_day, "articles": one.number, "merged_into": None,
    }  # fmt: skip


def _title(articles: Sequence[str], titles: Mapping[str, str], profiles: Mapping[str, Profile]) -> str | None:
    """The article that gives the title."""
    if len(articles) == 1:
        return articles[0] if titles.get(articles[0]) else None
    return title_of([profiles[key] for key in spread_evenly(articles, COMPARED) if key in profiles], titles)


def _of_several(stories: Iterable[LatestArticles]) -> list[str]:
    """The articles of stories of more than one."""
    return [one.article for story in stories if story.number > 1 for one in story.articles]


def _changed(story: LatestArticles, profiles: Mapping[str, Profile]) -> Iterator[StoryArticle]:
    """The articles that open another turn, or none, than was thought before."""
    told = [profiles[one.article] for one in story.articles if one.article in profiles]
    turns = turns_of(told) if len(told) > 1 else {}
    for one in story.articles:
        turn = turns.get(one.article)
        if turn != one.turn and (one.article in profiles or story.number == 1):
            yield replace(one, turn=turn)
