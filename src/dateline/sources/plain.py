"""Bare texts: a headline, a blank line, the body; or no headline."""

from __future__ import annotations

import re

from dateline.sources.drafts import Draft

LONGEST_HEADLINE = 250
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


def is_headline(line: str) -> bool:
    """Whether a line can be a headline: short, no end like a running paragraph's, no agency dateline."""
    line = line.strip()
    return 0 < len(line) <= LONGEST_HEADLINE and not _RUNNING.search(line) and not _DATELINE.match(line)
