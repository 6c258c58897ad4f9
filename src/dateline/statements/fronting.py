"""Contents of which a piece stands before the source: "what it said | was the detonation", "differences he hopes | will pay off".

The relative word, or without one the noun that the clause is about, is fronted out of the clause (Huddleston and Pullum 2002,
ch. 12); without it the content lacks its subject or object.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from dateline.language.document import Document
from dateline.language.tokens import Token
from dateline.records import Span
from dateline.statements.draft import Draft, holds

_RELATIVES = frozenset({"what", "which", "that", "who", "whom"})
_ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "attr", "pobj"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl", "csubj"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


def with_fronted(document: Document, draft: Draft) -> Draft:
    """The draft with the fronted piece as the first of its content, where there is one."""
    if not draft.cue or draft.source is None or not draft.content:
        return draft
    fronted = _fronted(document, draft)
    return replace(draft, content=(fronted, *draft.content)) if fronted is not None else draft


def _fronted(document: Document, draft: Draft) -> Span | None:
    verb = document.tokens(draft.cue[0]).root
    if verb.dep_ not in ("relcl", "pcomp", "ccomp", "csubj") or verb.idx > draft.content[0].start:
        return None
    relative = next((t for t in _arguments(document, draft) if _is_before(t, draft)), None)
    if relative is not None:
        return Span(relative.idx, relative.idx + len(relative))
    return _antecedent(document, draft, verb)


def _arguments(document: Document, draft: Draft) -> Iterator[Token]:
    """Relative words that fill a place of a verb of the content which nothing else fills."""
    for verb in (t for t in document.tokens(draft.content[0]) if t.pos_ in ("VERB", "AUX")):
        filled = Counter(c.dep_ for c in verb.children)
        yield from (c for c in verb.children if c.lower_ in _RELATIVES and c.dep_ in _ARGUMENTS and filled[c.dep_] == 1)


def _is_before(word: Token, draft: Draft) -> bool:
    span = Span(word.idx, word.idx + len(word))
    source = draft.source_spans[0] if draft.source_spans else None
    return source is not None and span.end <= source.start and not holds(draft.source_spans, span)


def _antecedent(document: Document, draft: Draft, verb: Token) -> Span | None:
    """The noun before a relative clause without a relative word, where the content has a finite verb and no subject."""
    root = document.tokens(draft.content[0]).root
    if verb.dep_ != "relcl" or any(c.lower_ in _RELATIVES or c.tag_ in ("WRB", "WP", "WDT") for c in verb.subtree):
        return None
    finite = root.tag_ in _FINITE or any(c.tag_ in _FINITE for c in root.children if c.dep_ in ("aux", "auxpass"))
    if not finite or any(c.dep_ in _SUBJECTS for c in root.children):
        return None
    noun = verb.head
    if noun.pos_ not in ("NOUN", "PROPN", "PRON"):
        return None
    first = document.doc[noun.left_edge.i]
    span = Span(first.idx, noun.idx + len(noun))
    return span if draft.source_spans and span.end <= draft.source_spans[0].start else None
