"""LexisNexis Academic and nexis.com, until 2019 (.txt, .html, .rtf).

Layout (LexisNexisTools and R.TeMiS, see export_fields.tsv): what was asked for; then for each article `1 of 10 DOCUMENTS`,
outlet, date and edition, title, fields with labels in capitals (BYLINE, SECTION, LENGTH, DATELINE, HIGHLIGHT), the text, more
fields (LOAD-DATE, LANGUAGE, GRAPHIC, PUBLICATION-TYPE) and the copyright, which may also stand at the head. Texts are cut at 80
columns.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from dateline.errors import BadRecord
from dateline.knowledge.export_fields import ExportField, export_fields
from dateline.sources.drafts import Draft
from dateline.sources.lines import Line, Lines, joined, paragraphs_of, runs_of, unsplit
from dateline.sources.services.export import (
    AGAIN,
    CORRECTED,
    Service,
    Told,
    as_fields,
    byline_of,
    draft_of,
    is_date_line,
    labelled,
    word_count,
)

_NUMBER = re.compile(r"(?:FOCUS - )?(?P<at>\d+) (?:of|von|de|sur) (?P<of>\d+) (?:DOCUMENTS?|DOKUMENTEN?)")
_COPYRIGHT = re.compile(r"(?:Copyright|©|\(c\))\b.*|All Rights Reserved\W*", re.IGNORECASE)
_CAPITALS = re.compile(r"[A-Z][A-Z-]{2,20}: ")
_EDITION = re.compile(
    r"[\w ;,-]{0,40}\bEdition\b[\w ;,-]{0,20}|(?:Late |Early |City |National |Metro )?Final|(?:City|National|Metro)"
)
_BODY = "BODY:"
_OPENING = 5
"""Runs of lines among which an article's date stands."""
_HEAD = 14
"""Most runs of lines before an article's fields."""
_ENOUGH = 0.7

Run = list[Line]


def _recognises(lines: Lines) -> bool:
    numbered = any(_NUMBER.fullmatch(line.text) for line in lines.all)
    return numbered and any(labelled(line, _fields()) for line in lines.all)


def _split(lines: Lines, path: str) -> Iterator[Draft | BadRecord]:
    # These texts are cut at 80 columns, however few of an article's lines show it.
    lines = replace(lines, wrapped=lines.unit == "line" and lines.narrow)
    starts = [place for place, line in enumerate(lines.all) if _NUMBER.fullmatch(line.text)]
    ends = [*starts[1:], len(lines.all)]
    number = 0
    for start, end in zip(starts, ends, strict=True):
        runs = list(runs_of(_below_labels(lines.all[start + 1 : end])))
        second = _second(runs)
        # Without fields after its text the first of two has no known end, and its text would take in the second's head.
        if second is None or any(_opens_tail(run) for run in runs[:second]):
            number += 1
            yield _article(runs[:second], lines.all[start], f"{path}#{number}", lines)
        if second is not None:
            number += 1
            problem = "a second article begins here without its 'N of M DOCUMENTS'"
            remedy = "put that line between the two, or export them again"
            yield unsplit(f"{path}#{number}", runs[second][0], lines.unit, problem, remedy)


