"""Making a correction out of what somebody says about a record of a reading."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from dateline.archive.clock import utc_now
from dateline.archive.corrections.correction import CLASSES, Action, Correction, Record, cast_of, kind_of, records_of, words_of
from dateline.archive.corrections.editing import Desk, edited, pinned
from dateline.contract import to_object
from dateline.errors import ArchiveError
from dateline.records import Actor, Reading


@dataclass(frozen=True, slots=True)
class Verdict:
    """What somebody says about a record or a link: who, why, and in an edit the new values as they were written."""

    action: Action
    by: str
    why: str
    changes: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Case:
    """An article as the machine read it and as it is told now, with its corrections; `find` says who is meant by a name."""

    machine: Reading
    now: Reading
    made: Sequence[Correction]
    find: Callable[[str], Actor]

    def record(self, key: str) -> Record:
        """The record of this id as it is told now; what was rejected, as the machine read it."""
        for reading in (self.now, self.machine):
            for kind in CLASSES:
                for record in records_of(reading, kind):
                    if record.id == key:
                        return record
        raise KeyError(key)


def check(verdict: Verdict) -> None:
    """Raise ArchiveError where nobody signs, or no reason is given."""
    if not verdict.by.strip():
        raise ArchiveError("a correction needs somebody who makes it (give --by NAME)")
    if not verdict.why.strip():
        raise ArchiveError("a correction needs a reason (say why in a few words: --why TEXT)")


def correction_of(case: Case, key: str, verdict: Verdict, number: int) -> Correction:
    """The correction of this record of the machine's reading; raises ArchiveError where it cannot be made."""
    check(verdict)
    record, as_read = case.record(key), _of_machine(case.machine, key)
    text, actors = case.machine.article.text, {actor.id: actor for actor in (*case.now.actors, *case.machine.actors)}
    plain, after, named = to_object(record), dict[str, Any](), tuple[Actor, ...]()
    if verdict.action == "edit":
        after, named = edited(record, verdict.changes, Desk(text, case.find))
    elif verdict.action == "confirm":
        after = pinned(record)
    before = {name: plain[name] for name in after} if after else pinned(record)
    cast = {one["id"]: one for one in (*cast_of(as_read, actors), *cast_of(record, actors), *map(to_object, named))}
    return Correction(
        number=number, kind=kind_of(record), action=verdict.action, article=case.machine.article.id, record=key,
        subject=next((one.subject for one in case.made if one.in_force and one.record_now == key), key),
        words=words_of(as_read, text), as_read=to_object(as_read), actors=tuple(cast.values()), before=before, after=after,
        reason=verdict.why.strip(), decided_by=verdict.by.strip(), decided_at=utc_now(),
    )  # fmt: skip


def _of_machine(machine: Reading, key: str) -> Record:
    return Case(machine, machine, (), lambda words: machine.actor(words)).record(key)
