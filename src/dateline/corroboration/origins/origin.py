"""Who vouches for an incident: how many outlets on their own, and how many sources behind them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from dateline.corroboration.incidents.incident import Incident
from dateline.corroboration.origins.citation_loops import Loop, loops, resolved
from dateline.corroboration.origins.originals import Originals
from dateline.corroboration.origins.passing import testimony_of
from dateline.corroboration.origins.primary_sources import distinct_sources
from dateline.corroboration.origins.testimony import PrimarySource, Testimony
from dateline.corroboration.outlet_names import is_generic, outlet_key
from dateline.corroboration.sentence import sentence_around
from dateline.knowledge.state_outlets import is_state_media, state_behind
from dateline.records import Event, Reading

NEAR = 250
"""Characters between two places of one article that tell the same: the second can be the first without its source."""


@dataclass(frozen=True, slots=True)
class Origins:
    """Who vouches for one incident.

    `origins` are the outlets that vouch for it on their own, each once, the earliest first: an article that only passes on
    another outlet's report adds none, while the outlet passed on counts, whether or not an article of its own is at hand.
    `primary_sources` are the people, bodies, papers and eyes behind them. `loops` are outlets that name each other in a circle.
    `only_by_party` is the state's ISO code or the actor's id where one of the incident's own sides is all that vouches for it.
    """

    incident: str
    testimonies: tuple[Testimony, ...]
    origins: tuple[str, ...]
    primary_sources: tuple[PrimarySource, ...]
    loops: tuple[Loop, ...] = ()
    only_by_party: str | None = None

    @property
    def only_denied(self) -> bool:
        """True where nobody says that it is so; `origins` are then those who report the denial."""
        return all(t.denies for t in self.testimonies)


def origins_of(incident: Incident, readings: Mapping[str, Reading], copies: Originals) -> Origins:
    """The origins of an incident.

    `readings` holds the reading of each article of the incident by id, with actors under the ids of the incident's sides, and
    where one is a copy those of its originals; `copies` gives for each copy its originals (`originals_of`).
    Reports without a reading, or whose event it lacks, are passed over.
    """
    pairs = [(readings[r.article], r.event) for r in incident.reports if r.article in readings]
    told = [(reading, event) for reading, key in pairs for event in reading.events if event.id == key]
    testimonies = _with_restatements(told, [testimony_of(reading, event, copies, readings) for reading, event in told])
    followed = resolved(testimonies)
    told_so = [t for t in followed if not t.denies]
    vouching = told_so or list(followed)
    return Origins(
        incident.id,
        followed,
        _outlets(vouching),
        distinct_sources(_behind(vouching)),
        loops(testimonies),
        _only_party(incident, told_so),
    )


def _with_restatements(told: Sequence[tuple[Reading, Event]], found: Sequence[Testimony]) -> list[Testimony]:
    """What stands close to a place that names its source is told from there too: "They left. According to the BBC,"."""
    by_article: defaultdict[str, list[tuple[Event, Testimony]]] = defaultdict(list)
    for (_, event), testimony in zip(told, found, strict=True):
        by_article[testimony.article].append((event, testimony))
    texts = {reading.article.id: reading.article.text for reading, _ in told}
    return [_restated(event, t, texts[t.article], by_article[t.article]) for (_, event), t in zip(told, found, strict=True)]


def _restated(event: Event, testimony: Testimony, text: str, others: Iterable[tuple[Event, Testimony]]) -> Testimony:
    own_eyes = all(source.kind == "own account" for source in testimony.sources)
    if testimony.how != "first-hand" or not own_eyes:
        return testimony
    for other, its in others:
        if its.how == "citation" and (event.in_headline or _is_near(text, event, other)):
            return replace(testimony, path=its.path, how=its.how, reason=its.reason, sources=its.sources)
    return testimony


def _is_near(text: str, event: Event, other: Event) -> bool:
    """Whether `other` stands in the same sentence or soon after in the same line."""
    first, second = sorted((event.trigger, other.trigger))
    same_line = "\n" not in text[first.end : second.start]
    return same_line and (second.start - first.end <= NEAR or sentence_around(text, first) == sentence_around(text, second))


def _outlets(vouching: Iterable[Testimony]) -> tuple[str, ...]:
    """The last outlets of the paths by name, the earliest told first; "local media" only where nobody has a name.

    "Syrian state media" are no outlet beside SANA.
    """
    ranked = sorted(vouching, key=lambda t: (t.published or date.max, len(t.path), t.article, t.event))
    own_names = {outlet_key(t.outlet): t.outlet for t in reversed(ranked)}
    names: dict[str, str] = {}
    for testimony in ranked:
        names.setdefault(outlet_key(testimony.last), own_names.get(outlet_key(testimony.last), testimony.last))
    states = {state_behind(name) for name in names.values() if not is_state_media(name)}
    named = [
        name for name in names.values() if not is_generic(name) and not (is_state_media(name) and state_behind(name) in states)
    ]
    return tuple(named or list(names.values())[:1])


def _behind(vouching: Sequence[Testimony]) -> Iterator[PrimarySource]:
    """The sources of all testimonies; an outlet passed on stands for itself where no article of its own says who told it."""
    own = {outlet_key(t.outlet) for t in vouching if t.how == "first-hand"}
    for testimony in vouching:
        passed_on = testimony.how != "first-hand" and outlet_key(testimony.last) in own
        yield from (source for source in testimony.sources if not (passed_on and source.kind == "own account"))


def _only_party(incident: Incident, vouching: Iterable[Testimony]) -> str | None:
    """The one side of the incident from which all have it; None where anybody else saw it, or where saying it is the deed."""
    parties = {_party(t) for t in vouching}
    sides = {*incident.sources, *incident.targets}
    only = parties.pop() if len(parties) == 1 else None
    return only if only in sides else None


def _party(testimony: Testimony) -> str | None:
    """Whose word a testimony is, if it is one side's alone."""
    parties = {source.party for source in testimony.sources}
    return parties.pop() if len(parties) == 1 and not testimony.speech else None
