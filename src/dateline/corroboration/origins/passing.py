"""From whom an article has what it tells: outlets that it names, the article that it copies, the agency that it credits."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from dateline.corroboration.credits import Credits, credits_of
from dateline.corroboration.origins.originals import Originals
from dateline.corroboration.origins.primary_sources import sources_of
from dateline.corroboration.origins.testimony import Passing, Testimony
from dateline.corroboration.outlet_names import is_generic, outlet_key, outlet_name
from dateline.corroboration.parties import parties_of
from dateline.corroboration.sentence import sentence_around
from dateline.corroboration.stems import stems
from dateline.records import Article, Event, Reading, Statement

SHARED, SHARED_IN_PART = 0.3, 0.6
"""Share of a sentence's pairs of words that must stand in the original; where the article is copied in part, the sentence
must be one of the copied ones. A copy can hold paragraphs of its own."""
DENIALS = frozenset(("denied", "negated"))


@dataclass(frozen=True, slots=True)
class Way:
    """Outlets through which something came, the article's own first, and by what that is known."""

    path: tuple[str, ...]
    how: Passing
    reason: str


def testimony_of(reading: Reading, event: Event, copies: Originals, readings: Mapping[str, Reading]) -> Testimony:
    """What one article testifies by one of its events; `copies` gives the originals of each copy, `readings` their texts."""
    article, statement = reading.article, carrying(reading, event)
    own_credits = credits_of(article)
    way = _way(reading, event, statement, _original(article, event, copies, readings), own_credits)
    return Testimony(
        article=article.id,
        event=event.id,
        published=article.published.start if article.published else None,
        path=way.path,
        how=way.how,
        reason=way.reason,
        sources=sources_of(reading, event, statement, way.path[-1]),
        denies=event.factuality in DENIALS,
        speech=_is_speech(reading, event, statement),
        part=own_credits.part,
    )


def carrying(reading: Reading, event: Event) -> Statement | None:
    """The statement that carries the event, else the shortest one that holds its trigger and comes through an outlet."""
    named = next((s for s in reading.statements if s.id == event.statement), None)
    if named is not None:
        return named
    outlets = {actor.id for actor in reading.actors if actor.kind == "outlet"}
    around = [s for s in reading.statements if any(span.contains(event.trigger) for span in s.content)]
    relayed = [s for s in around if s.reported_by or s.speaker in outlets]
    return min(relayed, key=lambda s: sum(span.length for span in s.content), default=None)


def _original(article: Article, event: Event, copies: Originals, readings: Mapping[str, Reading]) -> Article | None:
    """The article of which this one is a copy in what it says of the event."""
    originals = copies.get(article.id, ())
    sentence = _pairs(article.text[slice(*sentence_around(article.text, event.trigger))]) if originals else frozenset()
    for original in originals:
        reading = readings.get(original.article)
        least = SHARED if original.whole else SHARED_IN_PART
        if reading is not None and len(sentence & _pairs(reading.article.text)) >= least * len(sentence):
            return reading.article
    return None


@lru_cache(maxsize=256)
def _pairs(text: str) -> frozenset[tuple[str, str]]:
    return frozenset(pairwise(stems(text)))


def outlets_named(reading: Reading, record: Statement | Event) -> tuple[str, ...]:
    """The outlets through which an article has a statement or event, outermost first, as its text names them."""
    own = outlet_name(reading.article)
    if isinstance(record, Statement):
        return _distinct([own, *record.reported_by, *_outlet_speaking(reading, record)])[1:]
    return _distinct([own, *_chain(reading, record, carrying(reading, record))])[1:]


def _way(reading: Reading, event: Event, statement: Statement | None, original: Article | None, credited: Credits) -> Way:
    own = outlet_name(reading.article)
    chain = [*_chain(reading, event, statement)]
    if original is not None:
        theirs = outlet_name(original)
        path = _distinct([own, theirs, *_whole(credits_of(original)), *_whole(credited), *chain])
        return _told(path, "copy", f"copies {theirs}")
    if credited.whole:
        return _told(_distinct([own, credited.whole, *chain]), "credit", f"credits it: “{credited.words[:60].strip()}”")
    return _told(_distinct([own, *chain]), "citation", f"names {', who names '.join(chain)} as its source")


def _told(path: tuple[str, ...], how: Passing, reason: str) -> Way:
    return Way(path, how, reason) if len(path) > 1 else Way(path, "first-hand", "")


def _whole(credited: Credits) -> tuple[str, ...]:
    return (credited.whole,) if credited.whole else ()


def _chain(reading: Reading, event: Event, statement: Statement | None) -> Iterator[str]:
    """Outlets named in the text, outermost first; an outlet that says it is the last of them."""
    if event.reported_by or statement is None:
        yield from event.reported_by
    else:
        yield from statement.reported_by
    if statement is not None:
        yield from _outlet_speaking(reading, statement)


def _outlet_speaking(reading: Reading, statement: Statement) -> Iterator[str]:
    yield from (a.name for a in reading.actors if a.id == statement.speaker and a.kind == "outlet")


def _distinct(path: Sequence[str]) -> tuple[str, ...]:
    """Each outlet once; one without a name of its own only where it is the last."""
    kept: dict[str, str] = {}
    for place, name in enumerate(path):
        if place == 0 or not is_generic(name) or place == len(path) - 1:
            kept.setdefault(outlet_key(name), name)
    return tuple(kept.values())


def _is_speech(reading: Reading, event: Event, statement: Statement | None) -> bool:
    """Whether saying it is the deed: its doer is the speaker, and the article vouches for it."""
    if statement is None or event.factuality != "actual" or not statement.speaker:
        return False
    speakers = parties_of(reading, (statement.speaker,))
    return not set(speakers).isdisjoint(parties_of(reading, event.sources))
