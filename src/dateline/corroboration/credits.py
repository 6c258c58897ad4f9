"""Agency credits: the dateline, byline or last line by which an article says that its text is another outlet's."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from dateline.corroboration.outlet_names import outlet_name, same_outlet
from dateline.knowledge.credit_phrases import agency_names, credit_phrases
from dateline.knowledge.outlets import outlet_by_name
from dateline.records import Article

FIRST_LINES, LAST_LINES = 5, 6
"""Lines after the headline, and before the end, in which a credit stands."""
BYLINE_NAMES = 3
"""A byline of more names lists everybody who works there."""


@dataclass(frozen=True, slots=True)
class Credits:
    """`whole` is the outlet whose text this is, never the own one, `part` those that gave some of it; `words` is the credit."""

    whole: str | None = None
    part: tuple[str, ...] = ()
    words: str = ""


@lru_cache(maxsize=320)
def credits_of(article: Article) -> Credits:
    """What an article's own lines, those left out of its text among them, and its byline say of where its text is from."""
    body = article.text[article.headline.end :] if article.headline else article.text
    left_out = [left.text.strip() for left in article.left_out]
    return credits_in(body, article.byline, outlet_name(article), left_out)


def credits_in(body: str, byline: str | None, own: str, left_out: Sequence[str] = ()) -> Credits:
    """The same of a text without its headline; `own` is the name of its outlet, `left_out` are lines beside the text."""
    first, last = _edges(body, left_out)
    whole = next(((name, words) for name, words in _whole(byline, first, last) if not same_outlet(name, own)), None)
    part = tuple(dict.fromkeys(name for name in _part((*first, *last)) if not same_outlet(name, own)))
    return Credits(whole[0] if whole else None, part, whole[1] if whole else "")


def _whole(byline: str | None, first: Sequence[str], last: Sequence[str]) -> Iterator[tuple[str, str]]:
    if byline and (agency := _agency_in_byline(byline)):
        yield agency, byline
    # A dateline of the outlet's own agency, or a byline of its own staff, ends the search: what follows is told there.
    for line in first:
        if (found := _found(line, "dateline")) is not None:
            yield found, line
            return
    for line in (*first, *last):
        place = "beginning" if line in first else "end"
        if not _is_part(line) and (found := _found(line, place, "line")) is not None:
            yield found, line


def _agency_in_byline(byline: str) -> str | None:
    """The agency that is the whole byline, or its last part after a comma: "Kim Tong-hyung, Associated Press"."""
    if byline.count(",") >= BYLINE_NAMES:
        return None
    for part in (byline, byline.rsplit(",", 1)[-1], byline.rsplit("|", 1)[-1]):
        if name := _agency(re.sub(r"(?i)^by ", "", part.strip())):
            return name
    return None


def _edges(body: str, left_out: Sequence[str]) -> tuple[list[str], list[str]]:
    lines = [line.strip() for line in body.split("\n") if line.strip()]
    return lines[:FIRST_LINES], [*lines[FIRST_LINES:][-LAST_LINES:], *left_out]


def _found(line: str, *places: str) -> str | None:
    for phrase in credit_phrases():
        if phrase.extent != "whole" or phrase.place not in places:
            continue
        if match := phrase.find(line):
            name = match["outlet"].strip()
            known = _any_outlet(name) if phrase.place == "dateline" else _agency(name)
            if known:
                return known
    return None


def _any_outlet(name: str) -> str | None:
    return name if outlet_by_name(name) else None


@cache
def _agency(name: str) -> str | None:
    known = outlet_by_name(name.strip(" .")) if name else None
    return name.strip(" .") if known and known.kind == "agency" else None


def _part(lines: Iterable[str]) -> Iterator[str]:
    for line in lines:
        if _is_part(line):
            yield from agency_names().findall(line)


def _is_part(line: str) -> bool:
    return any(phrase.extent == "part" and phrase.find(line) for phrase in credit_phrases())
