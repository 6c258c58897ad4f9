"""Positions of an article: stances, undertakings, authorship and judgements, on proposals named and pointed back to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from dateline.actors import Cast
from dateline.knowledge.stances import judgements
from dateline.language.document import Document
from dateline.language.tokens import Token
from dateline.positions.bearers import bearers, owner_of, spoken_for, statement_at
from dateline.positions.judgements import find_judgements
from dateline.positions.naming import Named, named_in, other_names
from dateline.positions.proposals import Proposal, is_plan
from dateline.positions.stances import REVERSED, Taken, find_stances
from dateline.positions.undertakings import continued, find_undertakings, undone
from dateline.records import Actor, Position, Span, Stance, Statement, content_id

SURE, LIKELY = 0.7, 0.5
"""Confidence where the stance names its proposal, and where it points back to it or follows from authorship."""
AUTHORED = "the proposal is called theirs"
"""The reason of a position that follows from authorship."""


@dataclass(frozen=True, slots=True)
class _Scene:
    """What the steps of one article share."""

    document: Document
    cast: Cast
    statements: Sequence[Statement]
    named: Named


def find_positions(document: Document, cast: Cast, statements: Sequence[Statement]) -> tuple[Position, ...]:
    """One position for each side, proposal and stance, at the place where it is first told."""
    named = named_in(document)
    taken = sorted((*find_stances(document), *find_undertakings(document, statements)), key=lambda t: t.word.i)
    scene = _Scene(document, cast, statements, replace(named, salient=_salient(document, named, taken)))
    found = sorted((*_taken(scene, taken), *_owned(scene), *_judged(scene)), key=lambda p: p.evidence)
    names = other_names(document, named)
    told = [replace(p, other_names=_all(p.other_names, names.get(p.proposal, ()))) for p in _distinct(cast, found)]
    return tuple(_without_contradicted(cast, told))


def _all(*names: tuple[str, ...]) -> tuple[str, ...]:
    """Each name once, whatever its capitals."""
    return tuple({name.casefold(): name for group in names for name in group}.values())


def _salient(document: Document, named: Named, taken: Iterable[Taken]) -> frozenset[int]:
    """Heads of the proposals that somebody is for or against in so many words."""
    targets = (named.of(document, _real_target(t.proposal)[0], t.word) for t in taken if t.proposal is not None)
    return frozenset(proposal.head.i for proposal in targets if proposal is not None)


def _real_target(token: Token) -> tuple[Token, bool]:
    """What is really at stake, and whether it is to end: "the lifting of sanctions" is against sanctions."""
    inner = undone(token)
    return (inner, True) if inner is not None else (continued(token) or token, False)


def _taken(scene: _Scene, taken: Iterable[Taken]) -> Iterator[Position]:
    for one in taken:
        target, reverse = _real_target(one.proposal) if one.proposal is not None else (one.word, False)
        proposal = _proposal_of(scene, one, target)
        if proposal is None or _points_to_condition(scene, one):
            continue
        stance = REVERSED[one.stance] if reverse else one.stance
        for actor in bearers(scene.cast, scene.statements, one.holder, one.word.idx):
            yield _position(scene, actor, proposal, replace(one, stance=stance, proposal=target))


def _proposal_of(scene: _Scene, one: Taken, target: Token) -> Proposal | None:
    if one.proposal is None:
        return scene.named.before(one.word)
    return scene.named.of(scene.document, target, one.word)


def _points_to_condition(scene: _Scene, one: Taken) -> bool:
    """ "Greece has ruled that out": after a condition "that" is what was demanded, not the proposal."""
    token = one.proposal
    if token is None or token.lower_ != "that" or token.pos_ != "PRON" or token.sent.start == 0:
        return False
    before = scene.document.doc[token.sent.start - 1].sent
    return any(t.lower_ in ("if", "unless", "provided", "condition") for t in before)


def _position(scene: _Scene, actor: str, proposal: Proposal, taken: Taken) -> Position:
    evidence = _sentence(scene.document, taken.word)
    around = statement_at(scene.statements, taken.word.idx)
    return Position(
        id=content_id("p", scene.document.article.id, actor, proposal.name, taken.stance, evidence),
        actor=actor,
        proposal=proposal.name,
        stance=taken.stance,
        evidence=evidence,
        condition=taken.condition,
        reported_by=around.reported_by if around is not None else (),
        date=around.date if around is not None else None,
        confidence=SURE if taken.proposal is not None and proposal.head.i == taken.proposal.i else LIKELY,
        reason=f"{taken.word.lemma_.lower()} ({taken.stance})",
        other_names=proposal.also,
    )


def _sentence(document: Document, token: Token) -> Span:
    words = document.article.text[token.sent.start_char : token.sent.end_char]
    return Span(token.sent.start_char, token.sent.start_char + len(words.rstrip()))


def _owned(scene: _Scene) -> Iterator[Position]:
    """Who made a proposal supports it: "an American proposal for", "the swap put forward by the envoy"."""
    for proposal in scene.named.by_head.values():
        for owner in proposal.owners if is_plan(proposal.head) or _is_made(proposal) else ():
            actor = owner_of(scene.cast, owner)
            for bearer in spoken_for(scene.cast, actor) if actor is not None else ():
                taken = Taken("support", owner, None, proposal.head)
                yield replace(_position(scene, bearer, proposal, taken), reason=AUTHORED)


def _is_made(proposal: Proposal) -> bool:
    """Whether the owners are those who put it forward, or whose plan it is called."""
    return any(owner.dep_ == "pobj" or owner.i > proposal.head.i for owner in proposal.owners)


def _judged(scene: _Scene) -> Iterator[Position]:
    """What somebody calls a proposal: "such an agreement would be a waste of time"."""
    for judgement in find_judgements(scene.document):
        proposal = scene.named.of(scene.document, judgement.topic)
        if proposal is None:
            continue
        stance = judgements()[judgement.word.lemma_.lower()]
        taken = Taken(stance, judgement.holder, judgement.topic, judgement.word)
        for actor in bearers(scene.cast, scene.statements, judgement.holder, judgement.topic.idx):
            yield _position(scene, actor, proposal, taken)


def _distinct(cast: Cast, found: Iterable[Position]) -> list[Position]:
    """The first of each side, proposal and stance; that it is the author is kept, wherever it is told."""
    distinct: dict[tuple[str, str, Stance], Position] = {}
    for position in found:
        key = _side(cast, position), position.proposal.casefold(), position.stance
        first = distinct.setdefault(key, position)
        if position.reason == AUTHORED and AUTHORED not in first.reason:
            distinct[key] = replace(first, reason=f"{first.reason}; {AUTHORED}")
    return list(distinct.values())


def _without_contradicted(cast: Cast, told: Sequence[Position]) -> Iterator[Position]:
    """A condition in the same sentence limits support: "acceptable in spirit, but she would sign it only if"."""
    limited = {(_side(cast, p), p.proposal.casefold(), p.evidence) for p in told if p.stance == "conditional"}
    for position in told:
        key = _side(cast, position), position.proposal.casefold(), position.evidence
        if position.stance == "conditional" or key not in limited:
            yield position


def _side(cast: Cast, position: Position) -> str:
    actor: Actor = cast.actor(position.actor)
    official = actor.kind in ("state", "government_body") or " GOV" in f" {actor.code or ''}"
    return actor.country if actor.country is not None and official else actor.id
