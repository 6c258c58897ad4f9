"""Outlets that add nothing of their own: whose articles are copies, or whose statements and events come through others."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dateline.analysis.corpus import Corpus, outlet_of
from dateline.analysis.evidence import Evidence, event_evidence, statement_evidence
from dateline.analysis.parties import is_proper_name
from dateline.knowledge.names import fold
from dateline.records import Event, Reading, Statement

MINIMUM_RECORDS = 3
MOSTLY = 0.5
"""Share of the records that must come through others."""
NAMED = 3
"""So many of those through whom an outlet has most."""


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


@dataclass(frozen=True, slots=True)
class Relayed:
    """An outlet whose reports others pass on: how many others, and how many of their records come through it."""

    outlet: str
    others: int
    records: int


def most_relayed(corpus: Corpus, most: int) -> tuple[Relayed, ...]:
    """The outlets and agencies through which most others have what they tell."""
    passed: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for reading in corpus.originals:
        own = outlet_of(reading.article)
        for record in _records(reading):
            for outlet in set(record.reported_by):
                if is_proper_name(outlet) and not _is_part(own, outlet):
                    passed[outlet][own] += 1
    found = (Relayed(outlet, len(others), others.total()) for outlet, others in passed.items())
    return tuple(sorted(found, key=lambda one: (-one.others, -one.records, one.outlet))[:most])


def _is_part(own: str, outlet: str) -> bool:
    """Whether an outlet's name is the beginning of another's: "CNN (Web News)" does not pass on CNN."""
    return fold(own).startswith(fold(outlet))


def _count(corpus: Corpus, outlet: str, readings: list[Reading]) -> PassingOn:
    copies = [reading for reading in readings if corpus.is_copy(reading.article)]
    records = sum(len(reading.statements) + len(reading.events) for reading in readings)
    chained = [(reading, record) for reading in readings for record in _records(reading) if record.reported_by]
    sources = Counter(record.reported_by[-1] for _, record in chained)
    sources.update(_copied_outlets(corpus, copies))
    via = tuple(name for name, _ in sources.most_common() if name != outlet and is_proper_name(name))[:NAMED]
    return PassingOn(outlet, len(readings), len(copies), records, len(chained), via, _evidence(*chained[0]) if chained else None)


def _records(reading: Reading) -> Iterator[Statement | Event]:
    yield from reading.statements
    yield from reading.events


def _evidence(reading: Reading, record: Statement | Event) -> Evidence:
    return statement_evidence(reading, record) if isinstance(record, Statement) else event_evidence(reading, record)


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
