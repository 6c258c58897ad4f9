"""Outlets that add nothing of their own: whose articles are copies, or whose statements and events come through others."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from dateline.analysis.corpus import Corpus, outlet_of
from dateline.analysis.evidence import Evidence, event_evidence, statement_evidence
from dateline.records import Reading

MINIMUM_RECORDS = 3
MOSTLY = 0.5
"""Share of the records that must come through others."""


@dataclass(frozen=True, slots=True)
class PassingOn:
    """One outlet: how many of its articles are copies, how many of its records come through others, and through whom."""

    outlet: str
    articles: int
    copies: int
    records: int
    passed_on: int
    via: tuple[str, ...]
    example: Evidence | None


def passing_on(corpus: Corpus) -> tuple[PassingOn, ...]:
    """The outlets that mostly pass on others, by share."""
    by_outlet: defaultdict[str, list[Reading]] = defaultdict(list)
    for reading in corpus.readings:
        by_outlet[outlet_of(reading.article)].append(reading)
    found = (_count(corpus, outlet, readings) for outlet, readings in by_outlet.items())
    return tuple(sorted((one for one in found if _mostly(one)), key=lambda one: (-_share(one), one.outlet)))


def _count(corpus: Corpus, outlet: str, readings: list[Reading]) -> PassingOn:
    copies = [reading for reading in readings if corpus.is_copy(reading.article)]
    evidence = [item for reading in readings for item in _records(reading)]
    chained = [item for item in evidence if item.reported_by]
    sources = Counter(item.reported_by[-1] for item in chained)
    sources.update(_copied_outlets(corpus, copies))
    via = tuple(name for name, _ in sources.most_common(3) if name != outlet)
    return PassingOn(outlet, len(readings), len(copies), len(evidence), len(chained), via, chained[0] if chained else None)


def _records(reading: Reading) -> Iterable[Evidence]:
    yield from (statement_evidence(reading, statement) for statement in reading.statements)
    yield from (event_evidence(reading, event) for event in reading.events)


def _copied_outlets(corpus: Corpus, copies: list[Reading]) -> Iterable[str]:
    outlets = {reading.article.id: outlet_of(reading.article) for reading in corpus.readings}
    for reading in copies:
        original = corpus.copies[reading.article.id]
        if original in outlets:
            yield outlets[original]


def _mostly(one: PassingOn) -> bool:
    if not one.via:
        return False
    return one.copies == one.articles or (one.records >= MINIMUM_RECORDS and one.passed_on / one.records >= MOSTLY)


def _share(one: PassingOn) -> float:
    return 1.0 if one.copies == one.articles else one.passed_on / one.records
