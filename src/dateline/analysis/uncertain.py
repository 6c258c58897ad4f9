"""What is only claimed, planned or denied: the incidents of each kind that are worth a line, clearest first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta

from dateline.analysis.incidents import Incident
from dateline.analysis.tellings import first_day, last_day
from dateline.analysis.timeline import prominence
from dateline.corroboration.parties import Party, is_proper_name

SOON = timedelta(days=60)
"""A plan without a date is carried out where such an event is told within this time after the plan was reported."""
MANY = 4
"""More parties than this are rarely all read right."""
ABOUT = timedelta(days=2)
"""How far from its date a plan can be carried out."""


def claimed(found: Iterable[Incident]) -> tuple[Incident, ...]:
    """Incidents that no article vouches for, from named sources and with known sides if there are such.

    Those whose quoted words name an official source come first.
    """
    claims = (i for i in found if i.only_claimed)
    return _clear(claims, lambda i: named_source(i) and two_sided(i), lambda i: (_shows_source(i) and _dated(i), _dated(i)))


def planned(found: Sequence[Incident]) -> tuple[Incident, ...]:
    """Plans that no article tells as carried out; those with known sides and a date that lay ahead, if there are such."""
    done = _told_by_parties(found)
    waiting = (i for i in found if i.reality == "planned" and not _carried_out(i, done))
    return _clear(waiting, lambda i: _ahead(i) and two_sided(i), lambda i: (_ahead(i), _dated(i)))


def denied(found: Iterable[Incident]) -> tuple[Incident, ...]:
    """What is said not to be so; denials by those who would have done it, if there are such."""
    ours = (i for i in found if i.reality == "denied")
    return _clear(ours, lambda i: _is_denial(i) and named_source(i) and two_sided(i), lambda i: (_dated(i),))


def named_source(incident: Incident) -> bool:
    """Whether a telling has a speaker with a proper name."""
    return any(t.speaker and is_proper_name(t.speaker.name) for t in incident.tellings)


def two_sided(incident: Incident) -> bool:
    """Whether it is known by name who did it and to or with whom."""
    return 1 < len(incident.parties) <= MANY and all(is_proper_name(party.name) for party in incident.parties)


def _clear(
    found: Iterable[Incident], is_clear: Callable[[Incident], bool], rank: Callable[[Incident], tuple[bool, ...]]
) -> tuple[Incident, ...]:
    """The clear ones, all where none is clear; by rank, then the most widely told first."""
    everything = sorted((i for i in found if not _self_told(i)), key=lambda i: (rank(i), prominence(i)), reverse=True)
    return tuple(i for i in everything if is_clear(i)) or tuple(everything)


def _dated(incident: Incident) -> bool:
    return bool(incident.when and incident.when.basis == "text")


def _ahead(incident: Incident) -> bool:
    """Whether an article tells it before its date."""
    start = first_day(incident.when)
    return bool(start and any(t.evidence.published and t.evidence.published < start for t in incident.tellings))


def _self_told(incident: Incident) -> bool:
    """Whether it is read as the deed of a private person who only speaks of it: what an analyst says of attacks is not his."""
    return any(t.speaker in t.parties and t.speaker and not t.speaker.is_state for t in incident.tellings)


def _is_denial(incident: Incident) -> bool:
    return any(t.speaks_for in t.sources and t.event.factuality == "denied" for t in incident.tellings)


def _shows_source(incident: Incident) -> bool:
    """Whether it is said for a state, and the words shown for it hold a part of the source's name."""
    speaker, behind, words = incident.best.speaker, incident.best.speaks_for, incident.best.evidence.quote.text
    if speaker is None or behind is None or not behind.is_state:
        return False
    return any(word in words for word in speaker.name.split() if word[:1].isupper())


def _told_by_parties(found: Iterable[Incident]) -> dict[object, list[tuple[date, date]]]:
    told: defaultdict[object, list[tuple[date, date]]] = defaultdict(list)
    for incident in found:
        start, end = first_day(incident.when), last_day(incident.when)
        if incident.reality == "told" and start and end:
            told[_deed(incident)].append((start, end))
    return told


def _deed(incident: Incident) -> tuple[str, frozenset[Party]]:
    return incident.type, frozenset(incident.parties)


def _carried_out(plan: Incident, told: dict[object, list[tuple[date, date]]]) -> bool:
    start, end = first_day(plan.when), last_day(plan.when)
    if start and end:
        start, end = start - ABOUT, end + ABOUT
    elif plan.reported:
        start, end = plan.reported, plan.reported + SOON
    else:
        return False
    return any(first <= end and last >= start for first, last in told.get(_deed(plan), ()))
