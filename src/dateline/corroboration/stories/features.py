"""What an article is about, as weighted features: its words, those whom it names, what is done to whom, and where."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from dateline.corroboration.parties import is_nobody_in_particular, is_proper_name, members_of, parties_of, party_of, state_name
from dateline.corroboration.stems import placed_stems
from dateline.knowledge.event_words import event_words
from dateline.knowledge.names import fold
from dateline.records import Event, Reading

LEAD = 600
"""Characters of the body that count as its lead."""
HEADLINE_WEIGHT, LEAD_WEIGHT = 2.0, 1.0
"""How often a word of the headline counts, and one of the lead besides its place in the text."""
BODY = 6000
"""Characters of the body whose words count; what comes later is background."""

ISO_LENGTH = 3
SEPARATOR = "|"
"""Between the type and the parties of a deed."""

_WORD = re.compile(r"[\w-]+")

Counts = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Features:
    """Counted features of one article, each kind by itself. Words are stems, actors parties or folded names."""

    word: Counts
    actor: Counts
    deed: Counts
    place: Counts
    leading_deeds: tuple[str, ...] = ()
    first: Mapping[str, int] = field(default_factory=dict)
    text: str = ""

    def in_words(self, kind: str, term: str) -> str:
        """A term as people write it."""
        if kind == "word":
            found = _WORD.match(self.text, self.first[term]) if term in self.first else None
            return found.group() if found else term
        if kind == "deed":
            return deed_in_words(term)
        return party_in_words(term)


def features_of(reading: Reading) -> Features:
    """The features of an article; numbers and dates in its text are left out, since any two articles can share them."""
    words, first = _words(reading)
    deeds = _leading_deeds(reading)
    return Features(words, _actors(reading), _deeds(reading), _places(reading), deeds, first, reading.article.text)


def damped(counts: Counts) -> dict[str, float]:
    """1 + ln of each count: the tenth mention says little more than the ninth."""
    return {key: _damped(count) for key, count in counts.items()}


@lru_cache(maxsize=1 << 10)
def _damped(count: float) -> float:
    return 1 + math.log(count) if count >= 1 else count


def _words(reading: Reading) -> tuple[Counts, Mapping[str, int]]:
    """Counted stems, and for each the offset of the first word that has it."""
    text, headline = reading.article.text, reading.article.headline
    head = headline.end if headline else 0
    placed = placed_stems(text, 0, head + BODY)
    stretches = ((0, head, HEADLINE_WEIGHT), (head, head + LEAD, 1 + LEAD_WEIGHT), (head + LEAD, head + BODY, 1.0))
    counted: dict[str, float] = {}
    for start, end, weight in stretches:
        for stem, number in Counter([stem for _, stem in placed_stems(text, start, end)]).items():
            if not stem[0].isdigit():
                counted[stem] = counted.get(stem, 0.0) + number * weight
    return damped(counted), {stem: at for at, stem in reversed(placed)}


def _actors(reading: Reading) -> Counts:
    """Those with a proper name, by the number of their mentions; for officials their states too."""
    known = {actor.id: actor for actor in reading.actors}
    counted = Counter[str]()
    for actor in reading.actors:
        for member in members_of(actor, known):
            weight = max(len(actor.mentions), 1)
            counted[party_of(member).key] += weight
            if is_proper_name(member.name) and member.kind not in ("state", "outlet"):
                counted[fold(member.name)] += weight
    return damped(counted)


def _deeds(reading: Reading) -> Counts:
    return dict(Counter(deed for event in reading.events for deed in set(_deeds_of(reading, event))))


def _leading_deeds(reading: Reading) -> tuple[str, ...]:
    """Deeds that the headline or the lead tells as done or claimed, in order."""
    head = reading.article.headline.end if reading.article.headline else 0
    leading = [
        event
        for event in reading.events
        if event.factuality in ("actual", "claimed")
        and any(span.start < head + LEAD for span in (event.trigger, *event.mentions))
    ]
    return tuple(dict.fromkeys(deed for event in leading for deed in _deeds_of(reading, event)))


def _deeds_of(reading: Reading, event: Event) -> Iterator[str]:
    """The type between each two parties, without direction."""
    sources = [party.key for party in parties_of(reading, event.sources)]
    particular = [i for i in event.targets if not is_nobody_in_particular(reading.actor(i))]
    targets = [party.key for party in parties_of(reading, particular)] or sources
    for source in sources:
        for target in targets:
            if source != target:
                one, other = sorted((source, target))
                yield SEPARATOR.join((event.type, one, other))


def _places(reading: Reading) -> Counts:
    found = Counter(fold(event.place.name) for event in reading.events if event.place)
    return damped({place: float(number) for place, number in found.items()})


def deed_in_words(deed: str) -> str:
    """The deed of Ethiopia and Sudan that is an ASSAULT as "attack: Ethiopia, Sudan"."""
    kind, *sides = deed.split(SEPARATOR)
    return f"{event_words(kind).noun}: {', '.join(map(party_in_words, sides))}"


def party_in_words(key: str) -> str:
    """The name of a state from its code, a folded name with capitals."""
    return state_name(key) if len(key) == ISO_LENGTH and key.isupper() else key.title()
