"""The closed classes of words that make up time expressions: months, weekdays, numbers, units, parts of a period."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from dateline.errors import KnowledgeError
from dateline.knowledge.tables import DATA, read_rows


@dataclass(frozen=True, slots=True)
class TimeWord:
    """One word of a class; `value` is what the class says: the number of a month or of a weekday (Monday is 0)."""

    kind: str
    word: str
    value: str


@cache
def time_words(kind: str) -> MappingProxyType[str, str]:
    """Map the words of one class to their values, in the order of the table; raises KnowledgeError for an unknown class."""
    words = {row.word: row.value for row in _rows() if row.kind == kind}
    if not words:
        known = ", ".join(sorted({row.kind for row in _rows()}))
        raise KnowledgeError(f"{DATA / 'time_words.tsv'}: no words of kind {kind!r} (the table has {known})")
    return MappingProxyType(words)


@cache
def time_numbers(kind: str) -> MappingProxyType[str, int]:
    """Like `time_words`, with whole numbers as values."""
    return MappingProxyType({word: int(value) for word, value in time_words(kind).items()})


@cache
def time_references(kind: str) -> MappingProxyType[str, str]:
    """Map words that name no day (`set`, `reference`) to their TIMEX3 values; empty for an unknown kind."""
    rows = read_rows("time_references.tsv", TimeWord)
    return MappingProxyType({row.word: row.value for row in rows if row.kind == kind})


@cache
def _rows() -> tuple[TimeWord, ...]:
    return read_rows("time_words.tsv", TimeWord)
