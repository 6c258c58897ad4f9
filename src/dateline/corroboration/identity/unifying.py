"""Readings in which one actor of the archive has one id and one name, whatever the article calls it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from dateline.archive.archive import Archive
from dateline.records import Actor, Event, Position, Reading, Statement


@dataclass(frozen=True, slots=True)
class Identities:
    """For each actor id that is one with others the id that stands for all (`of`), and for that id all names (`names`).

    The first name is the one by which all are shown.
    """

    of: Mapping[str, str] = field(default_factory=dict)
    names: Mapping[str, Sequence[str]] = field(default_factory=dict)

    @classmethod
    def of_archive(cls, archive: Archive) -> Identities:
        """Those of all actors of an archive."""
        return cls(archive.actors.mapping(), archive.actors.names())

    def unified(self, reading: Reading) -> Reading:
        """The reading under the ids that stand for all; two actors of it that are one become one record."""
        if not any(actor.id in self.of for actor in reading.actors):
            return reading
        return replace(
            reading,
            actors=self._actors(reading.actors),
            statements=tuple(map(self._statement, reading.statements)),
            events=tuple(map(self._event, reading.events)),
            positions=tuple(map(self._position, reading.positions)),
        )

    def _actors(self, actors: Iterable[Actor]) -> tuple[Actor, ...]:
        found: dict[str, Actor] = {}
        for actor in map(self._actor, actors):
            found[actor.id] = _joined(found[actor.id], actor) if actor.id in found else actor
        return tuple(found.values())

    def _actor(self, actor: Actor) -> Actor:
        members = self._ids(actor.members)
        if actor.id not in self.of:
            return replace(actor, members=members)
        key = self.of[actor.id]
        name, *others = self.names.get(key, (actor.name,))
        aliases = tuple(dict.fromkeys(alias for alias in (*actor.aliases, actor.name, *others) if alias != name))
        return replace(actor, id=key, name=name, aliases=aliases, members=members)

    def _statement(self, statement: Statement) -> Statement:
        speaker = self.of.get(statement.speaker, statement.speaker) if statement.speaker else None
        return replace(statement, speaker=speaker, addressees=self._ids(statement.addressees))

    def _event(self, event: Event) -> Event:
        return replace(event, sources=self._ids(event.sources), targets=self._ids(event.targets))

    def _position(self, position: Position) -> Position:
        return replace(position, actor=self.of.get(position.actor, position.actor))

    def _ids(self, actors: Iterable[str]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(self.of.get(actor, actor) for actor in actors))


def _joined(one: Actor, other: Actor) -> Actor:
    """One record of two; what the first does not say, the second does."""
    return replace(
        one,
        country=one.country or other.country,
        code=one.code or other.code,
        role=one.role or other.role,
        aliases=tuple(dict.fromkeys((*one.aliases, *other.aliases))),
        mentions=tuple(sorted({*one.mentions, *other.mentions})),
    )
