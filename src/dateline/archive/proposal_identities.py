"""One proposal under several names: what is recorded of it, and what follows for each name of each article.

Decided, undone and worked out like the identities of actors: a proposal is the outcome of `groups` over the decisions that stand.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, Literal, TypeVar

import pyarrow as pa

from dateline.archive.actor_decisions import ActorDecision, groups
from dateline.archive.clock import utc_now
from dateline.archive.decision import USER
from dateline.archive.memory import Kept
from dateline.errors import ArchiveError

if TYPE_CHECKING:
    from dateline.archive.archive import Archive

Thing = TypeVar("Thing")
ProposalDecision = ActorDecision
"""A decision about names of proposals has the same fields: `a` and `b` are ids of namings."""
SHORTEST_PREFIX = 6
KEPT = 1 << 13
"""Names that are kept in memory."""
NAMINGS, GONE, DROPPED = "names of proposals", "names that are gone", "dropped"
OF_A_NAME = """SELECT DISTINCT coalesce(i.proposal, n.id) AS id
    FROM proposal_namings AS n LEFT JOIN proposal_identities AS i ON i.naming = n.id WHERE lower(n.name) = lower(?) ORDER BY id"""
NEAR = """SELECT a.naming AS naming, b.naming AS other
    FROM proposal_keys AS a JOIN proposal_keys AS b ON a.key = b.key AND a.naming <> b.naming
        AND (a.published IS NULL OR b.published IS NULL OR abs(date_diff('day', a.published, b.published)) <= ?)
    WHERE a.naming IN (SELECT unnest(?))
    GROUP BY a.naming, b.naming
    QUALIFY row_number() OVER (
        PARTITION BY a.naming
        ORDER BY count(*) DESC, min(abs(date_diff('day', a.published, b.published))) NULLS LAST, b.naming
    ) <= ?"""


@dataclass(frozen=True, slots=True)
class ProposalNaming:
    """The name that an article gives a proposal; see the table `proposal_namings`."""

    id: str
    article: str
    name: str
    other_names: tuple[str, ...] = ()
    words: frozenset[str] = frozenset()
    heads: frozenset[str] = frozenset()
    countries: frozenset[str] = frozenset()
    authors: frozenset[str] = frozenset()
    context: frozenset[str] = frozenset()
    stances: tuple[str, ...] = ()
    published: date | None = None

    @property
    def parties(self) -> frozenset[str]:
        """Keys of the parties that stand for or against it in the article."""
        return frozenset(stance.rpartition(" ")[0] for stance in self.stances)


@dataclass(frozen=True, slots=True)
class Joining:
    """What is to be recorded of two namings: see `ActorDecision`."""

    kind: Literal["merge", "split"]
    a: str
    b: str
    reason: str
    score: float | None = None


@dataclass(frozen=True, slots=True)
class KnownProposal:
    """One proposal of the archive: names the commonest first, `namings` their ids, days of its first and last article."""

    id: str
    label: str
    names: tuple[str, ...]
    namings: tuple[str, ...]
    articles: int
    first: date | None
    last: date | None


class ProposalIdentities:
    """The proposals of one archive: `archive.proposals`. Each method that writes is one transaction."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive

    def merge(self, a: str, b: str, because: str) -> tuple[ProposalDecision, ...]:
        """Record a user's decision that both are one; ids, beginnings of ids, or names that only one proposal has.

        Raises ArchiveError where a proposal is not known, or both are one already.
        """
        one, other = self.find(a), self.find(b)
        if self.proposal_of(one) == self.proposal_of(other):
            raise ArchiveError(f"{a!r} and {b!r} are one proposal already (`dateline positions decisions` tells why)")
        return self.record([Joining("merge", one, other, _given(because))], USER)

    def split(self, a: str, others: Sequence[str], because: str) -> tuple[ProposalDecision, ...]:
        """Record a user's decision that the names `others` do not mean the proposal `a`; without others all names are kept apart.

        The names that are not given stay with `a`. Raises ArchiveError where a name is not one of the proposal's.
        """
        members = self.namings(self.members(self.proposal_of(self.find(a))))
        leaving = {naming.id for other in others for naming in self._called(other, members)}
        staying = [naming for naming in members if naming.id not in leaving]
        if leaving and not staying:
            raise ArchiveError("at least one of the names must stay (give those that leave, or none to keep all apart)")
        if leaving:
            pairs = [(stays.id, leaves) for stays in staying for leaves in sorted(leaving)]
        else:
            pairs = [(x.id, y.id) for n, x in enumerate(members) for y in members[n + 1 :] if x.name != y.name]
        if not pairs:
            raise ArchiveError(f"{a!r} has one name only, so there is nothing to split")
        return self.record([Joining("split", one, other, _given(because)) for one, other in pairs], USER)

    def undo(self, number: int) -> tuple[ProposalDecision, ...]:
        """Take a decision back, the program's or a user's; the program does not make it again.

        Raises ArchiveError where there is none of that number, or it was taken back before.
        """
        rows = [decision for decision in self.decisions() if decision.number == number]
        if not rows:
            raise ArchiveError(f"no decision has the number {number} (`dateline positions decisions` lists them)")
        if not rows[0].stands:
            raise ArchiveError(f"decision {number} was taken back before, by {rows[0].undone_by}")
        with self._archive.transaction():
            self.take_back([number], USER)
            self.settle(naming for row in rows for naming in row.pair)
        return tuple(row for row in self.decisions() if row.number == number)

    def record(self, joinings: Sequence[Joining], by: str) -> tuple[ProposalDecision, ...]:
        """Enter decisions, a user's call under one number, and work out what follows."""
        with self._archive.transaction():
            decisions = self.enter(joinings, by)
            self.settle(naming for decision in decisions for naming in decision.pair)
        return decisions

    def enter(self, joinings: Sequence[Joining], by: str) -> tuple[ProposalDecision, ...]:
        """Enter decisions without working out what follows; `settle` does that."""
        if not joinings:
            return ()
        decisions = self._numbered(joinings, by)
        self._archive.insert({"proposal_decisions": [asdict(decision) for decision in decisions]})
        return decisions

    def take_back(self, numbers: Collection[int], by: str) -> None:
        """Mark decisions as undone without working out what follows; `settle` does that."""
        if not numbers:
            return
        self._archive.execute(
            "UPDATE proposal_decisions SET undone_by = ?, undone_at = ? WHERE undone_at IS NULL AND number IN (SELECT unnest(?))",
            [by, utc_now(), list(numbers)],
        )

    def settle(self, touched: Iterable[str]) -> None:
        """Work out anew the proposals with these namings, and of those that are one with them now or before."""
        ids = set(touched)
        if not ids:
            return
        query = """SELECT naming FROM proposal_identities WHERE proposal IN
            (SELECT proposal FROM proposal_identities WHERE naming IN (SELECT unnest(?)))"""
        ids |= {row["naming"] for row in self._archive.select(query, [list(ids)])}
        decisions = self._bearing_on(ids)
        ids |= {naming for decision in decisions for naming in decision.pair}
        order = {naming.id: (naming.published or date.max, naming.id) for naming in self.namings(ids)}
        self._archive.execute("DELETE FROM proposal_identities WHERE naming IN (SELECT unnest(?))", [list(ids)])
        rows = []
        for group in groups(d for d in decisions if order.keys() >= set(d.pair)):
            first, *_ = members = sorted(group, key=order.__getitem__)
            rows += [{"naming": naming, "proposal": first} for naming in members]
        self._archive.insert({"proposal_identities": rows})

    def unite(self, decisions: Collection[ProposalDecision]) -> None:
        """What follows from new merges alone: where nothing was taken back and no user decided, `settle` would say the same."""
        ids = {naming for decision in decisions for naming in decision.pair}
        if not ids:
            return
        rows = self._archive.select(
            "SELECT naming, proposal FROM proposal_identities WHERE naming IN (SELECT unnest(?))", [list(ids)]
        )
        of = {naming: naming for naming in ids} | {row["naming"]: row["proposal"] for row in rows}
        order = {naming.id: (naming.published or date.max, naming.id) for naming in self.namings(set(of.values()))}
        moved: dict[str, str] = {}
        for group in merged([(of[d.a], of[d.b]) for d in decisions]):
            moved |= dict.fromkeys(group, min(group, key=order.__getitem__))
        # A proposal that has rows takes them along; a name that stood alone has none yet.
        taken_in = {old: new for old, new in moved.items() if old != new}
        given = pa.table({"old": list(taken_in), "new": list(taken_in.values())})
        query = "UPDATE proposal_identities SET proposal = given.new FROM given WHERE proposal = given.old"
        self._archive.execute(query, given=given)
        single = moved.keys() - {row["proposal"] for row in rows}
        self._archive.insert({"proposal_identities": [{"naming": one, "proposal": moved[one]} for one in sorted(single)]})

    def users_have_decided(self) -> bool:
        """Whether a user has decided anything or taken anything back."""
        return bool(
            self._archive.select("SELECT 1 FROM proposal_decisions WHERE decided_by = $1 OR undone_by = $1 LIMIT 1", [USER])
        )

    def groups_of(self, namings: Collection[str]) -> dict[str, frozenset[str]]:
        """For each of these namings those that are one with it, itself among them."""
        query = """SELECT proposal, list(naming) AS namings FROM proposal_identities WHERE proposal IN
            (SELECT proposal FROM proposal_identities WHERE naming IN (SELECT unnest(?))) GROUP BY proposal"""
        merged = [frozenset(row["namings"]) for row in self._archive.select(query, [list(namings)])]
        return {naming: frozenset({naming}) for naming in namings} | {naming: group for group in merged for naming in group}

    def replace(self, articles: Collection[str], keys: Mapping[ProposalNaming, Collection[str]]) -> None:
        """Store the names of some articles with the keys that they are found by, in the place of earlier ones."""
        if traced := self._archive.first_stored.traced(articles, "proposals"):
            for table in ("proposal_namings", "proposal_keys"):
                self._archive.execute(f"DELETE FROM {table} WHERE article IN (SELECT unnest(?))", [traced])
            self._archive.memory.forget(NAMINGS)
            self._archive.memory.forget(GONE)
        rows = [{name: _listed(value) for name, value in _fields(n).items()} for n in keys]
        key_rows = [
            {"naming": n.id, "article": n.article, "key": key, "published": n.published}
            for n, found in keys.items()
            for key in found
        ]
        self._archive.insert({"proposal_namings": rows, "proposal_keys": key_rows})
        self._kept.put({n.id: n for n in keys})

    def drop_gone(self) -> set[str]:
        """Forget what followed for names that no reading has any more; gives back the names that were one with them."""
        dropped = self._archive.memory.once(GONE, set[str])
        if DROPPED in dropped:
            return set()
        dropped.add(DROPPED)
        gone = "naming NOT IN (SELECT id FROM proposal_namings)"
        query = f"""SELECT naming FROM proposal_identities WHERE proposal IN
            (SELECT proposal FROM proposal_identities WHERE {gone})"""
        touched = {row["naming"] for row in self._archive.select(query)}
        self._archive.execute(f"DELETE FROM proposal_identities WHERE {gone}")
        return touched

    def namings(self, ids: Collection[str]) -> tuple[ProposalNaming, ...]:
        """The namings with these ids, in order of time."""
        if not ids:
            return ()
        found = self._kept.get(ids, self._fetch).values()
        return tuple(sorted(found, key=lambda one: (one.published or date.max, one.id)))

    def _fetch(self, ids: Collection[str]) -> dict[str, ProposalNaming]:
        rows = self._archive.select("SELECT * FROM proposal_namings WHERE id IN (SELECT unnest(?))", [list(ids)])
        return {row["id"]: _naming(row) for row in rows}

    @property
    def _kept(self) -> Kept[str, ProposalNaming]:
        return self._archive.memory.of(NAMINGS, KEPT)

    def near(self, namings: Collection[str], days: int, most: int) -> tuple[tuple[str, str], ...]:
        """Pairs of these names with others that share a key, within so many days; those with most keys in common first."""
        return tuple((row["naming"], row["other"]) for row in self._archive.select(NEAR, [days, list(namings), most]))

    def without_namings(self) -> tuple[str, ...]:
        """Articles with positions whose names were never stored, in the order of adding."""
        query = """SELECT DISTINCT a.id, a.number FROM articles AS a JOIN positions AS p ON p.article = a.id
            WHERE a.id NOT IN (SELECT article FROM proposal_namings) ORDER BY a.number"""
        return tuple(row["id"] for row in self._archive.select(query))

    def decisions(self) -> tuple[ProposalDecision, ...]:
        """All of them in the order in which they were made, also those taken back."""
        rows = self._archive.select("SELECT * FROM proposal_decisions ORDER BY number, a, b")
        return tuple(ActorDecision(**row) for row in rows)

    def of_pairs_with(self, namings: Collection[str]) -> tuple[ProposalDecision, ...]:
        """The decisions about pairs with one of these namings, also those taken back."""
        query = "SELECT * FROM proposal_decisions WHERE a IN (SELECT unnest($1)) OR b IN (SELECT unnest($1)) ORDER BY number"
        return tuple(ActorDecision(**row) for row in self._archive.select(query, [list(namings)]))

    def mapping(self) -> dict[str, str]:
        """For each naming the id of its proposal."""
        query = """SELECT n.id, coalesce(i.proposal, n.id) AS proposal
            FROM proposal_namings AS n LEFT JOIN proposal_identities AS i ON i.naming = n.id"""
        return {row["id"]: row["proposal"] for row in self._archive.select(query)}

    def listing(self) -> tuple[KnownProposal, ...]:
        """All proposals, those of most articles first."""
        query = """SELECT id, label, names, namings, articles, first_published AS first, last_published AS last FROM proposals
            ORDER BY articles DESC, label, id"""
        rows = self._archive.select(query)
        return tuple(KnownProposal(**row | {"names": tuple(row["names"]), "namings": tuple(row["namings"])}) for row in rows)

    def proposal_of(self, naming: str) -> str:
        """The id of the proposal that a naming means."""
        rows = self._archive.select("SELECT proposal FROM proposal_identities WHERE naming = ?", [naming])
        return str(rows[0]["proposal"]) if rows else naming

    def members(self, proposal: str) -> tuple[str, ...]:
        """The ids of the namings of a proposal; itself alone where no other name means it."""
        query = "SELECT naming FROM proposal_identities WHERE proposal = ? ORDER BY naming <> proposal, naming"
        return tuple(row["naming"] for row in self._archive.select(query, [proposal])) or (proposal,)

    def find(self, words: str) -> str:
        """The naming that is meant by an id, by the beginning of one, or by a name that only one proposal has."""
        words = words.strip()
        found = [row["id"] for row in self._archive.select(OF_A_NAME, [words])]
        if not found and len(words) >= SHORTEST_PREFIX:
            query = "SELECT id FROM proposal_namings WHERE starts_with(id, ?) ORDER BY id"
            found = [row["id"] for row in self._archive.select(query, [words])]
        if len(found) == 1:
            return str(found[0])
        if found:
            raise ArchiveError(f"{len(found)} proposals are called {words!r}: {', '.join(found[:5])} (give one of these ids)")
        raise ArchiveError(f"{self._archive.path}: no proposal is called {words!r} (`dateline positions list` shows all)")

    def _called(self, words: str, members: Sequence[ProposalNaming]) -> list[ProposalNaming]:
        found = [n for n in members if n.name.casefold() == words.strip().casefold() or n.id.startswith(words.strip())]
        if not found:
            names = ", ".join(dict.fromkeys(n.name for n in members))
            raise ArchiveError(f"{words!r} is not one of the names that mean this proposal (they are {names})")
        return found

    def _numbered(self, joinings: Sequence[Joining], by: str) -> tuple[ProposalDecision, ...]:
        last = self._archive.select("SELECT coalesce(max(number), 0) AS last FROM proposal_decisions")[0]["last"]
        names = {n.id: n.name for n in self.namings({naming for one in joinings for naming in (one.a, one.b)})}
        return tuple(
            _decision(joining, last + (1 if by == USER else place), names, by) for place, joining in enumerate(joinings, start=1)
        )

    def _bearing_on(self, ids: Collection[str]) -> list[ProposalDecision]:
        """The decisions about these namings and about those to which they lead."""
        known, new, seen = dict[tuple[int, str, str], ActorDecision](), set(ids), set[str]()
        while new:
            seen |= new
            found = [d for d in self.of_pairs_with(new) if d.stands or d.is_users]
            known |= {(d.number, d.a, d.b): d for d in found}
            new = {naming for d in found if d.kind == "merge" for naming in d.pair} - seen
        return list(known.values())


