"""The stretch of a text that shows best why it was found, and the words that were asked for in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dateline.archive.search_query import SearchQuery
from dateline.archive.search_terms import Word, WordFinder, are_neighbours, term_of
from dateline.records import Span

LENGTH = 240
"""Code points of a snippet, about."""
BEFORE = 60
"""Code points that stand at most before the first mark."""
LONGEST_WORD = 30
"""Code points by which a snippet may be shorter so as not to cut a word."""


@dataclass(frozen=True, slots=True)
class Snippet:
    """`text` stands in the searched text from `start` to `end`; `marks` are offsets in the searched text too."""

    start: int
    end: int
    text: str
    marks: tuple[Span, ...]


class Marker:
    """Marks what a query asks for; one for all texts of a page of hits."""

    def __init__(self, query: SearchQuery) -> None:
        self._terms = frozenset(map(term_of, query.words))
        self._phrases = query.phrases
        self._finder = WordFinder(query.required)

    def snippet(self, text: str) -> Snippet:
        """The stretch with most of the words asked for, different ones first; the beginning where none stands in the text."""
        found = self._marked(text)
        first, last = _densest(found)
        start, end = _bounds(text, found[first].start, found[last - 1].end) if found else _bounds(text, 0, 0)
        marks = tuple(Span(one.start, one.end) for one in found if start <= one.start and one.end <= end)
        return Snippet(start, end, text[start:end], marks)

    def marks(self, text: str) -> tuple[Span, ...]:
        """All words that the query asks for, in order; the words of a phrase where they stand as that phrase."""
        return tuple(Span(one.start, one.end) for one in self._marked(text))

    def _marked(self, text: str) -> list[Word]:
        found = self._finder.find(text)
        if not self._phrases:
            return found
        runs = list(_runs(text, found))
        places = {place for place, one in enumerate(found) if term_of(one.folded) in self._terms}
        for phrase in self._phrases:
            places.update(place for run in runs for place in _places(found, run, phrase))
        return [found[place] for place in sorted(places)]


def _runs(text: str, found: Sequence[Word]) -> Iterator[range]:
    """The places of words between which no others stand."""
    start = 0
    for place in range(1, len(found) + 1):
        if place == len(found) or not are_neighbours(text, found[place - 1], found[place]):
            yield range(start, place)
            start = place


def _places(found: Sequence[Word], run: range, phrase: Sequence[str]) -> Iterator[int]:
    folded = tuple(found[place].folded for place in run)
    for start in range(len(folded) - len(phrase) + 1):
        if folded[start : start + len(phrase)] == tuple(phrase):
            yield from run[start : start + len(phrase)]


def _densest(found: Sequence[Word]) -> tuple[int, int]:
    """First and last place, end exclusive, of the words that fit into a snippet and are most different, then most."""
    best, chosen, last, inside = (0, 0), (0, 1), 0, Counter[int]()
    for first, one in enumerate(found):
        while last < len(found) and (found[last].end - one.start <= LENGTH - BEFORE or last == first):
            inside[term_of(found[last].folded)] += 1
            last += 1
        if (score := (len(inside), last - first)) > best:
            best, chosen = score, (first, last)
        inside[term_of(one.folded)] -= 1
        if not inside[term_of(one.folded)]:
            del inside[term_of(one.folded)]
    return chosen


def _bounds(text: str, first: int, last: int) -> tuple[int, int]:
    """A stretch around these offsets that begins and ends between words, as far as words are words."""
    start = max(first - BEFORE, 0)
    while 0 < start < first and not text[start - 1].isspace():
        start += 1
    while start < first and text[start].isspace():
        start += 1
    end = min(max(start + LENGTH, last), len(text))
    whole = max(last, end - LONGEST_WORD)
    cut = end
    while whole < cut < len(text) and not text[cut].isspace():
        cut -= 1
    end = cut if cut > whole else end
    while end > last and text[end - 1].isspace():
        end -= 1
    return start, max(end, start)
