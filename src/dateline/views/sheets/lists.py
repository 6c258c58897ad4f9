"""What readers listed in whole articles, matched with what the program found there.

An event is found where its words overlap words that carry a record of the program, or where both stand in one sentence and have
one type. A statement is found where at least half of its words stand in the content of a record, and the reverse.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from dateline.analysis.sampling.population import What
from dateline.analysis.validity.precision import RIGHT
from dateline.analysis.validity.recall import FOUND, Listed, best_pairs
from dateline.archive.archive import Archive
from dateline.corroboration.sentence import sentence_around
from dateline.records import Span
from dateline.views.sheets.comparing import compare, shared
from dateline.views.sheets.layout import NONE, field_names
from dateline.views.sheets.machine import MachineRecord, machine_records
from dateline.views.sheets.parties import parties
from dateline.views.sheets.reading import BadCell, Cell, CodedTable, Row

WORDS: dict[What, str] = {"events": "words", "statements": "content"}
HALF = 0.5
MENTIONS = "SELECT event AS record, span_start, span_end FROM event_mentions WHERE event IN (SELECT unnest(?))"
MEASURES: dict[What, tuple[tuple[str, ...], ...]] = {
    "events": ((), ("type",), ("type", "source", "target"), ("type", "source", "target", "date", "factuality")),
    "statements": ((), ("source",), ("source", "act"), ("source", "act", "content")),
}
"""What is asked of a record beyond being found."""


@dataclass(frozen=True, slots=True)
class _Article:
    """An article with the program's records in it, and the spans of their words."""

    text: str
    records: Mapping[str, MachineRecord]
    spans: Mapping[str, Sequence[Span]]


def listed(table: CodedTable, archive: Archive) -> tuple[tuple[Listed, ...], tuple[BadCell, ...]]:
    """What a reader listed with what the program has right of it, and the cells that cannot be used."""
    problems: list[BadCell] = list(table.problems)
    weights = _weights(table)
    found: list[Listed] = []
    by_article = _by_article(table)
    stored = archive.known(list(by_article))
    for article, rows in by_article.items():
        if article not in stored:
            cell = Cell(table.name, rows[0][0], "article")
            problems.append(
                BadCell(cell, f"{article or 'nothing'} is no article of {archive.path}", "give the archive it is from")
            )
            continue
        here = _article(archive, table.what, article)
        sound = [(number, row) for number, row in rows if _stands(table, (number, row), here.text, problems)]
        found += _matched(archive, table.what, [row for _, row in sound], here, (article, weights.get(article, 1.0)))
    return tuple(found), tuple(problems)


def _by_article(table: CodedTable) -> dict[str, list[tuple[int, Row]]]:
    found: dict[str, list[tuple[int, Row]]] = {}
    for number, row in table.rows:
        if row.get(WORDS[table.what]) and NONE not in (row.get("type"), row.get("source")):
            found.setdefault(row.get("article", ""), []).append((number, row))
    return found


def _weights(table: CodedTable) -> dict[str, float]:
    """Readers add rows without weights: that of the article's first row holds for all."""
    found: dict[str, float] = {}
    for _, row in table.rows:
        weight = row.get("weight", "").replace(",", ".")
        if re.fullmatch(r"\d+(\.\d+)?", weight) and float(weight) > 0:
            found.setdefault(row.get("article", ""), float(weight))
    return found


def _stands(table: CodedTable, numbered: tuple[int, Row], text: str, problems: list[BadCell]) -> bool:
    """Events are told by where their words stand; the words of a statement may be interrupted."""
    number, row = numbered
    words = row[WORDS[table.what]]
    if table.what == "statements" or _places(text, words):
        return True
    problem = f"{words!r} does not stand in the article {row['article']}"
    problems.append(BadCell(Cell(table.name, number, "words"), problem, "copy the words as they stand there"))
    return False


def _places(text: str, words: str) -> list[Span]:
    pattern = r"\s+".join(re.escape(word) for word in words.split())
    return [Span(*match.span()) for match in re.finditer(pattern, text, re.IGNORECASE)]


def _article(archive: Archive, what: What, article: str) -> _Article:
    ids = [row["id"] for row in archive.select(f"SELECT id FROM {what} WHERE article = ? ORDER BY number", [article])]
    spans: dict[str, list[Span]] = {}
    for row in archive.select(MENTIONS, [ids]) if what == "events" else ():
        spans.setdefault(row["record"], []).append(Span(row["span_start"], row["span_end"]))
    return _Article(archive.article(article).text, machine_records(archive, what, ids), spans)


def _matched(archive: Archive, what: What, rows: Sequence[Row], here: _Article, key: tuple[str, float]) -> Iterator[Listed]:
    named = parties(archive, what, list(here.records))
    right: dict[tuple[int, str], frozenset[str]] = {}
    for place, row in enumerate(rows):
        for record in here.records.values():
            codes = compare(what, row, record.values, named.get(record.id, {}))
            right[place, record.id] = frozenset(field for field, code in codes.items() if code == RIGHT)
    scores = {
        (place, record): likeness + len(right[place, record]) / (1 + len(field_names(what)))
        for place, row in enumerate(rows)
        for record, likeness in _like(what, row, here).items()
    }
    pairs = best_pairs(scores)
    for place in range(len(rows)):
        yield Listed(*key, right[place, pairs[place]] | {FOUND} if place in pairs else frozenset())


def _like(what: What, row: Row, here: _Article) -> dict[str, float]:
    """The records that may be what the row lists, with how near their words are."""
    if what == "statements":
        near = {key: shared(row["content"], record.values["content"]) for key, record in here.records.items()}
        return {key: likeness for key, likeness in near.items() if likeness >= HALF}
    places = _places(here.text, row["words"])
    found = {}
    for key, spans in here.spans.items():
        if any(place.overlaps(span) for place in places for span in spans):
            found[key] = 2.0
        elif here.records[key].group == row.get("type") and any(_in_sentence(here.text, p, s) for p in places for s in spans):
            found[key] = 1.0
    return found


def _in_sentence(text: str, place: Span, span: Span) -> bool:
    return sentence_around(text, place).overlaps(span)
