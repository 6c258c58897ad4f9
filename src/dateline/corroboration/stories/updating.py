"""Bringing the stories of an archive up to date after articles were added, in whatever order they come.

Each article is compared with those of the same days that share its heaviest terms, whether they were added before it or appeared
after it: adding k articles costs k.
"""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date

from dateline.archive.archive import Archive
from dateline.archive.copy_relation import CopyRelation
from dateline.archive.stories import StoryArticle, StoryDecision
from dateline.contract import from_json
from dateline.corroboration.stories.features import features_of
from dateline.corroboration.stories.placing import WINDOW, Board, Place
from dateline.corroboration.stories.profiles import METHOD, Profile, forget, profile_of, profiles_in, rarity_in, stored, terms_of
from dateline.corroboration.stories.settling import settle
from dateline.records import Reading, content_id

logger = logging.getLogger(__name__)

AT_ONCE = 64
"""Articles of an older archive that are placed and committed together."""
SHARED_KEYS, MOST_CANDIDATES = 2, 100
"""Heavy terms that two articles must share to be compared, and the number of articles that one is compared with."""


def bring_up_to_date(
    archive: Archive, articles: Sequence[str], readings: Iterable[Reading] | None = None
) -> tuple[StoryArticle, ...]:
    """Find the stories of these articles, store them, and give back the places of the articles.

    `readings` are those of the articles, if at hand; else they are fetched. Belongs into the transaction that adds the articles,
    after the copies were found.
    """
    if not articles:
        return ()
    with archive.transaction():
        profiles = _profiles(archive, _fetched(archive, articles) if readings is None else readings)
        return place(archive, profiles)


def renew(archive: Archive) -> None:
    """Find the stories of articles that were added before this method was there, in order of time."""
    waiting = archive.story_profiles.lacking(METHOD)
    if waiting:
        logger.info("the stories of %d articles are looked for for the first time", len(waiting))
    for start in range(0, len(waiting), AT_ONCE):
        bring_up_to_date(archive, waiting[start : start + AT_ONCE])


def place(archive: Archive, profiles: Sequence[Profile]) -> tuple[StoryArticle, ...]:
    """Place articles whose profiles are stored, wherever they stood before."""
    round_ = _Round(archive, profiles)
    placed = tuple(round_.placed())
    archive.stories.add(placed)
    round_.store_joined()
    settle(archive, round_.touched)
    return placed


class _Round:
    """Some articles to be placed, in order of time, among those that are near them."""

    def __init__(self, archive: Archive, profiles: Sequence[Profile]) -> None:
        self._archive = archive
        self._new = sorted(profiles, key=lambda one: (one.day or date.max, one.article))
        articles = [one.article for one in self._new]
        self._before = archive.stories.of_articles(archive.first_stored.traced(articles, "stories"))
        archive.stories.take_out(self._before)
        days, keys = {one.article: one.day for one in self._new}, {one.article: one.keys for one in self._new}
        self._near = archive.story_profiles.near(days, keys, WINDOW, shared=SHARED_KEYS, most=MOST_CANDIDATES)
        self._profiles = _loaded(archive, self._near) | {one.article: one for one in self._new}
        self._copies = {
            relation.article: relation for relation in reversed(archive.copies(articles)) if relation.kind != "partial"
        }
        decisions = [d for d in archive.stories.decisions() if d.stands]
        self._moved = {d.article: d for d in decisions}
        originals = [relation.original for relation in self._copies.values()]
        standing = archive.stories.of_articles([*self._profiles, *originals])
        self._board = Board(standing, _apart(archive, decisions))

    def placed(self) -> Iterator[StoryArticle]:
        """The place of each article, under the story's last id."""
        places = [(one, self._place(one)) for one in self._new]
        for one, (reason, where) in places:
            nearest = where.nearest.article if where.nearest else None
            yield StoryArticle(one.article, self._board.story_of[one.article], nearest, where.score, reason)

    def store_joined(self) -> None:
        """Store which stories went on in others, with all their articles."""
        joined = {old: self._last(old) for old in self._board.joined}
        if not joined:
            return
        for story, members in self._archive.stories.members(joined).items():
            moved = [StoryArticle(m.article, joined[story], m.nearest, m.score, m.reason) for m in members]
            self._archive.stories.place(moved)
        self._archive.stories.note_merged(joined)

    @property
    def touched(self) -> set[str]:
        """The stories that have changed."""
        now = {self._board.story_of[one.article] for one in self._new} | {self._last(old) for old in self._board.joined}
        return (now | set(self._before.values())) - self._board.joined.keys()

    def _place(self, one: Profile) -> tuple[str, Place]:
        if decision := self._moved.get(one.article):
            story = self._archive.stories.current([decision.to_story]).get(decision.to_story, decision.to_story)
            self._board.story_of[one.article] = story
            return decision.reason, Place(story)
        relation = self._copies.get(one.article)
        if relation and (with_original := self._board.story_of.get(relation.original)):
            return self._with_original(one, relation, with_original)
        others = [self._profiles[key] for key in self._near.get(one.article, ()) if key in self._profiles]
        where = self._board.place(one, others, content_id("story", one.article))
        return _reason(one, where), where

    def _with_original(self, one: Profile, relation: CopyRelation, story: str) -> tuple[str, Place]:
        self._board.story_of[one.article] = story
        original = self._profiles.get(relation.original) or Profile(relation.original, None, {}, (), ())
        return f"copy: {relation.reason}", Place(story, original, relation.share)

    def _last(self, story: str) -> str:
        while story in self._board.joined:
            story = self._board.joined[story]
        return story


