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
from dateline.statements.animacy import may_be_person
from dateline.statements.draft import Draft, common_share, holds
from dateline.statements.network_drafts import ATTITUDES, NETWORK, less_contrast, network_drafts, root_of
from dateline.statements.second_acts import cue_verb, second_acts, up_to_next_act
from dateline.statements.tagging.marks import Mark, marks
from dateline.statements.tagging.tagging import Tagged
from dateline.statements.unsaid import labelled

LIKELY = 0.5
"""Share found rightly from which a family of rules is believed without the network."""
HALF = 0.5
_VERBS = frozenset({"VBD", "VBZ", "VBP", "MD", "VB"})
UNSECONDED = 0.75
"""What is left of a rule's confidence where the network is silent."""
PLAIN = 0.9
"""Confidence of a rule for what is said in so many words ("X warned that Y"): it needs no second voice."""


def decide(document: Document, drafts: Sequence[Draft], tagged: Tagged) -> tuple[Draft, ...]:
    """Drafts of rules and network as one list, in the order of the text."""
    found = list(marks(document, tagged))
    partner = partners(drafts, found)
    agreed = {k: _joined(document, drafts[k], found[j], drafts) for k, j in partner.items()}
    others = [d for k, d in enumerate(drafts) if k not in agreed]
    alone = [_unseconded(d) for d in others if _stands_alone(d, drafts) or _second_act(document, d, drafts, found)]
    kept = [*agreed.values(), *(draft for draft in alone if draft.cue or not _told_by(draft, agreed.values()))]
    taken = set(partner.values())
    unseen = network_drafts(document, [mark for j, mark in enumerate(found) if j not in taken], kept)
    told = [_less_next(document, _less_begun(draft, [*kept, *unseen]), [*drafts, *unseen]) for draft in [*kept, *unseen]]
    return tuple(sorted(told, key=lambda d: (d.extent.start, -d.extent.end)))


def _less_begun(draft: Draft, drafts: Sequence[Draft]) -> Draft:
    """Without a piece after the cue that only begins what another says: "..., A said, but |that| has changed, according to B"."""
    first, *rest = draft.content
    after = [span for span in rest if draft.cue and span.start > draft.cue[-1].end]
    others = [(other, span) for other in drafts if other is not draft for span in other.content]
    begun = {s for s in after for other, o in others if s.start == o.start and (s.end < o.end or _nearer(other, draft, s))}
    return replace(draft, content=(first, *(span for span in rest if span not in begun))) if begun else draft


def _nearer(other: Draft, draft: Draft, span: Span) -> bool:
    """Has the other a cue right beside the piece, while a whole sentence at least stands before it here?"""
    return bool(other.cue) and 0 <= other.cue[0].start - span.end < _BESIDE < span.start - draft.content[0].end


_LONE = 1
"""Characters of a piece that says nothing."""
_BESIDE = 60
"""Characters between a quotation and the cue beside it."""


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


def _second_act(document: Document, draft: Draft, drafts: Sequence[Draft], found: Sequence[Mark]) -> bool:
    """Does the network take it for a part of what the same speaker said first: "said it would wait |and warned that ...|"?"""
    verb = cue_verb(document, draft)
    firsts = (cue_verb(document, other) for other in drafts if other is not draft)
    joint = verb is not None and any(verb in tuple(second_acts(first)) for first in firsts if first is not None)
    return joint and any(holds(mark.content, span) for mark in found for span in draft.cue)


def _unseconded(draft: Draft) -> Draft:
    return replace(draft, confidence=draft.confidence * UNSECONDED)


def within(draft: Draft, other: Draft) -> bool:
    """Does the draft stand in the words of the other?"""
    return other is not draft and bool(draft.cue) and holds(other.content, draft.cue[0])


