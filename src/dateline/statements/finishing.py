"""Last repairs of a statement by the parse: fronted pieces come in, glosses, days and places of speaking go, guesses are told."""

from __future__ import annotations

from dataclasses import replace

from dateline.knowledge.cues import verb_cues
from dateline.language.document import Document
from dateline.language.tokens import Token
from dateline.records import Span
from dateline.statements.according import ACCORDING_TO
from dateline.statements.bounds import bounded
from dateline.statements.draft import Draft
from dateline.statements.finite_clauses import FRAMES_OF_SPEECH
from dateline.statements.fronting import with_fronted
from dateline.statements.second_acts import up_to_next_act

_GLOSSES = frozenset({"refer", "cite", "allude"})
"""Participles after a comma that tell what the speaker did while saying it: "..., referring to the tests"."""
_CONNECTIVES = frozenset({"but", "and", "however", "yet", "still"})
_SEEMING = frozenset({"seem", "appear"})


def finished(document: Document, draft: Draft) -> Draft:
    """The draft after all of them."""
    for repair in (
        up_to_next_act,
        with_fronted,
        _without_connective,
        _without_gloss,
        _without_date,
        _without_frame,
        bounded,
        _guessed,
    ):
        draft = repair(document, draft)
    return draft


def _without_connective(document: Document, draft: Draft) -> Draft:
    """ "|But| the goal is another, she said": the writer's step from the sentence before; 14 of 19 such in PolNeAR dev."""
    if not draft.content or not draft.cue or draft.cue[0].start < draft.content[0].start:
        return draft
    first, *rest = draft.content
    words = [t for t in document.tokens(first) if not t.is_space]
    length = 2 if [t.lower_ for t in words[:2]] == ["in", "addition"] else int(len(words) > 2 and words[0].lower_ in _CONNECTIVES)
    if not length or len(words) < length + 2 or document.quotation_at(first.start) is not None:
        return draft
    start = words[length + 1] if words[length].text == "," else words[length]
    return replace(draft, content=(Span(start.idx, first.end), *rest))


def _without_date(document: Document, draft: Draft) -> Draft:
    """ "Its call on |Wednesday| to reopen it", "according to his remarks |Friday|, it is open": the day of speaking."""
    first, *rest = draft.content or (Span(0, 0),)
    tokens = document.tokens(first)
    dated = next((k for k, t in enumerate(tokens) if t.ent_type_ != "DATE"), 0)
    after_source = dated and tokens[dated].text == "," and draft.rule.startswith(ACCORDING_TO)
    if after_source and dated + 1 < len(tokens) and document.words(Span(draft.cue[0].end, first.start)).find(",") < 0:
        return replace(draft, content=(Span(tokens[dated + 1].idx, first.end), *rest))
    if not dated or tokens[dated].lower_ != "to" or tokens[dated].tag_ != "TO":
        return draft
    return replace(draft, content=(Span(tokens[dated].idx, first.end), *rest))


def _without_frame(document: Document, draft: Draft) -> Draft:
    """ "Threatened to destroy it |during a speech at the United Nations|": where it was threatened."""
    if not draft.content or not draft.cue:
        return draft
    *before, last = draft.content
    tokens = document.tokens(last)
    frame = next((t for t in tokens if t.lower_ == "during" and _tells_where(document, t, tokens[-1])), None)
    if frame is None or frame.idx <= last.start:
        return draft
    kept = Span(last.start, last.start + len(document.words(Span(last.start, frame.idx)).rstrip(" ,\n—–-")))
    return replace(draft, content=(*before, kept))


def _tells_where(document: Document, preposition: Token, last: Token) -> bool:
    noun = next((c for c in preposition.children if c.dep_ == "pobj"), None)
    ends = preposition.right_edge.i >= last.i - 1
    speech = noun is not None and noun.lemma_.lower() in FRAMES_OF_SPEECH
    return ends and speech and preposition.head.lemma_ not in verb_cues() and document.quotation_at(preposition.idx) is None


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
