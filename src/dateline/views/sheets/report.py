"""The figures of coded sheets as text, Markdown or JSON."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from typing import Literal

from dateline.analysis.validity.intervals import Share
from dateline.analysis.validity.precision import ALL, WHOLE, PrecisionRow
from dateline.views.sheets.layout import field_names
from dateline.views.sheets.scoring import Precision, Recall, Validity

Form = Literal["text", "markdown", "json"]
Lines = list[list[str]]
"""A table: its header, then its rows."""
EMPTY = "–"
NOTES = (
    "Shares with 95% intervals (Wilson, effective size of the stratified sample). right: mean of the coders; "
    "all say right: every coder who judged it. unclear: judgements left out.",
    "alpha: Krippendorff's, nominal (2011), with a bootstrap interval over records; – where all judgements are the same.",
)
RECALL_NOTE = "Of what a reader of whole articles listed; intervals take account of the articles in which it comes."


def report(validity: Validity, form: Form) -> str:
    """All tables in one form."""
    if form == "json":
        return json.dumps(asdict(validity), ensure_ascii=False, indent=2, default=str)
    blocks = [block for one in validity.precision for block in _precision_blocks(one)]
    blocks += [(f"Recall of {one.what} ({one.reader})", _recall_lines(one)) for one in validity.recall]
    notes = (*(NOTES if validity.precision else ()), *((RECALL_NOTE,) if validity.recall else ()))
    shown = [_markdown(title, lines) if form == "markdown" else _text(title, lines) for title, lines in blocks]
    return "\n\n".join((*shown, "\n".join(notes) if form == "text" else "\n\n".join(notes)))


def _precision_blocks(one: Precision) -> list[tuple[str, Lines]]:
    by_key = {(row.group, row.field): row for row in one.rows}
    fields = [field for field in (WHOLE, *field_names(one.what)) if (ALL, field) in by_key]
    coders = f"{len(one.coders)} coder{'s' * (len(one.coders) > 1)}, {max(one.records)} records"
    coders += f", {one.only_one} not coded by all" if one.only_one else ""
    overall = [["field", "n", "right", "all say right", "unclear", "alpha", "same"]]
    overall += [_overall(by_key[ALL, field]) for field in fields]
    groups = list(dict.fromkeys(row.group for row in one.rows))
    per_type = [["type" if one.what == "events" else "act", "n", *fields]]
    per_type += [_per_type(group, [by_key.get((group, field)) for field in fields]) for group in groups]
    return [(f"Precision of {one.what} ({coders})", overall), (f"Precision of {one.what} by {per_type[0][0]}", per_type)]


def _overall(row: PrecisionRow) -> list[str]:
    told = row.agreement
    alpha = EMPTY
    if told and told.alpha is not None and told.low is not None and told.high is not None:
        alpha = f"{told.alpha:.2f} ({told.low:.2f} to {told.high:.2f})"
    same = f"{told.same:.2f}" if told else EMPTY
    return [row.field, str(row.right.n), _share(row.right), _share(row.right_for_all), str(row.unclear), alpha, same]


def _per_type(group: str, rows: Sequence[PrecisionRow | None]) -> list[str]:
    most = max(row.right.n for row in rows if row)
    return [group, str(most), *(_share(row.right) if row else EMPTY for row in rows)]


def _recall_lines(one: Recall) -> Lines:
    lines = [["found with the right", "articles", "listed", "share"]]
    for row in one.rows:
        lines.append([", ".join(row.fields) or "(at all)", str(row.articles), str(row.share.n), _share(row.share)])
    return lines


def _share(share: Share) -> str:
    return f"{share.share:.2f} ({share.low:.2f} to {share.high:.2f})"


def _text(title: str, lines: Lines) -> str:
    widths = [max(len(line[place]) for line in lines) for place in range(len(lines[0]))]
    shown = ["  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip() for line in lines]
    return "\n".join((title, *shown))


def _markdown(title: str, lines: Lines) -> str:
    rule = ["---", *["---:"] * (len(lines[0]) - 1)]
    return "\n".join((f"### {title}", "", *("| " + " | ".join(line) + " |" for line in (lines[0], rule, *lines[1:]))))