def _below_labels(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines, those below `BODY:` set apart from it."""
    before = ""
    for line in lines:
        yield replace(line, gap=True) if before == _BODY else line
        before = line.text


def _article(runs: Sequence[Run], numbered: Line, source: str, lines: Lines) -> Draft | BadRecord:
    start, end = _text(runs)
    text = paragraphs_of((line for run in runs[start:end] for line in run), lines.wrapped)
    if not text:
        return unsplit(source, numbered, lines.unit, "no text between the fields of this article", AGAIN)
    stated = _stated(runs[:start])
    if end == len(runs) and sum(len(paragraph.split()) for paragraph in text) < _ENOUGH * stated:
        return unsplit(source, runs[-1][-1], lines.unit, f"the article breaks off: {stated} words are stated", AGAIN)
    return draft_of(_told(runs[:start], runs[end:], source), text)


def _second(runs: Sequence[Run]) -> int | None:
    """Where another article begins, told by another number of words: after the first one's tail, else at its first field."""
    start, end = _text(runs)
    words = next((n for n in range(start, len(runs)) if _opens_second(runs[n])), None)
    if words is None:
        return None
    after_tail = (n for n in range(end, words) if not _belongs_to_tail(runs[n]))
    return next(after_tail, words)


def _belongs_to_tail(run: Run) -> bool:
    return _place(run) in {"tail", "late"} or _COPYRIGHT.fullmatch(run[0].text) is not None or len(run[0].text.split()) == 1


def _text(runs: Sequence[Run]) -> tuple[int, int]:
    """The runs of the text: after the fields of the head, before those of the tail."""
    start = _head_end(runs)
    tail = (n for n in range(start, len(runs)) if _opens_tail(runs[n]))
    end = next(tail, len(runs))
    while end > start and (_place(runs[end - 1]) == "late" or _COPYRIGHT.fullmatch(runs[end - 1][0].text)):
        end -= 1
    return start, end


def _head_end(runs: Sequence[Run]) -> int:
    """The first run after the fields; without fields, after outlet, date and title."""
    dated = _dated(runs) or 0
    fields = [n for n in range(dated, min(len(runs), _HEAD)) if _is_head(runs[n])]
    if not fields:
        return min(len(runs), dated + 2)
    end = next((n for n in fields if _opens_second(runs[n])), fields[0])
    while end < len(runs) and (_is_head(runs[end]) or (_CAPITALS.match(runs[end][0].text) and end < fields[-1])):
        end += 1
    return end


def _dated(runs: Sequence[Run]) -> int | None:
    """The run with the date, among the first."""
    return next((n for n in range(min(len(runs), _OPENING)) if any(is_date_line(line.text) for line in runs[n])), None)


def _is_head(run: Run) -> bool:
    return _place(run) == "head"


def _opens_tail(run: Run) -> bool:
    return _place(run) == "tail"


def _place(run: Run) -> str | None:
    found = labelled(run[0], _fields())
    return found[0].place if found else None


def _opens_second(run: Run) -> bool:
    found = labelled(run[0], _fields())
    return found is not None and found[0].field == "words" and word_count(found[1]) is not None


def _stated(head: Sequence[Run]) -> int:
    values = (found[1] for run in head if (found := labelled(run[0], _fields())) and found[0].field == "words")
    return next((count for value in values if (count := word_count(value))), 0)


def _told(head: Sequence[Run], tail: Sequence[Run], source: str) -> Told:
    fields = next((n for n in range(_dated(head) or 0, len(head)) if _is_head(head[n])), len(head))
    opening = [run for run in head[:fields] if not _is_aside(run)]
    dated = _dated(opening)
    date = next((line for line in opening[dated] if is_date_line(line.text)), None) if dated is not None else None
    values = {found[0].field: found[1] for found in _found([*head[fields:], *tail])}
    aside = [run for run in head[:fields] if run not in opening]
    title = " ".join(joined(run) for run in opening[dated + 1 if dated is not None else 1 :])
    return Told(
        source,
        title=values.get("title") or title or None,
        outlet=_outlet(opening, dated),
        date=date.text if date else None,
        byline=byline_of(values.get("byline")),
        url=values.get("url"),
        left_out=as_fields(line for run in [*aside, *head[fields:], *tail] for line in [Line(joined(run), run[0].number)]),
    )


def _is_aside(run: Run) -> bool:
    """Whether a run above the fields is neither outlet nor date nor title."""
    text = joined(run)
    edition = not is_date_line(run[0].text) and _EDITION.fullmatch(text) is not None
    return edition or _is_head(run) or _COPYRIGHT.fullmatch(run[0].text) is not None or CORRECTED.fullmatch(text) is not None


def _outlet(opening: Sequence[Run], dated: int | None) -> str | None:
    """What stands above the date: in a run of its own, or in the date's."""
    if dated is None:
        return joined(opening[0]) if opening else None
    above = [line for line in opening[dated] if not is_date_line(line.text)]
    before = opening[dated - 1] if dated else above[:1]
    return joined(before) or None


def _found(runs: Sequence[Run]) -> Iterator[tuple[ExportField, str]]:
    for run in runs:
        if found := labelled(Line(joined(run), 0), _fields()):
            yield found


def _fields() -> Mapping[str, ExportField]:
    return export_fields("nexis")


NEXIS = Service("LexisNexis", _recognises, _split)
