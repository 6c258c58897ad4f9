"""Choose for each proper name the place it means in this article, or none.

Among namesakes the state comes first, then what the words after the name say ("Paris, Texas"), then a country that the article
is about, then the number of people. A small city of a country that the article is not about is dropped: a wrong place is worse
than none.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from dateline.places.candidates import Candidate, PlacePrecision, candidates
from dateline.records import Place, Span

FOREIGN_CITY_FROM = 100_000
"""People that a city outside the countries in focus needs to be meant."""
LEADING = re.compile(
    r"(?:the\s+)?(?:(?:(?:far|mid)[\s-]+)?(?:(?:north|south)(?:[\s-]?(?:east|west))?ern|(?:east|west)ern"
    r"|central|greater|upper|lower|occupied|rural|downtown|mainland)\s+)+",
    re.IGNORECASE,
)
TRAILING = re.compile(
    r"\s+(?:state|province|region|governorate|district|oblast|prefecture|county|city|republic|territory|valley|area|border|airport)$",
    re.IGNORECASE,
)
POSSESSIVE = re.compile(r"['’]s?$")
ARTICLE = re.compile(r"^the\s+", re.IGNORECASE)
AFTER_COMMA = re.compile(r",\s+((?:[A-Z][\w.'’-]*)(?:\s+[A-Z][\w.'’-]*){0,2})")


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A name in the text and the place that it means; `precision` says how much of the map that is."""

    span: Span
    place: Place
    precision: PlacePrecision


def find_places(document_text: str, candidates: Sequence[Span], countries_in_focus: Sequence[str]) -> tuple[PlaceMention, ...]:
    """The places among the proper names at these spans, in the order of the text; names that are no place are left out.

    `countries_in_focus` are the alpha-3 codes of the states that the article is about. Persons must be left out by the caller:
    many towns bear a surname.
    """
    focus = frozenset(countries_in_focus)
    found = (_mention(document_text, span, focus) for span in sorted(set(candidates)))
    return tuple(mention for mention in found if mention)


def _mention(text: str, span: Span, focus: Collection[str]) -> PlaceMention | None:
    after = AFTER_COMMA.match(text, span.end)
    for name, is_part in _readings(text[span.start : span.end]):
        chosen = _choose(candidates(name), after[1] if after else "", focus)
        if chosen:
            return PlaceMention(span, chosen.place, "region" if is_part and chosen.precision == "country" else chosen.precision)
    return None


def _readings(name: str) -> tuple[tuple[str, bool], ...]:
    """The name as it stands, without possessive, then without `western` or `province`; True where it names a part only."""
    whole = POSSESSIVE.sub("", " ".join(name.split()))
    short = TRAILING.sub("", LEADING.sub("", whole))
    readings = [(whole, False), (ARTICLE.sub("", whole), False)]
    if short and short != whole and short[0].isupper():
        readings.append((short, bool(LEADING.match(whole))))
    return tuple(dict.fromkeys(readings))


def _choose(found: Sequence[Candidate], after: str, focus: Collection[str]) -> Candidate | None:
    fitting = _named_after(found, after) or [c for c in found if _is_likely(c, focus)]
    states = [c for c in fitting if c.precision == "country"]
    if len(states) > 1:
        return _only([c for c in states if c.place.country in focus])
    rivals = [c for c in fitting if c.precision == "region" and _rivals_state(c, states, focus)]
    if states and not rivals:
        return states[0]
    return max(rivals or fitting, key=lambda c: (c.place.country in focus, not c.people, c.people), default=None)


def _rivals_state(region: Candidate, states: Sequence[Candidate], focus: Collection[str]) -> bool:
    """A part of the state that bears the name too (Gaza), or a region of a state in focus where the namesake is not (Georgia)."""
    whole = states[0].place.country if states else None
    return region.place.country == whole or (region.place.country in focus and whole not in focus)


def _only(found: Sequence[Candidate]) -> Candidate | None:
    return found[0] if len(found) == 1 else None


def _is_likely(candidate: Candidate, focus: Collection[str]) -> bool:
    is_large = candidate.people == 0 or candidate.people >= FOREIGN_CITY_FROM
    return candidate.place.country in focus or is_large or candidate.precision != "city"


def _named_after(found: Sequence[Candidate], after: str) -> list[Candidate]:
    """Those that lie in the state or region named after the comma ("Springfield, Illinois"), the nearest only."""
    wholes = [c for c in candidates(POSSESSIVE.sub("", after)) if c.precision in ("country", "region")] if after else []
    inside = [(c, w) for c in found for w in wholes if c.precision == "city" and c.place.country == w.place.country]
    if not inside:
        return []
    regions = [pair for pair in inside if pair[1].precision == "region"]
    if regions:
        return [min(regions, key=lambda pair: _distance(pair[0].place, pair[1].place))[0]]
    return [c for c, _ in inside]


def _distance(one: Place, other: Place) -> float:
    """A rank only: degrees, squared, without regard to the shape of the earth."""
    if None in (one.latitude, one.longitude, other.latitude, other.longitude):
        return float("inf")
    return ((one.latitude or 0) - (other.latitude or 0)) ** 2 + ((one.longitude or 0) - (other.longitude or 0)) ** 2
