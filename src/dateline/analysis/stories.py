"""The running stories of an archive with the incidents that they are about, and those of the incidents that mark their course."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from dateline.analysis.corpus import Corpus, outlet_of
from dateline.analysis.incidents import NARROW, Incident
from dateline.analysis.tellings import first_day, last_day, width
from dateline.analysis.timeline import prominence
from dateline.archive.stories import Story as StoredStory
from dateline.corroboration.parties import Party
from dateline.records import Article

AROUND = timedelta(days=7)
"""So long before its first article and after its last an incident can belong to a story."""
MILESTONES = 3


@dataclass(frozen=True, slots=True)
class Story:
    """A stored story as far as it is looked at: its articles, copies left out, and their incidents in order of date.

    `headline` is the article whose title is the story's; None where none has one that tells it.
    """

    id: str
    start: date
    end: date
    headline: Article | None
    articles: frozenset[str]
    outlets: tuple[str, ...]
    incidents: tuple[Incident, ...]

    @property
    def lead(self) -> Incident:
        """The foremost incident."""
        return max(self.incidents, key=prominence)

    @property
    def parties(self) -> tuple[Party, ...]:
        """The two that take part in most of its incidents, by name."""
        counted = Counter(party for incident in self.incidents for party in incident.parties)
        main = sorted(counted, key=lambda party: (-counted[party], party))[:2]
        return tuple(sorted(main, key=lambda party: party.name))

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
        marked = dict.fromkeys((self.lead.id, *(i.id for i in (*edges, *sorted(solid, key=prominence, reverse=True), *rest))))
        return tuple(incident for incident in self.incidents if incident.id in list(marked)[:MILESTONES])


def stories(part: Corpus, told: Iterable[Incident]) -> tuple[Story, ...]:
    """The stories of the articles of a corpus, those first that most outlets tell; without those that tell no incident.

    Each incident belongs to the story to which most of the articles that tell it belong.
    """
    story_of = {one.article: story.id for story in part.stories for one in story.articles}
    of_story: defaultdict[str, list[Incident]] = defaultdict(list)
    for incident in told:
        counted = Counter(story_of[article] for article in sorted(incident.articles) if article in story_of)
        if counted and _has_place_in_time(incident):
            of_story[counted.most_common(1)[0][0]].append(incident)
    made = (_story(part, stored, of_story[stored.id]) for stored in part.stories)
    return tuple(sorted((story for story in made if story), key=_rank, reverse=True))


def _story(part: Corpus, stored: StoredStory, told: Sequence[Incident]) -> Story | None:
    start, end = stored.first_day, stored.last_day
    if start is None or end is None:
        return None
    near = [i for i in told if start - AROUND <= _start(i) and _end(i) <= end + AROUND]
    if not near:
        return None
    ids = {one.article for one in stored.articles}
    articles = [reading.article for reading in part.originals if reading.article.id in ids]
    outlets = Counter(outlet_of(article) for article in articles)
    headline = next((article for article in articles if article.id == stored.title_article), None)
    return Story(
        stored.id, start, end, headline, frozenset(article.id for article in articles),
        tuple(outlet for outlet, _ in outlets.most_common()), tuple(sorted(near, key=_in_time)),
    )  # fmt: skip


def _foremost(found: Sequence[Incident], day: date) -> Incident:
    return max((incident for incident in found if _start(incident) == day), key=prominence)


def _is_solid(incident: Incident) -> bool:
    """Dated, and told by several or in a headline."""
    return incident.when is not None and (len(incident.origins) > 1 or any(t.event.in_headline for t in incident.tellings))


def _has_place_in_time(incident: Incident) -> bool:
    """Dated to a week or better, or undated and reported on a known day; no mere looking back."""
    if incident.is_background:
        return False
    if incident.when is None:
        return incident.reported is not None
    wide = width(incident.when)
    return wide is not None and wide <= NARROW


def _rank(story: Story) -> tuple[float, ...]:
    return len(story.outlets), len(story.articles), len(story.incidents), *prominence(story.lead)


def _in_time(incident: Incident) -> tuple[date, date, str]:
    return _start(incident), _end(incident), incident.best.event.id


def _start(incident: Incident) -> date:
    return first_day(incident.when) or incident.reported or date.min


def _end(incident: Incident) -> date:
    return last_day(incident.when) or _start(incident)
