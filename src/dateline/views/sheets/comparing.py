"""A blind coder's values compared with the program's: right or wrong by the same rules for every row.

Names are the same where they are equal, or all words of the one stand in the other, or in one of its other names. Dates are the
same where both bounds are. Copied words are the same where most of them are.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet

from dateline.analysis.sampling.population import What
from dateline.analysis.validity.precision import RIGHT, WRONG
from dateline.views.sheets.layout import NONE, field_names

WORD = re.compile(r"\w+")
SMALL = frozenset({"the", "a", "an", "of", "and"})
PARTIAL_DATE = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")
SHARED = {"cue": 0.5, "content": 0.8}
"""How much of copied words must be the same: Dice's coefficient over their words."""

Names = tuple[frozenset[str], ...]
"""For each party all its names."""


def compare(what: What, values: Mapping[str, str], machine: Mapping[str, str], names: Mapping[str, Names]) -> dict[str, str]:
    """The judgement of each field; `names` gives the parties of the fields that name any."""
    first = field_names(what)[0]
    if values.get(first) == NONE:
        return {first: WRONG}
    return {
        field: RIGHT if _same(field, values.get(field, ""), machine.get(field, ""), names.get(field, ())) else WRONG
        for field in field_names(what)
    }


def _same(field: str, given: str, read: str, parties: Names) -> bool:
    if field in ("source", "target", "addressee"):
        return same_parties(given, parties)
    if field == "date":
        return bounds(given) == bounds(read)
    if field == "place":
        return same_name(given, read) if given and read else given == read
    if field in SHARED:
        return shared(given, read) >= SHARED[field]
    return given.casefold() == read.casefold()


def alike(field: str, text: str) -> str:
    """A coder's value written as another coder's who means the same, as far as that shows: small letters, names in order."""
    if field == "date":
        return str(bounds(text))
    return "; ".join(sorted(" ".join(_listed(part)) for part in text.split(";")))


def same_parties(given: str, parties: Names) -> bool:
    """Whether the names in a cell are these parties, each once and no other."""
    left = list(parties)
    for name in (part.strip() for part in given.split(";") if part.strip()):
        found = next((party for party in left if any(same_name(name, other) for other in party)), None)
        if found is None:
            return False
        left.remove(found)
    return not left


def same_name(one: str, other: str) -> bool:
    """Whether all words of the one stand in the other."""
    a, b = _words(one) - SMALL, _words(other) - SMALL
    return bool(a and b) and (a <= b or b <= a)


def shared(one: str, other: str) -> float:
    """Dice's coefficient over the words of both; 1 where neither has any."""
    a, b = _listed(one), _listed(other)
    if not a and not b:
        return 1.0
    common = sum(min(a.count(word), b.count(word)) for word in set(a))
    return 2 * common / (len(a) + len(b))


def bounds(text: str) -> tuple[str, str] | str:
    """First and last day of a date such as 2018-05 or 2018-05-01/2018-05-31; the text itself where it is no date."""
    start, slash, end = text.strip().partition("/")
    first, last = _outer(start), _outer(end if slash else start)
    return (first[0], last[1]) if first and last else text.strip()


def _outer(text: str) -> tuple[str, str] | None:
    text = text.strip()
    if text in ("", ".."):
        return ("..", "..") if text else None
    match = PARTIAL_DATE.fullmatch(text)
    if match is None:
        return None
    year, month, day = match.groups()
    if day:
        return text, text
    if not month:
        return f"{year}-01-01", f"{year}-12-31"
    if not 1 <= int(month) <= 12 or year == "0000":
        return None
    return f"{text}-01", f"{text}-{monthrange(int(year), int(month))[1]:02}"


def _listed(text: str) -> Sequence[str]:
    return WORD.findall(text.casefold())


def _words(text: str) -> AbstractSet[str]:
    return set(_listed(text))
