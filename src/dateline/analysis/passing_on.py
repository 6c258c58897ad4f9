"""Outlets that add nothing of their own: whose articles are copies, or whose statements and events come through others."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from dateline.analysis.corpus import Corpus, outlet_of, published_on
from dateline.analysis.evidence import Evidence, event_evidence, statement_evidence
from dateline.analysis.quote import Quote
from dateline.corroboration.credits import credits_of
from dateline.corroboration.origins.passing import outlets_named
from dateline.corroboration.outlet_names import is_generic, outlet_key
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
    names: dict[str, str] = {}
    for reading in corpus.originals:
        for _, through in _passed(reading):
            for outlet in through:
                names.setdefault(outlet_key(outlet), outlet)
                passed[outlet_key(outlet)][outlet_key(outlet_of(reading.article))] += 1
    found = (Relayed(names[key], len(others), others.total()) for key, others in passed.items())
    return tuple(sorted(found, key=lambda one: (-one.others, -one.records, one.outlet))[:most])


def _count(corpus: Corpus, outlet: str, readings: list[Reading]) -> PassingOn:
    copied = {r.article.id: name for r in readings if (name := _copied_from(corpus, r))}
    records = sum(len(reading.statements) + len(reading.events) for reading in readings)
    chained = [(reading, record, through) for reading in readings for record, through in _passed(reading)]
    sources = Counter(through[-1] for _, _, through in chained)
    sources.update(copied.values())
    via = tuple(name for name, _ in sources.most_common() if outlet_key(name) != outlet_key(outlet))[:NAMED]
    example = _evidence(chained[0][0], chained[0][1]) if chained else _first_copy(readings, copied)
    return PassingOn(outlet, len(readings), len(copied), records, len(chained), via, example)


def _first_copy(readings: Iterable[Reading], copied: Collection[str]) -> Evidence | None:
    """The first article that is a copy, by the words with which it begins."""
    for article in (reading.article for reading in readings if reading.article.id in copied):
        quote = Quote(article.text.partition("\n")[0].strip())
        return Evidence(article.id, article.id, outlet_of(article), published_on(article), quote)
    return None


def _copied_from(corpus: Corpus, reading: Reading) -> str | None:
    """The outlet whose text an article has, as a copy or with an agency's credit; its own outlet's earlier text is none."""
    original = next((r for r in corpus.readings if r.article.id == corpus.copies.get(reading.article.id)), None)
    source = outlet_of(original.article) if original else credits_of(reading.article).whole
    own = outlet_key(outlet_of(reading.article))
    return source if source and outlet_key(source) != own else None


def _passed(reading: Reading) -> Iterator[tuple[Statement | Event, tuple[str, ...]]]:
    """The records that come through outlets with a name."""
    for record in _records(reading):
        through = tuple(name for name in outlets_named(reading, record) if not is_generic(name))
        if through:
            yield record, through


def _records(reading: Reading) -> Iterator[Statement | Event]:
    yield from reading.statements
    yield from reading.events


def _evidence(reading: Reading, record: Statement | Event) -> Evidence:
    return statement_evidence(reading, record) if isinstance(record, Statement) else event_evidence(reading, record)


def _mostly(one: PassingOn) -> bool:
    if not one.via:
        return False
    return one.copies == one.articles or (one.records >= MINIMUM_RECORDS and one.passed_on / one.records >= MOSTLY)


def _share(one: PassingOn) -> float:
    return 1.0 if one.copies == one.articles else one.passed_on / one.records
