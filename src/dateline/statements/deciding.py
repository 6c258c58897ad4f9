"""One decision where rules and the network both speak.

Characters decide quotations, the parse decides clauses that a rule was written for, the network the rest. Where a rule
and the network mark the same cue, each part of the statement comes from the one that was right more often on annotated
articles (`statement_evidence.tsv`); what only one of them found is kept where that was right often enough.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from dateline.knowledge.statement_evidence import Evidence, evidence_for
from dateline.language.document import Document
from dateline.records import Span, Spans, Statement
from dateline.statements.draft import Draft, common_share, holds
from dateline.statements.network_drafts import ATTITUDES, NETWORK, less_contrast, network_drafts, root_of
from dateline.statements.tagging.marks import Mark, marks
from dateline.statements.tagging.tagging import Tagged
from dateline.statements.unsaid import labelled

LIKELY = 0.5
"""Share found rightly from which a family of rules is believed without the network."""
HALF = 0.5
UNSECONDED = 0.75
"""What is left of a rule's confidence where the network is silent."""
PLAIN = 0.9
"""Confidence of a rule for what is said in so many words ("X warned that Y"): it needs no second voice."""


def decide(document: Document, drafts: Sequence[Draft], tagged: Tagged) -> tuple[Draft, ...]:
    """Drafts of rules and network as one list, in the order of the text."""
    found = list(marks(document, tagged))
    partner = partners(drafts, found)
    agreed = {k: _joined(document, drafts[k], found[j], drafts) for k, j in partner.items()}
    alone = [_unseconded(d) for k, d in enumerate(drafts) if k not in agreed and _stands_alone(d, drafts)]
    kept = [*agreed.values(), *(draft for draft in alone if draft.cue or not _told_by(draft, agreed.values()))]
    taken = set(partner.values())
    unseen = network_drafts(document, [mark for j, mark in enumerate(found) if j not in taken], kept)
    told = [_less_next(document, _less_begun(draft, [*kept, *unseen]), [*drafts, *unseen]) for draft in [*kept, *unseen]]
    return tuple(sorted(told, key=lambda d: (d.extent.start, -d.extent.end)))


def _less_begun(draft: Draft, drafts: Sequence[Draft]) -> Draft:
    """Without a piece after the cue that only begins what another says: "..., A said, but |that| has changed, according to B"."""
    first, *rest = draft.content
    after = [span for span in rest if draft.cue and span.start > draft.cue[-1].end]
    others = [span for other in drafts if other is not draft for span in other.content]
    begun = {span for span in after for other in others if span.start == other.start and span.end < other.end}
    return replace(draft, content=(first, *(span for span in rest if span not in begun))) if begun else draft


def _less_next(document: Document, draft: Draft, drafts: Sequence[Draft]) -> Draft:
    """Without the subject of the next saying: "said it was mishandled |and Democrats| accused them of it"."""
    *before, last = draft.content
    for other in drafts:
        source = other.source
        if (
            source is None
            or not other.cue
            or not 0 <= other.cue[0].start - last.end <= 2
            or not last.start < source.idx < last.end
        ):
            continue
        joint = source.left_edge.nbor(-1) if source.left_edge.i > 0 else source
        if joint.dep_ == "cc" and joint.idx > last.start:
            words = document.words(Span(last.start, joint.idx)).rstrip(" ,")
            return replace(draft, content=(*before, Span(last.start, last.start + len(words))))
    return draft


def uttered(statements: Iterable[Statement]) -> tuple[Statement, ...]:
    """Less the attitudes that only the network saw: what somebody wants or condemns is told by the writer, not in their words."""
    return tuple(s for s in statements if s.act not in ATTITUDES or s.reason != NETWORK)


def partners(drafts: Sequence[Draft], found: Sequence[Mark]) -> Mapping[int, int]:
    """Which mark belongs to which draft: the same cue rather than none, and the most of the content in common."""
    pairs = [
        (_meet(draft.cue, mark.cue), common, k, j)
        for k, draft in enumerate(drafts)
        for j, mark in enumerate(found)
        if (common := common_share(draft.content, mark.content))
        and (_meet(draft.cue, mark.cue) or (not draft.cue and common > HALF and not holds(draft.content, mark.cue)))
    ]
    partner: dict[int, int] = {}
    for _, _, k, j in sorted(pairs, reverse=True):
        if k not in partner and j not in partner.values():
            partner[k] = j
    return partner


def _told_by(draft: Draft, others: Iterable[Draft]) -> bool:
    """Has another taken the words of a quotation that a rule gave to the speaker of the paragraph before?"""
    return any(all(holds(other.content, span) for span in draft.content) for other in others)


def _meet(cue: Spans, other: Span) -> bool:
    return any(span.overlaps(other) for span in cue)


