"""Last repairs of a statement by the parse: a fronted piece is added, a gloss of the writer cut off, a guess told as one."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Token

from dateline.language.document import Document
from dateline.records import Span
from dateline.statements.draft import Draft
from dateline.statements.fronting import with_fronted

_GLOSSES = frozenset({"refer", "cite", "allude"})
"""Participles after a comma that tell what the speaker did while saying it: "..., referring to the tests"."""
_SEEMING = frozenset({"seem", "appear"})


def finished(document: Document, draft: Draft) -> Draft:
    """The draft after all three."""
    return _guessed(document, _without_gloss(document, with_fronted(document, draft)))


def _without_gloss(document: Document, draft: Draft) -> Draft:
    if not draft.content:
        return draft
    *before, last = draft.content
    gloss = next((t for t in document.tokens(last) if _is_gloss(document, t) and t.idx > last.start), None)
    if gloss is None or document.quotation_at(gloss.idx) is not None:
        return draft
    kept = Span(last.start, last.start + len(document.words(Span(last.start, gloss.idx)).rstrip(" ,\n—–-")))
    return replace(draft, content=(*before, kept)) if kept.length else draft


def _is_gloss(document: Document, word: Token) -> bool:
    return word.tag_ == "VBG" and word.lemma_ in _GLOSSES and word.i > 0 and document.doc[word.i - 1].text == ","


def _guessed(document: Document, draft: Draft) -> Draft:
    """ "Seems to have concluded" is what the writer makes of it."""
    if not draft.cue:
        return draft
    verb = document.tokens(draft.cue[0]).root
    guess = (verb.dep_ == "xcomp" and verb.head.lemma_ in _SEEMING) or verb.lemma_ in _SEEMING
    return replace(draft, act="believe") if guess else draft
