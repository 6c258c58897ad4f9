"""Direct speech: who says what stands between quotation marks.

Marks are matched on characters (`language.quotations`); the cue is sought in the words before and after them, as in the
quotation-verb-speaker patterns of O'Keefe et al. (2012), "A Sequence Labelling Approach to Quote Attribution".
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from dateline.knowledge.abbreviations import abbreviations
from dateline.knowledge.cues import VerbCue
from dateline.language.document import Document
from dateline.language.quotations import Quotation
from dateline.language.tokens import Token
from dateline.records import Span, Spans
from dateline.statements.clausal import without
from dateline.statements.colons import introduced
from dateline.statements.cues import Cue
from dateline.statements.draft import Draft
from dateline.statements.finite_clauses import infinitive
from dateline.statements.sources import TELLING, addressees_of, media_of, source_of, source_span, speaks_as_text
from dateline.statements.titles import names_a_work

REACH = 40
"""How many tokens after a quotation its cue may stand, within the sentence."""
MAX_GAP = 300
"""Characters between two quotations that are still one statement."""
_DASHES = frozenset({"--", "–", "—", "-"})
SCARE_WORDS = 3
"""A quoted fragment of fewer words than this says nothing by itself."""


@dataclass(frozen=True, slots=True)
class Found:
    """A quotation with the cue that it hangs on and on which side of it the cue stands."""

    quotation: Quotation
    cue: Cue | None
    side: str


def quoted_drafts(document: Document, cues: Sequence[Cue], taken: Sequence[Span]) -> tuple[Draft, ...]:
    """Drafts of all quotations that are not part of an indirect content (`taken`)."""
    by_token = {cue.verb.i: cue for cue in cues}
    free = [q for q in document.quotations if not _covered(q, taken) and not names_a_work(document, q)]
    found = [_attribute(document, quotation, by_token) for quotation in free]
    return tuple(_drafts(document, found))


def _covered(quotation: Quotation, taken: Sequence[Span]) -> bool:
    inner = Span(quotation.start, quotation.end)
    return any(
        t.contains(inner) or (t.overlaps(inner) and min(t.end, inner.end) - max(t.start, inner.start) > 0.6 * inner.length)
        for t in taken
    )


def _attribute(document: Document, quotation: Quotation, cues: Mapping[int, Cue]) -> Found:
    """The cue after the quotation, else the cue before it."""
    if _ends_open(document, quotation):
        after = _cue_after(document, quotation, cues)
        if after is not None:
            return Found(quotation, after, "after")
    before = _cue_before(document, quotation, cues)
    return Found(quotation, before, "before" if before else "none")


def _ends_open(document: Document, quotation: Quotation) -> bool:
    """Does the sentence go on after the closing mark?"""
    text = document.article.text
    last = text[quotation.end - 1]
    rest = text[quotation.outer.end : document.paragraph_at(quotation.outer.end - 1).end]
    goes_on = bool(rest.strip()) and (last in ",!?—–-…" or rest.lstrip(" ")[:1] in ",—–" or last not in ".")
    return goes_on and (_opens_sentence(document, quotation) or _finite(document, quotation))


def _opens_sentence(document: Document, quotation: Quotation) -> bool:
    """The first words of a sentence, or of what follows another quotation; not a few words in the middle of a clause."""
    before = document.article.text[: quotation.outer.start].rstrip(" ")[-1:]
    return before in ("", "\n", ".", "?", "!", ":", ";", ",", "”", '"', "’", "'", "—", "–")


def _finite(document: Document, quotation: Quotation) -> bool:
    words = document.tokens(Span(quotation.start, quotation.end))
    return any(t.tag_ in ("VBD", "VBZ", "VBP", "MD") for t in words)


def _cue_after(document: Document, quotation: Quotation, cues: Mapping[int, Cue]) -> Cue | None:
    """The first cue after the quotation whose source stands after it too, within the sentence and before the next quotation."""
    start = quotation.outer.end
    end = min(_next_quotation(document, quotation), document.paragraph_at(start - 1).end)
    for token in document.tokens(Span(start, max(end, start + 1)))[:REACH]:
        if token.idx < start:
            continue
        if _stops(token) or (token.is_sent_start and token.idx > start + 3 and _sentence_ended(token)):
            return None
        cue = cues.get(token.i)
        if cue is not None and token.dep_ not in ("relcl", "acl"):
            source = source_of(token)
            if source is not None and source.idx >= start and quoting(cue, source) is not None:
                return cue
    return None


def _stops(token: Token) -> bool:
    """A mark that ends the clause; not the full stop of an abbreviated title ("Lt. Gen. Ruiz said")."""
    if token.text != ".":
        return token.text in ("?", "!", ";")
    return token.i + 1 >= len(token.doc) or token.nbor(-1).lower_ not in abbreviations() or bool(token.nbor(1).is_sent_start)


def _sentence_ended(token: Token) -> bool:
    return token.i > 0 and token.nbor(-1).text.rstrip("\"'")[-1:] in (".", "?", "!")


def _next_quotation(document: Document, quotation: Quotation) -> int:
    return min(
        (q.outer.start for q in document.quotations if q.outer.start >= quotation.outer.end), default=len(document.article.text)
    )


def _cue_before(document: Document, quotation: Quotation, cues: Mapping[int, Cue]) -> Cue | None:
    """A cue that leads straight to the opening mark: "said:", "told the court that", "in a post he wrote:"."""
    opening = document.token_at(quotation.outer.start)
    if opening is None:
        return None
    first = opening.i - 1
    for index in range(first, max(first - 14, -1), -1):
        token = document.doc[index]
        if _stops(token) or "\n" in token.text or _in_quotation(document, token, quotation):
            return None
        cue = cues.get(index)
        source = source_of(token) if cue is not None else None
        if cue is not None and source is not None and quoting(cue, source) is not None:
            return cue if _leads(document, cue, opening) else None
    return None


def quoting(cue: Cue, source: Token) -> VerbCue | None:
    """The reading with a direct quotation; some verbs have one only where a text speaks ("the letter read")."""
    return cue.reading("q") or (cue.reading("qt") if speaks_as_text(cue.verb, source) else None)


def _in_quotation(document: Document, token: Token, but: Quotation) -> bool:
    other = document.quotation_at(token.idx)
    return other is not None and other is not but


def _leads(document: Document, cue: Cue, opening: Token) -> bool:
    """Does the cue lead straight to the opening mark: a colon, a comma, "that", or nothing but an addressee between them?

    A few quoted words in the middle of a clause are a part of its content, not a content.
    """
    between = document.doc[cue.verb.i + 1 : opening.i]
    if any(t.text == ":" for t in between):
        return True
    if any(t.pos_ in ("VERB", "AUX") and t not in cue.particles for t in between):
        return False
    if not _clause_quoted(document, opening) or _titled(opening) or _begun_outside(cue, opening) or _after_aside(cue, opening):
        return False
    return len(between) <= 2 or between[-1].text in (",", "that") or len(between) <= 8


def _begun_outside(cue: Cue, opening: Token) -> bool:
    """ "says Spain 'solely to blame' for it", "agreed to 'disarm' the port": the clause begins before the mark."""
    if opening.nbor(-1).tag_ == "TO":
        return True
    between = opening.doc[cue.verb.i + 1 : opening.i]
    subjects = (t for t in between if t.dep_ in ("nsubj", "nsubjpass") and t.head.i > opening.i)
    return cue.verb.lemma_ not in TELLING and any(infinitive(t.head) for t in subjects)


def _after_aside(cue: Cue, opening: Token) -> bool:
    """ "warned the strike -- which it blames on Spain -- 'opens the door'": a cue between dashes does not lead out of them."""
    if opening.nbor(-1).text not in _DASHES:
        return False
    return any(t.text in _DASHES for t in opening.doc[cue.verb.sent.start : cue.verb.i])


def _titled(opening: Token) -> bool:
    """ "on CNN's 'State of the Union'": what stands in quotation marks after a possessor or preposition is a title."""
    before = opening.nbor(-1) if opening.i > 0 else None
    return before is not None and (before.tag_ == "POS" or (before.pos_ == "ADP" and before.lower_ != "that"))


def _clause_quoted(document: Document, opening: Token) -> bool:
    """Is a whole clause or exclamation quoted, rather than a word or two?"""
    quotation = document.quotation_at(opening.idx)
    if quotation is None:
        return False
    words = document.tokens(Span(quotation.start, quotation.end))
    finite = any(t.tag_ in ("VBD", "VBZ", "VBP", "MD", "VB") for t in words)
    return finite or (len(words) > 0 and words[0].text[:1].isupper() and document.words(quotation.parts[-1])[-1:] in ".!?")


def _drafts(document: Document, found: Sequence[Found]) -> Iterator[Draft]:
    """Join the parts of interrupted quotations; give a free-standing one to the speaker before it.

    A quotation that says nothing by itself (a title, a scare quote) does not come between the parts of another.
    """
    current: Draft | None = None
    last: Found | None = None
    for item in found:
        if current is not None and last is not None and _continues(document, last, item):
            current = replace(current, content=(*current.content, *item.quotation.parts))
            last = item
            continue
        draft = _draft(document, item, current)
        if draft is not None:
            if current is not None:
                yield current
            current, last = draft, item
    if current is not None:
        yield current


def _continues(document: Document, last: Found, item: Found) -> bool:
    """ "A," he said. "B.": the second quotation, in the same paragraph, with no cue of its own.

    Only the rest of the sentence with the cue may stand between them.
    """
    if last.cue is None or item.side == "after" or (item.cue is not None and item.cue.verb.i != last.cue.verb.i):
        return False
    gap = Span(last.quotation.outer.end, item.quotation.outer.start)
    words = document.words(gap)
    if "\n" in words or not _whole(document, item.quotation):
        return item.cue is not None and "\n" not in words and not _is_title(document, item.quotation)
    return last.side == "after" and len(words) < MAX_GAP and _sentences_begun(document, gap) == 0


def _is_title(document: Document, quotation: Quotation) -> bool:
    opening = document.token_at(quotation.outer.start)
    return opening is not None and _titled(opening)


def _sentences_begun(document: Document, gap: Span) -> int:
    """How many sentences begin inside the gap, not at its very start."""
    tokens = [t for t in document.tokens(gap) if t.idx > gap.start + 1 and t.idx < gap.end - 1]
    return sum(1 for t in tokens if t.is_sent_start and t.is_alpha)


def _whole(document: Document, quotation: Quotation) -> bool:
    """A quotation of its own: it begins a clause after a full stop or comma, not a fragment in the middle of one."""
    before = document.article.text[: quotation.outer.start].rstrip()[-1:]
    return (
        before in (".", ",", "?", "!", ":", "—", "–", "”", '"', "’", "'", ";")
        or "\n" in document.article.text[: quotation.outer.start][-2:]
    )


def _draft(document: Document, item: Found, before: Draft | None) -> Draft | None:
    if item.cue is None:
        return introduced(document, item.quotation) or _uncued(document, item.quotation, before)
    cue = item.cue
    source = source_of(cue.verb)
    reading = quoting(cue, source) if source is not None else None
    if reading is None or source is None:
        return None
    return Draft(
        act=reading.act,
        cue=(cue.span,),
        content=_outside(item.quotation.parts, cue.span),
        source=source,
        rule=f"{cue.verb.lemma_.lower()} {item.side} a quotation",
        confidence=0.9 if item.side == "after" else 0.85,
        addressees=addressees_of(cue.verb),
        media=media_of(cue.verb, source),
        source_spans=(source_span(source, cue.span),),
    )


def _outside(parts: Spans, hole: Span) -> Spans:
    return tuple(piece for part in parts for piece in without(part, hole)) or parts


def _uncued(document: Document, quotation: Quotation, before: Draft | None) -> Draft | None:
    """Whole sentences in quotation marks with no cue belong to the speaker of the quotation before them.

    They must stand in the same paragraph, or be the whole of the next one.
    """
    words = document.words(Span(quotation.start, quotation.end))
    if before is None or before.source is None or len(words.split()) <= SCARE_WORDS or _heading(document, words):
        return None
    paragraph = document.paragraph_at(quotation.outer.start)
    same = paragraph.start <= before.content[0].start and whole_sentences(document, quotation)
    next_one = _alone(document, quotation, paragraph) and _previous_paragraph(document, before, paragraph)
    if not (same or next_one):
        return None
    where = "in the same paragraph as" if same else "alone in the paragraph after"
    return replace(before, cue=(), content=quotation.parts, rule=f"quotation {where} its speaker's", confidence=0.6)


def _heading(document: Document, words: str) -> bool:
    """A sub-heading quotes words that stand in the text again."""
    return document.article.text.casefold().count(words.casefold().strip(".,!?")) > 1


def whole_sentences(document: Document, quotation: Quotation) -> bool:
    """Does the quotation begin after a full stop, and end with one?"""
    text = document.article.text
    return text[: quotation.outer.start].rstrip()[-1:] in ".!?" and text[quotation.end - 1] in ".!?"


def _alone(document: Document, quotation: Quotation, paragraph: Span) -> bool:
    after = document.words(Span(quotation.outer.end, max(paragraph.end, quotation.outer.end)))
    return quotation.outer.start - paragraph.start <= 1 and len(after) <= 2


def _previous_paragraph(document: Document, before: Draft, paragraph: Span) -> bool:
    between = document.article.text[before.content[-1].end : paragraph.start]
    return between.strip(" \n\"”’'").count("\n") == 0 and len(between) < 300
