"""Stories: what happens around one widely told incident, in the days before and after, between the same parties."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from dateline.analysis.incidents import NARROW, Incident
from dateline.analysis.parties import Party
from dateline.analysis.tellings import Headline, Telling, first_day, last_day, width
from dateline.analysis.timeline import prominence
from dateline.knowledge.comment_headlines import is_comment

PAUSE = timedelta(days=3)
"""A longer pause between two incidents ends a story."""
REACH = timedelta(days=5)
"""So long before and after its foremost incident a story can last."""
ANSWER = timedelta(days=2)
"""So soon the world answers what one party has done by itself."""
OVERNIGHT = timedelta(days=1)
MILESTONES = 3
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
    def milestones(self) -> tuple[Incident, ...]:
        """Its foremost incident, how it began and how it ended: well-told incidents first, at most `MILESTONES`, by date."""
        solid = [i for i in self.incidents if i is self.lead or _is_solid(i)]
        dated = [i for i in self.incidents if i.when is not None and i not in solid]
        rest = sorted(dated, key=prominence, reverse=True)
        edges = (_foremost(solid, _start(solid[0])), _foremost(solid, _start(solid[-1])))
        marked = dict.fromkeys((self.lead, *edges, *sorted(solid, key=prominence, reverse=True), *rest))
        return tuple(sorted(list(marked)[:MILESTONES], key=_in_time))

    @property
    def headline(self) -> Telling | None:
        """The telling with the headline that tells most of it: the foremost incident, the parties; None where none fits."""
        told = [(t, i) for i in self.incidents for t in i.tellings if t.headline and not t.is_copy]
        ranked = sorted(told, key=lambda pair: self._headline_rank(*pair))
        fitting = (t for t, _ in ranked if t.headline and self._fits(t, t.headline))
        of_the_day = (t for t, _ in ranked if t.headline and self._is_of_the_day(t, t.headline))
        return next(fitting, None) or next(of_the_day, None)

    def _fits(self, telling: Telling, headline: Headline) -> bool:
        """A headline that tells one of the incidents, or names all parties, from the days of the story."""
        day = telling.evidence.published
        on_time = day is None or self.start <= day <= self.end + PAUSE
        return on_time and (telling.event.in_headline or set(self.parties) <= headline.parties)

    def _is_of_the_day(self, telling: Telling, headline: Headline) -> bool:
        """News of the foremost incident's day, or of the morning after, that names one of the parties."""
        day = telling.evidence.published
        fresh = day is not None and _start(self.lead) <= day <= _end(self.lead) + OVERNIGHT
        return fresh and not is_comment(headline.text) and not headline.parties.isdisjoint(self.parties)

    def _headline_rank(self, telling: Telling, incident: Incident) -> tuple[bool, bool, int, int, int, str]:
        named = len(set(self.parties) & telling.headline.parties) if telling.headline else 0
        comments = bool(telling.headline and is_comment(telling.headline.text))
        days = abs((telling.evidence.published or date.max) - _start(self.lead)).days
        foremost = incident is self.lead
        return comments, not (telling.event.in_headline and foremost), -named, not foremost, days, telling.event.id


def stories(found: Iterable[Incident]) -> tuple[Story, ...]:
    """Stories told by most outlets first. Undated incidents count for the day of their report, if that is known."""
    placed = [i for i in found if i.outlets and _has_place_in_time(i)]
    by_day: defaultdict[date, list[Incident]] = defaultdict(list)
    for incident in placed:
        by_day[_start(incident)].append(incident)
    made: list[Story] = []
    for seed in sorted(placed, key=lambda i: (i.when is not None, prominence(i)), reverse=True):
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
    run.sort(key=_in_time)
    # What one outlet tells of itself should not stretch the story beyond what several tell.
    solid = [i for i in run if i is seed or _is_solid(i)]
    spanned = solid if len(solid) > 1 else run
    return Story(_main_parties(seed), _start(spanned[0]), max(_end(i) for i in spanned), seed, tuple(run))


def _of_day(seed: Incident, day: date, by_day: Mapping[date, Sequence[Incident]]) -> list[Incident]:
    return [incident for incident in by_day.get(day, ()) if _belongs(incident, seed)]


def _belongs(incident: Incident, seed: Incident) -> bool:
    """Between the same main parties, or with one of them and told in the same article or at once after a deed of one party."""
    if incident is seed:
        return True
    main, others = set(_main_parties(seed)), set(_main_parties(incident))
    if others <= main and len(main) > 1 and incident.when is not None:
        return True
    if main.isdisjoint(others):
        return False
    answers = len(main) == 1 and abs(_start(incident) - _start(seed)) <= ANSWER
    return answers or not seed.articles.isdisjoint(incident.articles)


def _foremost(found: Sequence[Incident], day: date) -> Incident:
    return max((incident for incident in found if _start(incident) == day), key=prominence)


def _is_solid(incident: Incident) -> bool:
    """Dated, and told by several or in a headline."""
    return incident.when is not None and (len(incident.origins) > 1 or any(t.event.in_headline for t in incident.tellings))


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
    if incident.when is None:
        return incident.reported is not None
    wide = width(incident.when)
    return wide is not None and wide <= NARROW


def _main_parties(incident: Incident) -> tuple[Party, ...]:
    main = (*incident.sources[:1], *incident.targets[:1]) if incident.targets else incident.sources[:2]
    return tuple(sorted(main, key=lambda party: party.name))


def _rank(story: Story) -> tuple[float, ...]:
    confirmed = sum(len(i.origins) - 1 for i in story.incidents if i.when is not None)
    return confirmed, len(story.articles), len(story.incidents), *prominence(story.lead)


def _in_time(incident: Incident) -> tuple[date, date, str]:
    return _start(incident), _end(incident), incident.best.event.id


def _start(incident: Incident) -> date:
    return first_day(incident.when) or incident.reported or date.min


def _end(incident: Incident) -> date:
    return last_day(incident.when) or _start(incident)
