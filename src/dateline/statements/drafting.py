"""All drafts of an article: indirect speech first, then quotations that are no part of it, then what hangs on nouns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain

from dateline.language.document import Document
from dateline.language.quotations import Quotation
from dateline.language.tokens import Tokens
from dateline.records import Span
from dateline.statements.according import according_drafts
from dateline.statements.attitudes import attitude_drafts
from dateline.statements.clausal import FRAME_NAMES, clausal_drafts
from dateline.statements.cues import Cue, find_cues
from dateline.statements.draft import Draft, common_share
from dateline.statements.headline import headline_drafts
from dateline.statements.impersonal import impersonal_drafts
from dateline.statements.nominal import fragment_drafts, nominal_drafts
from dateline.statements.parenthetical import PARENTHESIS, comments_finally, parenthesis, parenthetical_drafts
from dateline.statements.participle import participle_drafts
from dateline.statements.quoted import quoted_drafts, whole_sentences
from dateline.statements.relaying import relayed_drafts
from dateline.statements.transcript import transcript_drafts

MAX_DESCRIPTION = 8
"""Words after "according to X" that still describe X."""
GOVERNED = (FRAME_NAMES["of"], FRAME_NAMES["for"], FRAME_NAMES["with"], FRAME_NAMES["2"], FRAME_NAMES["ing"])
"""Ends of the rules whose content is a phrase governed by the cue."""


def draft_statements(document: Document) -> tuple[Draft, ...]:
    """Drafts in the order of the text; no two of them share a cue and a content."""
    cues = find_cues(document)
    spoken = tuple(transcript_drafts(document))
    outside = tuple(cue for cue in cues if not _in_direct_speech(document, cue))
    comments = tuple(parenthetical_drafts(outside))
    sourced = tuple(according_drafts(document))
    holes = [parenthesis(d) for d in (*comments, *sourced)]
    governed = _less_comments(document, clausal_drafts(document, outside), holes)
    clausal = tuple(_to_mark(document, d) for d in _distinct([*governed, *comments]) if not _is_quotation(document, d))
    taken = [span for draft in clausal for span in draft.content]
    quoted = quoted_drafts(document, outside, taken)
    clausal = tuple(_gone_on(document, draft, [*clausal, *quoted]) for draft in clausal)
    taken = [span for draft in clausal for span in draft.content]
    taken += [span for draft in quoted for span in draft.content]
    rest = chain(
        sourced,
        headline_drafts(document),
        nominal_drafts(document),
        relayed_drafts(document),
        attitude_drafts(document),
        impersonal_drafts(outside),
        participle_drafts(document),
        fragment_drafts(document, outside, taken),
    )
    unquoted = [d for d in chain(clausal, rest) if not _inside_quotation(document, d)]
    return _distinct([*spoken, *_led_in(document, quoted, unquoted), *unquoted])


def _led_in(document: Document, quoted: Iterable[Draft], others: Sequence[Draft]) -> Iterator[Draft]:
    """A quotation after a colon goes on what the clause of its cue says: "said |she has what it takes: "Steadiness"|"."""
    for draft in quoted:
        first, *rest = draft.content
        leads = (d for d in others if d.cue == draft.cue and len(d.content) == 1 and d.rule.endswith(FRAME_NAMES["t"]))
        lead = next((d for d in leads if d.content[0].end < first.start), None)
        if lead is None or document.words(Span(lead.content[0].end, first.start)).strip(" \"“'‘") != ":":
            yield draft
            continue
        sure = max(draft.confidence, lead.confidence)
        yield replace(draft, content=(Span(lead.content[0].start, first.end), *rest), confidence=sure)


def _gone_on(document: Document, draft: Draft, drafts: Sequence[Draft]) -> Draft:
    """ "They are 'not meeting it,' Roe said. |'We often see it.'|": the quotation right after the sentence is still his."""
    if not draft.rule.endswith(PARENTHESIS):
        return draft
    end = document.tokens(draft.cue[0]).root.sent.end_char
    following = (q for q in document.quotations if end <= q.outer.start <= end + 2 and q.start > draft.extent.end)
    free = (q for q in following if not any(s.overlaps(p) for d in drafts for s in d.content for p in q.parts))
    said = next((q for q in free if _in_one_paragraph(document, draft, q) and whole_sentences(document, q)), None)
    return replace(draft, content=(*draft.content, *said.parts)) if said is not None else draft


def _in_one_paragraph(document: Document, draft: Draft, quotation: Quotation) -> bool:
    return document.paragraph_at(quotation.outer.start).start <= draft.cue[0].start


def _less_comments(document: Document, drafts: Iterable[Draft], holes: Sequence[Span]) -> Iterator[Draft]:
    """Where a saying or "according to" closes another content as a parenthesis, it is no part of that content."""
    for draft in drafts:
        cuts = [
            h
            for h in holes
            if draft.content[-1].contains(h) and _closes(document, h, draft.content[-1]) and draft.cue[0].end <= h.start
        ]
        if not cuts:
            yield draft
            continue
        last = Span(draft.content[-1].start, cuts[0].start)
        yield replace(draft, content=(*draft.content[:-1], _rtrim(last)))


def _closes(document: Document, hole: Span, content: Span) -> bool:
    """Does nothing follow it in the content but what describes its source ("according to officials |close to him|")?"""
    if hole.end >= content.end - 1:
        return True
    rest = document.tokens(Span(hole.end, content.end))
    according = document.words(hole).casefold().startswith("according")
    return according and len(rest) <= MAX_DESCRIPTION and not any(t.text == "," for t in rest) and not _finite(rest)


def _rtrim(span: Span) -> Span:
    """Less the comma and the space before the parenthesis."""
    return Span(span.start, max(span.end - 2, span.start + 1))


def _in_direct_speech(document: Document, cue: Cue) -> bool:
    """Contents are not taken apart inside direct speech: what a speaker quotes is part of what the speaker says."""
    around = document.quotation_at(cue.verb.idx)
    return around is not None and not (_never_closed(around) and comments_finally(cue.verb))


def _never_closed(quotation: Quotation) -> bool:
    """Open to the end of its only paragraph: where the closing mark was forgotten, a final "he said" shows its place."""
    return not quotation.closed and len(quotation.parts) == 1


def _to_mark(document: Document, draft: Draft) -> Draft:
    """A governed phrase that opens with a quotation ends with it: "accused it of 'stealing the fish'| on Sunday"."""
    extent = draft.extent
    for quotation in document.quotations:
        if draft.rule.endswith(GOVERNED) and quotation.start == extent.start and quotation.end < extent.end:
            rest = document.tokens(Span(quotation.outer.end, extent.end))
            return replace(draft, content=quotation.parts) if any(t.ent_type_ in ("DATE", "TIME") for t in rest[:3]) else draft
    return draft


def _is_quotation(document: Document, draft: Draft) -> bool:
    """Is the content no more than (part of) one quotation? Then the characters decide its bounds, not the parse.

    A quoted phrase that the cue governs ("accused it of 'stealing the fish'") is no clause that could stand by itself.
    """
    extent = draft.extent
    if draft.rule.endswith(GOVERNED) and not _finite(document.tokens(extent)):
        return False
    for quotation in document.quotations:
        if _never_closed(quotation) and draft.rule.endswith(PARENTHESIS):
            continue
        inner = Span(quotation.start - 1, quotation.end + 1)
        if inner.contains(extent) and len(document.words(extent).split()) > 1:
            return True
        if inner.overlaps(extent) and quotation.outer.start < extent.start and quotation.outer.end < extent.end:
            return True
        if _opens_with(document, extent, quotation):
            return True
    return False


def _opens_with(document: Document, extent: Span, quotation: Quotation) -> bool:
    """ "said that '(a whole clause)' efforts to curb it": the clause is quoted, and what follows it has no verb of its own."""
    lead = document.words(Span(extent.start, max(extent.start, quotation.outer.start))).strip().casefold()
    if lead not in ("", "that") or not extent.start <= quotation.outer.start < quotation.outer.end < extent.end:
        return False
    rest = document.tokens(Span(quotation.outer.end, extent.end))
    return _finite(document.tokens(Span(quotation.start, quotation.end))) and not _finite(rest)


def _finite(tokens: Tokens) -> bool:
    return any(t.tag_ in ("VBD", "VBZ", "VBP", "MD") for t in tokens)


def _inside_quotation(document: Document, draft: Draft) -> bool:
    around = document.quotation_at(draft.source.idx) if draft.source is not None else None
    return around is not None and not (_never_closed(around) and draft.rule.endswith(PARENTHESIS))


def _distinct(drafts: Iterable[Draft]) -> tuple[Draft, ...]:
    """Where two drafts give nearly the same content to the same words of source, the more certain one stays."""
    kept: list[Draft] = []
    for draft in sorted(drafts, key=lambda d: -d.confidence):
        if not any(_same(draft, other) for other in kept):
            kept.append(draft)
    return tuple(sorted(kept, key=lambda d: (d.extent.start, -d.extent.end)))


def _same(one: Draft, other: Draft) -> bool:
    if one.cue and other.cue and one.cue == other.cue:
        return common_share(one.content, other.content) > 0
    return common_share(one.content, other.content) > 0.65 and (one.source == other.source)
