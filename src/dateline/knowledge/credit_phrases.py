"""Lines by which an article says that its text is another outlet's, whole or in part."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

from dateline.knowledge.outlets import load_outlets
from dateline.knowledge.tables import read_rows

Extent = Literal["whole", "part"]
Place = Literal["dateline", "beginning", "end", "line"]
_ANY_NAME = r"(?P<outlet>[^\W\d_][\w.&'’ -]{1,40}?)"


@dataclass(frozen=True, slots=True)
class CreditPhrase:
    """`pattern` with `{outlet}` where the outlet's name stands; matched against the beginning of a line or a whole line."""

    extent: Extent
    place: Place
    pattern: str

    def find(self, line: str) -> re.Match[str] | None:
        """The match in one line, with the name in the group `outlet` where the pattern has one."""
        expression = _compiled(self.pattern, self.place)
        return expression.match(line) if self.place == "dateline" else expression.fullmatch(line)


@cache
def credit_phrases() -> tuple[CreditPhrase, ...]:
    """All rows of credit_phrases.tsv."""
    return read_rows("credit_phrases.tsv", CreditPhrase)


@cache
def agency_names() -> re.Pattern[str]:
    """Any name of an agency, as it is spelled; names that are words besides are left out."""
    names = {name for row in load_outlets() if row.kind == "agency" and not row.ambiguous for name in row.all_names}
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(names, key=len, reverse=True)))})(?!\w)")


@cache
def _compiled(pattern: str, place: Place) -> re.Pattern[str]:
    """In brackets of a dateline any name is looked for, elsewhere an agency's, since lines begin with all kinds of names."""
    name = _ANY_NAME if place == "dateline" else rf"(?P<outlet>(?-i:{agency_names().pattern}))"
    return re.compile(pattern.replace("{outlet}", name), re.IGNORECASE)
