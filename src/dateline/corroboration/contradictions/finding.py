"""Contradictions within an incident: numbers, dates, sides, and whether it happened at all."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from dateline.corroboration.contradictions.contradiction import Claim, Contradiction, Version
from dateline.corroboration.contradictions.corrections import Correction, number_words
from dateline.corroboration.contradictions.numbers import Counted, numbers_told
from dateline.corroboration.contradictions.taken_back import event_taken_back, numbers_taken_back
from dateline.corroboration.incidents.incident import Incident
from dateline.corroboration.origins.origin import Origins
from dateline.corroboration.origins.testimony import Testimony
from dateline.corroboration.parties import Party, is_proper_name, parties_of
from dateline.knowledge.event_words import event_words
from dateline.records import Event, Quantity, Reading, Span

BEFORE = 25
"""Characters before a number that can say that it is not exact."""
PRECISE = timedelta(days=2)
"""Dates told less precisely than this contradict nothing."""
ZONES = timedelta(days=1)
"""By so much the dates of one event can differ between two time zones."""
BEFORE_VERB = 45
"""Characters before a verb in which the modal verb that governs it stands."""
_MODAL = re.compile(r"\b(?:should|would|must|could|can|may|might|shall)(?:n[’']t|not| not)?\b[^.;]*$", re.IGNORECASE)
BLAME = frozenset(("ASSAULT", "COERCE"))
"""Types in which it is a matter of dispute who did it to whom."""
TOLD = frozenset(("actual", "claimed"))


@dataclass(frozen=True, slots=True)
class Told:
    """One report: its article's reading, the event, and from whom the article has it."""

    reading: Reading
    event: Event
    testimony: Testimony

    def claim(self, label: str, span: Span) -> Claim:
        """What it says on one point, in the words of the span."""
        testimony = self.testimony
        speakers = tuple(source.name for source in testimony.sources if source.kind != "own account")
        outlets = testimony.outlet, testimony.last
        return Claim(testimony.article, self.event.id, span, label, *outlets, speakers, testimony.published)


def contradictions_of(
    incident: Incident, origins: Origins, readings: Mapping[str, Reading], corrections: Sequence[Correction] = ()
) -> tuple[Contradiction, ...]:
    """All points on which reports of the incident differ; marked as such, updates of a number and what a correction has settled.

    `origins` are the incident's own (`origins_of`), `corrections` those of the articles at hand: what they take back counts
    no more, and is given apart.
    """
    told = list(_told(origins, readings))
    return (
        *_numbers(incident, told, readings, corrections),
        *_dates(incident, told),
        *_sides(incident, told),
        *_factuality(incident, told, readings, corrections),
    )


def _told(origins: Origins, readings: Mapping[str, Reading]) -> Iterator[Told]:
    for testimony in origins.testimonies:
        reading = readings[testimony.article]
        event = next((event for event in reading.events if event.id == testimony.event), None)
        if event is not None:
            yield Told(reading, event, testimony)


def _numbers(
    incident: Incident, told: Iterable[Told], readings: Mapping[str, Reading], corrections: Sequence[Correction]
) -> Iterator[Contradiction]:
    counted = [_counted(one, q) for one in told if one.event.factuality in TOLD for q in one.event.quantities]
    back = numbers_taken_back(counted, corrections, readings)
    for what, versions, grew in numbers_told(c for c in counted if c not in back):
        withdrawn = tuple(replace(c.claim, taken_back=why) for c, why in back.items() if c.quantity.what == what)
        if len(versions) > 1 or withdrawn:
            yield Contradiction(incident.id, "number", what, versions, is_update=grew, taken_back=withdrawn)


def _counted(one: Told, quantity: Quantity) -> Counted:
    before = one.reading.article.text[max(0, quantity.span.start - BEFORE) : quantity.span.end]
    return Counted(quantity, one.claim(number_words(one.reading, quantity), quantity.span), before)


def _dates(incident: Incident, told: Iterable[Told]) -> Iterator[Contradiction]:
    """Days that lie further apart than time zones do."""
    days = sorted(((bounds, one) for one in told if (bounds := _bounds(one.event))), key=lambda pair: pair[0])
    clusters: list[list[tuple[tuple[date, date], Told]]] = []
    for bounds, one in days:
        if clusters and bounds[0] <= max(end for (_, end), _ in clusters[-1]) + ZONES:
            clusters[-1].append((bounds, one))
        else:
            clusters.append([(bounds, one)])
    if len(clusters) > 1:
        groups = [[one.claim(bounds[0].isoformat(), one.event.trigger) for bounds, one in cluster] for cluster in clusters]
        yield Contradiction(incident.id, "date", "", tuple(map(_version, groups)))


def _bounds(event: Event) -> tuple[date, date] | None:
    when = event.date
    if event.factuality not in TOLD or when is None or when.basis != "text" or not (when.start and when.end):
        return None
    return (when.start, when.end) if when.end - when.start <= PRECISE else None


def _sides(incident: Incident, told: Iterable[Told]) -> Iterator[Contradiction]:
    """Who did it: other sources altogether, or the two sides the other way round."""
    if incident.type not in BLAME or event_words(incident.type).symmetric:
        return
    groups: dict[frozenset[Party], list[Claim]] = {}
    for one in told:
        doers = frozenset(parties_of(one.reading, one.event.sources))
        if one.event.factuality in TOLD and one.event.type in BLAME and doers and all(is_proper_name(p.name) for p in doers):
            key = next((known for known in groups if not known.isdisjoint(doers)), doers)
            groups.setdefault(key, []).append(one.claim(" and ".join(sorted(p.name for p in doers)), one.event.trigger))
    if len(groups) > 1:
        yield Contradiction(incident.id, "sides", "", tuple(map(_version, groups.values())))


def _factuality(
    incident: Incident, told: Iterable[Told], readings: Mapping[str, Reading], corrections: Sequence[Correction]
) -> Iterator[Contradiction]:
    """It happened, and it did not."""
    happened: list[Claim] = []
    denied: list[Claim] = []
    withdrawn: list[Claim] = []
    for one in told:
        why = event_taken_back(one.reading, one.event, corrections, readings)
        if why is not None:
            withdrawn.append(replace(one.claim("it happened", one.event.trigger), taken_back=why))
        elif one.testimony.denies and not _is_about_duty(one):
            denied.append(one.claim("it did not happen", one.event.trigger))
        elif one.event.factuality in TOLD:
            happened.append(one.claim("it happened", one.event.trigger))
    if denied and happened:
        versions = _version(happened), _version(denied)
        yield Contradiction(incident.id, "factuality", "", versions, taken_back=tuple(withdrawn))


def _is_about_duty(one: Told) -> bool:
    """Whether a modal verb stands before the words: who says that one should not do it does not say that nobody did."""
    text, start = one.reading.article.text, one.event.trigger.start
    return _MODAL.search(text[max(0, start - BEFORE_VERB) : start]) is not None


def _version(claims: Iterable[Claim]) -> Version:
    ranked = sorted(claims, key=lambda c: (c.published or date.max, c.article, c.event))
    return Version(ranked[0].label, tuple(ranked))
