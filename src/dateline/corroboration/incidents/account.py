"""What one article tells of one event, as far as it can be compared with what other articles tell."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache, lru_cache
from typing import NamedTuple

from dateline.corroboration.incidents.incident import Reality
from dateline.corroboration.parties import is_nobody_in_particular, is_proper_name, members_of, party_of
from dateline.corroboration.sentence import sentence_around
from dateline.corroboration.stems import placed_stems, stem_of
from dateline.knowledge.event_words import event_words
from dateline.knowledge.names import fold
from dateline.knowledge.time_words import time_words
from dateline.records import Actor, Event, EventType, Factuality, Reading, Span

HISTORY = timedelta(days=365)
"""An event that ended longer than this before its article appeared is background, no news."""
NEAR, WIDE = 45, 120
"""Characters before and after the trigger, within its sentence, whose words tell what was done, and what it was about."""
BY_NAME = frozenset({"person", "intergovernmental", "armed_group", "company", "outlet"})
"""Kinds of actors that are told apart by name; of bodies, officials and peoples the state is told."""
REALITIES: Mapping[Factuality, Reality] = {
    "actual": "told", "claimed": "told", "denied": "told", "negated": "told",
    "planned": "planned", "hypothetical": "hypothetical",
}  # fmt: skip
_DATED = re.compile(r"\d{4}|\d{1,2}")


class Member(NamedTuple):
    """One who takes part: the ISO code of the state acted for or belonged to, and a folded name where one tells it apart.

    In the place of a state stands the code of an international body ("IGO EEC"), whichever of its organs acts.
    """

    country: str
    name: str


Members = tuple[Member, ...]


@dataclass(frozen=True, slots=True)
class Account:
    """One event of one article. Days are ordinals; `first` and `last` are None where a bound is open or nothing is dated.

    `lag` is by how many days a date can be too late that is only the article's own. `words` are the stems around all triggers,
    `core` those next to them, `trigger` those of the triggers themselves; `sentence` is the sequence of stems of the sentence;
    `states` are the states and names of `parties`; `times` are words for a time next to the trigger of an undated event,
    `ordinals` words such as "second" next to any.
    """

    article: str
    event: str
    type: EventType
    mode: str | None
    factuality: Factuality
    reality: Reality
    published: int | None
    first: int | None
    last: int | None
    lag: int
    sources: Members
    targets: Members
    trigger: frozenset[str]
    core: frozenset[str]
    words: frozenset[str]
    sentence: str
    times: frozenset[str]
    ordinals: frozenset[str]
    place: tuple[str, str] | None
    amounts: tuple[tuple[str, float], ...]
    parties: Members
    states: frozenset[str]
    is_symmetric: bool

    @property
    def order(self) -> tuple[bool, bool, int, str]:
        """The most telling first: precisely dated, early."""
        return self.day is None, not self.is_dated, self.published or 0, self.event

    @property
    def is_dated(self) -> bool:
        return self.first is not None or self.last is not None

    @property
    def day(self) -> int | None:
        """The one day on which it happened, if it is known."""
        return self.first if self.first == self.last else None


def accounts_of(reading: Reading) -> tuple[Account, ...]:
    """All events of the reading except what was history when the article appeared."""
    actors = {actor.id: actor for actor in reading.actors}
    published = reading.article.published.end if reading.article.published else None
    sentences = _Sentences(reading.article.text)
    return tuple(
        _account(sentences, event, actors, published, reading.article.id)
        for event in reading.events
        if not is_history(event, published)
    )


def is_history(event: Event, published: date | None) -> bool:
    """Whether the event ended more than a year before the article appeared."""
    return bool(event.date and event.date.end and published and published - event.date.end > HISTORY)


def _account(sentences: _Sentences, event: Event, actors: Mapping[str, Actor], published: date | None, article: str) -> Account:
    when, words = event.date, _wording(sentences, event)
    sources, targets = _members(event.sources, actors), _members(event.targets, actors)
    return Account(
        article=article,
        event=event.id,
        type=event.type,
        mode=event.mode,
        factuality=event.factuality,
        reality=_reality(event, published),
        published=published.toordinal() if published else None,
        first=when.start.toordinal() if when and when.start else None,
        last=_last(event, published),
        lag=(2 if event.reported_by else 1) if when and when.basis == "published" else 0,
        sources=sources,
        targets=shared(tuple(member for member in targets if member not in sources)),
        trigger=words.trigger,
        core=words.core,
        words=words.wide,
        sentence=words.sentence,
        times=words.times if when is None else frozenset(),
        ordinals=words.ordinals,
        place=(fold(event.place.name), event.place.country or "") if event.place else None,
        amounts=tuple((q.what, q.low) for q in event.quantities if q.low is not None and q.low == q.high),
        parties=shared(tuple(dict.fromkeys((*sources, *targets)))),
        states=frozenset(member.country or member.name for member in (*sources, *targets)),
        is_symmetric=event_words(event.type).symmetric,
    )


def _last(event: Event, published: date | None) -> int | None:
    """The last day that is meant: what is told as done this month was done by the day of the article."""
    if event.date is None or event.date.end is None:
        return None
    start, end = event.date.start, event.date.end
    if published and start and start <= published < end and _reality(event, published) == "told":
        return published.toordinal()
    return end.toordinal()


def _reality(event: Event, published: date | None) -> Reality:
    """What is dated after the article appeared has not happened, whatever its verb says."""
    start = event.date.start if event.date and event.date.basis == "text" else None
    reality = REALITIES[event.factuality]
    return "planned" if reality == "told" and start and published and start > published + timedelta(days=1) else reality


def _members(ids: Iterable[str], actors: Mapping[str, Actor]) -> Members:
    told = (member for key in ids if key in actors for member in members_of(actors[key], actors))
    found = (member_of(member) for member in told if not is_nobody_in_particular(member))
    return shared(tuple(dict.fromkeys(member for member in found if member.country or member.name)))


@lru_cache(maxsize=1 << 14)
def shared(members: Members) -> Members:
    """The same that another account has: ten thousands are in memory, and few have members of their own."""
    return members


def member_of(actor: Actor) -> Member:
    """The actor as one who takes part."""
    country = actor.country or ""
    if actor.kind == "intergovernmental" and len((actor.code or "").split()) > 1:
        return Member(" ".join((actor.code or "").split()[:2]), "")
    named = actor.kind in BY_NAME and is_proper_name(actor.name)
    if country and not named:
        return Member(country, _count(actor.name))
    return Member(country, party_of(actor).key if not country else fold(actor.name))


def _count(name: str) -> str:
    """ "=3" for "three Americans": who are so many is not one who is named."""
    first = name.split()[0].casefold() if name.split() else ""
    number = time_words("number").get(first, first)
    return f"={number}" if number.isdigit() and number != "1" else ""


@dataclass(frozen=True, slots=True)
class _Wording:
    """The words in which an event is told, as stems: see `Account`."""

    trigger: frozenset[str]
    core: frozenset[str]
    wide: frozenset[str]
    sentence: str
    times: frozenset[str]
    ordinals: frozenset[str]


_Told = list[tuple[int, str, bool]]


class _Sentences:
    """The sentences of one text as placed stems, each worked out once."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._told: dict[Span, _Told] = {}

    def around(self, span: Span) -> _Told:
        """The stems of the sentence around a span, each with its offset and whether it is a day, a year or a word for a time."""
        sentence = sentence_around(self._text, span)
        if sentence not in self._told:
            self._told[sentence] = [(at, stem, _is_time(stem)) for at, stem in placed_stems(self._text, *sentence)]
        return self._told[sentence]

    def ordinals(self, span: Span) -> frozenset[str]:
        """The ordinal numbers in words next to a span."""
        near = self._text[max(0, span.start - NEAR) : span.end + NEAR].casefold()
        return frozenset(word for word in time_words("ordinal") if word in near and re.search(rf"\b{word}\b", near))


