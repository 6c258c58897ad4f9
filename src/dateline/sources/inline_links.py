"""Links that stand within a sentence: a profile's full name run into headlines of other articles, as some sites print them.

"Secretary of State Rex Tillerson| Rex Wayne TillersonTalks collapse in Geneva Minister to go MORE| told reporters": the surname
just read, again with all given names, glued to a headline, up to the word MORE.
"""

from __future__ import annotations

import re

from dateline.records import LeftOut

WHY = "related link"
_LINK = re.compile(
    r"(?<![\w'’-])(?P<surname>[^\W\d_][\w'’-]{1,40})(?P<suffix>,? (?:Jr|Sr)\.?| I{1,3})?"
    r"(?P<link> (?:\(?[^\W\d_][\w.'’-]{0,40}\)?,? ){1,5}(?P=surname)"
    r"(?:,? (?:Jr|Sr)\.?| I{1,3})?(?=[A-Z0-9‘“'\"]).{5,700}? MORE)\b"
)
"""At most five given names, and headlines of 700 characters together."""


def without_inline_links(line: str) -> tuple[str, tuple[LeftOut, ...]]:
    """The line without such links, and the links."""
    links = tuple(LeftOut(match["link"].strip(), WHY) for match in _LINK.finditer(line))
    return (_LINK.sub(_kept, line), links) if links else (line, ())


def _kept(match: re.Match[str]) -> str:
    return match["surname"] + (match["suffix"] or "")
