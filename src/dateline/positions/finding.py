"""Positions of an article: stances, authorship and judgements, with proposals named and pointed back to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from dateline.actors import Cast
from dateline.knowledge.stances import judgements, proposal_nouns
from dateline.language.clauses import conjuncts
from dateline.language.document import Document
from dateline.positions.proposals import Proposal, bare_reference, is_plan, is_proposal_noun, named_proposal
from dateline.positions.stances import Taken, find_stances, judged
from dateline.records import Position, Span, Stance, Statement, content_id

_FIRST_PERSON = frozenset({"we", "i", "our", "us"})


REACH = 120
"""How many tokens back "it" or "the plan" may point."""


OWN_KIND = frozenset({"resolution", "treaty", "bill", "motion", "convention", "protocol", "law", "accord", "pact", "draft"})
"""Nouns that point back only to something called the same: "the resolution" is no plan or deal named before."""


@dataclass(frozen=True, slots=True)
class Named:
    """All proposals that the article names, by the index of their head word, in the order of the text."""

    by_head: dict[int, Proposal]

    def before(self, token: Token) -> Proposal | None:
        """The last plan or agreement named before this token, one with the same noun first."""
        earlier = [p for i, p in sorted(self.by_head.items(), reverse=True) if 0 < token.i - i < REACH and is_plan(p.head)]
        same = [p for p in earlier if p.head.lemma_ == token.lemma_]
        return next(iter(same if token.lemma_ in OWN_KIND else [*same, *earlier]), None)

    def of(self, document: Document, token: Token) -> Proposal | None:
        """The proposal that this token names, stands in the quoted name of, or points back to."""
        found = self.by_head.get(token.i) or self._quoted(document, token)
        return self.before(token) if found is None and bare_reference(token) else found

    def _quoted(self, document: Document, token: Token) -> Proposal | None:
        quotation = document.quotation_at(token.idx)
        noun = document.token_at(quotation.outer.end + 1) if quotation is not None else None
        return self.by_head.get(noun.i) if noun is not None else None


def find_positions(document: Document, cast: Cast, statements: Sequence[Statement]) -> tuple[Position, ...]:
    """One position for each actor, proposal and stance, at the place where it is first told."""
    named = _named(document)
    found = [
        *_taken(document, cast, statements, named),
        *_owned(document, cast, named),
        *_judged(document, cast, statements, named),
    ]
    distinct: dict[tuple[str, str, Stance], Position] = {}
    for position in found:
        distinct.setdefault((position.actor, position.proposal.casefold(), position.stance), position)
    return tuple(sorted(distinct.values(), key=lambda p: p.evidence))


def _named(document: Document) -> Named:
    nouns = document.with_lemma(proposal_nouns())
    found = ((t.i, named_proposal(document, t)) for t in nouns if is_proposal_noun(t))
    return Named({i: p for i, p in found if p is not None})


def _taken(document: Document, cast: Cast, statements: Sequence[Statement], named: Named) -> Iterator[Position]:
    for taken in find_stances(document):
        proposal = named.of(document, taken.proposal)
        if proposal is None:
            continue
        for actor in _holders(document, cast, statements, taken.holder):
            yield _position(document, actor, proposal, taken, statements)


def _holders(document: Document, cast: Cast, statements: Sequence[Statement], holder: Token) -> Iterator[str]:
    for token in conjuncts(holder):
        if token.lower_ in _FIRST_PERSON:
            speaker = _speaker_at(statements, token.idx)
            yield from (speaker,) if speaker is not None else ()
            continue
        actor = cast.at(token)
        if actor is not None:
            yield from cast.expand(actor)


def _speaker_at(statements: Sequence[Statement], offset: int) -> str | None:
    inside = [s for s in statements if any(c.start <= offset < c.end for c in s.content)]
    return min(inside, key=lambda s: sum(c.length for c in s.content)).speaker if inside else None


def _position(document: Document, actor: str, proposal: Proposal, taken: Taken, statements: Sequence[Statement]) -> Position:
    evidence = _sentence(document, taken.word)
    around = _statement_around(statements, taken.word.idx)
    return Position(
        id=content_id("p", document.article.id, actor, proposal.name, taken.stance, evidence),
        actor=actor,
        proposal=proposal.name,
        stance=taken.stance,
        evidence=evidence,
        condition=taken.condition,
        reported_by=around.reported_by if around is not None else (),
        date=around.date if around is not None else None,
        confidence=0.7 if proposal.head.i == taken.proposal.i else 0.5,
        reason=f"{taken.word.lemma_.lower()} ({taken.stance})",
    )


def _sentence(document: Document, token: Token) -> Span:
    words = document.article.text[token.sent.start_char : token.sent.end_char]
    return Span(token.sent.start_char, token.sent.start_char + len(words.rstrip()))


def _statement_around(statements: Sequence[Statement], offset: int) -> Statement | None:
    inside = [s for s in statements if any(c.start <= offset < c.end for c in s.content)]
    return min(inside, key=lambda s: sum(c.length for c in s.content)) if inside else None


def _owned(document: Document, cast: Cast, named: Named) -> Iterator[Position]:
    """Who made a proposal supports it: "an American proposal for", "the swap put forward by the envoy"."""
    for proposal in named.by_head.values():
        for owner in proposal.owners if is_plan(proposal.head) else ():
            actor = cast.at(owner) or cast.state_of(owner) if owner.pos_ != "PRON" else None
            if actor is None:
                continue
            evidence = _sentence(document, proposal.head)
            yield Position(
                id=content_id("p", document.article.id, actor, proposal.name, "support", evidence),
                actor=actor,
                proposal=proposal.name,
                stance="support",
                evidence=evidence,
                confidence=0.5,
                reason="the proposal is called theirs",
            )


def _judged(document: Document, cast: Cast, statements: Sequence[Statement], named: Named) -> Iterator[Position]:
    """A speaker's judgement of a proposal: "such an agreement would be a waste of time"."""
    table = judgements()
    for topic, predicate in judged(document, frozenset(table)):
        proposal = named.of(document, topic)
        statement = _statement_around(statements, topic.idx)
        word = next((t for t in predicate.subtree if t.lemma_.lower() in table), predicate)
        if proposal is None or statement is None or statement.speaker is None or _denied(predicate) or topic.pos_ == "PRON":
            continue
        for actor in cast.expand(statement.speaker):
            yield _position(document, actor, proposal, Taken(table[word.lemma_.lower()], topic, topic, word), statements)


def _denied(predicate: Token) -> bool:
    return any(c.dep_ == "neg" for c in predicate.head.children)
