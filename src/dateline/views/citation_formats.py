"""A citation as text, as BibTeX and as JSON."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import asdict
from urllib.parse import quote

from dateline.views.citation import Cited
from dateline.views.wording import day_words

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
# BibTeX counts braces before it looks at backslashes, so an escaped brace would still be one.
SPECIAL = {
    "\\": r"\textbackslash{}", "{": r"\textbraceleft{}", "}": r"\textbraceright{}", "$": r"\$", "&": r"\&", "#": r"\#",
    "%": r"\%", "_": r"\_", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
}  # fmt: skip
IN_ADDRESSES = "%/:=&?~#+!$,;'@()*[]"
_BY = re.compile(r"^\s*by\s+", re.IGNORECASE)
_BLANK = re.compile(r"[\s\x00-\x1f\x7f]+")


def citation_text(one: Cited) -> str:
    """A few lines for people."""
    return "\n".join(_lines(one)) + "\n"


def citation_json(one: Cited) -> str:
    """One object, days as ISO days."""
    return json.dumps(asdict(one), ensure_ascii=False, default=str) + "\n"


def citation_bibtex(one: Cited) -> str:
    """One entry whose key is the id of the record; whatever stands in the article, it stays one entry."""
    fields = "".join(f"  {name} = {value},\n" for name, value in _fields(one))
    return f"@article{{{one.id},\n{fields}}}\n"


def _lines(one: Cited) -> Iterator[str]:
    head = (one.outlet, day_words(one.published) if one.published else "undated")
    title = f": {_line(one.title)}" if one.title else ""
    yield ", ".join(head) + title + (f" ({_line(one.byline)})" if one.byline else "")
    yield f"    “{_line(one.words)}”"
    yield f"    {one.what}"
    for note in one.notes:
        yield f"    {note}"
    yield f"    {one.url or one.source}"
    status = "" if one.status == "current" else f", {one.status}"
    yield f"    {one.kind} {one.id}{status}, article {one.article}" + (f", read by dateline {one.version}" if one.version else "")


def _fields(one: Cited) -> Iterator[tuple[str, str]]:
    if one.byline and (author := _BY.sub("", one.byline).strip()):
        # In braces of its own it is one name: a byline may hold commas that part no first name from a last.
        yield "author", f"{{{{{_escaped(author)}}}}}"
    yield "title", f"{{{{{_escaped(one.title or one.words[:80])}}}}}"
    yield "journal", f"{{{_escaped(one.outlet)}}}"
    if one.published:
        yield "year", f"{{{one.published.year}}}"
        yield "month", MONTHS[one.published.month - 1]
        yield "date", f"{{{one.published.isoformat()}}}"
    if one.url:
        yield "url", f"{{{quote(_BLANK.sub('', one.url), safe=IN_ADDRESSES)}}}"
    notes = f"; {_escaped('; '.join(one.notes))}" if one.notes else ""
    yield "note", f"{{``{_escaped(one.words)}'' ({_escaped(one.what)}; {one.kind} {_escaped(one.id)}{notes})}}"


def _escaped(text: str) -> str:
    return "".join(SPECIAL.get(sign, sign) for sign in _line(text))


def _line(text: str) -> str:
    return _BLANK.sub(" ", text).strip()
