"""Whether a clause looks ahead, which chooses between the last and the coming Tuesday."""

from __future__ import annotations

from dateline.knowledge.time_words import time_references
from dateline.language import Document
from dateline.language.clauses import clause_head, modal
from dateline.language.tokens import Token
from dateline.records import Span

AHEAD = frozenset({"will", "would", "shall", "should", "may", "might", "can", "could", "must"})
PAST_TAGS = frozenset({"VBD", "VBN"})
HIGHEST = 4
"""Clauses climbed from a participle or infinitive to one with a tense."""


def looks_ahead(document: Document, span: Span) -> bool:
    """A clause with a modal verb, "going to", or an infinitive after a word of planning, around the expression at `span`."""
    tokens = document.tokens(span)
    if not len(tokens):
        return False
    verb = clause_head(tokens.root)
    return _ahead(verb, span, 0)


def _ahead(verb: Token, span: Span, depth: int) -> bool:
    said = modal(verb)
    if said is not None:
        return said in AHEAD and not _perfect(verb)
    if _planned(verb):
        return True
    if (_infinitive(verb) and verb.idx < span.start) or _after_opening(verb, span):
        return _plans(verb.head) or not _past(verb.head, span, depth)
    if verb.tag_ not in ("VBZ", "VBP"):
        return False
    under = verb.dep_ in ("relcl", "ccomp", "advcl") and depth < HIGHEST and verb.head != verb
    return verb.lemma_ in time_references("ahead_verb") or (under and _ahead(clause_head(verb.head), span, depth + 1))


def _after_opening(verb: Token, span: Span) -> bool:
    return _infinitive(verb) and any(c.lower_ == "to" and c.idx < span.start for c in verb.children)


def _infinitive(verb: Token) -> bool:
    return verb.tag_ == "VB" and any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.children)


def _planned(verb: Token) -> bool:
    """ "is due on Friday", "are scheduled for Monday", "is meeting him on Thursday"."""
    words = time_references("plan")
    if verb.lower_ in words and verb.tag_ == "VBN" and not _perfect(verb):
        return True
    if verb.lemma_ == "be":
        return any(c.lower_ in words for c in verb.children if c.dep_ in ("acomp", "attr", "prep", "advmod"))
    present = any(c.dep_ == "aux" and c.lower_ in ("is", "are", "am", "'s", "’s", "'re") for c in verb.children)
    return verb.tag_ == "VBG" and present


def _plans(token: Token) -> bool:
    return token.lower_ in time_references("plan") or token.lemma_ in time_references("plan")


def _perfect(verb: Token) -> bool:
    return verb.tag_ == "VBN" and any(c.dep_ == "aux" and c.lemma_ == "have" for c in verb.children)


def _past(verb: Token, span: Span, depth: int) -> bool:
    """The governor has a past tense: "managed to leave on Friday"."""
    if verb.tag_ in ("VBD", "VBN"):
        return True
    if depth < HIGHEST and verb.pos_ not in ("VERB", "AUX") and verb.head != verb:
        return _past(clause_head(verb.head), span, depth + 1)
    return False
