"""Bare texts: a headline, a blank line, the body; or no headline."""

from __future__ import annotations

import re
from dataclasses import replace

from dateline.errors import UnreadableSource
from dateline.records import LeftOut, Published
from dateline.sources.drafts import Draft
from dateline.sources.lines import Lines
from dateline.sources.publication_date import inferred_publication

LONGEST_HEADLINE = 250
_ABOVE = 6
"""First lines of a document among which its headline stands."""
_RUNNING = re.compile(r"[a-z0-9,;:][.;:,]$")
"""Headlines may end in a question or exclamation mark, a quotation, or a full stop after a capital ("U.S.")."""
_DATELINE = re.compile(r"^[A-Z][\w .,'’-]{2,60}\((?:AP|AFP|Reuters|REUTERS|CNN|UPI|Xinhua|dpa|Yonhap)\)")


def draft_of_text(text: str, source: str) -> Draft:
    """Take the first line as headline where it looks like one and a blank line follows."""
    text = text.strip("\n\ufeff ")
    first, _, rest = text.partition("\n")
    body_follows = rest.strip() != ""
    if body_follows and not rest.partition("\n")[0].strip() and is_headline(first):
        return Draft(source, rest.strip("\n"), headline=first.strip())
    return Draft(source, text)


def draft_of_lines(lines: Lines, source: str) -> Draft:
    """The draft of a document: headline is a heading among its first lines, else the first line where it looks like one.

    Lines above a heading (a masthead, a date) are left out, and may date the document.
    """
    if not lines.all:
        raise UnreadableSource(source, "holds no text", "save it as a text, or leave it out")
    texts = [line.text for line in lines.all]
    headed = next((n for n, line in enumerate(lines.all[:_ABOVE]) if line.heading), None)
    dropped = tuple(LeftOut(text, "running head") for text in lines.dropped)
    if headed is None or any(len(text) > LONGEST_HEADLINE for text in texts[:headed]):
        return replace(draft_of_text("\n\n".join(texts), source), left_out=dropped)
    above = texts[:headed]
    day = inferred_publication(None, above)
    return Draft(
        source,
        "\n\n".join(texts[headed + 1 :]),
        headline=texts[headed],
        published=Published(day, day, "inferred") if day else None,
        left_out=tuple(LeftOut(text, "above the headline") for text in above) + dropped,
    )


def is_headline(line: str) -> bool:
    """Whether a line can be a headline: short, no end like a running paragraph's, no agency dateline."""
    line = line.strip()
    return 0 < len(line) <= LONGEST_HEADLINE and not _RUNNING.search(line) and not _DATELINE.match(line)
