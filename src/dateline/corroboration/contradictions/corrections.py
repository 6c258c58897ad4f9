"""Corrections: what an article says that it takes back, and which article of its outlet that was."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from dateline.corroboration.outlet_names import outlet_name, same_outlet
from dateline.corroboration.stems import stems
from dateline.knowledge.correction_phrases import correction_phrases
from dateline.records import Article, Event, Quantity, Reading, Span

WITHIN = timedelta(days=14)
"""An article is corrected within this time, or by a text of its own."""
ALIKE = 0.6
"""Share of the words taken back that the corrected article must hold."""
_PARAGRAPH = re.compile(r"[^\n]+")


@dataclass(frozen=True, slots=True)
class Correction:
    """`article` takes back `wrong` and says `right` instead, as far as either is told; `note` is the stretch that says so.

    `corrects` is the article that was wrong, where it is at hand: an earlier one of the same outlet.
    """

    article: str
    corrects: str | None
    wrong: str
    right: str
    note: Span
    reason: str


def corrections_in(readings: Mapping[str, Reading], copies: Mapping[str, str]) -> tuple[Correction, ...]:
    """All corrections that these articles make; `copies` gives for each copy the first article of its chain of copies."""
    articles = [reading.article for reading in readings.values()]
    said = [found for article in articles for found in _said(article, articles, copies)]
    noted = {(found.article, found.corrects) for found in said}
    silent = (
        found
        for pair in _later_versions(readings, copies)
        for found in _changed_numbers(*pair)
        if (found.article, found.corrects) not in noted
    )
    return (*said, *silent)


def _said(article: Article, articles: Sequence[Article], copies: Mapping[str, str]) -> Iterator[Correction]:
    """One correction for each paragraph that makes one; a headline that only announces it has none beside a note."""
    text = article.text.casefold()
    phrases = [phrase for phrase in correction_phrases() if phrase.announced_in(text)]
    for paragraph in _PARAGRAPH.finditer(article.text) if phrases else ():
        found = next((m for phrase in phrases if (m := phrase.find(paragraph.group()))), None)
        if found is None:
            continue
        groups = {name: (words or "").strip(" ,;:)") for name, words in found.groupdict().items()}
        wrong, right = groups.get("wrong", ""), groups.get("right", "")
        corrected = _corrected(article, wrong, articles, copies)
        yield Correction(article.id, corrected, wrong, right, Span(*paragraph.span()), "the article says that it corrects")


def _corrected(article: Article, wrong: str, articles: Iterable[Article], copies: Mapping[str, str]) -> str | None:
    """The earlier article of the outlet that is the same text, else the one that holds most of the words taken back."""
    earlier = [other for other in articles if _can_correct(article, other)]
    root = copies.get(article.id, article.id)
    same = [other for other in earlier if copies.get(other.id, other.id) == root]
    if same:
        return max(same, key=_day).id
    words = frozenset(stems(wrong))
    shares = {other.id: len(words & frozenset(stems(other.text))) for other in earlier} if words else {}
    best = max(shares, key=lambda key: shares[key], default=None)
    return best if best is not None and shares[best] >= ALIKE * len(words) and shares[best] > 1 else None


def _can_correct(article: Article, other: Article) -> bool:
    if article.id == other.id or not same_outlet(outlet_name(article), outlet_name(other)):
        return False
    if article.published is None or other.published is None:
        return False
    return timedelta(0) <= article.published.start - other.published.start <= WITHIN


def _day(article: Article) -> str:
    return article.published.start.isoformat() if article.published else ""


def _later_versions(readings: Mapping[str, Reading], copies: Mapping[str, str]) -> Iterator[tuple[Reading, Reading]]:
    """Earlier and later text of one outlet, of which one is a copy of the other."""
    for copy, original in copies.items():
        one, other = readings.get(original), readings.get(copy)
        if one is None or other is None or not same_outlet(outlet_name(one.article), outlet_name(other.article)):
            continue
        first, second = sorted((one, other), key=lambda reading: _day(reading.article))
        if _day(first.article) < _day(second.article):
            yield first, second


def _changed_numbers(first: Reading, second: Reading) -> Iterator[Correction]:
    """The same event, told in the same words with another number."""
    for event in first.events:
        for other in second.events:
            if _same_words(first, event, second, other):
                yield from _changed(first, event, second, other)


def _same_words(first: Reading, event: Event, second: Reading, other: Event) -> bool:
    words = first.article.text[slice(*event.trigger)], second.article.text[slice(*other.trigger)]
    return event.type == other.type and words[0].casefold() == words[1].casefold()


def _changed(first: Reading, event: Event, second: Reading, other: Event) -> Iterator[Correction]:
    for one in event.quantities:
        for two in other.quantities:
            if one.what == two.what and (one.low, one.high) != (two.low, two.high):
                reason = "a later version of the same text has another number"
                wrong, right = number_words(first, one), number_words(second, two)
                yield Correction(second.article.id, first.article.id, wrong, right, two.span, reason)


def number_words(reading: Reading, quantity: Quantity) -> str:
    """The number with what it counts, as the article has it: "14 people"."""
    words = reading.article.text[slice(*quantity.span)]
    unit = quantity.unit or ""
    return words if not unit or unit.casefold() in words.casefold() else f"{words} {unit}"
