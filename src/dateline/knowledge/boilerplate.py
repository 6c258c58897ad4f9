"""Which lines of a page or text are no article text, by their wording."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from dateline.errors import KnowledgeError
from dateline.knowledge.tables import DATA, read_rows

_TABLE = "boilerplate.tsv"


@dataclass(frozen=True, slots=True)
class BoilerplateRow:
    """A pattern for a whole line, what such lines are, and lines that it must match."""

    pattern: str
    why: str
    example: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BoilerplateRule:
    """A row with its pattern compiled."""

    pattern: re.Pattern[str]
    why: str
    example: tuple[str, ...]


@cache
def boilerplate_rules() -> tuple[BoilerplateRule, ...]:
    """All rules in the order of the table; raises KnowledgeError naming a pattern that does not compile."""
    return tuple(_compiled(row) for row in read_rows(_TABLE, BoilerplateRow))


def _compiled(row: BoilerplateRow) -> BoilerplateRule:
    try:
        return BoilerplateRule(re.compile(row.pattern, re.IGNORECASE), row.why, row.example)
    except re.error as error:
        raise KnowledgeError(f"{DATA / _TABLE}: pattern {row.pattern!r}: {error} (correct the pattern)") from error