def merged(pairs: Iterable[tuple[Thing, Thing]]) -> tuple[frozenset[Thing], ...]:
    """The groups that follow from pairs that are one."""
    group: dict[Thing, frozenset[Thing]] = {}
    for a, b in pairs:
        both = group.get(a, frozenset({a})) | group.get(b, frozenset({b}))
        group.update(dict.fromkeys(both, both))
    return tuple(dict.fromkeys(group.values()))


def _listed(value: object) -> object:
    """Sets in order, so that two runs store the same."""
    if isinstance(value, frozenset):
        return sorted(value)
    return list(value) if isinstance(value, tuple) else value


def _fields(naming: ProposalNaming) -> dict[str, Any]:
    return {name: getattr(naming, name) for name in ProposalNaming.__dataclass_fields__}


def _naming(row: Mapping[str, Any]) -> ProposalNaming:
    fields: dict[str, Any] = {name: frozenset(row[name]) for name in ("words", "heads", "countries", "authors", "context")}
    fields |= {name: tuple(row[name]) for name in ("other_names", "stances")}
    return ProposalNaming(row["id"], row["article"], row["name"], published=row["published"], **fields)


def _given(because: str) -> str:
    if not because.strip():
        raise ArchiveError("a decision needs a reason (say why in a few words)")
    return because.strip()


def _decision(joining: Joining, number: int, names: Mapping[str, str], by: str) -> ProposalDecision:
    a, b = joining.a, joining.b
    return ActorDecision(number, joining.kind, a, b, names[a], names[b], joining.score, joining.reason, by, utc_now())
