"""Which claims a correction takes back: those of the corrected article, and those that other outlets have from it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from dateline.corroboration.contradictions.corrections import ALIKE, Correction
from dateline.corroboration.contradictions.numbers import Counted, same_number
from dateline.corroboration.outlet_names import outlet_key, outlet_name
from dateline.corroboration.sentence import sentence_around
from dateline.corroboration.stems import stems
from dateline.records import Event, Reading


def numbers_taken_back(
    counted: Sequence[Counted], corrections: Iterable[Correction], readings: Mapping[str, Reading]
) -> dict[Counted, str]:
    """For each number that no longer counts, by what it was corrected."""
    found: dict[Counted, str] = {}
    for correction in corrections:
        outlet = _outlet(correction, readings)
        for wrong in (c for c in counted if outlet == outlet_key(c.claim.outlet) and _is_wrong(c, correction, counted)):
            found.setdefault(wrong, _words(correction, readings))
    return found


def _is_wrong(counted: Counted, correction: Correction, others: Iterable[Counted]) -> bool:
    """Whether it is the number that the correction names, or the corrected article's where the correcting one has another."""
    if counted.claim.article == correction.article:
        return False
    if counted.words and counted.words in correction.wrong.casefold().split():
        return True
    same = [c for c in others if c.quantity.what == counted.quantity.what]
    now = [c for c in same if c.claim.article == correction.article]
    before = [c for c in same if c.claim.article == correction.corrects]
    return bool(now) and any(same_number(counted, c) for c in before) and not any(same_number(counted, c) for c in now)


def event_taken_back(
    reading: Reading, event: Event, corrections: Iterable[Correction], readings: Mapping[str, Reading]
) -> str | None:
    """By what the telling of an event was taken back as a whole, if it was: most words of what is taken back tell it."""
    for correction in corrections:
        words = frozenset(stems(correction.wrong))
        if len(words) < 2 or reading.article.id == correction.article or _outlet(correction, readings) != _key(reading):
            continue
        sentence = frozenset(stems(reading.article.text[slice(*sentence_around(reading.article.text, event.trigger))]))
        if len(words & sentence) >= ALIKE * len(words) and not any(c.isdigit() for c in correction.wrong):
            return _words(correction, readings)
    return None


def _outlet(correction: Correction, readings: Mapping[str, Reading]) -> str:
    return _key(readings[correction.article])


def _key(reading: Reading) -> str:
    return outlet_key(outlet_name(reading.article))


def _words(correction: Correction, readings: Mapping[str, Reading]) -> str:
    article = readings[correction.article].article
    day = f" on {article.published.start.isoformat()}" if article.published else ""
    instead = f" to “{correction.right}”" if correction.right else ""
    return f"corrected by {outlet_name(article)}{day}{instead}"
