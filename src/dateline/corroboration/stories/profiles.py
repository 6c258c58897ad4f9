"""An article as a vector of weighted terms (tf-idf), by which it is compared with others.

Terms that stand in many articles weigh little (Spärck Jones 1972); their counts run with the archive and begin with those of
international news at large, so that in an archive on one story the words of that story are not taken for common ones. A weight
holds from the day on which its article was added.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property, lru_cache
from hashlib import blake2b

import numpy as np

from dateline.archive.archive import Archive
from dateline.archive.memory import Kept
from dateline.archive.stories import StoredProfile
from dateline.corroboration.stories.features import Features
from dateline.knowledge.background_terms import ARTICLES, background_counts

METHOD = "words, actors, deeds and places 1"
SHARES: Mapping[str, float] = {"word": 0.55, "actor": 0.30, "deed": 0.10, "place": 0.05}
"""What the agreement of each kind of terms counts in the likeness of two articles."""
RARITY = 1.5
"""Exponent of the rarity of a term."""
KEPT = 4096
"""Profiles that are kept in memory: those of about two months at 64 articles a day."""
MOST_TERMS, NAMED, KEYS = 300, 60, 40
"""Terms that are kept of an article, those kept in words, and those by which candidates are found; the heaviest of each."""


@dataclass(frozen=True)
class Profile:
    """An article to be compared: `weights` by the hash of the term."""

    article: str
    day: date | None
    weights: Mapping[int, float]
    names: tuple[str, ...]
    deeds: tuple[str, ...]

    @cached_property
    def keys(self) -> tuple[int, ...]:
        return tuple(self.weights)[:KEYS]

    def likeness(self, other: Profile) -> float:
        """0 to 1, as of articles of one day."""
        mine, theirs = self.weights, other.weights
        return math.fsum([weight * theirs[term] for term, weight in mine.items() if term in theirs])

    def common_names(self, other: Profile, most: int = 4) -> tuple[str, ...]:
        """The heaviest terms that both have, in words."""
        shared = [
            (weight * other.weights[term], name)
            for (term, weight), name in zip(self.weights.items(), self.names, strict=False)
            if term in other.weights
        ]
        return tuple(dict.fromkeys(name for _, name in sorted(shared, reverse=True)))[:most]


@lru_cache(maxsize=1 << 17)
def term_hash(kind: str, term: str) -> int:
    """A term as a number of 63 bits."""
    return int.from_bytes(blake2b(f"{kind} {term}".encode(), digest_size=8).digest(), "big") >> 1


Terms = Mapping[int, tuple[str, str, float]]
"""For the hash of a term its kind, the term, and how often it counts."""


def terms_of(features: Features) -> Terms:
    """The terms of an article."""
    return {term_hash(kind, term): (kind, term, count) for kind in SHARES for term, count in getattr(features, kind).items()}


def profile_of(article: str, day: date | None, features: Features, terms: Terms, rarity: Mapping[int, float]) -> Profile:
    """The profile of an article with these features and terms; `rarity` says how much each term tells."""
    weighted = sorted(_weighted(terms, rarity), reverse=True)[:MOST_TERMS]
    names = tuple(features.in_words(*terms[key][:2]) for _, key in weighted[:NAMED])
    return Profile(article, day, {key: weight for weight, key in weighted}, names, features.leading_deeds)


def rarity_in(counts: Mapping[int, int], articles: int) -> dict[int, float]:
    """How much terms tell in an archive of so many articles, of which `counts` have each term."""
    background, total = _background(), articles + ARTICLES

    @cache
    def of_count(common: int) -> float:
        return math.pow(math.log(1 + total / (common + 1)), RARITY)

    return {key: of_count(count + background.get(key, 0)) for key, count in counts.items()}


@cache
def _background() -> Mapping[int, int]:
    """Counts in international news at large by the hash of the term."""
    return {term_hash(kind, term): count for (kind, term), count in background_counts().items()}


def _weighted(terms: Terms, rarity: Mapping[int, float]) -> list[tuple[float, int]]:
    """Weights of which the squares of each kind add up to its share."""
    raw = {kind: list[tuple[float, int]]() for kind in SHARES}
    for key, (kind, _, count) in terms.items():
        raw[kind].append((count * rarity[key], key))
    weighted: list[tuple[float, int]] = []
    for kind, found in raw.items():
        length = math.sqrt(math.fsum([weight * weight for weight, _ in found]))
        scale = math.sqrt(SHARES[kind]) / length if length else 0.0
        weighted += [(weight * scale, key) for weight, key in found]
    return weighted


def stored(profile: Profile) -> StoredProfile:
    """The profile as it is stored."""
    keys = np.fromiter(profile.weights.keys(), dtype="<i8").tobytes()
    weights = np.fromiter(profile.weights.values(), dtype="<f4").tobytes()
    return StoredProfile(profile.article, profile.day, METHOD, keys + weights, profile.names, profile.deeds)


def restored(row: StoredProfile) -> Profile:
    """The profile that `stored` wrote."""
    number = len(row.terms) // 12
    keys = np.frombuffer(row.terms, dtype="<i8", count=number).tolist()
    weights = np.frombuffer(row.terms, dtype="<f4", count=number, offset=8 * number).tolist()
    return Profile(row.article, row.day, dict(zip(keys, weights, strict=True)), row.names, row.deeds)


def profiles_in(archive: Archive, articles: Iterable[str]) -> dict[str, Profile]:
    """The stored profiles of these articles; those of late are kept in memory."""
    return _kept(archive).get(
        articles, lambda keys: {key: restored(row) for key, row in archive.story_profiles.get(keys).items()}
    )


def forget(archive: Archive, articles: Iterable[str]) -> None:
    """Before the profiles of these articles are replaced."""
    _kept(archive).drop(articles)


def _kept(archive: Archive) -> Kept[str, Profile]:
    return archive.memory.of("story profiles", KEPT)


def spread_evenly(articles: Sequence[str], most: int) -> Sequence[str]:
    """At most so many of them, spread evenly over their order."""
    return articles[:: max(1, math.ceil(len(articles) / most))]
