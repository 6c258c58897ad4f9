"""Where a sentence may and may not begin: what characters tell before the parser decides the rest.

A paragraph begins a sentence, and so does what follows a dateline ("CAIRO, March 10 (Reuters) - Egypt recalled ..."). A sentence
does not begin in mid-clause (after a comma or a plain word), nor after the full stop of an abbreviated title.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

from spacy.tokens import Doc, Token

from dateline.knowledge.abbreviations import abbreviations
from dateline.records import Span

_ENDS = frozenset(".?!…\"'”’):;–—-*•|]")
_DATELINE = re.compile(
    r"(?P<place>[A-Z][\w.'’/-]*(?:[ ,/]+[A-Z][\w.'’/-]*){0,6})(?:,? [A-Z][a-z]{2,8}\.? \d{1,2}(?:, \d{4})?)?"
    r"\s*(?P<credit>\([A-Z][^()\n]{1,40}\))?\s*(?:--|[-–—])\s+(?=[\"“‘'A-Z0-9])"
)
_UNITS = frozenset({"m.", "bn.", "tn.", "k.", "km.", "kg.", "mm."})
MAX_DATELINE = 90
"""Characters; a longer match is prose with a dash in it."""


def mark_sentence_starts(doc: Doc, paragraphs: Iterable[Span]) -> None:
    """Set `is_sent_start` where characters decide it; the parser keeps to that and decides the rest."""
    blocks = list(paragraphs)
    starts = {p.start for p in blocks} | {d.end for p in blocks if (d := dateline(doc.text, p)) is not None}
    known = abbreviations()
    before: list[Token] = []
    for token in doc:
        if token.is_space:
            continue
        if token.idx in starts:
            token.is_sent_start = True
        elif before:
            decided = _begins(token, before, known)
            if decided is not None:
                token.is_sent_start = decided
        before = [*before[-1:], token]


def dateline(text: str, paragraph: Span) -> Span | None:
    """The dateline that opens a paragraph, up to the first word of the story; a bare place needs capitals or an agency's
    credit.
    """
    match = _DATELINE.match(text, paragraph.start, min(paragraph.end, paragraph.start + MAX_DATELINE))
    if match is None:
        return None
    place = match.group("place")
    plain = match.group("credit") is None and not place.isupper() and len(place.split()) > 3
    return None if plain else Span(match.start(), match.end())


def _begins(token: Token, before: list[Token], known: Collection[str]) -> bool | None:
    last = before[-1]
    if last.text[-1] not in _ENDS:
        return False
    if last.text == "." and len(before) > 1 and before[-2].lower_ in known and before[-2].idx + len(before[-2]) == last.idx:
        return False
    if last.lower_.rstrip(".") in known and last.text.endswith("."):
        return False
    if last.lower_ in _UNITS and token.text[0].isupper() and len(before) > 1 and before[-2].like_num:
        return True
    if last.text in (".", '."') and (token.text[0].isupper() or token.text[0] in "\"'"):
        return None if token.text[0] in "\"'" else True
    if last.text[-1] in ".,;:-–—" and token.text[0].islower():
        return False
    return None