def _wording(sentences: _Sentences, event: Event) -> _Wording:
    """Numbers, which are days and years more often than not, and words for times are left out of all but the sentence."""
    trigger, core, wide, times = set[str](), set[str](), set[str](), set[str]()
    for span in dict.fromkeys((event.trigger, *event.mentions)):
        start, end = span
        for at, stem, is_time in sentences.around(span):
            near = start - at if at < start else at - end
            if is_time:
                if near < NEAR:
                    times.add(stem)
            elif near < WIDE:
                wide.add(stem)
                if near < NEAR:
                    core.add(stem)
                    if start <= at < end:
                        trigger.add(stem)
    ordinals = sentences.ordinals(event.trigger)
    sentence = " ".join([stem for _, stem, _ in sentences.around(event.trigger)])
    past = frozenset(stem for stem in times if stem in _PAST or len(stem) == len("2017"))
    return _Wording(frozenset(trigger), frozenset(core), frozenset(wide), sentence, past, ordinals)


@lru_cache(maxsize=1 << 16)
def _is_time(stem: str) -> bool:
    return bool(_DATED.fullmatch(stem)) or stem in _times()


@cache
def _times() -> frozenset[str]:
    return frozenset(stem_of(word) for kind in _CALENDAR for word in time_words(kind)) | _AROUND


_CALENDAR = ("month", "month_short", "weekday", "weekday_short", "unit")
_PAST = frozenset(stem_of(word) for word in ("ago", "earlier", "year", "years", "decade", "decades", "previous"))
_AROUND = frozenset(map(stem_of, ("last", "ago", "early", "earlier", "late", "new", "told", "say", "today", "previous")))
