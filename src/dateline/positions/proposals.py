"""What is proposed: noun phrases that name a plan, a deal or a measure, and the short names they go by.

A name is the article's own words without determiner, owner and place: "an American proposal for a joint monitoring
mission at the dam" is "joint monitoring mission", "a US plan to post observers" is "plan to post observers".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from dateline.knowledge.stances import proposal_nouns
from dateline.language.clauses import direct_object
from dateline.language.document import Document
from dateline.language.phrases import tight
from dateline.records import Span

MAX_WORDS = 12
_OUTER = frozenset({"det", "poss", "predet", "nummod", "case", "punct"})
_DEFINING = frozenset({"for", "of", "on", "with", "between", "to"})
_EVALUATIVE = frozenset(
    [
        "new",
        "other",
        "own",
        "latest",
        "proposed",
        "planned",
        "controversial",
        "disputed",
        "so-called",
        "such",
        "same",
        "final",
        "interim",
        "further",
        "any",
    ]
)
_BARE_MARKS = re.compile(r"^[\W_]+|[\W_]+$")


@dataclass(frozen=True, slots=True)
class Proposal:
    """A named proposal; `owners` are heads of phrases that say whose it is."""

    name: str
    head: Token
    owners: tuple[Token, ...] = ()


def is_proposal_noun(token: Token) -> bool:
    """Is this a noun for something that parties can be for or against?"""
    named = token.ent_type_ in ("ORG", "PERSON", "FAC", "WORK_OF_ART", "EVENT")
    return token.pos_ in ("NOUN", "PROPN") and not named and token.lemma_.lower() in proposal_nouns()


def is_plan(token: Token) -> bool:
    """A plan, deal or idea that somebody makes, not a measure like talks or sanctions; the inner noun of a container
    counts too.
    """
    kind = proposal_nouns().get(token.lemma_.lower())
    return kind != "measure" or any(proposal_nouns().get(a.lemma_.lower()) == "container" for a in token.ancestors)


def named_proposal(document: Document, noun: Token) -> Proposal | None:
    """The proposal that this noun heads; None for a bare "the plan", which names nothing by itself."""
    kind = proposal_nouns().get(noun.lemma_.lower())
    if kind is None:
        return None
    if kind == "container":
        inner = _contained(noun)
        found = _from(document, inner, tuple(_owners(noun))) if inner is not None else None
        if found is not None and (" " in found.name or is_proposal_noun(found.head)):
            return found
    return _from(document, noun, tuple(_owners(noun)))


def _from(document: Document, head: Token, owners: tuple[Token, ...]) -> Proposal | None:
    modifiers = _before(head)
    quoted = _quoted_name(document, head)
    if quoted is not None:
        return Proposal(quoted, head, owners)
    tokens = [*modifiers, head, *([] if modifiers else _after(head))]
    name = _name(document, tight(tokens))
    bare = len(tokens) == 1 and proposal_nouns().get(head.lemma_.lower()) is not None
    return None if bare or not name or len(name.split()) > MAX_WORDS else Proposal(name, head, owners)


def _quoted_name(document: Document, head: Token) -> str | None:
    """The name in quotation marks right before the noun: a "freeze for freeze" agreement."""
    for quotation in document.quotations:
        if 0 < head.idx - quotation.outer.end <= 1:
            return _name(document, Span(quotation.start, quotation.end))
    return None


def _name(document: Document, span: Span) -> str:
    words = re.sub(r"[“”„\"‘]|’(?!\w)|(?<!\w)'|'(?!\w)", "", document.words(span))
    return _BARE_MARKS.sub("", " ".join(words.split()))


def _before(head: Token) -> list[Token]:
    """Modifiers that belong to the name: compounds and adjectives, but no owner, determiner or evaluation."""
    kept: list[Token] = []
    for child in head.lefts:
        if child.dep_ in _OUTER or child.ent_type_ in ("GPE", "NORP") or child.lower_ in _EVALUATIVE:
            kept = [] if child.dep_ in ("det", "poss", "predet") else kept
            continue
        kept.extend(t for t in child.subtree if not t.is_space)
    return kept


def _after(head: Token) -> list[Token]:
    """One phrase that defines the proposal: "talks with X", "sanctions on Y", "plan to post observers"."""
    for child in head.rights:
        if child.dep_ == "prep" and child.lower_ in _DEFINING:
            return [t for t in child.subtree if t.i > head.i][: MAX_WORDS - 2]
        if child.dep_ in ("acl", "relcl") and any(c.lower_ == "to" and c.dep_ == "aux" for c in child.children):
            target = direct_object(child)
            end = target.i if target is not None else child.i
            return list(head.doc[head.i + 1 : end + 1])
    return []


def _contained(noun: Token) -> Token | None:
    """What a "proposal for" or "idea of" is about."""
    for child in noun.rights:
        if child.dep_ == "prep" and child.lower_ in ("for", "of"):
            return next((c for c in child.children if c.dep_ == "pobj"), None)
    return None


def _owners(noun: Token) -> Iterator[Token]:
    """ "an American proposal", "the bloc's plan", "put forward by the envoy", "drawn up in Washington".

    A state's name before a deal tells whom it concerns ("the Iran deal"), before a plan whose it is ("a US plan").
    """
    unsigned = noun.lemma_.lower() in ("plan", "proposal", "idea", "offer", "suggestion", "initiative", "call")
    for child in noun.children:
        adjective = child.dep_ in ("amod", "compound", "nmod") and child.ent_type_ in ("GPE", "NORP", "ORG")
        if child.dep_ == "poss" or (adjective and unsigned):
            yield child
        elif child.dep_ in ("acl", "relcl") and child.lemma_ in (
            "put",
            "propose",
            "draw",
            "draft",
            "float",
            "table",
            "offer",
            "suggest",
        ):
            yield from _makers(child)


def _makers(verb: Token) -> Iterator[Token]:
    for child in verb.children:
        if child.dep_ == "agent" or (child.dep_ == "prep" and child.lower_ in ("by", "in")):
            yield from (c for c in child.children if c.dep_ == "pobj")


def bare_reference(token: Token) -> bool:
    """Does this phrase only point back to a proposal: "it", "the text", "such an agreement", "the plan"?"""
    if token.lower_ in ("it", "this", "that") and token.pos_ == "PRON":
        return True
    if not is_proposal_noun(token) or proposal_nouns()[token.lemma_.lower()] == "measure":
        return False
    pointing = any(
        c.lower_ in ("the", "this", "that", "such", "its") for c in token.children if c.dep_ in ("det", "predet", "amod", "poss")
    )
    return pointing and not any(c.dep_ in ("compound", "prep", "acl") for c in token.children)
