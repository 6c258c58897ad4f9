"""Finding corrected records again in a new reading of their article: by their words, and never where anything is in doubt.

Ids are hashes of content, so a new version may give the same record another id. What was rejected is rejected only as long as the
same is read; what was confirmed or edited needs the same kind of record in the same words.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from dateline.archive.corrections.correction import Record, Subject, anchor, kind_of, records_of, share
from dateline.knowledge.names import fold
from dateline.records import Actor, Reading

ENOUGH = 0.5
"""Share of the words of both, together, that a little longer or shorter cut of the same words shares with them."""
IDENTITY: Mapping[str, tuple[str, ...]] = {"statement": (), "event": ("type",), "position": ("actor", "proposal")}
"""Fields that make a record what it is, beside its words."""
MEANING: Mapping[str, tuple[str, ...]] = {
    "statement": ("speaker",),
    "event": ("type", "sources", "targets", "factuality"),
    "position": ("actor", "proposal", "stance"),
}
"""Fields of which one that changes makes another claim of it: what rejected the one says nothing about the other."""
ACTORS = frozenset({"speaker", "addressees", "sources", "targets", "actor"})
Rank = tuple[bool, bool, int, float]


@dataclass(frozen=True, slots=True)
class Attachment:
    """The records to which the subjects belong now, by subject, and why the others belong to none."""

    found: Mapping[str, Record]
    lost: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class _Fit:
    subject: Subject
    record: Record
    rank: Rank


def attached(reading: Reading, corrected: Sequence[Subject]) -> Attachment:
    """Which of the reading's records each corrected one is."""
    actors = {actor.id: actor for actor in reading.actors}
    fits: list[_Fit] = []
    lost: dict[str, str] = {}
    for subject in corrected:
        fit = _best(subject, records_of(reading, subject.kind), actors)
        if isinstance(fit, str):
            lost[subject.id] = fit
        else:
            fits.append(fit)
    found: dict[str, Record] = {}
    taken: set[str] = set()
    for fit in sorted(fits, key=lambda one: (one.rank, -one.subject.last.number), reverse=True):
        if fit.record.id in taken:
            lost[fit.subject.id] = f"what was corrected is read as one with another corrected record, {fit.record.id}"
        else:
            taken.add(fit.record.id)
            found[fit.subject.id] = fit.record
    return Attachment(found, lost)


def _best(subject: Subject, records: Iterable[Record], actors: Mapping[str, Actor]) -> _Fit | str:
    """The one record that fits best, or why none does."""
    old, cast = subject.last.read(), subject.last.cast()
    near = [record for record in records if share(old, record) >= ENOUGH]
    if not near:
        return "nothing of this kind is read out of these words any more"
    pair = _Pair(old, cast, actors)
    ranked = sorted(((pair.rank(record), n) for n, record in enumerate(near)), reverse=True)
    if len(ranked) > 1 and ranked[0][0] == ranked[1][0]:
        return "several records fit these words equally well"
    best = near[ranked[0][1]]
    wrong = pair.differing(best, _needed(subject, old, best))
    if wrong:
        return f"these words are read otherwise now: {', '.join(wrong)} changed ({best.id})"
    return _Fit(subject, best, ranked[0][0])


def _needed(subject: Subject, old: Record, new: Record) -> tuple[str, ...]:
    """The fields that must be as they were. Who edits a field says how it is, whatever a new version makes of the same words."""
    if subject.last.action == "reject":
        return MEANING[subject.kind]
    edited = {name for one in subject.corrections if one.action == "edit" for name in one.after}
    same_words = anchor(old) == anchor(new)
    return tuple(name for name in IDENTITY[subject.kind] if not (same_words and name in edited))


@dataclass(frozen=True, slots=True)
class _Pair:
    """A record as it was read, with its actors then, and the actors of the new reading."""

    old: Record
    cast: Mapping[str, Actor]
    actors: Mapping[str, Actor]

    def rank(self, new: Record) -> Rank:
        alike = sum(1 for name in MEANING[kind_of(new)] if self._agree(new, name))
        return new.id == self.old.id, anchor(new) == anchor(self.old), alike, share(self.old, new)

    def differing(self, new: Record, names: Iterable[str]) -> list[str]:
        return [name for name in names if not self._agree(new, name)]

    def _agree(self, new: Record, name: str) -> bool:
        mine, theirs = getattr(self.old, name), getattr(new, name)
        if name not in ACTORS:
            return bool(mine == theirs or (name == "proposal" and fold(mine) == fold(theirs)))
        before, after = _listed(mine), _listed(theirs)
        return len(before) == len(after) and all(any(self._same(a, b) for b in after) for a in before)

    def _same(self, old: str, new: str) -> bool:
        return old == new or same_actor(self.cast.get(old), self.actors.get(new))


def same_actor(one: Actor | None, other: Actor | None) -> bool:
    """Whether two readings of one article mean one actor: by the name of the one among the names of the other."""
    if one is None or other is None or (one.kind != other.kind and one.country != other.country):
        return False
    return fold(one.name) in _names(other) or fold(other.name) in _names(one)


def actor_now(actor: Actor, actors: Mapping[str, Actor]) -> str | None:
    """The id that this actor has among the actors of a new reading, if exactly one of them is it."""
    if actor.id in actors:
        return actor.id
    found = [key for key, other in actors.items() if fold(other.name) == fold(actor.name)] or [
        key for key, other in actors.items() if same_actor(actor, other)
    ]
    return found[0] if len(found) == 1 else None


def _names(actor: Actor) -> set[str]:
    return {fold(name) for name in (actor.name, *actor.aliases)}


def _listed(value: str | tuple[str, ...] | None) -> tuple[str, ...]:
    return value if isinstance(value, tuple) else (value,) if value else ()
