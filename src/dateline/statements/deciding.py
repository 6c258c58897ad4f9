"""One decision where rules and the network both speak.

Characters decide quotations, the parse decides clauses that a rule was written for, the network the rest. Where a rule
and the network mark the same cue, each part of the statement comes from the one that was right more often on annotated
articles (`statement_evidence.tsv`); what only one of them found is kept where that was right often enough.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from spacy.tokens import Token

from dateline.knowledge.cues import VerbCue, noun_cues, verb_cues
from dateline.knowledge.statement_evidence import Evidence, evidence_of, family_of
from dateline.language.document import Document
from dateline.records import Act, Span, Spans, Statement
from dateline.statements.cues import cue_of, reports
from dateline.statements.draft import Draft
from dateline.statements.tagging.marks import Mark, marks
from dateline.statements.tagging.tagging import Tagged
from dateline.statements.transcript import TURN

AGREED, ALONE = "; the network agrees", "the network"
ATTITUDES: frozenset[Act] = frozenset({"believe", "intend"})
WISHES: frozenset[Act] = frozenset({"request", "offer", "promise", "threaten", "agree", "intend"})
"""Of these, what names a thing and no thought ("demanded compensation") is a wish; of others ("condemned the attack"), an attitude."""
_VERBS = frozenset({"VB", "VBD", "VBZ", "VBP", "MD"})
_SAYING = frozenset({":", "according", "per", "via"})
"""Cues without a verb that give words to somebody."""


def decide(document: Document, drafts: Sequence[Draft], tagged: Tagged) -> tuple[Draft, ...]:
    """Drafts of rules and network as one list, in the order of the text."""
    found = list(marks(document, tagged))
    partner = _partners(drafts, found)
    agreed = {k: _joined(document, drafts[k], found[j], drafts) for k, j in partner.items()}
    kept = [agreed.get(k, draft) for k, draft in enumerate(drafts) if k in agreed or _stands_alone(draft, drafts)]
    taken = set(partner.values())
    alone = [d for j, mark in enumerate(found) if j not in taken for d in _alone(document, mark, kept)]
    return tuple(sorted([*kept, *alone], key=lambda d: (d.extent.start, -d.extent.end)))


def uttered(statements: Iterable[Statement]) -> tuple[Statement, ...]:
    """Less the attitudes that only the network saw: what somebody wants or condemns is told by the writer, not in their words."""
    return tuple(s for s in statements if not (s.act in ATTITUDES and s.reason.startswith(ALONE)))


def _partners(drafts: Sequence[Draft], found: Sequence[Mark]) -> Mapping[int, int]:
    """Which mark belongs to which draft: the same cue, and the most of the content in common."""
    pairs = [
        (common, k, j)
        for k, draft in enumerate(drafts)
        for j, mark in enumerate(found)
        if (common := _common(draft.content, mark.content)) and (_meet(draft.cue, mark.cue) or (not draft.cue and common > 0.5))
    ]
    partner: dict[int, int] = {}
    for _, k, j in sorted(pairs, reverse=True):
        if k not in partner and j not in partner.values():
            partner[k] = j
    return partner


def _meet(cue: Spans, other: Span) -> bool:
    return any(span.overlaps(other) for span in cue)


def _common(one: Spans, other: Spans) -> float:
    """Characters in common as a share of all of both (Jaccard)."""
    common = sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in one for b in other)
    return common / max(sum(s.length for s in one) + sum(s.length for s in other) - common, 1)


def _stands_alone(draft: Draft, drafts: Sequence[Draft]) -> bool:
    """May a rule be believed where the network is silent? Within reported words it is always silent: it never learnt to nest."""
    evidence = evidence_of(family_of(draft.rule))
    return evidence.alone >= evidence.keep_alone or any(_within(draft, other) for other in drafts)


def _within(draft: Draft, other: Draft) -> bool:
    return other is not draft and bool(draft.cue) and any(span.contains(draft.cue[0]) for span in other.content)


def _joined(document: Document, draft: Draft, mark: Mark, drafts: Sequence[Draft]) -> Draft:
    """The draft with what the network knows better."""
    evidence = evidence_of(family_of(draft.rule))
    decided = replace(draft, rule=draft.rule + AGREED, confidence=_sure(evidence, mark), marked=True)
    if mark.content_chance >= evidence.content_from and not _overruns(draft, mark, drafts):
        decided = replace(decided, content=mark.content)
    if mark.source and draft.source_spans and not draft.media and mark.source_chance >= evidence.source_from:
        decided = _with_source(document, decided, mark)
    return replace(decided, cue=(mark.cue,)) if mark.cue_chance >= evidence.cue_from and draft.cue else decided


def _overruns(draft: Draft, mark: Mark, drafts: Sequence[Draft]) -> bool:
    """Does the network run on into the next thing said ("said it was not bound, and threatened to ..."), or lose a piece?"""
    beyond = [span for other in drafts for span in other.cue if other is not draft and not _holds(draft.content, span)]
    lost = [span for span in draft.content if not any(span.overlaps(other) for other in mark.content)]
    return any(_holds(mark.content, span) for span in beyond) or bool(lost)


def _holds(content: Spans, span: Span) -> bool:
    return any(part.contains(span) for part in content)


def _sure(evidence: Evidence, mark: Mark) -> float:
    chance = mark.cue_chance * mark.content_chance
    return evidence.agreed * (0.6 + 0.4 * chance)


def _with_source(document: Document, draft: Draft, mark: Mark) -> Draft:
    head = _head(document, mark.source)
    if draft.source is not None and any(s.start <= draft.source.idx < s.end for s in mark.source):
        return replace(draft, source_spans=mark.source)
    return replace(draft, source=head, source_spans=mark.source) if head is not None else draft


def _head(document: Document, source: Spans) -> Token | None:
    tokens = document.tokens(source[0]) if source else None
    return tokens.root if tokens is not None and len(tokens) else None


def _alone(document: Document, mark: Mark, kept: Sequence[Draft]) -> Iterator[Draft]:
    """A statement that no rule found, where the network is sure enough and nothing said speaks against it."""
    evidence = evidence_of(ALONE)
    chance = mark.cue_chance * mark.content_chance * (mark.source_chance or 1.0)
    word, head = _cue_word(document, mark.cue), _head(document, mark.source)
    if chance < evidence.keep_alone or word is None or head is None or not _said(document, word):
        return
    act = _act(word, mark, document)
    if any(_common(draft.content, mark.content) > 0.5 or _holds(draft.content, mark.cue) for draft in kept):
        return
    if word.lower_ == ":" and any(draft.rule == TURN for draft in kept):
        return
    if act not in ATTITUDES and not _proposition(document, mark.content):
        act = "intend" if act in WISHES else "believe"
    yield Draft(
        act=act,
        cue=(mark.cue,),
        content=mark.content,
        source=head,
        rule=ALONE,
        confidence=round(evidence.alone * chance, 2),
        source_spans=mark.source,
        marked=True,
    )


def _proposition(document: Document, content: Spans) -> bool:
    """Is it a thought that could be said, or words quoted? "Condemned the attack" is an act in words, but gives none of them."""
    tokens = [t for span in content for t in document.tokens(span)]
    if any(t.tag_ in _VERBS for t in tokens) and len(tokens) > 1:
        return True
    return any(span.overlaps(part) for span in content for quotation in document.quotations for part in quotation.parts)


def _cue_word(document: Document, cue: Span) -> Token | None:
    tokens = document.tokens(cue)
    return tokens.root if len(tokens) else None


def _said(document: Document, word: Token) -> bool:
    """Is it really said, and by the writer's account, not within somebody's quoted words?"""
    return document.quotation_at(word.idx) is None and (word.pos_ not in ("VERB", "AUX") or reports(word))


def _act(word: Token, mark: Mark, document: Document) -> Act:
    """The act of the cue's row; what stands in no table is a way of thinking rather than of saying: those are listed."""
    cue = cue_of(word)
    readings: tuple[VerbCue, ...] = cue.readings if cue is not None else verb_cues().get(word.lemma_.lower(), ())
    infinitive = document.words(mark.content[0]).casefold().startswith("to ")
    fitting = [r for r in readings if bool({"2", "o2"} & r.frames) == infinitive]
    if readings:
        return (fitting or list(readings))[0].act
    noun = noun_cues().get(word.lemma_.lower())
    if noun is not None:
        return noun.act
    return "say" if word.lower_ in _SAYING else "believe"