def _reason(one: Profile, where: Place) -> str:
    if where.nearest is None:
        return "opens a story" if one.day else "without a date it has no place in time"
    days = abs((one.day - where.nearest.day).days) if one.day and where.nearest.day else 0
    apart = "the same day" if not days else f"{days} day{'s' * (days > 1)} apart"
    return f"{apart}; both about {', '.join(one.common_names(where.nearest)) or 'the same'}"


def _apart(archive: Archive, decisions: Iterable[StoryDecision]) -> frozenset[frozenset[str]]:
    """Stories between which a user has moved an article."""
    found = [decision for decision in decisions if decision.from_story]
    now = archive.stories.current([story for d in found for story in (d.from_story or "", d.to_story)]) if found else {}
    return frozenset(frozenset((now.get(d.from_story or "", ""), now.get(d.to_story, d.to_story))) for d in found)


def _loaded(archive: Archive, near: Mapping[str, Sequence[str]]) -> dict[str, Profile]:
    return profiles_in(archive, {other for others in near.values() for other in others})


def _profiles(archive: Archive, readings: Iterable[Reading]) -> list[Profile]:
    """The profiles of articles, stored, with their terms counted."""
    found = {reading.article.id: (_day(reading), features_of(reading)) for reading in readings}
    terms = {key: terms_of(features) for key, (_, features) in found.items()}
    fresh = found.keys() - archive.story_profiles.known(archive.first_stored.traced(found, "story terms"))
    added = Counter(term for key in fresh for term in terms[key])
    wanted = {term for own in terms.values() for term in own}
    counts = archive.story_profiles.counts(wanted)
    archive.story_profiles.count(added, counts)
    total = archive.select("SELECT count(*) AS n FROM articles")[0]["n"]
    rarity = rarity_in({term: counts.get(term, 0) + added[term] for term in wanted}, total)
    made = [profile_of(key, day, features, terms[key], rarity) for key, (day, features) in found.items()]
    forget(archive, found)
    archive.story_profiles.add([stored(one) for one in made], {one.article: one.keys for one in made})
    return made


def _day(reading: Reading) -> date | None:
    return reading.article.published.start if reading.article.published else None


def _fetched(archive: Archive, articles: Collection[str]) -> list[Reading]:
    rows = archive.select("SELECT contract FROM readings WHERE article IN (SELECT unnest(?))", [list(articles)])
    return [from_json(row["contract"]) for row in rows]
