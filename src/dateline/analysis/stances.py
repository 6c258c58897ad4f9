"""Where each actor stands on each proposal, with the evidence; who acts for a state stands for the state."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from dateline.analysis.corpus import Corpus, published_on
from dateline.analysis.evidence import Evidence, position_evidence
from dateline.corroboration.parties import Party, acts_for_state, is_proper_name, members_of, party_of, person_of
from dateline.corroboration.proposals import commonest, is_telling, joined, naming_id, namings_of
from dateline.corroboration.sentence import sentence_around
from dateline.records import Actor, Position, Reading, Stance


@dataclass(frozen=True, slots=True)
class Held:
    """One position as an article gives it; `person` is who speaks or acts for the actor, where that is somebody else.

    `day` is when the stand was taken as far as the article says, else the day of the article.
    """

    actor: Party
    person: Party | None
    proposal: str
    stance: Stance
    position: Position
    evidence: Evidence
    sentence: tuple[str, int]
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Proposal:
    """A proposal under its commonest name; `held` has the best evidence of each stand, `told` all positions in order of time."""

    name: str
    held: tuple[Held, ...]
    told: tuple[Held, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """All its names, the one by which it is shown first."""
        others = (name for one in self.told for name in (one.proposal, *one.position.other_names))
        return tuple(dict.fromkeys((self.name, *others)))

    @property
    def actors(self) -> tuple[Party, ...]:
        return tuple(dict.fromkeys(one.actor for one in self.held))

    @property
    def articles(self) -> int:
        return len({one.evidence.article for one in self.told or self.held})

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
    ranked = proposals_of(corpus, minimum_confidence=minimum_confidence)
    telling = [proposal for proposal in ranked if is_telling(proposal.name)]
    return StanceMatrix(tuple(telling[:proposals]), len(ranked))


def proposals_of(corpus: Corpus, *, minimum_confidence: float = 0.0) -> tuple[Proposal, ...]:
    """All proposals with the positions on them, those on which most actors stand first.

    Names mean one proposal where the archive says so; for readings that no archive keeps it is worked out here.
    """
    one = corpus.proposals or joined([naming for reading in corpus.originals for naming in namings_of(reading)])
    groups: defaultdict[str, list[Held]] = defaultdict(list)
    for reading in corpus.originals:
        for held in _consistent(_held(reading, minimum_confidence)):
            naming = naming_id(reading.article.id, held.proposal)
            groups[one.get(naming, naming)].append(held)
    return tuple(sorted((_proposal(group) for group in groups.values()), key=_importance))


def _held(reading: Reading, minimum: float) -> Iterable[Held]:
    actors = {actor.id: actor for actor in reading.actors}
    for position in reading.positions:
        if position.actor in actors and position.confidence >= minimum:
            yield from (
                _stand(reading, position, actor) for actor in members_of(actors[position.actor], actors) if _stands(actor)
            )


def _stands(actor: Actor) -> bool:
    return actor.kind != "outlet" and (acts_for_state(actor) or is_proper_name(actor.name))


def _stand(reading: Reading, position: Position, actor: Actor) -> Held:
    party, person = party_of(actor), person_of(actor)
    sentence = reading.article.id, sentence_around(reading.article.text, position.evidence).start
    evidence = position_evidence(reading, position)
    day = (position.date.end or position.date.start) if position.date else None
    return Held(
        party, person if person != party else None, position.proposal, position.stance, position, evidence, sentence,
        day or published_on(reading.article),
    )  # fmt: skip


def _consistent(found: Iterable[Held]) -> list[Held]:
    """Without those that read support and opposition of one actor out of one sentence: one reading must be wrong."""
    held = list(found)
    stances: defaultdict[tuple[Party, str, tuple[str, int]], set[Stance]] = defaultdict(set)
    for one in held:
        stances[one.actor, one.proposal, one.sentence].add(one.stance)
    return [one for one in held if not {"support", "oppose"} <= stances[one.actor, one.proposal, one.sentence]]


def _proposal(group: Sequence[Held]) -> Proposal:
    """Under its commonest name, the shortest of several, with one position for each actor and stance."""
    name = commonest([held.proposal for held in group])
    best: dict[tuple[Party, Stance], Held] = {}
    for held in sorted(group, key=lambda h: (bool(h.position.reported_by), -h.position.confidence, h.position.id)):
        best.setdefault((held.actor, held.stance), held)
    told = sorted(group, key=lambda h: (h.day or date.max, h.evidence.published or date.max, h.position.id))
    return Proposal(name, tuple(best.values()), tuple(told))


def _importance(proposal: Proposal) -> tuple[int, int, int, str]:
    return -len(proposal.actors), -proposal.articles, -len(proposal.held), proposal.name
