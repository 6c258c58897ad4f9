"""ProQuest (.txt, .html, .rtf, .docx).

Layout (chennesy/pq_parser, pmyteh/tm.plugin.proquest, see export_fields.tsv): records parted by rules of underscores or, in
pages, by nothing; each holds its title, fields with labels (Author, Publication info, Abstract, Links), `Full text:` and more
fields that end with `Database:`. A list of contents may open the file, an address close it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from dateline.errors import BadRecord
from dateline.knowledge.export_fields import ExportField, export_fields
from dateline.sources.drafts import Draft
from dateline.sources.lines import Line, Lines, joined, paragraphs_of, runs_of, unsplit
from dateline.sources.services.export import AGAIN, Service, Told, as_fields, byline_of, draft_of, labelled

_RULE = re.compile(r"[_\s]{20,}")
_MARKS = frozenset({"ProQuest document ID", "Publication title", "Document URL", "Full text", "Full Text", "Publication info"})
_CHROME = re.compile(
    r"document \d+ of \d+|ProQuest document link|Back to table of contents|Table of contents|Report Information from ProQuest.*"
    r"|Bibliography|Citation style:.*|Database copyright.*|Terms and Conditions|Contact (?:us at|ProQuest).*",
    re.IGNORECASE,
)
_NO_TEXT = re.compile(r"(?:Not available|None available|Full text not available).*", re.IGNORECASE)
_NAMELESS = frozenset({"anonymous", "anonymous author", "none"})
_LONGEST_REST = 12
"""Words of a line that may go on a field's value."""


def _recognises(lines: Lines) -> bool:
    labels = {found[0].label for line in lines.all if (found := labelled(line, _fields()))}
    return len(labels & _MARKS) >= 2 and ("ProQuest document ID" in labels or "Database" in labels or "Full text" in labels)


def _split(lines: Lines, path: str) -> Iterator[Draft | BadRecord]:
    for number, record in enumerate(_records(lines.all), start=1):
        yield _article(record, f"{path}#{number}", lines)


def _records(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Lines up to each rule or last field, where they hold fields of a record."""
    record: list[Line] = []
    for line in lines:
        if _RULE.fullmatch(line.text):
            yield from _if_record(record)
            record = []
            continue
        record.append(line)
        found = labelled(line, _fields())
        if found and found[0].place == "end":
            yield from _if_record(record)
            record = []
    yield from _if_record(record)


def _if_record(lines: list[Line]) -> Iterator[list[Line]]:
    if any(found[0].label in _MARKS for line in lines if (found := labelled(line, _fields()))):
        yield lines


def _article(record: Sequence[Line], source: str, lines: Lines) -> Draft | BadRecord:
    start = next((n for n, line in enumerate(record) if _field(line) == "text"), None)
    if start is None:
        return unsplit(source, record[0], lines.unit, "no 'Full text:', only an abstract or a citation", AGAIN)
    end = _tail(record, start + 1)
    if end == len(record):
        return unsplit(source, record[-1], lines.unit, "the record breaks off: no fields follow its text", AGAIN)
    first = labelled(record[start], _fields())
    opening = [Line(first[1], record[start].number)] if first and first[1] else []
    text = paragraphs_of([*opening, *record[start + 1 : end]], lines.wrapped)
    if not text or _NO_TEXT.fullmatch(" ".join(text)):
        return unsplit(source, record[start], lines.unit, "nothing under 'Full text:'", AGAIN)
    return draft_of(_told(record[:start], record[end:], source), text)


def _tail(record: Sequence[Line], start: int) -> int:
    """The first of the fields after the text: from there on each line begins with a label of its own or goes on a value."""
    tail, seen = len(record), set[str]()
    for place in range(len(record) - 1, start - 1, -1):
        found = labelled(record[place], _fields())
        if found and found[0].place != "head" and found[0].label not in seen:
            seen.add(found[0].label)
            tail = place
        elif found or not _goes_on(record[place], record[place - 1]):
            break
    return tail


def _goes_on(line: Line, before: Line) -> bool:
    """Whether a line may be the rest of the field above it."""
    return _field(before) not in {None, "text"} and len(line.text.split()) <= _LONGEST_REST and not line.text.endswith(".")


def _told(head: Sequence[Line], tail: Sequence[Line], source: str) -> Told:
    values: dict[str, str] = {}
    for line in [*head, *tail]:
        if found := labelled(line, _fields()):
            values.setdefault(found[0].field, found[1])
    author = values.get("byline")
    return Told(
        source,
        title=values.get("title") or _title(head),
        outlet=values.get("outlet", "").partition(";")[0].strip() or None,
        date=values.get("published"),
        byline=byline_of(_straight(author)) if author and author.lower() not in _NAMELESS else None,
        url=values.get("url") or None,
        left_out=as_fields(map(_bare_credit, [*head[_first_field(head) :], *tail])),
    )


def _bare_credit(line: Line) -> Line:
    """A credit without its label is written as in an article, where it says whose copy the text is."""
    found = labelled(line, _fields())
    return replace(line, text=found[1]) if found and found[0].field == "credit" and found[1] else line


def _title(head: Sequence[Line]) -> str | None:
    """What stands above the first field."""
    runs = list(runs_of(line for line in head[: _first_field(head)] if not _CHROME.fullmatch(line.text)))
    return joined(runs[-1]) if runs else None


def _first_field(head: Sequence[Line]) -> int:
    return next((n for n, line in enumerate(head) if _field(line)), len(head))


def _straight(author: str) -> str:
    """ "Roe, Jane; Doe, John" as "Jane Roe, John Doe"."""
    names = [name.strip() for name in author.split(";") if name.strip()]
    return ", ".join(
        " ".join(reversed([part.strip() for part in name.split(",")])) if name.count(",") == 1 else name for name in names
    )


def _field(line: Line) -> str | None:
    found = labelled(line, _fields())
    return found[0].field if found else None


def _fields() -> Mapping[str, ExportField]:
    return export_fields("proquest")


PROQUEST = Service("ProQuest", _recognises, _split)
