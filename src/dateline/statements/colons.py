"""Quotations that a sentence without any verb of saying leads up to: 'Ruiz was blunt: "We will not leave."'"""

from __future__ import annotations

from dateline.knowledge.cues import verb_cues
from dateline.knowledge.nouns import actor_noun, office_noun
from dateline.language.clauses import is_passive, surface_subject
from dateline.language.document import Document
from dateline.language.phrases import noun_phrase, tight
from dateline.language.quotations import Quotation
from dateline.language.tokens import Token
from dateline.records import Span
from dateline.statements.draft import Draft

_SUBORDINATE = frozenset({"relcl", "acl", "advcl", "csubj", "pcomp", "aux", "auxpass"})
_PERSONS = frozenset({"he", "she", "they"})


def introduced(document: Document, quotation: Quotation) -> Draft | None:
    """The quotation as words of the subject of the clause before its colon; whole sentences only."""
    colon = _colon(document, quotation)
    if colon is None or document.words(quotation.parts[-1])[-1:] not in (".", "!", "?"):
        return None
    verb = _main_verb(colon)
    source = surface_subject(verb) if verb is not None else None
    if verb is None or source is None or is_passive(verb) or not _person(source):
        return None
    return Draft(
        act="say",
        cue=(_cue(verb, colon),),
        content=quotation.parts,
        source=source,
        rule="quotation after a colon",
        confidence=0.6,
        source_spans=(noun_phrase(source),),
    )


def _cue(verb: Token, colon: Token) -> Span:
    """All words up to the colon; of a verb of saying with its clause ("said |it was over: '...'|") the verb alone."""
    says = any("t" in row.frames for row in verb_cues().get(verb.lemma_.lower(), ()))
    clause = any(c.dep_ == "ccomp" and c.i > verb.i for c in verb.children)
    return tight([verb] if says and clause else verb.doc[verb.i : colon.i])


def _colon(document: Document, quotation: Quotation) -> Token | None:
    opening = document.token_at(quotation.outer.start)
    before = opening.nbor(-1) if opening is not None and opening.i > 0 else None
    return before if before is not None and before.text == ":" else None


def _main_verb(colon: Token) -> Token | None:
    """The first finite verb of a main clause between the start of the sentence and the colon."""
    words = colon.doc[colon.sent.start : colon.i]
    finite = [t for t in words if t.tag_ in ("VBD", "VBZ", "VBP") or (t.tag_ in ("VB", "VBN") and _finite_auxiliary(t))]
    return next((t for t in finite if t.dep_ not in _SUBORDINATE), None)


def _finite_auxiliary(verb: Token) -> bool:
    return any(c.dep_ == "aux" and c.tag_ in ("VBZ", "VBP", "VBD", "MD") for c in verb.children)


def _person(source: Token) -> bool:
    """Somebody, not something: "the law is clear:" quotes nobody."""
    lemma = source.lemma_.lower()
    named = source.pos_ == "PROPN" or source.lower_ in _PERSONS
    return named or (source.pos_ == "NOUN" and (actor_noun(lemma) is not None or office_noun(lemma) is not None))
