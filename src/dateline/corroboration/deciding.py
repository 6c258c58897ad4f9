"""What users decide about things put together of records of several articles: these are one, these are not; and undoing it.

A decision is recorded and outranks the matcher; what it touches is worked out anew from its records.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from itertools import combinations, product

from dateline.archive.archive import Archive
from dateline.archive.decision import USER
from dateline.archive.record_decisions import RecordDecision, RecordDecisions, RecordKey, wanted
from dateline.errors import ArchiveError

Decisions = tuple[RecordDecision, ...]


@dataclass(frozen=True, slots=True)
class Whole:
    """A thing with its records, of which the first stands for it in a decision."""

    id: str
    records: tuple[RecordKey, ...]


@dataclass(frozen=True, slots=True)
class Deciding:
    """Decisions about one sort of things: what it is called, the command for it, and how it is found and worked out anew.

    `resettle` takes the ids of the records that are touched, and the decisions that were just taken back.
    """

    noun: str
    command: str
    stored: Callable[[Archive], RecordDecisions]
    find: Callable[[Archive, str], Whole]
    resettle: Callable[[Archive, Collection[str], Decisions], None]

    def merge(self, archive: Archive, a: str, b: str, because: str) -> Decisions:
        """Record a user's decision that two of them are one; ids, or beginnings of ids.

        Earlier decisions that kept apart records of both no longer hold. Raises ArchiveError where one is not known, or both are
        one.
        """
        one, other = self.find(archive, a), self.find(archive, b)
        if one.id == other.id:
            raise ArchiveError(f"{a} and {b} are one {self.noun} already (`dateline {self.command} list` shows it)")
        _, apart = wanted(self.stored(archive).of_users())
        first = (one.records[0], other.records[0])
        barred = [pair for pair in product(one.records, other.records) if {key.id for key in pair} in apart and pair != first]
        return self._decide(archive, "merge", [first, *barred], because, (*one.records, *other.records))

    def split(self, archive: Archive, a: str, leaving: Sequence[str], because: str) -> Decisions:
        """Record a user's decision that these records (ids, or beginnings of ids) do not belong to it.

        They are not kept apart from each other; where none are named, all records are. Raises ArchiveError where one is not
        known, or nothing would stay.
        """
        records = self.find(archive, a).records
        gone = {self._one_of(words, records) for words in leaving}
        staying = [record for record in records if record not in gone]
        if len(records) < 2 or not staying:
            raise ArchiveError(
                f"{a}: at least one report must stay and one leave (name those that leave, or none to keep all apart)"
            )
        pairs = list(product(staying, [record for record in records if record in gone])) or list(combinations(records, 2))
        return self._decide(archive, "split", pairs, because, records)

    def undo(self, archive: Archive, number: int) -> Decisions:
        """Take a decision back, the program's or a user's; the program does not make it again.

        Raises ArchiveError where there is none of that number, or it was taken back before.
        """
        stored = self.stored(archive)
        rows = [one for one in stored.listing() if one.number == number]
        if not rows:
            raise ArchiveError(f"no decision has the number {number} (`dateline {self.command} decisions` lists them)")
        if not rows[0].stands:
            raise ArchiveError(f"decision {number} was taken back before, by {rows[0].undone_by}")
        with archive.transaction():
            stored.take_back(number)
            undone = stored.of_today(rows)
            self.resettle(archive, {key for row in undone for key in row.pair}, undone)
        return tuple(one for one in stored.listing() if one.number == number)

    def _decide(
        self,
        archive: Archive,
        kind: str,
        pairs: Sequence[tuple[RecordKey, RecordKey]],
        because: str,
        touched: Sequence[RecordKey],
    ) -> Decisions:
        if not because.strip():
            raise ArchiveError("a decision needs a reason (say why in a few words)")
        with archive.transaction():
            made = self.stored(archive).enter(kind, pairs, USER, [(because.strip(), None)] * len(pairs))
            self.resettle(archive, {record.id for record in touched}, ())
        return made

    def _one_of(self, words: str, records: Sequence[RecordKey]) -> RecordKey:
        found = [one for one in records if one.id.startswith(words) or one.id.partition("_")[2].startswith(words)]
        if len(found) != 1:
            known = ", ".join(record.id for record in records)
            raise ArchiveError(f"{words!r} is not one of the reports of this {self.noun} (they are {known})")
        return found[0]
