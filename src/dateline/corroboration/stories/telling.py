"""What a story is called, and which of its articles opened new turns."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence, Set
from functools import lru_cache

from dateline.corroboration.stems import stems
from dateline.corroboration.stories.features import deed_in_words
from dateline.corroboration.stories.profiles import Profile, term_hash
from dateline.knowledge.comment_headlines import is_comment

COMPARED = 60
"""Articles of a long story by which its title is chosen, spread over its days."""
SHORT_TITLE = 4
"""Words from which on a headline tells something."""
LATER = 1
"""Articles after it that must tell a new deed too, for it to be a turn and no mere detail."""
AGAIN = 30
"""Days after which a deed that was told before counts as new."""
MOST_DEEDS = 2
"""Deeds that are named of a turn."""


def title_of(profiles: Sequence[Profile], titles: Mapping[str, str]) -> str | None:
    """The article whose headline has most of what the articles have in common; None where none has a headline.

    Headlines of comments and questions count only where there is no other.
    """
    headed = [(number, title) for number, profile in enumerate(profiles) if (title := titles.get(profile.article))]
    words = {number: _title_terms(title) for number, title in headed}
    centre = _centre(profiles, {term for terms in words.values() for term in terms})
    ranked = [
        (is_comment(title) or len(title.split()) < SHORT_TITLE, -_centrality(words[number], centre), number)
        for number, title in headed
    ]
    return profiles[min(ranked)[2]].article if ranked else None


def turns_of(told: Sequence[Profile]) -> dict[str, str]:
    """For each article that opens a turn what is new in it; the articles come in order of time.

    A turn is a deed that no article told within a month before and that further articles tell too.
    """
    turns: dict[str, str] = {}
    last_told: dict[str, int] = {}
    left = Counter(deed for one in told for deed in one.deeds)
    for number, one in enumerate(told):
        day = one.day.toordinal() if one.day else 0
        left.subtract(one.deeds)
        fresh = [deed for deed in one.deeds if day - last_told.get(deed, -AGAIN) >= AGAIN]
        if new := [deed for deed in fresh if number and left[deed] >= LATER]:
            turns[one.article] = "; ".join(deed_in_words(deed) for deed in new[:MOST_DEEDS])
        last_told.update(dict.fromkeys(one.deeds, day))
    return turns


def _centre(profiles: Iterable[Profile], terms: Set[int]) -> dict[int, float]:
    """What these terms weigh in all articles together."""
    summed: dict[int, float] = {}
    for profile in profiles:
        weights = profile.weights
        for term in terms & weights.keys():
            summed[term] = summed.get(term, 0.0) + weights[term]
    return summed


@lru_cache(maxsize=1 << 13)
def _title_terms(title: str) -> tuple[int, ...]:
    return tuple(term_hash("word", word) for word in set(stems(title)))


def _centrality(terms: Sequence[int], centre: Mapping[int, float]) -> float:
    """Mean weight of the headline's words, short headlines held against it a little."""
    return sum([centre.get(term, 0.0) for term in terms]) / (len(terms) + SHORT_TITLE)
