"""One round of matching: new accounts, those of the archive that share a key with them, and the incidents of those."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import count
from typing import Any

from dateline.archive.archive import Archive
from dateline.archive.record_decisions import wanted
from dateline.corroboration.incidents import decision_store, membership, store
from dateline.corroboration.incidents.account import Account
from dateline.corroboration.incidents.clustering import LINK, Clusters, Join, Pair
from dateline.corroboration.incidents.screening import screened
from dateline.corroboration.incidents.weighing import weigh
from dateline.corroboration.verdict import Verdict
from dateline.records import content_id

DEED = 2.0
"""Log odds from which on an event is what became of a plan."""
FIRST, BY_USER = "the first report of it", "a user's decision"
Row = dict[str, Any]


class Matching:
    """Finds for each new account the incident to which it belongs, and writes that down."""

    def __init__(self, archive: Archive, new: Mapping[int, Account]) -> None:
        self._archive, self._new = archive, new
        self._accounts = dict(new)
        self._verdicts: dict[Pair, Verdict | None] = {}
        self._together, self._apart = self._decided()
        ones, others = store.near(archive, new)
        self._stories: dict[str, str] = {}
        self._load({*ones.tolist(), *others.tolist(), *(number for pair in self._together for number in pair)})
        self._near = screened(ones, others, self._accounts)
        self._likely = [join for pair in self._near.alike if (join := self._link(pair))]
        touched = {number for pair in (*(join.pair for join in self._likely), *self._together) for number in pair}
        self._incidents = membership.incidents_with(archive, touched - new.keys())
        self._load({number for members in self._incidents.values() for number in members})
        self._where = {number: incident for incident, members in self._incidents.items() for number in members}
        self._merged: dict[str, str] = {}
        self._merges: list[tuple[Account, Account, Verdict]] = []

    def settle(self) -> None:
        """Cluster, and write which reports the incidents have now."""
        alone = [{number} for number in self._new]
        present = self._where.keys() | self._new.keys()
        order = {number: self._accounts[number].order for number in present}
        clusters = Clusters([*self._incidents.values(), *alone], self._apart, order)
        for pair in self._together:
            if present >= set(pair):
                clusters.unite(pair)
        joins = clusters.join((join for join in self._likely if present >= set(join.pair)), self._compare)
        best: dict[int, Join] = {}
        for join in joins:
            best = {number: join for number in join.pair} | best
        groups = clusters.groups()
        self._ids = self._ids_of_new(groups)
        rows = [row for group in groups for row in self._rows(group, best, joins)]
        decision_store.record_merges(self._archive, self._merges)
        store.move(self._archive, self._merged)
        self._write(rows)

    def _decided(self) -> tuple[list[Pair], frozenset[frozenset[int]]]:
        """Pairs that users want together, and apart, by number."""
        decisions = decision_store.stored(self._archive).of_users()
        if not decisions:
            return [], frozenset()
        together, apart = wanted(decisions)
        number = store.numbers_of(self._archive, {event for pair in together | apart for event in pair})
        known = [frozenset(number[event] for event in pair) for pair in apart if pair <= number.keys()]
        pairs = [tuple(sorted(number[event] for event in pair)) for pair in together if pair <= number.keys()]
        mine = [(a, b) for a, b in (pair for pair in pairs if len(pair) > 1) if {a, b} & self._new.keys()]
        return mine, frozenset(known)

    def _compare(self, a: int, b: int) -> Verdict | None:
        """The verdict on two accounts, worked out once."""
        pair = (max(a, b), min(a, b))
        if pair not in self._verdicts:
            self._verdicts[pair] = self._weigh(pair)
        return self._verdicts[pair]

    def _link(self, pair: Pair) -> Join | None:
        verdict = self._weigh(pair, at_least=LINK)
        return Join(pair, verdict) if verdict is not None and verdict.odds >= LINK else None

    def _weigh(self, pair: Pair, *, across: bool = False, at_least: float | None = None) -> Verdict | None:
        one, other = self._accounts[pair[0]], self._accounts[pair[1]]
        stories = self._stories.get(one.article), self._stories.get(other.article)
        one_story = None if None in stories else stories[0] == stories[1]
        return weigh(one, other, one_story=one_story, across=across, at_least=at_least)

    def _load(self, numbers: Collection[int]) -> None:
        """Fetch these accounts, and for all the stories of their articles."""
        self._accounts |= store.accounts(self._archive, set(numbers) - self._accounts.keys())
        articles = {account.article for account in self._accounts.values()} - self._stories.keys()
        self._stories |= self._archive.stories.of_articles(articles)

    def _rows(self, group: frozenset[int], best: Mapping[int, Join], joins: Sequence[Join]) -> list[Row]:
        """The new rows of one incident; where several became one, the oldest takes in the others."""
        oldest = {self._where[number]: number for number in sorted(group, reverse=True) if number in self._where}
        first = min(group)
        incident = min(oldest, key=oldest.__getitem__) if oldest else self._ids[first]
        others = oldest.keys() - {incident}
        if others:
            self._merges += self._late_merges(group, joins)
            self._merged |= dict.fromkeys(others, incident)
            self._where |= {number: incident for number in group}
        opener = None if oldest else first
        return [self._row(incident, number, number == opener, best.get(number)) for number in sorted(group & self._new.keys())]

    def _ids_of_new(self, groups: Iterable[frozenset[int]]) -> dict[int, str]:
        """For the first account of each incident that is opened the id that the incident gets."""
        opened = {first: self._accounts[first].event for first in (min(g) for g in groups if self._where.keys().isdisjoint(g))}
        found = {first: content_id("inc", event) for first, event in opened.items()}
        taken = membership.standing(self._archive, list(found.values()))
        # An earlier reading of the event opened it, and others still stand in it.
        for first in (first for first, incident in found.items() if incident in taken):
            free = (content_id("inc", opened[first], n) for n in count(2))
            found[first] = next(one for one in free if not membership.standing(self._archive, [one]))
        return found

    def _late_merges(self, group: frozenset[int], joins: Iterable[Join]) -> list[tuple[Account, Account, Verdict]]:
        """The pairs by which incidents that were two till now became one."""
        used = [join for join in joins if group.issuperset(join.pair)]
        late = [join for join in used if self._where.keys() >= set(join.pair)] or used[-1:]
        return [(self._accounts[join.pair[0]], self._accounts[join.pair[1]], join.verdict) for join in late]

    def _row(self, incident: str, number: int, opens: bool, join: Join | None) -> Row:
        account, score, reason = self._accounts[number], 1.0, FIRST if opens or join is None else ""
        if join is not None and not opens:
            other = self._accounts[join.pair[0] if join.pair[1] == number else join.pair[1]]
            score, reason = join.verdict.score, f"{join.verdict.reason}; with {other.event}"
        elif not opens:
            reason = BY_USER
        return {
            "incident": incident, "number": number, "article": account.article, "event": account.event,
            "score": score, "reason": reason,
        }  # fmt: skip

    def _write(self, rows: list[Row]) -> None:
        """Store the reports, and link what was planned with what became of it."""
        membership.add(self._archive, rows, {row["incident"] for row in rows} - self._incidents.keys())
        # In one order whatever came first, for of two that are as sure the first is entered.
        deeds = {pair: verdict for pair in sorted(self._near.deeds, key=_newest) if (verdict := self._deed(pair))}
        where = membership.incident_of(self._archive, {number for pair in deeds for number in pair})
        found: dict[tuple[str, str], Verdict] = {}
        for (told, plan), verdict in deeds.items():
            link = where[told], where[plan]
            if link not in found or found[link].odds < verdict.odds:
                found[link] = verdict
        store.add_links(self._archive, {link: (verdict.score, verdict.reason) for link, verdict in found.items()})

    def _deed(self, pair: Pair) -> Verdict | None:
        """The verdict on something told and a plan, where the one may be what became of the other."""
        verdict = self._weigh(pair, across=True, at_least=DEED)
        return verdict if verdict is not None and verdict.odds >= DEED else None


def _newest(pair: Pair) -> Pair:
    return max(pair), min(pair)
