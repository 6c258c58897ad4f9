"""What another version changed, as a short table, as Markdown and as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from dateline.analysis.rereading import Example, KindChanges, Summary
from dateline.archive.corrections import Correction
from dateline.contract import to_object
from dateline.errors import DatelineError

FIELDS_SHOWN = 6
HEAD = ("", "articles", "gained", "lost", "changed", "in substance")
PLURAL = {"actor": "actors", "statement": "statements", "event": "events", "position": "positions"}


def table_lines(summary: Summary) -> list[str]:
    """A few lines for a terminal."""
    told = f"{summary.articles:,} read again by {summary.version}: {summary.changed:,} changed, {summary.unchanged:,} unchanged"
    if not summary.changed:
        return [told]
    rows = [HEAD, *((PLURAL[one.kind], *map(_number, _numbers(one))) for one in summary.kinds)]
    lines = [f"  {row[0]:<11}" + "".join(f"{cell:>13}" for cell in row[1:]) for row in rows]
    fields = [f"  {PLURAL[one.kind]} changed in {_fields(one)}" for one in summary.kinds if one.fields]
    return [told, *lines, *fields]


def markdown(summary: Summary, lost: Sequence[Correction] = ()) -> str:
    """The whole report for people."""
    return "\n".join(_markdown_lines(summary, lost)) + "\n"


def as_json(summary: Summary, lost: Sequence[Correction] = ()) -> str:
    """The whole report for programs."""
    plain: dict[str, Any] = to_object(summary) | {
        "versions": dict(summary.versions),
        "unchanged": summary.unchanged,
        "kinds": {one.kind: to_object(one) | {"fields": dict(one.fields)} for one in summary.kinds},
        "corrections_lost": [{"number": one.number, "record": one.record, "words": one.words, "why": one.lost} for one in lost],
    }
    return json.dumps(plain, ensure_ascii=False, indent=1) + "\n"


def write_report(path: Path, summary: Summary, lost: Sequence[Correction] = ()) -> None:
    """JSON where the name of the file ends so, Markdown else. Raises DatelineError where it cannot be written."""
    text = as_json(summary, lost) if path.suffix == ".json" else markdown(summary, lost)
    try:
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise DatelineError(f"{path}: the report cannot be written: {error.strerror} (name another file)") from error


def _markdown_lines(summary: Summary, lost: Sequence[Correction]) -> Iterator[str]:
    yield f"# What {summary.version} reads otherwise"
    yield ""
    yield f"{summary.articles:,} articles were read again: {summary.changed:,} changed, {summary.unchanged:,} unchanged."
    for version, number in summary.versions:
        yield f"- {number:,} had been read by `{version}`"
    yield from ("", f"| {' | '.join(HEAD)} |", "|" + "---|" * len(HEAD))
    for one in summary.kinds:
        yield f"| {PLURAL[one.kind]} | {' | '.join(map(_number, _numbers(one)))} |"
    for one in summary.kinds:
        if one.fields:
            yield from ("", f"## Fields of {PLURAL[one.kind]} that changed", "", "| field | records |", "|---|---|")
            yield from (f"| {name} | {number:,} |" for name, number in one.fields)
    if lost:
        yield from ("", "## Corrections that fit nothing any more", "")
        yield from (f"- {one.number}: {_cell(one.words)}: {one.lost}" for one in lost)
    yield from ("", "## Examples", "")
    for example in summary.examples:
        yield from _example_lines(example)


def _example_lines(example: Example) -> Iterator[str]:
    found = example.difference
    yield f"- {found.kind} {found.found} ({example.article}): {_cell(found.words)}"
    yield from (f"  - {c.field}: {_cell(c.before) or 'nothing'} -> {_cell(c.after) or 'nothing'}" for c in found.changes)


def _numbers(one: KindChanges) -> tuple[int, ...]:
    return one.articles, one.gained, one.lost, one.changed, one.substance


def _number(number: int) -> str:
    return f"{number:,}"


def _fields(one: KindChanges) -> str:
    shown = ", ".join(f"{name} ({number:,})" for name, number in one.fields[:FIELDS_SHOWN])
    return shown + (f" and {len(one.fields) - FIELDS_SHOWN} more" if len(one.fields) > FIELDS_SHOWN else "")


def _cell(words: str) -> str:
    """Words of articles must not become Markdown."""
    return "".join(f"\\{sign}" if sign in "\\`*_[]<>|#" else sign for sign in words)
