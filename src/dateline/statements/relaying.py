"""Idioms by which an outlet passes on what another says: "had it from a diplomat that", "has it on the authority of", and
"attributes to a general the claim that".
"""

from __future__ import annotations

from collections.abc import Iterator

from dateline.knowledge.cues import noun_cues
from dateline.language.clauses import direct_object, is_passive, prepositional_object, subject
from dateline.language.document import Document
from dateline.language.phrases import noun_phrase, tight
from dateline.language.tokens import Token
from dateline.records import Act, Span, Spans
from dateline.statements.cues import reports
from dateline.statements.draft import Draft


def relayed_drafts(document: Document) -> Iterator[Draft]:
    """Drafts for the verbs "have (it)" and "attribute"."""
    for verb in document.with_lemma(("have", "attribute")):
        if verb.pos_ in ("VERB", "AUX") and verb.dep_ not in ("aux", "auxpass") and reports(verb):
            draft = _had_it(verb) if verb.lemma_ == "have" else _attributed(verb)
            if draft is not None:
                yield draft


def _had_it(verb: Token) -> Draft | None:
    """ "had it from a diplomat in Oslo that ...", "has it on the authority of a diplomat that ..."."""
    told = direct_object(verb)
    if told is None or told.lower_ != "it":
        return None
    authority = prepositional_object(verb, "on")
    source = prepositional_object(authority, "of", "from") if authority is not None and authority.lemma_ == "authority" else None
    source = source or prepositional_object(verb, "from")
    that = next((t for t in verb.doc[verb.i : verb.sent.end] if t.lower_ == "that"), None)
    if source is None or that is None or that.i < source.i or that.i + 1 >= verb.sent.end:
        return None
    cue = tight(verb.doc[verb.i : source.left_edge.i])
    return _draft(verb, source, cue, (tight(verb.doc[that.i : verb.sent.end]),), "report")


def _attributed(verb: Token) -> Draft | None:
    """ "attributes to an admiral the assertion that ...", "attributed the remark that ... to an admiral"."""
    source = prepositional_object(verb, "to")
    said = subject(verb) if is_passive(verb) else direct_object(verb)
    row = noun_cues().get(said.lemma_.lower()) if said is not None else None
    if source is None or said is None or row is None:
        return None
    clause = next((c for c in said.children if c.dep_ in ("acl", "ccomp", "relcl") and _that(c)), None)
    if clause is None:
        return None
    words = [t for t in clause.subtree if clause.i > source.i or t.i < source.left_edge.i - 1]
    return _draft(verb, source, tight([verb]), (tight(words),), row.act)


def _that(clause: Token) -> bool:
    return any(c.lower_ == "that" and c.dep_ == "mark" for c in clause.children)


def _draft(verb: Token, source: Token, cue: Span, content: Spans, act: Act) -> Draft:
    outlet = subject(verb) if not is_passive(verb) else None
    span = noun_phrase(source)
    return Draft(
        act=act,
        cue=(cue,),
        content=content,
        source=source,
        rule=f"{verb.lemma_} relayed",
        confidence=0.75,
        media=(outlet,) if outlet is not None else (),
        source_spans=(Span(span.start, min(span.end, content[0].start - 1)) if span.start < content[0].start else span,),
    )
