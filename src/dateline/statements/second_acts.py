"""A second act of the same speaker: "said it was possible, |but warned Spain against leaving|".

The coordinate verb shares subject and tense with the cue; what it says is no part of what the cue says (Huddleston and Pullum
2002, ch. 15).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from dateline.knowledge.cues import verb_cues
from dateline.language.clauses import SUBJECTS
from dateline.language.document import Document
from dateline.language.repair import gives_no_answer
from dateline.language.tokens import Token
from dateline.records import Span
from dateline.statements.draft import Draft

_FINITE = frozenset({"VBD", "VBZ", "VBP"})


def up_to_next_act(document: Document, draft: Draft) -> Draft:
    """The draft without the second act of its speaker and all that follows it."""
    verb = cue_verb(document, draft)
    if verb is None or not draft.content:
        return draft
    for act in second_acts(verb):
        joint = _joint(act)
        if joint is None or document.quotation_at(act.idx) is not None:
            continue
        inside = any(s.start < joint.idx and act.idx < s.end for s in draft.content)
        if inside and draft.content[0].start < joint.idx:
            return _cut(document, draft, joint)
    return draft


def cue_verb(document: Document, draft: Draft) -> Token | None:
    """The verb that governs the cue."""
    words = document.tokens(draft.cue[0]) if draft.cue else None
    return words.root if words is not None and len(words) else None


def second_acts(verb: Token) -> Iterator[Token]:
    """Verbs of saying, or of giving no answer, that the parse joins to `verb` in its tense and without a subject of their own."""
    for other in verb.children:
        joined = other.dep_ == "conj" and other.i > verb.i and other.tag_ == verb.tag_ and verb.tag_ in _FINITE
        own = any(c.dep_ in SUBJECTS for c in other.children)
        if joined and not own and (other.lemma_ in verb_cues() or gives_no_answer(other)):
            yield other


def _joint(act: Token) -> Token | None:
    """The "and" or "but" right before the verb and its adverbs."""
    at = act.i - 1
    while at > act.sent.start and act.doc[at].pos_ in ("ADV", "AUX"):
        at -= 1
    before: Token = act.doc[at]
    return before if before.dep_ == "cc" else None


def _cut(document: Document, draft: Draft, joint: Token) -> Draft:
    kept = [Span(s.start, min(s.end, joint.idx)) for s in draft.content if s.start < joint.idx]
    *before, last = kept
    words = document.words(last).rstrip(" ,;\n—–-")
    return replace(draft, content=(*before, Span(last.start, last.start + len(words))))
