"""Where each actor stands on each proposal, with the evidence; who acts for a state stands for the state."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dateline.analysis.corpus import Corpus
from dateline.analysis.evidence import Evidence, position_evidence
from dateline.analysis.parties import Party, is_proper_name, members_of, party_of, person_of
from dateline.analysis.proposals import is_telling, join_names
from dateline.analysis.quote import sentence_around
from dateline.records import Actor, Position, Reading, Stance


@dataclass(frozen=True, slots=True)
class Held:
    """One position as an article gives it; `person` is who speaks or acts for the actor, where that is somebody else."""

    actor: Party
    person: Party | None
    proposal: str
    stance: Stance
    position: Position
    evidence: Evidence
    sentence: tuple[str, int]


@dataclass(frozen=True, slots=True)
class Proposal:
    """A proposal under its most frequent name, and all positions on it, best evidence first."""

    name: str
    held: tuple[Held, ...]

    @property
    def actors(self) -> tuple[Party, ...]:
        return tuple(dict.fromkeys(one.actor for one in self.held))

    @property
    def articles(self) -> int:
        return len({one.evidence.article for one in self.held})

    def stances(self, actor: Party) -> tuple[Stance, ...]:
        """The stances that articles give this actor, each once; more than one means that they differ or that it moved."""
        return tuple(dict.fromkeys(one.stance for one in self.held if one.actor == actor))

    def holding(self, stance: Stance) -> tuple[Party, ...]:
        """The actors with this stance."""
        return tuple(dict.fromkeys(one.actor for one in self.held if one.stance == stance))


@dataclass(frozen=True, slots=True)
class StanceMatrix:
    """The proposals shown, those on which most actors stand first; `total` counts all, shown or not."""

    proposals: tuple[Proposal, ...]
    total: int

    @property
    def actors(self) -> tuple[Party, ...]:
        """Those with most positions first."""
        counted = Counter(actor for proposal in self.proposals for actor in proposal.actors)
        return tuple(actor for actor, _ in sorted(counted.items(), key=lambda item: (-item[1], item[0])))


def stance_matrix(corpus: Corpus, *, proposals: int = 8, minimum_confidence: float = 0.0) -> StanceMatrix:
    """The proposals on which most actors stand; those of a single position only as far as there is little else."""
    everything = [held for reading in corpus.originals for held in _consistent(_held(reading, minimum_confidence))]
    names = join_names([held.proposal for held in everything])
    groups: defaultdict[str, list[Held]] = defaultdict(list)
    for held in everything:
        groups[names[held.proposal]].append(held)
    ranked = sorted((_proposal(group) for group in groups.values()), key=_importance)
    telling = [proposal for proposal in ranked if is_telling(proposal.name)]
    return StanceMatrix(tuple(telling[:proposals]), len(ranked))


def _held(reading: Reading, minimum: float) -> Iterable[Held]:
    actors = {actor.id: actor for actor in reading.actors}
    for position in reading.positions:
        if position.actor in actors and position.confidence >= minimum:
            yield from (
                _stand(reading, position, actor) for actor in members_of(actors[position.actor], actors) if _stands(actor)
            )


def _stands(actor: Actor) -> bool:
    return actor.kind != "outlet" and is_proper_name(actor.name)


def _stand(reading: Reading, position: Position, actor: Actor) -> Held:
    party, person = party_of(actor), person_of(actor)
    sentence = reading.article.id, sentence_around(reading.article.text, position.evidence).start
    evidence = position_evidence(reading, position)
    return Held(party, person if person != party else None, position.proposal, position.stance, position, evidence, sentence)


def _consistent(found: Iterable[Held]) -> list[Held]:
    """Without those that read support and opposition of one actor out of one sentence: one reading must be wrong."""
    held = list(found)
    stances: defaultdict[tuple[Party, tuple[str, int]], set[Stance]] = defaultdict(set)
    for one in held:
        stances[one.actor, one.sentence].add(one.stance)
    return [one for one in held if not {"support", "oppose"} <= stances[one.actor, one.sentence]]


def _proposal(group: Sequence[Held]) -> Proposal:
    """Under its commonest name, the shortest of several, with one position for each actor and stance."""
    counted = Counter(held.proposal for held in group)
    name = min(counted, key=lambda one: (-counted[one], len(one), one))
    best: dict[tuple[Party, Stance], Held] = {}
    for held in sorted(group, key=lambda h: (bool(h.position.reported_by), -h.position.confidence, h.position.id)):
        best.setdefault((held.actor, held.stance), held)
    return Proposal(name, tuple(best.values()))


def _importance(proposal: Proposal) -> tuple[int, int, int, str]:
    return -len(proposal.actors), -proposal.articles, -len(proposal.held), proposal.name
