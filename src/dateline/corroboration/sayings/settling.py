"""In which saying new utterances stand: users' wishes first, then the surest matches."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from dateline.archive.archive import Archive
from dateline.corroboration.sayings import store
from dateline.corroboration.sayings.decision_store import Wishes
from dateline.corroboration.sayings.likeness import Match, match
from dateline.corroboration.sayings.store import FIRST, Pair, Row
from dateline.corroboration.sayings.utterance import Utterance

BY_USER = "a user's decision"


def settle(archive: Archive, new: Mapping[int, Utterance], wishes: Wishes) -> None:
    """Compare these utterances with those that share a key, and store in which sayings they stand."""
    near = store.near(archive, new)
    wished = [group for group in wishes.together if not group.isdisjoint(new)]
    numbers = {number for group in (*near, *wished) for number in group}
    known = dict(new) | store.utterances(archive, numbers - new.keys())
    matches = matches_of(near, known)
    compared = {number for pair, _ in matches for number in pair}
    concerned = compared.union(*wished, *(wishes.apart.get(number, ()) for number in compared))
    where = store.saying_of(archive, concerned)
    standing = store.those_standing(archive, [known[n].statement for n in concerned if n in known and n not in where])
    placing = _Placing(archive, known, where, standing, wishes.apart)
    for group in wished:
        placing.unite(group)
    for pair, found in matches:
        placing.join(pair, found)
    placing.write()


def matches_of(pairs: Iterable[Pair], known: Mapping[int, Utterance]) -> list[tuple[Pair, Match]]:
    """The pairs that quote one utterance, the surest first."""
    found = [(pair, one) for pair in pairs if (one := match(known[pair[0]], known[pair[1]]))]
    return sorted(found, key=lambda item: (-item[1].score, item[0]))


class _Placing:
    """Utterances and the sayings in which they stand, and the rows that follow."""

    def __init__(
        self,
        archive: Archive,
        known: Mapping[int, Utterance],
        where: Mapping[int, str],
        standing: Collection[str],
        apart: Mapping[int, Collection[int]],
    ) -> None:
        self._archive, self._known, self._apart = archive, known, apart
        self._where = dict(where)
        self._rows: list[Row] = []
        self._standing = set(standing)

    def unite(self, group: Collection[int]) -> None:
        """Put these into one saying, whatever the words; the oldest saying takes in the others."""
        placed = [number for number in sorted(group) if number in self._where]
        saying = self._where[placed[0]] if placed else self._open(min(group))
        others = {self._where[number] for number in placed} - {saying}
        if others:
            store.move(self._archive, others, saying, BY_USER)
            self._standing -= others
            self._where |= {number: saying for number, old in self._where.items() if old in others}
        for number in sorted(set(group) - self._where.keys()):
            self._add(saying, number, 1.0, BY_USER)
        self.write()

    def join(self, pair: Pair, found: Match) -> None:
        """Follow a match; one that would put together two sayings, or what a user keeps apart, is passed over."""
        older, newer = min(pair), max(pair)
        if older not in self._where and newer in self._where:
            older, newer = newer, older
        if newer in self._where or self._is_barred(older, newer):
            return
        saying = self._where.get(older) or self._open(older)
        self._add(saying, newer, found.score, found.with_statement(self._known[older].statement))

    def write(self) -> None:
        """Store the rows."""
        store.add_reports(self._archive, self._rows)
        self._rows = []

    def _is_barred(self, placed: int, added: int) -> bool:
        """Whether a user keeps what would be added from the other, or from any that stands in its saying."""
        saying = self._where.get(placed)
        apart = self._apart.get(added, frozenset())
        return placed in apart or (saying is not None and any(self._where.get(number) == saying for number in apart))

    def _open(self, number: int) -> str:
        saying = store.new_id(self._archive, self._known[number].statement, self._where.values(), self._standing)
        self._add(saying, number, 1.0, FIRST)
        return saying

    def _add(self, saying: str, number: int, score: float, reason: str) -> None:
        self._where[number] = saying
        self._rows.append(store.row(saying, number, self._known[number], score, reason))
