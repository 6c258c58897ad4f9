"""A `Reading` as the JSON object of the output contract, and back.

The shape is one object an article: article, actors, statements, events, positions. Spans are `[start, end]`, dates ISO days.
"""

from __future__ import annotations

import dataclasses
import json
import types
import typing
from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Any

from dateline.records import Reading, Span

OMITTED_WHEN_EMPTY = frozenset({"members", "role_conflict"})
"""Fields that the contract leaves out where there is nothing to say."""


def to_object(record: Any) -> Any:
    """A record, or a tuple of them, as plain dicts, lists, strings and numbers."""
    if isinstance(record, Span):
        return [record.start, record.end]
    if isinstance(record, date):
        return record.isoformat()
    if isinstance(record, tuple):
        return [to_object(item) for item in record]
    if dataclasses.is_dataclass(record):
        fields = {f.name: getattr(record, f.name) for f in dataclasses.fields(record)}
        return {k: to_object(v) for k, v in fields.items() if v or k not in OMITTED_WHEN_EMPTY}
    return record


def to_json(reading: Reading) -> str:
    """One line of JSON, without a line break."""
    return json.dumps(to_object(reading), ensure_ascii=False)


def from_json(line: str) -> Reading:
    """The reading that `to_json` wrote; unknown fields are ignored."""
    reading: Reading = from_object(Reading, json.loads(line))
    return reading


def from_object(kind: Any, value: Any) -> Any:
    """Rebuild a value of the annotated type `kind` from plain JSON."""
    if value is None:
        return None
    if kind is Span:
        return Span(*value)
    if kind is date:
        return date.fromisoformat(value)
    origin, args = typing.get_origin(kind), typing.get_args(kind)
    if origin in (typing.Union, types.UnionType):
        return from_object(next(a for a in args if a is not type(None)), value)
    if origin is tuple:
        return tuple(from_object(args[0], item) for item in value)
    if dataclasses.is_dataclass(kind):
        return _record(typing.cast(type, kind), value)
    return value


def _record(kind: type, value: Mapping[str, Any]) -> Any:
    hints = _hints(kind)
    return kind(**{name: from_object(hints[name], value[name]) for name in hints if name in value})


@cache
def _hints(kind: type) -> dict[str, Any]:
    return typing.get_type_hints(kind)
