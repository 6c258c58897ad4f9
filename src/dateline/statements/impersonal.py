"""Sayings that name nobody: "it is widely reported that ...", "the minister is said to have fled", "I am told that ..."."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dateline.language.clauses import agent, surface_subject
from dateline.language.phrases import noun_phrase, subtree, tight
from dateline.language.tokens import Token
from dateline.records import Spans
from dateline.statements.cues import Cue
from dateline.statements.draft import Draft

_TOLD = frozenset({"i", "we"})


def impersonal_drafts(cues: Iterable[Cue]) -> Iterator[Draft]:
    """Drafts without a source, for passives of the frame `it` that name no agent."""
    for cue in cues:
        if not any(c.dep_ == "auxpass" for c in cue.verb.children) or agent(cue.verb) is not None:
            continue
        content = _content(cue)
        if content:
            yield _draft(cue, content)


def _content(cue: Cue) -> Spans:
    found = surface_subject(cue.verb)
    if found is None:
        return ()
    if cue.verb.lemma_ == "tell":
        return _told(cue.verb) if found.lower_ in _TOLD else ()
    if cue.reading("it") is None or found.tag_ in ("WP", "WDT"):
        return ()
    return _that_clause(cue.verb) if found.lower_ == "it" and _that_clause(cue.verb) else _raised(cue.verb, found)


def _that_clause(verb: Token) -> Spans:
    """ "it was reported that ..."."""
    for child in verb.children:
        marked = any(c.lower_ == "that" and c.dep_ == "mark" for c in child.children)
        if child.dep_ in ("ccomp", "acl", "advcl") and child.i > verb.i and marked:
            return (subtree(child),)
    return ()


def _raised(verb: Token, found: Token) -> Spans:
    """ "the minister | is said | to have fled": subject and infinitive together."""
    for child in verb.children:
        if child.dep_ == "xcomp" and child.i > verb.i and any(c.lower_ == "to" and c.dep_ == "aux" for c in child.children):
            whole = subtree(found)
            return (whole if whole.end <= verb.idx else noun_phrase(found), subtree(child))
    return ()


def _told(verb: Token) -> Spans:
    """ "I am told that ...", and "In Oslo, I am told, the ships have left": the rest of the sentence."""
    clause = next((c for c in verb.children if c.dep_ == "ccomp" and c.i > verb.i), None)
    if clause is not None:
        return (subtree(clause),)
    first = surface_subject(verb)
    closed = verb.i + 1 < verb.sent.end and verb.nbor(1).text == ","
    if first is None or first.i <= verb.sent.start + 1 or first.nbor(-1).text != ",":
        return ()
    before = verb.doc[verb.sent.start : first.i - 1]
    after = verb.doc[verb.i + 2 : verb.sent.end] if closed else verb.doc[verb.i : verb.i]
    return tuple(tight(part) for part in (before, after) if any(t.is_alpha for t in part))


def _draft(cue: Cue, content: Spans) -> Draft:
    reading = cue.reading("it") or cue.readings[0]
    return Draft(
        act=reading.act,
        cue=(cue.span,),
        content=content,
        source=None,
        rule=f"{cue.verb.lemma_.lower()} by nobody named",
        confidence=0.7,
    )
