"""One actor across articles: what is recorded of it, and what follows for each id.

The readings are never changed by it. A group of ids that are one is the outcome of `groups` over the decisions that stand;
only the groups that a change touches are worked out anew.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING, Any, Literal

from dateline.archive.actor_decisions import ActorDecision, Pair, groups
from dateline.archive.actor_keys import ActorKeys, ActorName
from dateline.archive.clock import utc_now
from dateline.archive.decision import USER
from dateline.archive.identity_list import Identity, identities
from dateline.archive.memory import Kept
from dateline.errors import ArchiveError

if TYPE_CHECKING:
    from dateline.archive.archive import Archive

Insert = Callable[[dict[str, list[dict[str, Any]]]], None]
SHORTEST_PREFIX = 6
KEPT = 1 << 17
"""Actors whose first places are kept in memory."""
IDS_OF_A_NAME = """SELECT DISTINCT coalesce(i.identity, x.id) AS id
    FROM actors AS x LEFT JOIN actor_identities AS i ON i.actor = x.id WHERE lower(x.name) = lower(?) ORDER BY id"""


@dataclass(frozen=True, slots=True)
class Proposal:
    """What is to be recorded of a pair of actor ids: see `ActorDecision`; without `names` the commonest are looked up."""

    kind: Literal["merge", "split"]
    a: str
    b: str
    reason: str
    score: float | None = None
    names: Pair | None = None


class ActorIdentities:
    """The identities of one archive: `archive.actors`. Each method that writes is one transaction."""

    def __init__(self, archive: Archive, insert: Insert) -> None:
        self._archive, self._insert, self._keys = archive, insert, ActorKeys(archive)

    def merge(self, a: str, b: str, because: str) -> tuple[ActorDecision, ...]:
        """Record a user's decision that both are one; ids, beginnings of ids, or names that only one actor has.

        Raises ArchiveError where an actor is not known, or both are one already.
        """
        one, other = self.find(a), self.find(b)
        if self.identity(one) == self.identity(other):
            raise ArchiveError(f"{a} and {b} are one actor already (`dateline actors decisions` tells why)")
        return self.record([Proposal("merge", one, other, _given(because))], USER)

    def split(self, a: str, others: Sequence[str], because: str) -> tuple[ActorDecision, ...]:
        """Record a user's decision that `others` are not the actor `a`; without others all of its ids are kept apart.

        The ids that are not named stay with `a`. Raises ArchiveError where an actor is not known or is not one with `a`.
        """
        first = self.find(a)
        members = self.members(self.identity(first))
        if len(members) < 2:
            raise ArchiveError(f"{a} is one actor under one id, so there is nothing to split")
        leaving = [self._leaving(other, members) for other in others]
        staying = [member for member in members if member not in leaving]
        if leaving and not staying:
            raise ArchiveError("at least one of the ids must stay (name those that leave, or none to keep all apart)")
        pairs = [(stays, leaves) for stays in staying for leaves in leaving] or _all_pairs(members)
        return self.record([Proposal("split", one, other, _given(because)) for one, other in pairs], USER)

    def undo(self, number: int) -> tuple[ActorDecision, ...]:
        """Take a decision back, the program's or a user's; the program does not make it again.

        Raises ArchiveError where there is none of that number, or it was taken back before.
        """
        rows = [decision for decision in self.decisions() if decision.number == number]
        if not rows:
            raise ArchiveError(f"no decision has the number {number} (`dateline actors decisions` lists them)")
        if not rows[0].stands:
            raise ArchiveError(f"decision {number} was taken back before, by {rows[0].undone_by}")
        with self._archive.transaction():
            self._take_back([number], USER)
            self.settle(actor for row in rows for actor in row.pair)
        return tuple(row for row in self.decisions() if row.number == number)

    def record(self, proposals: Sequence[Proposal], by: str) -> tuple[ActorDecision, ...]:
        """Enter decisions, a user's call under one number, and work out what follows."""
        with self._archive.transaction():
            decisions = self.enter(proposals, by)
            self.settle(actor for decision in decisions for actor in decision.pair)
        return decisions

    def enter(self, proposals: Sequence[Proposal], by: str) -> tuple[ActorDecision, ...]:
        """Enter decisions without working out what follows; `settle` does that."""
        if not proposals:
            return ()
        with self._archive.transaction():
            decisions = self._numbered(proposals, by)
            self._insert({"actor_decisions": [asdict(decision) for decision in decisions]})
        return decisions

    def take_back(self, numbers: Collection[int], by: str) -> None:
        """Mark decisions as undone without working out what follows; `settle` does that."""
        with self._archive.transaction():
            self._take_back(list(numbers), by)

    def settle(self, touched: Iterable[str]) -> None:
        """Work out anew the groups with these actors, and of those that are one with them now or before."""
        ids = set(touched)
        if not ids:
            return
        with self._archive.transaction():
            ids |= self._co_members(ids)
            decisions = self._bearing_on(ids)
            ids |= {actor for decision in decisions for actor in decision.pair}
            self._write(ids, groups(decisions))

    def listing(self, like: str | None = None, country: str | None = None) -> tuple[Identity, ...]:
        """The actors, those of most articles first: with these words in a name, of the state with this ISO code (alpha-3)."""
        return identities(self._archive.select, like, country)

    def decisions(self) -> tuple[ActorDecision, ...]:
        """All of them in the order in which they were made, also those taken back."""
        return self._decisions("SELECT * FROM actor_decisions ORDER BY number, a, b", [])

    def users_have_decided(self) -> bool:
        """Whether a user has decided anything or taken anything back."""
        return bool(self._archive.select("SELECT 1 FROM actor_decisions WHERE decided_by = $1 OR undone_by = $1 LIMIT 1", [USER]))

    def of_pairs_with(self, actors: Collection[str]) -> tuple[ActorDecision, ...]:
        """The decisions about pairs with one of these actors, also those taken back."""
        query = "SELECT * FROM actor_decisions WHERE a IN (SELECT unnest($1)) OR b IN (SELECT unnest($1)) ORDER BY number"
        return self._decisions(query, [list(actors)])

    def mapping(self) -> dict[str, str]:
        """For each actor id that is one with others the id that stands for all; the others stand for themselves."""
        rows = self._archive.select("SELECT actor, identity FROM actor_identities")
        return {row["actor"]: row["identity"] for row in rows}

    def names(self) -> dict[str, tuple[str, ...]]:
        """For each id that stands for several all their names, first the one by which they are shown."""
        query = "SELECT id, name, names FROM identities WHERE id IN (SELECT identity FROM actor_identities)"
        return {row["id"]: tuple(dict.fromkeys((row["name"], *row["names"]))) for row in self._archive.select(query)}

    def identity(self, actor: str) -> str:
        """The id that stands for this actor id."""
        rows = self._archive.select("SELECT identity FROM actor_identities WHERE actor = ?", [actor])
        return str(rows[0]["identity"]) if rows else actor

    def members(self, identity: str) -> tuple[str, ...]:
        """The ids for which this id stands, itself first; itself alone where it stands for no other."""
        query = "SELECT actor FROM actor_identities WHERE identity = ? ORDER BY actor <> identity, actor"
        return tuple(row["actor"] for row in self._archive.select(query, [identity])) or (identity,)

    def of_articles(self, articles: Collection[str]) -> set[str]:
        """The ids of the actors that are stored for these articles."""
        query = "SELECT DISTINCT id FROM actors WHERE article IN (SELECT unnest(?))"
        return {row["id"] for row in self._archive.select(query, [list(articles)])}

    def find(self, words: str) -> str:
        """The actor id that is meant by an id, by the beginning of one, or by a name that only one actor has."""
        found = self.called(words)
        if len(found) == 1:
            return found[0]
        if found:
            raise ArchiveError(f"{len(found)} actors are called {words!r}: {', '.join(found[:5])} (give one of these ids)")
        raise ArchiveError(f"{self._archive.path}: no actor has the id or name {words!r} (`dateline actors list` shows them)")

    def called(self, words: str) -> list[str]:
        """The actor ids that an id, the beginning of one, or a name may mean."""
        words = words.strip()
        return self._with_id(words) or [row["id"] for row in self._archive.select(IDS_OF_A_NAME, [words])]

    def not_compared(self, method: str) -> tuple[str, ...]:
        """The articles that this method has not compared yet, in the order of adding."""
        query = """SELECT id FROM articles WHERE id NOT IN (SELECT article FROM compared_articles WHERE method = ?)
            ORDER BY number"""
        return tuple(row["id"] for row in self._archive.select(query, [method]))

    def note_compared(self, articles: Collection[str], method: str) -> None:
        """Enter that the actors of these articles have been compared."""
        with self._archive.transaction():
            if traced := self._archive.first_stored.traced(articles, "compared articles"):
                self._archive.execute("DELETE FROM compared_articles WHERE article IN (SELECT unnest(?))", [traced])
            self._insert({"compared_articles": [{"article": article, "method": method} for article in articles]})

    def add_keys(self, keys: Mapping[ActorName, Collection[str]]) -> None:
        """Store the keys of actors, in the place of earlier ones."""
        self._keys.add(keys)

    def with_keys(self, keys: Collection[str]) -> dict[str, frozenset[ActorName]]:
        """For each of these keys the actors that have it, by id and name."""
        return self._keys.actors(keys)

    def groups_of(self, actors: Collection[str]) -> dict[str, frozenset[str]]:
        """For each of these actors the ids that are one with it, itself among them."""
        query = """SELECT identity, list(actor) AS actors FROM actor_identities WHERE identity IN
            (SELECT identity FROM actor_identities WHERE actor IN (SELECT unnest(?))) GROUP BY identity"""
        merged = [frozenset(row["actors"]) for row in self._archive.select(query, [list(actors)])]
        return {actor: frozenset({actor}) for actor in actors} | {actor: group for group in merged for actor in group}

    def _leaving(self, words: str, members: Sequence[str]) -> str:
        """One of the ids of an actor; names do not tell its ids apart."""
        found = [member for member in members if member.startswith(words.strip())] if len(words) >= SHORTEST_PREFIX else []
        if len(found) != 1:
            raise ArchiveError(f"{words!r} is not one of the ids that are one here (they are {', '.join(members)})")
        return found[0]

    def _with_id(self, words: str) -> list[str]:
        if len(words) < SHORTEST_PREFIX:
            return []
        query = "SELECT DISTINCT id FROM actors WHERE starts_with(id, ?) ORDER BY id"
        found = [row["id"] for row in self._archive.select(query, [words])]
        return [words] if words in found else found

    def _numbered(self, proposals: Sequence[Proposal], by: str) -> tuple[ActorDecision, ...]:
        last = self._archive.select("SELECT coalesce(max(number), 0) AS last FROM actor_decisions")[0]["last"]
        names = {actor: name for p in proposals if p.names for actor, name in zip((p.a, p.b), p.names, strict=True)}
        ids = {actor for proposal in proposals for actor in (proposal.a, proposal.b)} - names.keys()
        query = "SELECT id, mode(name ORDER BY name) AS name FROM actors WHERE id IN (SELECT unnest(?)) GROUP BY id"
        names |= {row["id"]: row["name"] for row in (self._archive.select(query, [list(ids)]) if ids else ())}
        now = utc_now()
        return tuple(
            _decision(proposal, last + (1 if by == USER else place), names, by, now)
            for place, proposal in enumerate(proposals, start=1)
        )

    def _take_back(self, numbers: Sequence[int], by: str) -> None:
        self._archive.execute(
            "UPDATE actor_decisions SET undone_by = ?, undone_at = ? WHERE undone_at IS NULL AND number IN (SELECT unnest(?))",
            [by, utc_now(), list(numbers)],
        )

    def _co_members(self, ids: Collection[str]) -> set[str]:
        query = """SELECT actor FROM actor_identities WHERE identity IN
            (SELECT identity FROM actor_identities WHERE actor IN (SELECT unnest(?)))"""
        return {row["actor"] for row in self._archive.select(query, [list(ids)])}

    def _bearing_on(self, ids: Collection[str]) -> list[ActorDecision]:
        """The decisions that stand about these actors and about those to which they lead, and all that users want."""
        known, new = dict[tuple[int, str, str], ActorDecision](), set(ids)
        users = self._users_decisions()
        new |= {actor for decision in users for actor in decision.pair}
        seen: set[str] = set()
        while new:
            seen |= new
            found = [decision for decision in self.of_pairs_with(new) if decision.stands and not decision.is_users]
            known |= {(decision.number, decision.a, decision.b): decision for decision in found}
            new = {actor for decision in found if decision.kind == "merge" for actor in decision.pair} - seen
        present = self._first_places(seen | {actor for decision in known.values() for actor in decision.pair})
        return [*users, *(decision for decision in known.values() if present.keys() >= set(decision.pair))]

    def _users_decisions(self) -> list[ActorDecision]:
        """What users want, under the ids that the actors have now."""
        query = "SELECT * FROM actor_decisions WHERE decided_by = $1 OR undone_by = $1 ORDER BY number"
        found = [decision for decision in self._decisions(query, [USER]) if decision.is_users]
        named = {decision.a: decision.a_name for decision in found} | {decision.b: decision.b_name for decision in found}
        now = self._ids_now(named)
        return [_moved(decision, now) for decision in found]

    def _ids_now(self, named: Mapping[str, str]) -> dict[str, str]:
        """For ids that no reading has any more the id that most articles give to an actor of the same name."""
        present = self._first_places(set(named)) if named else {}
        gone = {actor: name for actor, name in named.items() if actor not in present}
        if not gone:
            return {}
        query = "SELECT name, mode(id ORDER BY id) AS id FROM actors WHERE name IN (SELECT unnest(?)) GROUP BY name"
        by_name = {row["name"]: row["id"] for row in self._archive.select(query, [list(gone.values())])}
        return {actor: by_name[name] for actor, name in gone.items() if name in by_name}

    def _write(self, ids: Collection[str], found: Iterable[frozenset[str]]) -> None:
        self._archive.execute("DELETE FROM actor_identities WHERE actor IN (SELECT unnest(?))", [list(ids)])
        order = self._first_places(ids)
        rows = []
        for group in found:
            members = sorted(group & order.keys(), key=lambda actor: order[actor])
            if len(members) > 1:
                rows += [{"actor": actor, "identity": members[0]} for actor in members]
        self._insert({"actor_identities": rows})

    def note_first_places(self, articles: Mapping[str, Sequence[str]]) -> None:
        """Keep in memory where actors stand that no earlier article has, by article in the order of adding.

        What stands at a place of no actor to be kept is an empty id.
        """
        query = "SELECT id, number FROM articles WHERE id IN (SELECT unnest(?)) ORDER BY number"
        found: dict[str, tuple[int, int]] = {}
        for row in self._archive.select(query, [list(articles)]):
            for place, actor in enumerate(articles[row["id"]]):
                found.setdefault(actor, (row["number"], place))
        found.pop("", None)
        self._places.put(found)

    def _first_places(self, ids: Collection[str]) -> dict[str, tuple[int, int]]:
        """Where each of these actors first stands in the archive; those that no article has are left out."""
        query = """SELECT x.id, min((a.number, x.number)) AS first FROM actors AS x JOIN articles AS a ON a.id = x.article
            WHERE x.id IN (SELECT unnest(?)) GROUP BY x.id"""

        def fetch(missing: Collection[str]) -> dict[str, tuple[int, int]]:
            return {row["id"]: tuple(row["first"]) for row in self._archive.select(query, [list(missing)])}

        return self._places.get(ids, fetch)

    @property
    def _places(self) -> Kept[str, tuple[int, int]]:
        return self._archive.memory.of("first places of actors", KEPT)

    def _decisions(self, query: str, parameters: list[Any]) -> tuple[ActorDecision, ...]:
        return tuple(ActorDecision(**row) for row in self._archive.select(query, parameters))


def _given(because: str) -> str:
    if not because.strip():
        raise ArchiveError("a decision needs a reason (say why in a few words)")
    return because.strip()


def _all_pairs(members: Sequence[str]) -> list[Pair]:
    return [(one, other) for place, one in enumerate(members) for other in members[place + 1 :]]


def _decision(proposal: Proposal, number: int, names: Mapping[str, str], by: str, now: datetime) -> ActorDecision:
    a, b = proposal.a, proposal.b
    return ActorDecision(number, proposal.kind, a, b, names[a], names[b], proposal.score, proposal.reason, by, now)


def _moved(decision: ActorDecision, now: Mapping[str, str]) -> ActorDecision:
    return replace(decision, a=now.get(decision.a, decision.a), b=now.get(decision.b, decision.b))
