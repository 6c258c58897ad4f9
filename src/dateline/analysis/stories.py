"""Stories: what happens around one widely told incident, in the days before and after, between the same parties."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from dateline.analysis.incidents import NARROW, Incident, common_mode
from dateline.analysis.parties import Party
from dateline.analysis.tellings import Headline, Telling, first_day, last_day, width
from dateline.analysis.timeline import prominence

PAUSE = timedelta(days=3)
"""A longer pause between two incidents ends a story."""
REACH = timedelta(days=7)
"""So long before and after its foremost incident a story can last."""
SAME = 0.5
"""Two stories of one time are one where they share this much of the lesser one's articles."""


@dataclass(frozen=True, slots=True)
class Story:
    """Incidents around one, `lead`, that most outlets tell, in order of date; `parties` are those of the lead."""

    parties: tuple[Party, ...]
    start: date
    end: date
    lead: Incident
    incidents: tuple[Incident, ...]

    @property
    def outlets(self) -> tuple[str, ...]:
        """Those that tell most of it first."""
        counted = Counter(outlet for incident in self.incidents for outlet in incident.outlets)
        return tuple(outlet for outlet, _ in counted.most_common())

    @property
    def origins(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(origin for incident in self.incidents for origin in incident.origins))

    @property
    def articles(self) -> frozenset[str]:
        """The articles that tell something of it, copies left out."""
        return frozenset(article for incident in self.incidents for article in incident.articles)

    @property
    def substantial(self) -> bool:
        """More than one incident in one article."""
        return len(self.incidents) > 1 or len(self.articles) > 1

    @property
    def kinds(self) -> tuple[tuple[str, str | None, int], ...]:
        """Event types and modes with their number of incidents, most frequent first."""
        counted = Counter((incident.type, common_mode(incident)) for incident in self.incidents)
        return tuple((event_type, mode, number) for (event_type, mode), number in counted.most_common())

    @property
    def milestones(self) -> tuple[Incident, ...]:
        """How it began, its foremost incident and how it ended, as far as these are several; well-told incidents first."""
        well_told = [i for i in self.incidents if len(i.origins) > 1]
        chosen = well_told if len(well_told) > 1 else self.incidents
        firsts = [i for i in chosen if _start(i) == _start(chosen[0])]
        lasts = [i for i in chosen if _start(i) == _start(chosen[-1])]
        marked = (max(firsts, key=prominence), self.lead, max(lasts, key=prominence))
        return tuple(incident for incident in self.incidents if any(incident is one for one in marked))

    @property
    def headline(self) -> str | None:
        """Of the headlines of articles on the story the one that tells most of it: its foremost incident, its parties."""
        told = [(t, i) for i in self.incidents for t in i.tellings if t.headline and not t.is_copy]
        ranked = sorted(told, key=lambda pair: self._headline_rank(*pair))
        fitting = (t.headline for t, _ in ranked if t.headline and self._fits(t, t.headline))
        return next((headline.text for headline in fitting), None)

    def _fits(self, telling: Telling, headline: Headline) -> bool:
        """A headline that tells one of the incidents, or names all parties, from the days of the story."""
        day = telling.evidence.published
        on_time = day is None or self.start <= day <= self.end + PAUSE
        return on_time and (telling.event.in_headline or set(self.parties) <= headline.parties)

    def _headline_rank(self, telling: Telling, incident: Incident) -> tuple[bool, bool, int, int, int, str]:
        named = len(set(self.parties) & telling.headline.parties) if telling.headline else 0
        questions = bool(telling.headline and telling.headline.text.rstrip().endswith("?"))
        days = abs((telling.evidence.published or date.max) - _start(self.lead)).days
        foremost = incident is self.lead
        return questions, not (telling.event.in_headline and foremost), -named, not foremost, days, telling.event.id


def stories(found: Iterable[Incident]) -> tuple[Story, ...]:
    """Stories told by most outlets first. Undated incidents count for the day of their report, if that is known."""
    placed = [i for i in found if i.outlets and _has_place_in_time(i)]
    by_day: defaultdict[date, list[Incident]] = defaultdict(list)
    for incident in placed:
        by_day[_start(incident)].append(incident)
    made: list[Story] = []
    for seed in sorted(placed, key=prominence, reverse=True):
        if any(seed is one for one in by_day[_start(seed)]):
            made.append(story := _around(seed, by_day))
            for member in story.incidents:
                by_day[_start(member)] = [one for one in by_day[_start(member)] if one is not member]
    return _distinct(sorted(made, key=_rank, reverse=True))


def _around(seed: Incident, by_day: Mapping[date, Sequence[Incident]]) -> Story:
    """The seed with what belongs to it, day by day outwards until a pause."""
    run = list(_of_day(seed, _start(seed), by_day))
    for step in (-1, 1):
        latest, day = _start(seed), _start(seed)
        while abs(day - _start(seed)) < REACH and abs(day - latest) <= PAUSE:
            day += timedelta(days=step)
            if found := _of_day(seed, day, by_day):
                run += found
                latest = day
    run.sort(key=lambda i: (_start(i), _end(i), i.best.event.id))
    return Story(_main_parties(seed), _start(run[0]), max(_end(i) for i in run), seed, tuple(run))


def _of_day(seed: Incident, day: date, by_day: Mapping[date, Sequence[Incident]]) -> list[Incident]:
    return [incident for incident in by_day.get(day, ()) if _belongs(incident, seed)]


def _belongs(incident: Incident, seed: Incident) -> bool:
    """Between the same main parties, or by one of them and told in the same article."""
    if incident is seed:
        return True
    main, others = set(_main_parties(seed)), set(_main_parties(incident))
    if others <= main and len(main) > 1:
        return True
    return not main.isdisjoint(others) and not seed.articles.isdisjoint(incident.articles)


def _distinct(ranked: Iterable[Story]) -> tuple[Story, ...]:
    """Without those that are mostly told in the articles of a greater story of the same days."""
    kept: list[Story] = []
    for story in ranked:
        if not any(_same(story, greater) for greater in kept):
            kept.append(story)
    return tuple(kept)


def _same(less: Story, greater: Story) -> bool:
    if less.start > greater.end or greater.start > less.end:
        return False
    return len(less.articles & greater.articles) >= SAME * len(less.articles)


def _has_place_in_time(incident: Incident) -> bool:
    """Dated to a week or better, or undated and reported on a known day; no mere looking back.

    "In July" would tie together what has nothing to do with each other.
    """
    if incident.is_background:
        return False
    if incident.date is None:
        return incident.reported is not None
    wide = width(incident.date)
    return wide is not None and wide <= NARROW


def _main_parties(incident: Incident) -> tuple[Party, ...]:
    main = (*incident.sources[:1], *incident.targets[:1]) if incident.targets else incident.sources[:2]
    return tuple(sorted(main))


def _rank(story: Story) -> tuple[float, ...]:
    return len(story.origins), len(story.articles), len(story.incidents), *prominence(story.lead)


def _start(incident: Incident) -> date:
    return first_day(incident.date) or incident.reported or date.min


def _end(incident: Incident) -> date:
    return last_day(incident.date) or _start(incident)
