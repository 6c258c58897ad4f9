"""Where each actor stands on each proposal: a matrix of actors by proposals, with the evidence of every cell."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dateline.analysis.corpus import Corpus
from dateline.analysis.evidence import Evidence, position_evidence
from dateline.analysis.parties import Party, person_of, state_name
from dateline.knowledge.names import fold
from dateline.records import Position, Reading, Stance


@dataclass(frozen=True, slots=True)
class Held:
    """One position as an article gives it."""

    actor: Party
    country: str | None
    proposal: str
    stance: Stance
    position: Position
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Proposal:
    """A proposal under its most frequent name, and all positions on it, best evidence first."""

    name: str
    held: tuple[Held, ...]

    @property
    def actors(self) -> tuple[Party, ...]:
        return tuple(dict.fromkeys(one.actor for one in self.held))

    def stances(self, actor: Party) -> tuple[Stance, ...]:
        """The stances that articles give this actor, each once; more than one means that they differ or that it moved."""
        return tuple(dict.fromkeys(one.stance for one in self.held if one.actor == actor))


@dataclass(frozen=True, slots=True)
class StanceMatrix:
    """Proposals (columns) on which several actors stand, and the actors (rows) with most positions."""

    actors: tuple[Party, ...]
    proposals: tuple[Proposal, ...]
    total: int


def stance_matrix(corpus: Corpus, *, actors: int = 10, proposals: int = 6, minimum_confidence: float = 0.0) -> StanceMatrix:
    """The proposals on which most actors stand; `total` counts all proposals, shown or not."""
    groups: defaultdict[str, list[Held]] = defaultdict(list)
    for reading in corpus.originals:
        for held in _held(reading, minimum_confidence):
            groups[fold(held.proposal)].append(held)
    everything = sorted((_proposal(group) for group in groups.values()), key=_importance)
    shown = everything[:proposals]
    present = Counter(actor for proposal in shown for actor in proposal.actors)
    rows = tuple(actor for actor, _ in sorted(present.items(), key=lambda item: (-item[1], item[0]))[:actors])
    columns = tuple(_restricted(proposal, rows) for proposal in shown)
    return StanceMatrix(rows, tuple(column for column in columns if column.held), len(everything))


def _held(reading: Reading, minimum: float) -> Iterable[Held]:
    actors = {actor.id: actor for actor in reading.actors}
    for position in reading.positions:
        if position.actor in actors and position.confidence >= minimum:
            actor = actors[position.actor]
            party = person_of(actor)
            country = state_name(actor.country) if actor.country and not party.is_state else None
            yield Held(party, country, position.proposal, position.stance, position, position_evidence(reading, position))


def _proposal(group: Sequence[Held]) -> Proposal:
    name = Counter(held.proposal for held in group).most_common(1)[0][0]
    return Proposal(name, tuple(sorted(group, key=lambda h: (-h.position.confidence, h.position.id))))


def _importance(proposal: Proposal) -> tuple[int, int, str]:
    return -len(proposal.actors), -len(proposal.held), proposal.name


def _restricted(proposal: Proposal, rows: Sequence[Party]) -> Proposal:
    """Only the actors shown, and of each actor one position a stance."""
    kept: dict[tuple[Party, Stance], Held] = {}
    for held in proposal.held:
        if held.actor in rows:
            kept.setdefault((held.actor, held.stance), held)
    return Proposal(proposal.name, tuple(sorted(kept.values(), key=lambda h: rows.index(h.actor))))
