"""Datelines and bylines: where a report was written. What is named there is a place or a publisher, and acts nowhere.

The form is that of the agencies: `CAIRO, March 10 (Reuters) - `, `ADDIS ABABA – `, or a short line under the headline.
"""

from __future__ import annotations

import re

from dateline.actors.columns import Columns
from dateline.language import Document

_AGENCY = re.compile(r"[A-Z][\w.' ]{1,40}(?:[,/][^()\n]{0,45})?\s*\([^)\n]{2,40}\)\s*(?:--?|[–—])\s")
_CITY = re.compile(r"[A-Z][A-Z.' ]{2,30}(?:,[^–—\n]{0,40})?\s*(?:--?|[–—])\s|[A-Z][\w.']+(?: [A-Z][\w.']+){0,3}\s+(?:--|[–—])\s")
FIRST_PARAGRAPHS = 5
SHORT = 16
"""A line of at most so many tokens without a closing mark may be a byline."""


def datelines(document: Document, cols: Columns) -> list[tuple[int, int]]:
    """Token ranges, end exclusive."""
    found: list[tuple[int, int]] = []
    for number, paragraph in enumerate(document.paragraphs):
        if document.in_headline(paragraph.start):
            continue
        text = document.words(paragraph)
        match = _AGENCY.match(text) or _CITY.match(text)
        tokens = document.tokens(paragraph)
        if match is not None:
            head = document.tokens(type(paragraph)(paragraph.start, paragraph.start + match.end()))
            found.append((head.start, head.end))
        elif number < FIRST_PARAGRAPHS and len(tokens) <= SHORT and text[-1] not in ".!?”\"'’:":
            found.append((tokens.start, tokens.end))
    return found