def _stands_alone(draft: Draft, drafts: Sequence[Draft]) -> bool:
    """May a rule be believed where the network is silent? Within reported words it is always silent: it never learnt to nest."""
    if draft.media or (draft.confidence >= PLAIN and draft.act not in ATTITUDES):
        return True
    return evidence_for(draft.rule).alone >= LIKELY or any(within(draft, other) for other in drafts)


def _unseconded(draft: Draft) -> Draft:
    return replace(draft, confidence=draft.confidence * UNSECONDED)


def within(draft: Draft, other: Draft) -> bool:
    """Does the draft stand in the words of the other?"""
    return other is not draft and bool(draft.cue) and holds(other.content, draft.cue[0])


def _joined(document: Document, draft: Draft, mark: Mark, drafts: Sequence[Draft]) -> Draft:
    """The draft with what the network knows better."""
    evidence = evidence_for(draft.rule)
    decided = replace(draft, confidence=_sure(evidence, mark), marked=True)
    if mark.content_chance >= evidence.content_from and not _overruns(document, draft, mark, drafts):
        known = replace(mark, content=less_contrast(document, mark))
        decided = replace(decided, content=_to_the_end(document, draft, _from_the_start(draft, known)))
    if _better_source(document, draft, mark) and mark.source_chance >= evidence.source_from:
        decided = _with_source(document, decided, mark)
    return replace(decided, cue=(mark.cue,)) if mark.cue_chance >= evidence.cue_from and draft.cue else decided


def _overruns(document: Document, draft: Draft, mark: Mark, drafts: Sequence[Draft]) -> bool:
    """Does the network run on into the next thing said ("said it was not bound, and threatened to ..."), or lose a piece?

    Of what stands between quotation marks nothing may be lost.
    """
    beyond = [span for other in drafts for span in other.cue if other is not draft and not holds(draft.content, span)]
    lost = [span for span in draft.content if not any(span.overlaps(other) for other in mark.content)]
    return (
        any(holds(mark.content, span) for span in beyond)
        or bool(lost)
        or _unquotes(document, draft, mark)
        or (_takes_label(document, draft, mark))
    )


def _takes_label(document: Document, draft: Draft, mark: Mark) -> bool:
    """Would words before the colon come in ("a statement on the dam: |'...'"), where the rule has the quotation after it?"""
    first, start = draft.content[0], mark.content[0].start
    return start < first.start and document.words(Span(start, first.start)).rstrip(" \"“‘'").endswith(":")


def _unquotes(document: Document, draft: Draft, mark: Mark) -> bool:
    """Would words between quotation marks be lost, or be less than half of the content?"""
    quoted = {part for quotation in document.quotations for part in quotation.parts}
    if not quoted.issuperset(draft.content):
        return any(span in quoted and not holds(mark.content, span) for span in draft.content)
    return not all(holds(mark.content, span) for span in draft.content) or common_share(draft.content, mark.content) < HALF


def _from_the_start(draft: Draft, mark: Mark) -> Spans:
    """The network's content, with the words with which the clause of the rule begins ("|While Spain and| France ordered")."""
    (first, *rest), clause = mark.content, draft.content[0]
    return (Span(clause.start, first.end), *rest) if clause.start < first.start < clause.end else mark.content


def _to_the_end(document: Document, draft: Draft, content: Spans) -> Spans:
    """With what the clause of the rule goes on to say: "said it would not come |but would first review it|"."""
    (*before, last), clause = content, draft.content[-1]
    if not clause.start <= last.start < last.end < clause.end:
        return content
    rest = [t for t in document.tokens(Span(last.end, clause.end)) if not t.is_punct and not t.is_space]
    verb = next((t for t in rest[1:4] if t.dep_ == "conj" and t.tag_ == "VB"), None)
    shared = verb is not None and rest[0].dep_ == "cc" and not any(c.dep_ in ("nsubj", "nsubjpass") for c in verb.children)
    return (*before, Span(last.start, clause.end)) if shared else content


def _sure(evidence: Evidence, mark: Mark) -> float:
    chance = mark.cue_chance * mark.content_chance
    return evidence.agreed * (0.6 + 0.4 * chance)


def _better_source(document: Document, draft: Draft, mark: Mark) -> bool:
    """May the network's source stand for the rule's? Not with a colon ("'Declaration of war': North Korea claims")."""
    return bool(mark.source and draft.source_spans) and not draft.media and not labelled(document, mark.source)


def _with_source(document: Document, draft: Draft, mark: Mark) -> Draft:
    head = root_of(document, mark.source)
    if draft.source is not None and any(s.start <= draft.source.idx < s.end for s in mark.source):
        return replace(draft, source_spans=mark.source)
    return replace(draft, source=head, source_spans=mark.source) if head is not None else draft
