"""What somebody types into a search box, as words, phrases and filters. Nothing that can be typed is an error."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, TypeVar

from dateline.archive.search_terms import folded_words

LONGEST = 1000
"""Characters of a query that are read."""
MOST_WORDS = 24
_PART = re.compile(r"""(?P<minus>-?)(?:(?P<key>outlet|speaker|act|since|until):)?(?:"(?P<quoted>[^"]*)"|(?P<plain>\S+))""", re.I)
Kind = TypeVar("Kind", "SearchQuery", "SearchFilters")
_QUOTES = str.maketrans("“”„«»", '"""""')
_DAY = re.compile(r"(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?")


@dataclass(frozen=True, slots=True)
class SearchFilters:
    """Narrow a search. The days take in both bounds; what has no date passes only where neither is given.

    `outlet` is a name or, where no outlet has it, a part of names. `speaker` is the id of an actor or of one that it is one with,
    or words of a name. `act` is that of a statement. An article passes `speaker` and `act` by a statement in it that passes both.
    """

    outlet: str | None = None
    speaker: str | None = None
    act: str | None = None
    since: date | None = None
    until: date | None = None

    @property
    def narrow(self) -> bool:
        """Whether any is set."""
        return self != SearchFilters()

    def under(self, others: SearchFilters) -> SearchFilters:
        """These filters where the others leave something open."""
        return SearchFilters(*(getattr(others, name) or getattr(self, name) for name in self.__slots__))


@dataclass(frozen=True, slots=True)
class SearchQuery:
    """Folded words and phrases that must stand in a document, others that must not, and the filters that were typed."""

    words: tuple[str, ...] = ()
    phrases: tuple[tuple[str, ...], ...] = ()
    without: tuple[str, ...] = ()
    without_phrases: tuple[tuple[str, ...], ...] = ()
    filters: SearchFilters = SearchFilters()

    @property
    def required(self) -> tuple[str, ...]:
        """The words that must stand, those of phrases among them."""
        return tuple(dict.fromkeys((*self.words, *(word for phrase in self.phrases for word in phrase))))


def parse_query(typed: str) -> SearchQuery:
    """Words, "phrases", -words and -"phrases" that must not stand, outlet: speaker: act: since: until: with a word or "words".

    A word that holds several, such as Jae-in, is a phrase. A day is 2017, 2017-04 or 2017-04-13; what follows since: or until:
    and is none, and a filter without words, are searched as words. What is beyond 1,000 characters or 24 words is not read.
    """
    clean = typed[:LONGEST].encode("utf-8", "replace").decode().translate(_QUOTES)
    query = SearchQuery()
    for found in _PART.finditer(clean):
        query = _with(query, found)
    return _cut(query)


def _with(query: SearchQuery, found: re.Match[str]) -> SearchQuery:
    value = found["quoted"] if found["quoted"] is not None else found["plain"]
    key = (found["key"] or "").lower()
    if key and not found["minus"] and (filters := _filtered(query.filters, key, value)):
        return replace(query, filters=filters)
    told = tuple(folded_words(f"{key} {value}"))
    if len(told) > 1 and not key:
        name = "without_phrases" if found["minus"] else "phrases"
        return _changed(query, name, (*getattr(query, name), told))
    name = "without" if found["minus"] else "words"
    return _changed(query, name, (*getattr(query, name), *told))


def _filtered(filters: SearchFilters, key: str, value: str) -> SearchFilters | None:
    if key in ("since", "until"):
        day = day_of(value, last=key == "until")
        return _changed(filters, key, day) if day else None
    words = " ".join(value.split()).strip('"')
    return _changed(filters, key, words) if folded_words(words) else None


def _changed(one: Kind, field: str, value: object) -> Kind:
    change: dict[str, Any] = {field: value}
    return replace(one, **change)


def day_of(words: str, *, last: bool = False) -> date | None:
    """The first day, or the last one, of a year, a month or a day written with digits; None where it is none."""
    found = _DAY.fullmatch(words.strip())
    if not found:
        return None
    year, month, day = (int(part) if part else None for part in found.groups())
    try:
        month = month or (12 if last else 1)
        return date(year or 0, month, day or (calendar.monthrange(year or 1, month)[1] if last else 1))
    except ValueError:
        return None


def _cut(query: SearchQuery) -> SearchQuery:
    phrases, without_phrases = (
        tuple(phrase[:MOST_WORDS] for phrase in found[:MOST_WORDS]) for found in (query.phrases, query.without_phrases)
    )
    words, without = (_distinct(found) for found in (query.words, query.without))
    return replace(query, words=words, phrases=_within(phrases), without=without, without_phrases=without_phrases)


def _distinct(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(words))[:MOST_WORDS]


def _within(phrases: Iterable[tuple[str, ...]]) -> tuple[tuple[str, ...], ...]:
    """As many phrases as have no more than the most words together."""
    return tuple(_taken(phrases))


def _taken(phrases: Iterable[tuple[str, ...]]) -> Iterator[tuple[str, ...]]:
    total = 0
    for phrase in dict.fromkeys(phrases):
        total += len(phrase)
        if total > MOST_WORDS:
            return
        yield phrase
