"""Factiva (.rtf, .html, .txt): articles with field codes ("Full Article/Report plus Indexing") and without.

Layout (R.TeMiS tm.plugin.factiva, chennesy/factiva_parser, see export_fields.tsv): with codes, HD, BY, WC, PD, SN and
others, each with its value beside or below it; the text is LP (first two paragraphs) and TD; AN holds `Document` and the
accession number. Without codes the same values stand in the same order, one a line, and the copyright ends the head.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from dateline.errors import BadRecord
from dateline.knowledge.export_fields import ExportField, export_fields
from dateline.sources.drafts import Draft
from dateline.sources.lines import Line, Lines, joined, paragraphs_of, unsplit
from dateline.sources.services.export import AGAIN, Service, Told, as_fields, byline_of, draft_of, is_date_line, word_count

_DOCUMENT = re.compile(r"(?:AN )?(?:Document|Dokument) [A-Z]{2,}[A-Z0-9]*\d{8}[a-z0-9]{5,}")
_CHROME = re.compile(
    r"Page \d+ of \d+.*Factiva.*|(?:©|\(c\)) \d{4} Factiva, Inc\..*|\d{4} Factiva, Inc\..*|Factiva|Dow Jones|Page \d+ of \d+",
    re.IGNORECASE,
)
_COPYRIGHT = re.compile(r".{0,60}(?:\(c\)|©|Copyright\b|All rights reserved).*", re.IGNORECASE)
_TIME = re.compile(r"\d{1,2}:\d{2}(?: [AP]M)?(?: [A-Z]{2,4})?|[A-Z0-9]{2,8}|\d+|English|Volume .*|Issue .*|Edition .*")
_NAME = re.compile(r"(?:By |BY )?[A-Z][\w.’'-]*(?:,? (?:and )?[A-Z][\w.’'-]*){1,5}(?: in [A-Z][\w ]+)?")
_SUMMARY = "Search Summary"
_HEAD = 14
_ENOUGH = 0.7

Values = dict[str, list[Line]]


def _recognises(lines: Lines) -> bool:
    documents = any(_DOCUMENT.fullmatch(line.text) for line in lines.all)
    return documents and any(_code(line) == "HD" or word_count(line.text) is not None for line in lines.all)


def _split(lines: Lines, path: str) -> Iterator[Draft | BadRecord]:
    shown = [line for line in lines.all if not _CHROME.fullmatch(line.text)]
    for number, part in enumerate(_parts(shown), start=1):
        yield _article(part, f"{path}#{number}", lines)


def _parts(lines: Sequence[Line]) -> Iterator[Sequence[Line]]:
    """Lines up to each accession number; where one is missing, up to the next headline after a text."""
    part: list[Line] = []
    in_text = False
    for line in lines:
        code = _code(line)
        place = _fields()[code].place if code else ""
        if in_text and place == "start":
            yield part
            part, in_text = [], False
        part.append(line)
        in_text = in_text or place == "text"
        if _DOCUMENT.fullmatch(line.text):
            yield part
            part, in_text = [], False
    if part and part[0].text != _SUMMARY:
        yield part


def _article(part: Sequence[Line], source: str, lines: Lines) -> Draft | BadRecord:
    coded = any(_code(line) == "HD" for line in part)
    told, text, stated = _with_codes(part, source) if coded else _without_codes(part, source)
    paragraphs = paragraphs_of(text, lines.wrapped)
    if not paragraphs:
        problem = (
            "neither LP nor TD: a headline without its text" if coded else "no text that a head with words, date and source opens"
        )
        return unsplit(source, part[0], lines.unit, problem, AGAIN)
    if not _DOCUMENT.fullmatch(part[-1].text) and sum(len(paragraph.split()) for paragraph in paragraphs) < _ENOUGH * stated:
        return unsplit(source, part[-1], lines.unit, f"the article breaks off: {stated} words are stated", AGAIN)
    return draft_of(told, paragraphs)


def _with_codes(part: Sequence[Line], source: str) -> tuple[Told, list[Line], int]:
    values = _values(part)
    known = {_fields()[code].field: joined(found) for code, found in reversed(values.items())}
    rest = [Line(f"{code} {joined(found)}", 0) for code, found in values.items() if _fields()[code].field == "other"]
    credits = [line for code in ("CR", "CY", "ART") for line in values.get(code, ())]
    told = Told(
        source,
        title=known.get("title") or None,
        outlet=known.get("outlet") or None,
        date=known.get("published"),
        byline=byline_of(known.get("byline")),
        left_out=as_fields([*rest, *credits]),
    )
    return told, [*values.get("LP", ()), *values.get("TD", ())], word_count(known.get("words", "")) or 0


def _values(part: Sequence[Line]) -> Values:
    """Lines by the code that they stand under."""
    values: Values = {}
    current: list[Line] | None = None
    in_text = False
    for line in part:
        code = _code(line)
        if code and (not in_text or _fields()[code].place in {"text", "tail", "end"}):
            current = values.setdefault(code, [])
            in_text = _fields()[code].place == "text"
            if value := line.after_column() if line.column == code else "":
                current.append(Line(value, line.number))
        elif current is not None:
            current.append(line)
    return values


def _code(line: Line) -> str | None:
    code = line.text if line.text in _fields() else line.column
    return code if code in _fields() else None


def _without_codes(part: Sequence[Line], source: str) -> tuple[Told, list[Line], int]:
    counted = next((n for n, line in enumerate(part[:_HEAD]) if word_count(line.text) is not None), None)
    end = _head_end(part, counted) if counted is not None else None
    if counted is None or end is None:
        return Told(source), [], 0
    opening, after = part[:counted], part[counted + 1 : end]
    names = opening[-1:] if len(opening) > 1 and _is_byline(opening[-1], opening[-2]) else []
    title = max(opening[: len(opening) - len(names)], key=lambda line: len(line.text), default=None)
    date = next((line for line in after if is_date_line(line.text)), None)
    outlet = next((line for line in after if line is not date and not _TIME.fullmatch(line.text)), None)
    told = Told(
        source,
        title=title.text if title else None,
        outlet=outlet.text if outlet and not _COPYRIGHT.fullmatch(outlet.text) else None,
        date=date.text if date else None,
        byline=byline_of(names[0].text) if names else None,
        left_out=as_fields(line for line in [*opening, *after, part[-1]] if line not in (title, date, outlet, *names)),
    )
    last = len(part) - 1 if _DOCUMENT.fullmatch(part[-1].text) else len(part)
    return told, list(part[end:last]), word_count(part[counted].text) or 0


def _head_end(part: Sequence[Line], counted: int) -> int | None:
    """Where the text begins: after the copyright, else after the language."""
    head = range(counted + 1, min(len(part), counted + _HEAD))
    ends = [n for n in head if _COPYRIGHT.fullmatch(part[n].text)] or [n for n in head if part[n].text == "English"]
    return ends[0] + 1 if ends else None


def _is_byline(line: Line, before: Line) -> bool:
    named = line.text.startswith(("By ", "BY ")) or len(line.text) < len(before.text)
    return named and _NAME.fullmatch(line.text) is not None


def _fields() -> Mapping[str, ExportField]:
    return export_fields("factiva")


FACTIVA = Service("Factiva", _recognises, _split)
