"""The brief: what an analyst wants on one page, as one typed object that text, Markdown and HTML show alike."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from dateline.analysis.corpus import Corpus, outlet_of, published_on
from dateline.analysis.dyads import Dyad, dyads
from dateline.analysis.passing_on import PassingOn, passing_on
from dateline.analysis.selection import Selection, check_known, select
from dateline.analysis.stances import StanceMatrix, stance_matrix
from dateline.analysis.stories import Story, prominence, stories
from dateline.analysis.timeline import Incident, first_day, incidents, last_day, tellings
from dateline.analysis.voices import Voice, voices
from dateline.archive import Archive
from dateline.records import Reading

MINIMUM_CONFIDENCE = 0.4
"""Records that are more likely wrong than this are left out of the brief; they stay in the archive."""
STORIES, TIMELINE, VOICES, QUOTATIONS, DYADS, UNCERTAIN = 6, 30, 8, 4, 10, 6
"""How many lines a section may have."""
FEW = 3
"""Stories that a brief shows even where none is told at length."""
LONGEST = timedelta(days=31)
"""Events dated less precisely than to a month have no place in the timeline."""


@dataclass(frozen=True, slots=True)
class Scope:
    """What was asked for: bounds in full days, both included, and an actor by name, alias or code."""

    since: date | None = None
    until: date | None = None
    about: str | None = None


@dataclass(frozen=True, slots=True)
class OutletLine:
    """One outlet: its articles, how many of them are copies of another article, and their first and last date."""

    name: str
    articles: int
    copies: int
    first: date | None
    last: date | None


@dataclass(frozen=True, slots=True)
class Cut:
    """The incidents of a section that are shown, and how many there are in all."""

    shown: tuple[Incident, ...]
    total: int


@dataclass(frozen=True, slots=True)
class Brief:
    """Everything that the brief shows. `articles` counts copies too."""

    name: str
    scope: Scope
    first: date | None
    last: date | None
    articles: int
    copies: int
    outlets: tuple[OutletLine, ...]
    stories: tuple[Story, ...]
    timeline: Cut
    voices: tuple[Voice, ...]
    stances: StanceMatrix
    dyads: tuple[Dyad, ...]
    claimed: Cut
    planned: Cut
    denied: Cut
    passing_on: tuple[PassingOn, ...]


def brief_of(archive: Archive, scope: Scope | None = None) -> Brief:
    """The brief of an archive; raises ArchiveError with the nearest names where nobody is called `scope.about`."""
    scope = scope or Scope()
    corpus = Corpus(tuple(archive.readings()), archive.originals())
    if scope.about is None:
        return build_brief(corpus, archive.path.stem, scope, Selection(scope.since, scope.until))
    concerns = archive.about(scope.about).matches
    check_known(corpus, scope.about, concerns)
    return build_brief(corpus, archive.path.stem, scope, Selection(scope.since, scope.until, concerns))


def build_brief(corpus: Corpus, name: str, scope: Scope, selection: Selection) -> Brief:
    """The brief of a corpus, narrowed to the selection that the scope stands for."""
    chosen = select(corpus, selection)
    days = [day for reading in chosen.readings if (day := published_on(reading.article))]
    found = incidents(tellings(chosen, MINIMUM_CONFIDENCE))
    told = tuple(i for i in found if i.reality == "told" and not i.only_claimed)
    return Brief(
        name=name,
        scope=scope,
        first=min(days, default=None),
        last=max(days, default=None),
        articles=len(chosen.readings),
        copies=sum(chosen.is_copy(reading.article) for reading in chosen.readings),
        outlets=_outlets(chosen),
        stories=_main_stories(told),
        timeline=_most_prominent([i for i in told if _narrow(i)], TIMELINE),
        voices=voices(chosen, actors=VOICES, each=QUOTATIONS, minimum_confidence=MINIMUM_CONFIDENCE),
        stances=stance_matrix(chosen, minimum_confidence=MINIMUM_CONFIDENCE),
        dyads=dyads(told)[:DYADS],
        claimed=_most_prominent([i for i in found if i.only_claimed], UNCERTAIN),
        planned=_most_prominent([i for i in found if i.reality == "planned"], UNCERTAIN),
        denied=_most_prominent([i for i in found if i.reality == "denied"], UNCERTAIN),
        passing_on=passing_on(chosen),
    )


def _outlets(corpus: Corpus) -> tuple[OutletLine, ...]:
    by_name: defaultdict[str, list[Reading]] = defaultdict(list)
    for reading in corpus.readings:
        by_name[outlet_of(reading.article)].append(reading)
    lines = (_outlet(corpus, name, readings) for name, readings in by_name.items())
    return tuple(sorted(lines, key=lambda line: (-line.articles, line.name)))


def _outlet(corpus: Corpus, name: str, readings: Sequence[Reading]) -> OutletLine:
    days = [day for reading in readings if (day := published_on(reading.article))]
    copies = sum(corpus.is_copy(reading.article) for reading in readings)
    return OutletLine(name, len(readings), copies, min(days, default=None), max(days, default=None))


def _main_stories(told: Iterable[Incident]) -> tuple[Story, ...]:
    """The foremost stories; single events of single articles only as far as there is little else."""
    ranked = stories(told)
    substantial = [story for story in ranked if story.substantial]
    rest = [story for story in ranked if not story.substantial][: max(FEW - len(substantial), 0)]
    return tuple((substantial + rest)[:STORIES])


def _narrow(incident: Incident) -> bool:
    start, end = first_day(incident.date), last_day(incident.date)
    return bool(start and end and end - start <= LONGEST)


def _most_prominent(found: Iterable[Incident], most: int) -> Cut:
    """The incidents told by most, in the order of their dates."""
    ordered = list(found)
    places = sorted(range(len(ordered)), key=lambda place: prominence(ordered[place]), reverse=True)[:most]
    return Cut(tuple(ordered[place] for place in sorted(places)), len(ordered))
