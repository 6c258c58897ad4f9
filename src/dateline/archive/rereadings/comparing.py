"""Two readings of one article, record by record."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields

from dateline.archive.corrections.correction import CLASSES, PLURALS, Record
from dateline.archive.rereadings.difference import Difference, DifferingKind, FieldChange
from dateline.archive.rereadings.pairing import same_actors, same_records
from dateline.archive.rereadings.telling import Teller
from dateline.records import Actor, Reading

REFERRING = frozenset({"speaker", "addressees", "sources", "targets", "actor", "members", "statement", "inside"})
"""Fields that hold ids of other records of the reading."""
IN_ANY_ORDER = frozenset({"aliases", "members", "contexts", "mentions", "other_names"})


def differences(old: Reading, new: Reading) -> tuple[Difference, ...]:
    """What the new reading has besides, lacks, or says otherwise; ids and the order of records make no difference."""
    ids = same_actors(old.actors, new.actors)
    both = _Both(Teller.of(old), Teller.of(new), ids)
    found = list(both.compared("actor", old.actors, new.actors, ids))
    for kind in CLASSES:
        mine, theirs = _of(old, kind), _of(new, kind)
        pairs = same_records(mine, theirs, ids)
        both.ids.update(pairs)
        found += both.compared(kind, mine, theirs, pairs)
    return tuple(found)


@dataclass
class _Both:
    """Two readings; `ids` are the new ids of records by old ones, as far as they are compared."""

    before: Teller
    after: Teller
    ids: dict[str, str]

    def compared(
        self,
        kind: DifferingKind,
        old: Sequence[Record] | Sequence[Actor],
        new: Sequence[Record] | Sequence[Actor],
        pairs: Mapping[str, str],
    ) -> Iterator[Difference]:
        now, kept = {one.id: one for one in new}, set(pairs.values())
        for one in old:
            if one.id not in pairs:
                yield Difference(kind, "lost", one.id, self.before.record(one))
            elif changes := self._changes(one, now[pairs[one.id]]):
                again = now[pairs[one.id]]
                yield Difference(kind, "changed", again.id, self.after.record(again), changes)
        for one in new:
            if one.id not in kept:
                yield Difference(kind, "gained", one.id, self.after.record(one))

    def _changes(self, old: Record | Actor, new: Record | Actor) -> tuple[FieldChange, ...]:
        named = [field.name for field in fields(old) if field.name != "id"]
        values = [(name, getattr(old, name), getattr(new, name)) for name in named]
        return tuple(
            FieldChange(name, self.before.value(mine), self.after.value(theirs))
            for name, mine, theirs in values
            if not self._same(name, mine, theirs)
        )

    def _same(self, name: str, mine: object, theirs: object) -> bool:
        if name in REFERRING and mine is not None:
            keys = [self.ids.get(key, key) for key in (mine if isinstance(mine, tuple) else (mine,))]
            mine = tuple(keys) if isinstance(theirs, tuple) or theirs is None else keys[0]
        if name in IN_ANY_ORDER and isinstance(mine, tuple) and isinstance(theirs, tuple):
            return sorted(map(repr, mine)) == sorted(map(repr, theirs))
        return mine == theirs


def _of(reading: Reading, kind: str) -> tuple[Record, ...]:
    found: tuple[Record, ...] = getattr(reading, {str(k): v for k, v in PLURALS.items()}[kind])
    return found
