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
    """A row whose pattern is compiled when a line is first tried with it; raises KnowledgeError where it does not compile."""

    expression: str
    why: str
    example: tuple[str, ...]

    @property
    def pattern(self) -> re.Pattern[str]:
        return _compiled(self.expression)


@cache
def boilerplate_rules() -> tuple[BoilerplateRule, ...]:
    """All rules in the order of the table."""
    return tuple(BoilerplateRule(row.pattern, row.why, row.example) for row in read_rows(_TABLE, BoilerplateRow))


@cache
def _compiled(expression: str) -> re.Pattern[str]:
    try:
        return re.compile(expression, re.IGNORECASE)
    except re.error as error:
        raise KnowledgeError(f"{DATA / _TABLE}: pattern {expression!r}: {error} (correct the pattern)") from error
