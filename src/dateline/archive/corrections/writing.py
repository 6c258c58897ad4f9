"""The values of a record as one writes them in an edit: what `edited` reads back as the same."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from dateline.archive.corrections.correction import Record, kind_of
from dateline.archive.corrections.editing import FIELDS
from dateline.knowledge.names import fold
from dateline.records import Actor, DateInterval, Place

MANY_FROM = ";"
"""Parts values of which one may hold a comma."""


def as_written(record: Record, actors: Iterable[Actor]) -> dict[str, str]:
    """Each field that can be edited, as one would write it; the content of a statement, which is long, is left out."""
    known = {actor.id: actor for actor in actors}
    names = Counter(name for actor in known.values() for name in {fold(n) for n in (actor.name, *actor.aliases)})
    fields = [name for name in FIELDS[kind_of(record)] if name != "content"]
    return {name: _written(name, getattr(record, name), known, names) for name in fields}


def _written(field: str, value: object, known: Mapping[str, Actor], names: Mapping[str, int]) -> str:
    if value is None or value == ():
        return ""
    if isinstance(value, DateInterval):
        return _interval(value)
    if isinstance(value, Place):
        return f"{value.name}, {value.country}" if value.country else value.name
    if field in ("sources", "targets", "addressees", "speaker", "actor"):
        ids = (value,) if isinstance(value, str) else _texts(value)
        return f"{MANY_FROM} ".join(_name(known.get(key), key, names) for key in ids)
    return f"{' >' if field == 'reported_by' else ','} ".join(_texts(value)) if isinstance(value, tuple) else str(value)


def _name(actor: Actor | None, key: str, names: Mapping[str, int]) -> str:
    """The name, or the id where the name is several actors' or would be taken for something else."""
    if actor is None or names[fold(actor.name)] > 1 or set(actor.name) & {",", MANY_FROM}:
        return key
    return actor.name


def _interval(when: DateInterval) -> str:
    if when.start and when.start == when.end:
        return when.start.isoformat()
    return "..".join(day.isoformat() if day else "" for day in (when.start, when.end))


def _texts(value: object) -> Sequence[str]:
    return tuple(str(part) for part in value) if isinstance(value, tuple) else ()
