"""Many readings made of few: re-dated, with other words and other sides, so that they are other news of the same shape.

A generation is all real readings once, spread in their order over all days; the generations run side by side. In each of them
most content words are exchanged for others of the same length, so that all offsets hold, states are exchanged for others, and
dates are moved. What was one story or one incident of the real articles is one again, and has nothing to do with that of another
generation. Each generation begins at another place of the order, so that the articles of every day are as long and as full on
average as those of any other: what time per article then shows is the size of the archive.
"""

from __future__ import annotations

import math
import random
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from dateline.knowledge.function_words import function_words
from dateline.records import Actor, Article, DateInterval, Event, Position, Published, Reading, Statement, content_id

FIRST_DAY = date(2020, 1, 1)
EXCHANGED = 0.9
"""Share of the content words that are exchanged."""
_WORD = re.compile(r"[A-Za-z]{4,}")


def synthetic(readings: Sequence[Reading], number: int, per_day: int, seed: int = 6) -> Iterator[Reading]:
    """So many readings in order of time, so many a day; the real ones that are not dated come as if of the first day."""
    order = sorted(readings, key=lambda reading: _day(reading) or date.min)
    vocabulary, countries = _vocabulary(order), _countries(order)
    generations = math.ceil(number / len(order))
    exchanges = [_Exchange(vocabulary, countries, random.Random(f"{seed} {n}"), n) for n in range(generations)]
    for made in range(number):
        place, generation = divmod(made, generations)
        start = generation * len(order) // generations
        yield exchanges[generation].reading(order[(start + place) % len(order)], FIRST_DAY + timedelta(days=made // per_day))


def _day(reading: Reading) -> date | None:
    return reading.article.published.start if reading.article.published else None


def _vocabulary(readings: Sequence[Reading]) -> dict[int, list[str]]:
    """Content words in small letters by length."""
    words = {word.casefold() for reading in readings for word in _WORD.findall(reading.article.text)}
    found: defaultdict[int, list[str]] = defaultdict(list)
    for word in sorted(words - function_words()):
        found[len(word)].append(word)
    return found


def _countries(readings: Sequence[Reading]) -> list[str]:
    return sorted({actor.country for reading in readings for actor in reading.actors if actor.country})


@dataclass
class _Exchange:
    """The words and states of one generation."""

    vocabulary: Mapping[int, Sequence[str]]
    countries: Sequence[str]
    rng: random.Random
    generation: int

    def __post_init__(self) -> None:
        shuffled = list(self.countries)
        self.rng.shuffle(shuffled)
        self._country = dict(zip(self.countries, shuffled, strict=True))
        self._words: dict[str, str] = {}

    def reading(self, reading: Reading, day: date) -> Reading:
        """The reading as one of that day."""
        shift = day - (_day(reading) or day)
        return Reading(
            self._article(reading.article, day),
            tuple(self._actor(actor) for actor in reading.actors),
            tuple(self._statement(statement, shift) for statement in reading.statements),
            tuple(self._event(event, shift) for event in reading.events),
            tuple(self._position(position, shift) for position in reading.positions),
            reading.version,
        )  # fmt: skip

    def _article(self, article: Article, day: date) -> Article:
        text = self._text(article.text)
        title = self._text(article.title) if article.title else None
        return replace(
            article, id=content_id("art", article.id, self.generation), text=text, title=title, text_hash=content_id("t", text),
            published=Published(day, day, "given"), source=f"{article.source} in generation {self.generation}",
        )  # fmt: skip

    def _actor(self, actor: Actor) -> Actor:
        country = self._country.get(actor.country or "", actor.country)
        code = " ".join(self._country.get(part, part) for part in actor.code.split()) if actor.code else None
        name, aliases = self._text(actor.name), tuple(map(self._text, actor.aliases))
        members = tuple(map(self._id, actor.members))
        return replace(actor, id=self._id(actor.id), name=name, aliases=aliases, country=country, code=code, members=members)

    def _statement(self, statement: Statement, shift: timedelta) -> Statement:
        speaker = self._id(statement.speaker) if statement.speaker else None
        addressees = tuple(map(self._id, statement.addressees))
        inside = self._id(statement.inside) if statement.inside else None
        key, when = self._id(statement.id), _moved(statement.date, shift)
        return replace(statement, id=key, inside=inside, speaker=speaker, addressees=addressees, date=when)

    def _event(self, event: Event, shift: timedelta) -> Event:
        sides = {"sources": tuple(map(self._id, event.sources)), "targets": tuple(map(self._id, event.targets))}
        place = replace(event.place, name=self._text(event.place.name)) if event.place else None
        statement = self._id(event.statement) if event.statement else None
        key, when = self._id(event.id), _moved(event.date, shift)
        return replace(event, id=key, statement=statement, **sides, place=place, date=when)

    def _position(self, position: Position, shift: timedelta) -> Position:
        proposal, date_ = self._text(position.proposal), _moved(position.date, shift)
        return replace(position, id=self._id(position.id), actor=self._id(position.actor), proposal=proposal, date=date_)

    def _id(self, key: str) -> str:
        return f"{key}_{self.generation}"

    def _text(self, text: str) -> str:
        return _WORD.sub(lambda found: self._word(found.group()), text)

    def _word(self, word: str) -> str:
        """The same other word throughout the generation, in the same case."""
        key = word.casefold()
        if key not in self._words:
            keep = key in function_words() or len(key) != len(word) or self.rng.random() > EXCHANGED
            self._words[key] = key if keep else self.rng.choice(self.vocabulary.get(len(key), (key,)))
        other = self._words[key]
        return other.upper() if word.isupper() else other.capitalize() if word[0].isupper() else other


def _moved(interval: DateInterval | None, shift: timedelta) -> DateInterval | None:
    if interval is None:
        return None
    return replace(interval, start=_shifted(interval.start, shift), end=_shifted(interval.end, shift))


def _shifted(day: date | None, shift: timedelta) -> date | None:
    if day is None:
        return None
    ordinal = day.toordinal() + shift.days
    return date.fromordinal(min(max(ordinal, date.min.toordinal()), date.max.toordinal()))
