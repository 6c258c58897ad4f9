"""Keys of names, by which actors that may be one are found without comparing all with all."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING

from dateline.archive.memory import Kept

if TYPE_CHECKING:
    from dateline.archive.archive import Archive

ActorName = tuple[str, str]
"""Id and name."""
Rows = dict[str, frozenset[ActorName]]
KEPT = 1 << 17
"""Keys that are kept in memory with their actors."""


class ActorKeys:
    """The keys of one archive; what is stored is known in memory, so that a new key costs no search."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive

    def add(self, keys: Mapping[ActorName, Collection[str]]) -> None:
        """Store the keys of actors, in the place of earlier ones."""
        if not keys:
            return
        new: dict[str, set[ActorName]] = {}
        for actor, found in keys.items():
            for key in found:
                new.setdefault(key, set()).add(actor)
        with self._archive.transaction():
            self._drop({actor for actor, _ in keys})
            # Fetched before the new ones are stored, to be what was stored before.
            before = self.actors(new)
            rows = [{"actor": actor, "name": name, "key": key} for (actor, name), found in keys.items() for key in found]
            self._archive.insert({"actor_keys": rows})
            self._stored.update(new)
            self._with_keys.update(actor for actor, _ in keys)
            self._kept.put({key: before.get(key, frozenset()) | added for key, added in new.items()})

    def actors(self, keys: Collection[str]) -> Rows:
        """For each of these keys the actors that have it, by id and name."""
        stored = self._stored
        return self._kept.get([key for key in keys if key in stored], self._fetch)

    def _fetch(self, keys: Collection[str]) -> Rows:
        found: dict[str, set[ActorName]] = {}
        query = "SELECT key, actor, name FROM actor_keys WHERE key IN (SELECT unnest(?))"
        for row in self._archive.select(query, [list(keys)]):
            found.setdefault(row["key"], set()).add((row["actor"], row["name"]))
        return {key: frozenset(actors) for key, actors in found.items()}

    def _drop(self, actors: Collection[str]) -> None:
        """Remove the keys of these actors, of those that have any."""
        known = self._with_keys.intersection(actors)
        if not known:
            return
        rows = self._archive.select("SELECT DISTINCT key FROM actor_keys WHERE actor IN (SELECT unnest(?))", [list(known)])
        self._archive.execute("DELETE FROM actor_keys WHERE actor IN (SELECT unnest(?))", [list(known)])
        kept = self._kept.get([row["key"] for row in rows], lambda _: Rows())
        self._kept.put({key: frozenset(one for one in found if one[0] not in known) for key, found in kept.items()})

    @property
    def _kept(self) -> Kept[str, frozenset[ActorName]]:
        return self._archive.memory.of("actors by key", KEPT)

    @property
    def _stored(self) -> set[str]:
        """All keys of the archive."""
        query = "SELECT DISTINCT key FROM actor_keys"
        return self._archive.memory.once("keys of actors", lambda: {row["key"] for row in self._archive.select(query)})

    @property
    def _with_keys(self) -> set[str]:
        """All actors that have keys."""
        query = "SELECT DISTINCT actor FROM actor_keys"
        return self._archive.memory.once("actors with keys", lambda: {row["actor"] for row in self._archive.select(query)})
