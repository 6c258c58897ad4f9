"""Different numbers for one thing: bounds that do not overlap, rounding and growing tolls told apart."""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from itertools import pairwise

from dateline.corroboration.contradictions.contradiction import Claim, Version
from dateline.records import Quantity

ROUNDED = 0.05
"""A round number stands for those that differ from it by this share."""
ABOUT = 0.15
"""The same, where the words say that it is not exact."""
PEOPLE = frozenset(
    ("people", "persons", "person", "others", "victims", "dead", "men", "lives", "individuals", "casualties", "bodies", "")
)
"""Units that count anybody."""
NO_COUNT = frozenset(("days", "hours", "weeks", "months", "years", "times", "percent", "minutes", "rounds", "points"))
"""Units of time and shares, which are rarely told of the same thing twice."""
FEW = timedelta(days=1)
_VAGUE = re.compile(
    r"\b(?:about|around|some|roughly|nearly|almost|approximately|estimated|over|more than|up to)\b|-odd\b|-plus\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Counted:
    """A number of an event, and the claim that it makes; `context` is the text before it, which may say "about"."""

    quantity: Quantity
    claim: Claim
    context: str

    @property
    def low(self) -> float:
        return -math.inf if self.quantity.low is None else self.quantity.low

    @property
    def high(self) -> float:
        return math.inf if self.quantity.high is None else self.quantity.high

    @property
    def is_exact(self) -> bool:
        return self.low == self.high

    @property
    def words(self) -> str:
        """The number as the article writes it, in small letters."""
        return self.claim.label.casefold().split(" ", 1)[0]

    @property
    def unit(self) -> str:
        return (self.quantity.unit or "").casefold()


def numbers_told(found: Iterable[Counted]) -> Iterator[tuple[str, tuple[Version, ...], bool]]:
    """What is counted, the versions of its number, and whether they are one number that grew; one version is no dispute."""
    groups: defaultdict[str, list[Counted]] = defaultdict(list)
    for counted in found:
        if counted.unit not in NO_COUNT and not (counted.quantity.low is None and counted.quantity.high is None):
            groups[counted.quantity.what].append(counted)
    for what, members in groups.items():
        clusters = _clusters(_largest(members))
        if len(clusters) > 1 and not all(_comparable(a, b) for a in clusters[0] for b in clusters[1]):
            clusters = clusters[:1]
        yield what, tuple(map(_version, clusters)), len(clusters) > 1 and _grew(clusters)


def compatible(one: Counted, other: Counted) -> bool:
    """Whether both can be true: their bounds overlap, or one is the other one rounded."""
    if one.low <= other.high and other.low <= one.high:
        return True
    low, high = sorted((one, other), key=lambda c: c.low)
    gap, near = high.low - low.high, max(abs(high.low), abs(low.high))
    share = max(_slack(one), _slack(other))
    return gap <= share * near


def same_number(one: Counted, other: Counted) -> bool:
    """Whether both give the same bounds."""
    return (one.low, one.high) == (other.low, other.high)


def _slack(counted: Counted) -> float:
    """By which share the number can be off: a round one by a little, one that is said to be vague by more."""
    if _VAGUE.search(counted.context):
        return ABOUT
    return ROUNDED if counted.low >= 10 and counted.low % 10 == 0 else 0.0


def _comparable(one: Counted, other: Counted) -> bool:
    """Whether both count the same: in equal units, or of anybody on one side. Soldiers and civilians are counted apart."""
    return one.unit == other.unit or one.unit in PEOPLE or other.unit in PEOPLE


def _largest(members: Iterable[Counted]) -> list[Counted]:
    """Of the numbers that one report gives for one thing the largest: the others are parts of it."""
    best: dict[tuple[str, str], Counted] = {}
    for counted in members:
        key = counted.claim.article, counted.claim.event
        if key not in best or counted.low > best[key].low:
            best[key] = counted
    return list(best.values())


def _clusters(members: Sequence[Counted]) -> list[list[Counted]]:
    """Numbers that agree, the lowest first; an open one ("at least four") goes with the nearest that it allows."""
    clusters: list[list[Counted]] = []
    for counted in sorted(members, key=lambda c: (not c.is_exact, c.low, c.high)):
        fitting = [cluster for cluster in clusters if all(compatible(counted, other) for other in cluster)]
        if fitting:
            min(fitting, key=lambda cluster: abs(cluster[0].low - counted.low)).append(counted)
        else:
            clusters.append([counted])
    return sorted(clusters, key=lambda cluster: cluster[0].low)


def _version(cluster: Sequence[Counted]) -> Version:
    claims = sorted((counted.claim for counted in cluster), key=lambda c: (c.published is None, c.published, c.article))
    return Version(cluster[0].claim.label, tuple(claims))


def _grew(clusters: Sequence[Sequence[Counted]]) -> bool:
    """Whether each higher number came on a later day than the lower one, which nobody told any more soon after."""
    versions = [_version(cluster) for cluster in clusters]
    for lower, higher in pairwise(versions):
        if not (lower.first and lower.last and higher.first):
            return False
        if not (lower.first < higher.first and lower.last <= higher.first + FEW):
            return False
    return True
