"""Which of some utterances are one saying, compared anew: by users' wishes, then by the surest matches, never against users."""

from __future__ import annotations

from collections.abc import Mapping

from dateline.archive.archive import Archive
from dateline.corroboration.sayings import store
from dateline.corroboration.sayings.decision_store import Wishes
from dateline.corroboration.sayings.likeness import Match
from dateline.corroboration.sayings.settling import BY_USER, matches_of
from dateline.corroboration.sayings.store import FIRST, Pair, Row
from dateline.corroboration.sayings.utterance import Utterance


def regroup(archive: Archive, again: Mapping[int, Utterance], before: Mapping[int, str], wishes: Wishes) -> None:
    """Store which of these utterances, which must stand in no saying, stand with each other.

    No match puts together what stood in two sayings `before`: the program joins no sayings.
    """
    inner = [(a, b) for a, b in store.near(archive, again) if a in before and before[a] == before.get(b)]
    group = {number: frozenset({number}) for number in again}
    for wished in wishes.together:
        _unite(group, wished & again.keys())
    followed: dict[int, tuple[Pair, Match]] = {}
    for pair, found in matches_of(inner, again):
        one, other = group[pair[0]], group[pair[1]]
        if one is not other and not wishes.bar(one, other):
            _unite(group, pair)
            followed = {number: (pair, found) for number in pair} | followed
    for members in set(group.values()):
        if len(members) > 1:
            store.add_reports(archive, _rows(archive, sorted(members), again, followed))


def _unite(group: dict[int, frozenset[int]], numbers: frozenset[int] | Pair) -> None:
    whole = frozenset[int]().union(*(group[number] for number in numbers))
    group |= dict.fromkeys(whole, whole)


def _rows(
    archive: Archive, members: list[int], known: Mapping[int, Utterance], followed: Mapping[int, tuple[Pair, Match]]
) -> list[Row]:
    """The rows of a saying, each with the surest match that was followed for it."""
    opener = members[0]
    saying = store.new_id(archive, known[opener].statement, ())
    rows = [store.row(saying, opener, known[opener], 1.0, FIRST)]
    for number in members[1:]:
        score, reason = 1.0, BY_USER
        if number in followed:
            pair, found = followed[number]
            other = pair[0] if pair[1] == number else pair[1]
            score, reason = found.score, found.with_statement(known[other].statement)
        rows.append(store.row(saying, number, known[number], score, reason))
    return rows
