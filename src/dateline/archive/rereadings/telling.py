"""Records and their fields in words, so that two readings can be shown beside each other."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from dateline.archive.corrections.correction import Record, words_of
from dateline.records import Actor, DateInterval, Event, Place, Quantity, Reading, Span, Statement

LONGEST = 160
"""Characters of the words of a record or field that are kept."""


@dataclass(frozen=True)
class Teller:
    """Writes the records of one reading; ids of actors and statements are written as what they stand for."""

    text: str
    names: Mapping[str, str]
    contents: Mapping[str, str]

    @classmethod
    def of(cls, reading: Reading) -> Teller:
        text = reading.article.text
        contents = {one.id: _cut(words_of(one, text)) for one in reading.statements}
        return cls(text, {actor.id: actor.name for actor in reading.actors}, contents)

    def record(self, record: Record | Actor) -> str:
        """The record in a line."""
        if isinstance(record, Actor):
            return _cut(", ".join(part for part in (record.name, record.kind, record.country, record.code) if part))
        words = _cut(words_of(record, self.text))
        if isinstance(record, Statement):
            return f'{self._name(record.speaker)} ({record.act}): "{words}"'
        if isinstance(record, Event):
            sides = " -> ".join(", ".join(map(self._name, side)) for side in (record.sources, record.targets) if side)
            return f'{record.type} ({record.factuality}) {sides or "nobody"}: "{words}"'
        return f'{self._name(record.actor)}: {record.stance} of {record.proposal}: "{words}"'

    def value(self, value: object) -> str:
        """A field; an empty text where there is nothing."""
        if value is None:
            return ""
        if isinstance(value, Span):
            return f"{_cut(self.text[value.start : value.end])} [{value.start}-{value.end}]"
        if isinstance(value, tuple):
            return "; ".join(self.value(one) for one in value)
        if isinstance(value, DateInterval | Place | Quantity):
            return _written(value)
        if isinstance(value, date):
            return value.isoformat()
        return _cut(self.contents.get(str(value)) or self.names.get(str(value)) or str(value))

    def _name(self, key: str | None) -> str:
        return self.names.get(key, key) if key else "nobody named"


def _written(value: DateInterval | Place | Quantity) -> str:
    if isinstance(value, DateInterval):
        return f"{value.start or ''}..{value.end or ''} ({value.precision}, {value.basis})"
    if isinstance(value, Place):
        return ", ".join(part for part in (value.name, value.country) if part)
    amount = f"{value.low:g}" if value.low == value.high and value.low is not None else f"{value.low}-{value.high}"
    return " ".join(part for part in (amount, value.unit, value.what) if part)


def _cut(words: str) -> str:
    plain = " ".join(words.split())
    return plain if len(plain) <= LONGEST else plain[: LONGEST - 3] + "..."
