"""Judgements of a proposal: "such an agreement would be a waste of time", "called the deal a disaster"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dateline.knowledge.stances import judgements
from dateline.language.clauses import direct_object, doer, is_negated, prepositional_object
from dateline.language.document import Document
from dateline.language.tokens import Token

_CALLING = frozenset(
    {"call", "brand", "describe", "label", "dub", "deem", "consider", "regard", "denounce", "dismiss", "hail", "see"}
)


@dataclass(frozen=True, slots=True)
class Judgement:
    """`word` stands in the table of judgements; without a holder it is the judgement of whoever says it."""

    holder: Token | None
    topic: Token
    word: Token


def find_judgements(document: Document) -> Iterator[Judgement]:
    """All judgements whose topic and word the parse gives; those that are denied are left out."""
    yield from _predicated(document)
    yield from _called(document)


def _predicated(document: Document) -> Iterator[Judgement]:
    for verb in document.with_lemma(("be",)):
        if verb.pos_ not in ("AUX", "VERB") or any(c.dep_ == "neg" for c in verb.children):
            continue
        predicate = next((c for c in verb.children if c.dep_ in ("attr", "acomp", "prep")), None)
        topic = next((c for c in verb.children if c.dep_ == "nsubj"), None)
        word = _judging(predicate) if predicate is not None else None
        if topic is not None and topic.pos_ != "PRON" and word is not None:
            yield Judgement(None, topic, word)


def _called(document: Document) -> Iterator[Judgement]:
    """The object predicate, which the parser also makes a small clause."""
    for verb in document.with_lemma(_CALLING):
        if verb.pos_ != "VERB" or is_negated(verb):
            continue
        topic = direct_object(verb) or _small_subject(verb)
        named = next((c for c in verb.children if c.dep_ in ("oprd", "ccomp", "xcomp", "attr")), None)
        predicate = prepositional_object(verb, "as") or named
        word = _judging(predicate) if predicate is not None else None
        holder = doer(verb)
        if topic is not None and word is not None and word != topic and holder is not None:
            yield Judgement(holder, topic, word)


def _small_subject(verb: Token) -> Token | None:
    clause = next((c for c in verb.children if c.dep_ == "ccomp"), None)
    return next((c for c in clause.children if c.dep_ == "nsubj"), None) if clause is not None else None


def _judging(predicate: Token) -> Token | None:
    table = judgements()
    return next((t for t in predicate.subtree if t.lemma_.lower() in table), None)
