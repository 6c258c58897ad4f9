"""Forwarded messages: whose words they are, and what those who forwarded them wrote above."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from email.utils import getaddresses

from dateline.sources.lines import Line, Lines

_MARK = re.compile(
    r"[-_\s]{2,}(?:(?:forwarded|original) message|(?:weitergeleitete|ursprüngliche) nachricht|message transféré)\s*[-_]*"
    r"|begin forwarded message:?|anfang der weitergeleiteten nachricht:?",
    re.IGNORECASE,
)
_FIELD = re.compile(
    r"\*?(?P<name>From|Von|De|Date|Sent|Datum|Gesendet|Subject|Betreff|To|An|Cc)\s*:\*?\s*(?P<value>.*)", re.IGNORECASE
)
_MEANS = {"von": "from", "de": "from", "sent": "date", "datum": "date", "gesendet": "date", "betreff": "subject"}
_QUOTE = re.compile(r"^(?:>\s?)+")
_PREFIX = re.compile(r"^(?:(?:re|fwd?|wg|aw)\s*:\s*)+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Letter:
    """A message as it matters here; `above` are lines of those who forwarded it."""

    subject: str | None
    sender: str | None
    date: str | None
    to_list: bool
    lines: list[Line] = field(default_factory=list)
    above: list[Line] = field(default_factory=list)


def innermost(outer: Letter, lines: Lines) -> Letter:
    """The message that was forwarded first, where one was forwarded, else the outer one with all lines."""
    every = [_unquoted(line) for line in lines.all]
    letter = replace(outer, lines=list(lines.all))
    for place in range(len(every)):
        start = place + 1 if _MARK.fullmatch(every[place].text) else place
        fields = _fields(every, start)
        if fields and (start > place or {"from", "date", "subject"} <= fields.keys()):
            letter = _inner(letter, fields, every[start + len(fields) :], every[:place])
    return letter


def _unquoted(line: Line) -> Line:
    text = _QUOTE.sub("", line.text)
    return replace(line, text=text) if text else line


def _fields(lines: Sequence[Line], start: int) -> dict[str, str]:
    """The headers that a forwarded message repeats above its text."""
    found: dict[str, str] = {}
    for line in lines[start : start + 8]:
        match = _FIELD.fullmatch(line.text)
        name = _MEANS.get(match["name"].lower(), match["name"].lower()) if match else ""
        if match is None or name in found:
            break
        found[name] = match["value"].strip()
    return found if "from" in found else {}


def _inner(outer: Letter, fields: dict[str, str], below: Sequence[Line], above: Sequence[Line]) -> Letter:
    names = getaddresses([fields["from"]])
    sender = (names[0][0] if names else "") or fields["from"].partition("<")[0]
    subject = _PREFIX.sub("", fields.get("subject", "")) or outer.subject
    # Who forwards a text rarely forwards a private letter to this archive; its sender is who published it.
    return Letter(subject, sender.strip(" \"'") or None, fields.get("date"), True, list(below), list(above))
