"""Clusters of tellings that differ only in how much of the sides they name, or by a day, are joined.

"North Korea threatened to withdraw" and "North Korea threatened the United States" of one day are one threat; a test
that one paper dates to Tuesday and another to Wednesday is one test, since the two live in different time zones.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from dateline.analysis.tellings import Telling
from dateline.knowledge.event_words import event_words
from dateline.knowledge.function_words import function_words

Cluster = list[Telling]
DAY = timedelta(days=1)
STEM = 4
"""Two words are forms of one verb where they begin with as many equal letters; `tested` and `tests`."""
_WORD = re.compile(r"[a-z]+")


def join_variants(clusters: Iterable[Cluster]) -> list[Cluster]:
    """The clusters with the lesser ones merged into the fuller ones, in the order of the latter."""
    by_day: defaultdict[object, list[Cluster]] = defaultdict(list)
    kept: list[Cluster] = []
    for cluster in sorted(clusters, key=_fullness):
        day = _day(cluster)
        host = next(_hosts(cluster, day, by_day), None) if day else None
        if host is not None:
            host.extend(cluster)
            continue
        kept.append(cluster)
        if day:
            by_day[_kind(cluster), day].append(cluster)
    return kept


def _hosts(cluster: Cluster, day: date, by_day: dict[object, list[Cluster]]) -> Iterator[Cluster]:
    """Fuller clusters of the same day, then those of a neighbouring day in the same words."""
    kind = _kind(cluster)
    yield from (host for host in by_day.get((kind, day), ()) if _names_less(cluster[0], host[0]))
    for near in (day - DAY, day + DAY):
        yield from (host for host in by_day.get((kind, near), ()) if _same_deed(cluster, host))


def _fullness(cluster: Cluster) -> tuple[int, int, date, str]:
    first = cluster[0]
    return -len(first.parties), -len(cluster), _day(cluster) or date.max, first.event.id


def _kind(cluster: Cluster) -> object:
    event = cluster[0].event
    told = event.factuality in ("actual", "claimed")
    denied = event.factuality in ("denied", "negated")
    return event.type, "told" if told else "denied" if denied else event.factuality


def _day(cluster: Cluster) -> date | None:
    when = cluster[0].date
    return when.start if when and when.start == when.end else None


def _names_less(less: Telling, full: Telling) -> bool:
    """Whether `less` has the sides of `full` or some of them, in the same direction."""
    if event_words(less.event.type).symmetric:
        return len(less.parties) == 1 and less.parties <= full.parties
    return set(less.sources) == set(full.sources) and set(less.targets) < set(full.targets)


def _same_deed(one: Cluster, other: Cluster) -> bool:
    """The same sides in both, and a verb that both use."""
    first, second = one[0], other[0]
    if (first.parties, set(first.sources) & set(second.sources)) != (second.parties, set(first.sources)):
        return False
    return not _stems(one).isdisjoint(_stems(other))


def _stems(cluster: Sequence[Telling]) -> set[str]:
    words = (word for telling in cluster for word in _WORD.findall(telling.evidence.quote.words.casefold()))
    return {word[:STEM] for word in words if len(word) >= STEM and word not in function_words()}
