"""A `Reading` as the JSON object of the output contract, and back.

The shape is one object an article: article, actors, statements, events, positions. Spans are `[start, end]`, dates ISO days.
"""

from __future__ import annotations

import dataclasses
import json
import types
import typing
from collections.abc import Callable, Mapping
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
    rebuild = _rebuilding(kind)
    return value if rebuild is None or value is None else rebuild(value)


@cache
def _rebuilding(kind: Any) -> Callable[[Any], Any] | None:
    """What makes a value of this type out of plain JSON, worked out once for each type; None where JSON has it as it is."""
    if kind is Span:
        return lambda value: Span(*value)
    if kind is date:
        return date.fromisoformat
    origin, args = typing.get_origin(kind), typing.get_args(kind)
    if origin in (typing.Union, types.UnionType):
        return _rebuilding(next(a for a in args if a is not type(None)))
    if origin is tuple:
        return _tuple_of(_rebuilding(args[0]))
    return _record(typing.cast(type, kind)) if dataclasses.is_dataclass(kind) else None


def _tuple_of(rebuild: Callable[[Any], Any] | None) -> Callable[[Any], Any]:
    if rebuild is None:
        return tuple
    return lambda items: tuple([item if item is None else rebuild(item) for item in items])


def _record(kind: type) -> Callable[[Mapping[str, Any]], Any]:
    fields = {name: _rebuilding(hint) for name, hint in typing.get_type_hints(kind).items()}

    def rebuilt(value: Mapping[str, Any]) -> Any:
        given = {}
        for name, rebuild in fields.items():
            if name in value:
                plain = value[name]
                given[name] = plain if rebuild is None or plain is None else rebuild(plain)
        return kind(**given)

    return rebuilt
