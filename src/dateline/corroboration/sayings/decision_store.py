"""The decisions about sayings as rows of an archive."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from dateline.archive.archive import Archive
from dateline.archive.proposal_identities import merged
from dateline.archive.record_decisions import RecordDecision, RecordDecisions, wanted
from dateline.corroboration.sayings import store

CONTENTS = "SELECT article, id, content_words AS words FROM statements WHERE article IN (SELECT unnest(?))"


@dataclass(frozen=True, slots=True)
class Wishes:
    """What users want, by number: groups of utterances that are one, and for each utterance those with which it may not stand."""

    together: tuple[frozenset[int], ...] = ()
    apart: Mapping[int, frozenset[int]] = field(default_factory=dict)

    def bar(self, one: Iterable[int], other: Collection[int]) -> bool:
        """Whether any of the one may not stand with any of the other."""
        return any(not self.apart.get(number, frozenset()).isdisjoint(other) for number in one)


def stored(archive: Archive) -> RecordDecisions:
    """Their table."""
    return RecordDecisions(archive, "saying_decisions", CONTENTS, undone_bars=True)


def decisions(archive: Archive) -> tuple[RecordDecision, ...]:
    """All of them in the order in which they were made, also those taken back."""
    return stored(archive).listing()


def wishes(archive: Archive) -> Wishes:
    """What users want of the statements that are there now."""
    made = stored(archive).of_users()
    if not made:
        return Wishes()
    together, apart = wanted(made)
    numbers = store.numbers_of(archive, {statement for pair in together | apart for statement in pair})
    return Wishes(merged(_pairs(together, numbers)), _by_each(_pairs(apart, numbers)))


def _pairs(pairs: Iterable[frozenset[str]], numbers: Mapping[str, int]) -> Iterator[store.Pair]:
    """Pairs of numbers, in order; a statement that is no more has none."""
    for pair in pairs:
        found = sorted(numbers[statement] for statement in pair if statement in numbers)
        if len(found) == 2:
            yield found[0], found[1]


def _by_each(pairs: Iterable[store.Pair]) -> dict[int, frozenset[int]]:
    found: dict[int, frozenset[int]] = defaultdict(frozenset)
    for one, other in pairs:
        found[one] |= {other}
        found[other] |= {one}
    return dict(found)
