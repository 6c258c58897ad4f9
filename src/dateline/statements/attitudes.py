"""Attitudes in adjectives: "is convinced that Spain will wait", "was ready to resign"."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.knowledge.cues import NounCue, adjective_cues
from dateline.language.clauses import subject
from dateline.language.document import Document
from dateline.language.phrases import subtree, tight
from dateline.language.tokens import Token
from dateline.statements.cues import reports
from dateline.statements.draft import Draft
from dateline.statements.sources import source_span


def attitude_drafts(document: Document) -> Iterator[Draft]:
    """Drafts for predicative adjectives with a that-clause or infinitive of their own."""
    table = adjective_cues()
    for token in document.with_word(table):
        draft = _draft(token, table[token.lower_])
        if draft is not None:
            yield draft


def _draft(adjective: Token, row: NounCue) -> Draft | None:
    verb = adjective.head if adjective.dep_ in ("acomp", "oprd") else adjective
    clause = next((c for c in (*adjective.children, *verb.children) if _governed(c, adjective, row)), None)
    if clause is None or (verb == adjective and not any(c.dep_ == "auxpass" for c in verb.children)) or not reports(verb):
        return None
    source = subject(verb)
    if source is None or source.lower_ in ("it", "there") or source.i > adjective.i:
        return None
    first = next((c for c in verb.children if c.dep_ == "auxpass"), verb) if verb == adjective else verb
    cue = tight(verb.doc[min(first.i, adjective.i) : adjective.i + 1])
    return Draft(
        act=row.act,
        cue=(cue,),
        content=(subtree(clause),),
        source=source,
        rule=f"{adjective.lower_} with a clause",
        confidence=0.75,
        source_spans=(source_span(source, cue),),
    )


def _governed(clause: Token, adjective: Token, row: NounCue) -> bool:
    if clause.i < adjective.i or clause.dep_ not in ("ccomp", "xcomp", "advcl") or clause == adjective:
        return False
    infinitive = any(c.dep_ == "aux" and c.lower_ == "to" for c in clause.children)
    marks = {c.lower_ for c in clause.children if c.dep_ == "mark"}
    finite = clause.dep_ != "advcl" or "that" in marks
    return ("2" in row.frames and infinitive and clause.dep_ == "xcomp") or (
        "t" in row.frames and not infinitive and finite and clause.dep_ != "xcomp" and not marks - {"that"}
    )
