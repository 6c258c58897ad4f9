"""The records of a sample as the program read them: the values of each field, and the passage with its words marked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from dateline.analysis.sampling.population import What
from dateline.analysis.tables import table_query
from dateline.archive.archive import Archive
from dateline.records import Span
from dateline.views.sheets.layout import GROUPING
from dateline.views.sheets.passage import Mark, passage

SPANS: dict[What, str] = {
    "events": "SELECT id AS record, 'trigger' AS role, trigger_start AS span_start, trigger_end AS span_end FROM events "
    "WHERE id IN (SELECT unnest($1))",
    "statements": "SELECT statement AS record, role, span_start, span_end FROM statement_spans "
    "WHERE statement IN (SELECT unnest($1)) ORDER BY span_start",
}
SIGNS = {"trigger": ("[[", "]]"), "content": ("[[", "]]"), "source": ("{S: ", "}"), "cue": ("{C: ", "}")}
FIRST_WORDS = 40


@dataclass(frozen=True, slots=True)
class MachineRecord:
    """A record as it stands in the archive; `values` by field, as text; `group` is its type or act."""

    id: str
    article: str
    outlet: str
    published: str
    title: str
    group: str
    values: Mapping[str, str]
    passage: str
    blind_passage: str


def machine_records(archive: Archive, what: What, ids: Sequence[str]) -> dict[str, MachineRecord]:
    """These records, as far as they are in the archive, by article and place in it."""
    query = f"SELECT * FROM ({table_query(what)}) WHERE id IN (SELECT unnest(?))"
    rows = {row["id"]: row for row in archive.select(query, [list(ids)])}
    spans: dict[str, list[tuple[str, Span]]] = {}
    for row in archive.select(SPANS[what], [list(rows)]):
        spans.setdefault(row["record"], []).append((row["role"], Span(row["span_start"], row["span_end"])))
    texts = _texts(archive, sorted({row["article"] for row in rows.values()}))
    records = {key: _record(what, row, texts[row["article"]], spans.get(key, [])) for key, row in rows.items()}
    order = sorted(records, key=lambda key: (records[key].published or "9", records[key].article, _start(spans[key])))
    return {key: records[key] for key in order}


def _texts(archive: Archive, articles: Sequence[str]) -> dict[str, str]:
    rows = archive.select("SELECT id, text FROM articles WHERE id IN (SELECT unnest(?))", [list(articles)])
    return {row["id"]: row["text"] for row in rows}


def _start(spans: Sequence[tuple[str, Span]]) -> int:
    return min(span.start for _, span in spans)


def _record(what: What, row: Mapping[str, Any], text: str, spans: Sequence[tuple[str, Span]]) -> MachineRecord:
    values = _event_values(row) if what == "events" else _statement_values(row)
    marks = [Mark(span, *SIGNS[role]) for role, span in spans]
    return MachineRecord(
        row["id"], row["article"], row["outlet"] or "", str(row["published"] or ""), " ".join((row["title"] or "").split()),
        str(row[GROUPING[what]]), values, passage(text, marks), passage(text, [Mark(_pointed(spans))]),
    )  # fmt: skip


def _pointed(spans: Sequence[tuple[str, Span]]) -> Span:
    """The words that say which record is meant without giving its values away."""
    by_role = {role: span for role, span in reversed(spans)}
    content = by_role.get("content", Span(0, 0))
    return by_role.get("trigger") or by_role.get("cue") or Span(content.start, min(content.end, content.start + FIRST_WORDS))


def _event_values(row: Mapping[str, Any]) -> dict[str, str]:
    return {
        "type": row["type"], "source": row["sources"] or "", "target": row["targets"] or "", "date": day_text(row),
        "place": row["place_name"] or "", "factuality": row["factuality"],
    }  # fmt: skip


def _statement_values(row: Mapping[str, Any]) -> dict[str, str]:
    named, words = row["speaker"] or "", row["source_words"] or ""
    source = f"{named} ({words})" if named and words and named.casefold() != words.casefold() else named or words
    return {
        "source": source, "cue": row["cue"] or "", "content": row["content"] or "", "act": row["act"],
        "addressee": row["addressees"] or "",
    }  # fmt: skip


def day_text(row: Mapping[str, Any]) -> str:
    """A day, or the first and last day with `/` between them; an open bound is `..`; empty where undated."""
    start, end = row["date_start"], row["date_end"]
    if start is None and end is None:
        return ""
    return str(start) if start == end else f"{_bound(start)}/{_bound(end)}"


def _bound(day: date | None) -> str:
    return ".." if day is None else day.isoformat()
