"""Headlines that announce a comment or an explanation rather than tell news."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from dateline.knowledge.tables import read_rows

_FIRST_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class CommentWord:
    """One word in small letters."""

    word: str


def is_comment(headline: str) -> bool:
    """Whether it begins with such a word or ends as a question."""
    first = _FIRST_WORD.search(headline)
    return headline.rstrip().endswith("?") or bool(first and first.group().casefold() in _words())


@cache
def _words() -> frozenset[str]:
    return frozenset(row.word for row in read_rows("comment_headlines.tsv", CommentWord))
