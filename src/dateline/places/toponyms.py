"""Choose for each proper name the place it means in this article, or none.

Among namesakes the state comes first, then what the words after the name say ("Paris, Texas"), then the more prominent place,
where the article's own countries add to prominence. A small city of a country that the article is not about is dropped: a wrong
place is worse than none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from dateline.knowledge.us_states import us_state_abbreviations
from dateline.places.candidates import Candidate, PlacePrecision, candidates
from dateline.places.prior import Prior
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


def resolve(text: str, names: Iterable[Span], prior: Prior) -> tuple[PlaceMention, ...]:
    """The places among the proper names at these spans, in the order of the text; of names within names the longest.

    Names that are no place are left out. Names with one meaning are read first, and tell the others where the article is.
    """
    spans = sorted(set(names))
    prior.tell(_plain(text, spans))
    found = (_mention(text, span, prior) for span in spans)
    return tuple(_outermost([mention for mention in found if mention]))


def _plain(text: str, spans: Iterable[Span]) -> Iterator[tuple[int, str]]:
    """Where a city, site or region stands that has a name of its own; states are told by whoever knows the actors."""
    for span in spans:
        name = next((n for n, _ in _readings(text[span.start : span.end]) if candidates(n)), "")
        found = [c for c in candidates(name) if c.people == 0 or c.people >= FOREIGN_CITY_FROM or c.is_capital]
        countries = {c.place.country for c in found}
        if len(countries) == 1 and (country := countries.pop()) is not None and found[0].precision != "country":
            yield span.start, country


def _outermost(mentions: Sequence[PlaceMention]) -> list[PlaceMention]:
    kept: list[PlaceMention] = []
    for mention in sorted(mentions, key=lambda m: (-m.span.length, m.span)):
        if not any(mention.span.overlaps(other.span) for other in kept):
            kept.append(mention)
    return sorted(kept, key=lambda m: m.span)


def _mention(text: str, span: Span, prior: Prior) -> PlaceMention | None:
    after = AFTER_COMMA.match(text, span.end)
    for name, is_part in _readings(text[span.start : span.end]):
        chosen = _choose(candidates(name), after[1] if after else "", prior, span.start)
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


def _choose(found: Sequence[Candidate], after: str, prior: Prior, offset: int) -> Candidate | None:
    fitting = _named_after(found, after) or [c for c in found if _is_likely(c, prior, offset)]
    states = [c for c in fitting if c.precision == "country"]
    if len(states) > 1:
        return _told(states, prior, offset)
    rivals = [c for c in fitting if c.precision == "region" and _rivals_state(c, states, prior)]
    if states and not rivals:
        return states[0]
    return _likeliest(rivals or fitting, prior, offset)


def _told(states: Sequence[Candidate], prior: Prior, offset: int) -> Candidate | None:
    """The one of these that the sentence names too, else the only one that the article is about."""
    near = [c for c in states if prior.is_near(c.place.country, offset)]
    return _only(near) if near else _only([c for c in states if prior.told[c.place.country or ""]])


def _likeliest(found: Sequence[Candidate], prior: Prior, offset: int) -> Candidate | None:
    """The most prominent; none where two regions of different states share the name and the article tells of neither."""

    def weight(candidate: Candidate) -> float:
        gain = prior.gain(candidate.place.country, offset, is_capital=candidate.is_capital)
        return candidate.prominence + gain

    best = sorted(found, key=weight, reverse=True)
    tie = len(best) > 1 and weight(best[0]) == weight(best[1]) and best[0].place.country != best[1].place.country
    return best[0] if best and not tie else None


def _rivals_state(region: Candidate, states: Sequence[Candidate], prior: Prior) -> bool:
    """A part of the state that bears the name too (Gaza), or a region of the state that the article is about (Georgia)."""
    whole = states[0].place.country if states else None
    return region.place.country == whole or (not prior.told[whole or ""] and prior.is_mostly(region.place.country))


def _only(found: Sequence[Candidate]) -> Candidate | None:
    return found[0] if len(found) == 1 else None


def _is_likely(candidate: Candidate, prior: Prior, offset: int) -> bool:
    if candidate.precision != "city" or candidate.people == 0 or candidate.people >= FOREIGN_CITY_FROM:
        return True
    country = candidate.place.country
    return candidate.is_capital or prior.is_near(country, offset) or prior.is_told(country)


def _named_after(found: Sequence[Candidate], after: str) -> list[Candidate]:
    """Those that lie in the state or region named after the comma ("Springfield, Illinois"), the nearest only."""
    name = us_state_abbreviations().get(after, POSSESSIVE.sub("", after))
    wholes = [c for c in candidates(name) if c.precision in ("country", "region")] if name else []
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
