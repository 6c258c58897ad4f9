"""`dateline ontology`: the codes that a reading can give, with definitions, examples and sources."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Annotated, Any

import typer
from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table

from dateline.errors import KnowledgeError
from dateline.knowledge.ontology import (
    CameoCode,
    Context,
    EventClass,
    all_contexts,
    cameo_codes,
    event_class,
    event_types,
    goldstein,
    modes_of,
)

Code = Annotated[
    str | None,
    typer.Argument(metavar="[CODE]", help="A type (ASSAULT), a context (cyber) or a CAMEO code (1723); all of them without it."),
]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON.")]


def ontology(code: Code = None, as_json: AsJson = False) -> None:
    """Show the PLOVER event types with their modes, the contexts and the CAMEO codes that events carry."""
    found = _everything() if code is None else _entry(code)
    if as_json:
        typer.echo(json.dumps(found, ensure_ascii=False, indent=2))
        return
    console = Console(soft_wrap=False, highlight=False)
    for table in _tables(code):
        console.print(table)


def _everything() -> dict[str, Any]:
    return {
        "types": [_type_entry(event_class(name)) for name in event_types()],
        "contexts": [asdict(context) for context in all_contexts()],
        "cameo": [_cameo_entry(row) for row in cameo_codes().values()],
    }


def _entry(code: str) -> dict[str, Any]:
    found = _lookup(code)
    if isinstance(found, EventClass):
        return _type_entry(found)
    return _cameo_entry(found) if isinstance(found, CameoCode) else asdict(found)


def _lookup(code: str) -> EventClass | Context | CameoCode:
    """Raises KnowledgeError, with the codes that there are, for one that is none of them."""
    if code.upper() in event_types():
        return event_class(code.upper())
    if code in cameo_codes():
        return cameo_codes()[code]
    for context in all_contexts():
        if context.context == code.lower().replace("-", "_"):
            return context
    known = ", ".join((*event_types(), *(context.context for context in all_contexts())))
    raise KnowledgeError(f"unknown code {code!r} (give one of {known}, or a CAMEO code such as 1723)")


def _type_entry(found: EventClass) -> dict[str, Any]:
    entry = {key: value for key, value in asdict(found).items() if key != "sides"}
    modes = [{key: value for key, value in asdict(mode).items() if key != "type"} for mode in modes_of(found.type)]
    return {**entry, "goldstein": goldstein(found.cameo), "modes": modes, "codes": _codes(found)}


def _codes(found: EventClass) -> list[str]:
    return [row.code for row in cameo_codes().values() if row.type == found.type]


def _cameo_entry(row: CameoCode) -> dict[str, Any]:
    return {**asdict(row), "goldstein": goldstein(row.code)}


def _tables(code: str | None) -> list[Table]:
    if code is None:
        return [_types(), _contexts()]
    found = _lookup(code)
    if isinstance(found, EventClass):
        return [_facts(_type_facts(found)), *([_modes(found)] if modes_of(found.type) else []), _cameo(found)]
    return [_facts(_context_facts(found) if isinstance(found, Context) else _cameo_facts(found))]


def _table(title: str, *columns: str) -> Table:
    table = Table(title=title, title_justify="left", box=SIMPLE_HEAD, pad_edge=False)
    for column in columns:
        table.add_column(column, no_wrap=column in ("type", "mode", "context", "CAMEO"), overflow="fold")
    return table


def _facts(facts: dict[str, str]) -> Table:
    table = Table(show_header=False, box=None, pad_edge=False)
    for name, value in facts.items():
        table.add_row(name, value)
    return table


def _types() -> Table:
    table = _table(
        "Event types (dateline ontology TYPE for modes and codes)", "type", "quad class", "CAMEO", "weight", "definition"
    )
    for name in event_types():
        found = event_class(name)
        table.add_row(found.type, found.quad, found.cameo, _weight(found.cameo), found.definition)
    return table


def _contexts() -> Table:
    table = _table("Contexts", "context", "definition")
    for context in all_contexts():
        table.add_row(context.context, context.definition)
    return table


def _type_facts(found: EventClass) -> dict[str, str]:
    return {
        "type": found.type,
        "quad class": found.quad,
        "CAMEO root": f"{found.cameo}, weight {_weight(found.cameo)}",
        "definition": found.definition,
        "example": found.example,
        "source": found.source,
    }


def _modes(found: EventClass) -> Table:
    table = _table("Modes", "mode", "CAMEO", "definition", "example", "source")
    for mode in modes_of(found.type):
        table.add_row(mode.mode, mode.cameo, mode.definition, mode.example, mode.source)
    return table


def _cameo(found: EventClass) -> Table:
    table = _table("CAMEO codes", "CAMEO", "weight", "mode", "contexts", "label")
    for row in cameo_codes().values():
        if row.type == found.type:
            table.add_row(row.code, _weight(row.code), row.mode or "", ", ".join(row.contexts), row.label)
    return table


def _context_facts(found: Context) -> dict[str, str]:
    words = ", ".join(found.words)
    return {
        "context": found.context,
        "definition": found.definition,
        "example": found.example,
        "words": words,
        "source": found.source,
    }


def _cameo_facts(row: CameoCode) -> dict[str, str]:
    return {
        "CAMEO": row.code,
        "label": row.label,
        "type": row.type,
        "mode": row.mode or "-",
        "contexts": ", ".join(row.contexts) or "-",
        "weight": _weight(row.code),
    }


def _weight(code: str) -> str:
    value = goldstein(code)
    return "-" if value is None else f"{value:+.1f}"