def _joined(document: Document, draft: Draft, mark: Mark, drafts: Sequence[Draft]) -> Draft:
    """The draft with what the network knows better."""
    evidence = evidence_for(draft.rule)
    mark = replace(mark, content=up_to_next_act(document, replace(draft, content=mark.content)).content)
    decided = replace(draft, confidence=_sure(evidence, mark), marked=True)
    if mark.content_chance >= evidence.content_from and not _overruns(document, draft, mark, drafts):
        known = replace(mark, content=less_contrast(document, mark))
        content = _less_source(draft, _to_the_end(document, draft, _from_the_start(draft, known)))
        decided = replace(decided, content=content)
    if _better_source(document, draft, mark) and mark.source_chance >= evidence.source_from:
        decided = _with_source(document, decided, mark)
    return replace(decided, cue=(mark.cue,)) if mark.cue_chance >= evidence.cue_from and draft.cue else decided


def _less_source(draft: Draft, content: Spans) -> Spans:
    """Without the speaker ("|Ana Ruiz| is quoted on it saying |that ...|"), and without a lone article."""
    said = tuple(s for s in content if not any(s.overlaps(source) and s.length <= source.length for source in draft.source_spans))
    return tuple(s for s in said if s.length > _LONE) or content


def _overruns(document: Document, draft: Draft, mark: Mark, drafts: Sequence[Draft]) -> bool:
    """Does the network run on into the next thing said ("said it was not bound, and threatened to ..."), or lose a piece?

    Of what stands between quotation marks nothing may be lost.
    """
    before = Span(draft.cue[-1].end, draft.content[0].start) if draft.cue and draft.cue[-1].end < draft.content[0].start else None
    cues = (span for other in drafts for span in other.cue if other is not draft and not holds(draft.content, span))
    beyond = [span for span in cues if before is None or not before.contains(span)]
    lost = [span for span in draft.content if not any(span.overlaps(other) for other in mark.content)]
    return (
        any(holds(mark.content, span) for span in beyond)
        or bool(lost)
        or _unquotes(document, draft, mark)
        or _takes_label(document, draft, mark)
        or _loses_verb(document, draft, mark)
        or _adds_verb(document, draft, mark)
    )


def _takes_label(document: Document, draft: Draft, mark: Mark) -> bool:
    """Would words before the quotation come in: a label ("a statement on it: |'...'"), a topic ("said of the dam, |'...'")?"""
    first, start = draft.content[0], mark.content[0].start
    if start >= first.start:
        return False
    topic = document.words(Span(0, start)).endswith(" of ") and document.quotation_at(first.start) is not None
    return topic or document.words(Span(start, first.start)).rstrip(" \"“‘'").endswith(":")


def _adds_verb(document: Document, draft: Draft, mark: Mark) -> bool:
    """Does the network take in a second verb for its cue: "Ruiz said |by calling| it off ..."?"""
    rest = Span(draft.cue[-1].end, mark.cue.end) if draft.cue and draft.cue[-1].end < mark.cue.end else None
    return rest is not None and mark.cue.overlaps(draft.cue[-1]) and any(t.tag_ == "VBG" for t in document.tokens(rest))


def _loses_verb(document: Document, draft: Draft, mark: Mark) -> bool:
    """Would the clause end before its verb: "suggested Mike Pompeo, who had met Kim, |use his channels|"?"""
    if len(draft.content) != 1 or not draft.rule.endswith("+ clause"):
        return False
    root = document.tokens(draft.content[0]).root
    kept = [t for span in mark.content for t in document.tokens(span)]
    return root.pos_ == "VERB" and root not in kept and not any(t.tag_ in _VERBS for t in kept)


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
    if not draft.cue:
        return draft
    if draft.source is not None and head is not None and head.tag_ in ("WP", "WDT") and may_be_person(draft.source):
        return replace(draft, source_spans=mark.source)
    if draft.source is not None and any(s.start <= draft.source.idx < s.end for s in mark.source):
        return replace(draft, source_spans=mark.source)
    return replace(draft, source=head, source_spans=mark.source) if head is not None else draft
