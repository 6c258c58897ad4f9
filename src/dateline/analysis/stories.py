"""Stories: runs of incidents between the same parties, cooperative or in conflict, with no long pause between them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from dateline.analysis.parties import Party
from dateline.analysis.timeline import NARROW, Incident, common_mode, first_day, last_day
from dateline.knowledge.event_words import event_words

PAUSE = timedelta(days=3)
"""A longer pause between two incidents ends a story."""


@dataclass(frozen=True, slots=True)
class Story:
    """Incidents of one tone between one or two main parties; `lead` is the one that most outlets tell."""

    parties: tuple[Party, ...]
    cooperative: bool
    start: date
    end: date
    incidents: tuple[Incident, ...]

    @property
    def lead(self) -> Incident:
        return max(self.incidents, key=prominence)

    @property
    def outlets(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(outlet for incident in self.incidents for outlet in incident.outlets))

    @property
    def origins(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(origin for incident in self.incidents for origin in incident.origins))

    @property
    def articles(self) -> int:
        """Number of articles that tell something of it, copies left out."""
        return len({t.evidence.article for i in self.incidents for t in i.tellings if not t.is_copy})

    @property
    def substantial(self) -> bool:
        """More than one incident in one article."""
        return len(self.incidents) > 1 or self.articles > 1

    @property
    def kinds(self) -> tuple[tuple[str, str | None, int], ...]:
        """Event types and modes with their number of incidents, most frequent first."""
        counted = Counter((incident.type, common_mode(incident)) for incident in self.incidents)
        return tuple((event_type, mode, number) for (event_type, mode), number in counted.most_common())


def stories(found: Iterable[Incident]) -> tuple[Story, ...]:
    """Stories told by most outlets first. Undated incidents count for the day of their report, if that is known."""
    groups: defaultdict[tuple[tuple[Party, ...], bool], list[Incident]] = defaultdict(list)
    for incident in found:
        if incident.outlets and _has_place_in_time(incident):
            groups[_main_parties(incident), event_words(incident.type).cooperative].append(incident)
    made = [_story(parties, tone, run) for (parties, tone), group in groups.items() for run in _runs(group)]
    return tuple(sorted(made, key=_rank, reverse=True))


def prominence(incident: Incident) -> tuple[int, int, int, bool, float, float]:
    """Greater for what more independent outlets tell, for what states do, do to each other, and what headlines tell."""
    headline = any(t.event.in_headline for t in incident.tellings)
    weight = abs(incident.goldstein or 0.0)
    states = min(sum(party.is_state for party in incident.parties), 2)
    return len(incident.origins), len(incident.outlets), states, headline, weight, incident.best.event.confidence


def _has_place_in_time(incident: Incident) -> bool:
    """Dated to a week or better, or undated and reported on a known day.

    "In July" would tie together what has nothing to do with each other.
    """
    if incident.date is None:
        return incident.reported is not None
    start, end = first_day(incident.date), last_day(incident.date)
    return bool(start and end and end - start <= NARROW)


def _main_parties(incident: Incident) -> tuple[Party, ...]:
    main = (*incident.sources[:1], *incident.targets[:1]) if incident.targets else incident.sources[:2]
    return tuple(sorted(main))


def _runs(group: Sequence[Incident]) -> list[list[Incident]]:
    runs: list[list[Incident]] = []
    latest = date.min
    for incident in sorted(group, key=lambda i: (_start(i), _end(i), i.best.event.id)):
        if runs and _start(incident) - latest <= PAUSE:
            runs[-1].append(incident)
        else:
            runs.append([incident])
        latest = max(latest, _end(incident)) if len(runs[-1]) > 1 else _end(incident)
    return runs


def _story(parties: tuple[Party, ...], cooperative: bool, run: list[Incident]) -> Story:
    return Story(parties, cooperative, _start(run[0]), max(_end(i) for i in run), tuple(run))


def _rank(story: Story) -> tuple[float, ...]:
    return len(story.origins), story.articles, len(story.incidents), *prominence(story.lead)


def _start(incident: Incident) -> date:
    return first_day(incident.date) or incident.reported or date.min


def _end(incident: Incident) -> date:
    return last_day(incident.date) or _start(incident)
