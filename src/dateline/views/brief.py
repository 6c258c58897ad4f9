"""The brief: what an analyst wants on a few pages, as one typed object that text, Markdown and HTML show alike."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from dateline.analysis.corpus import Corpus, outlet_of, published_on
from dateline.analysis.dyads import Dyad, dyads
from dateline.analysis.incidents import Incident, incidents
from dateline.analysis.passing_on import PassingOn, Relayed, most_relayed, passing_on
from dateline.analysis.reviewed import Reviewed, reviewed
from dateline.analysis.selection import Selection, check_known, select
from dateline.analysis.stances import StanceMatrix, stance_matrix
from dateline.analysis.stories import Story, stories
from dateline.analysis.timeline import most_prominent, prominence, timeline
from dateline.analysis.uncertain import claimed, denied, planned
from dateline.analysis.voices import Voice, voices
from dateline.archive import Archive
from dateline.corroboration.contradictions import Contradiction, Correction, corrections_in
from dateline.corroboration.parties import Party
from dateline.records import Reading

MINIMUM_CONFIDENCE = 0.4
"""Records that are more likely wrong than this are left out of the brief; they stay in the archive."""
FEW = 3
"""Stories that a brief shows even where none is told at length."""
FEW_EVENTS = 8
"""Where more events than this are confirmed, no event that a single outlet vouches for is a headline."""
LEADING = 4
"""Parties named at the head of a brief."""


@dataclass(frozen=True, slots=True)
class Depth:
    """How many lines each section may have; `cited` counts the quotations under one
    event, `stands` those under one proposal; `every_outlet` is whether each has a line.
    """

    headlines: int
    stories: int
    disputes: int
    voices: int
    quotations: int
    proposals: int
    dyads: int
    uncertain: int
    cited: int
    stands: int
    every_outlet: bool


SHORT = Depth(12, 5, 6, 5, 2, 4, 5, 3, cited=1, stands=10, every_outlet=False)
"""About four printed pages."""
FULL = Depth(80, 12, 40, 15, 6, 20, 20, 15, cited=3, stands=20, every_outlet=True)


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
class Disputes:
    """Points on which the reports of one incident differ; `total` counts those that are not shown too."""

    shown: tuple[tuple[Incident, Contradiction], ...]
    total: int


@dataclass(frozen=True, slots=True)
class Brief:
    """Everything that the brief shows. `articles` counts copies too; `archived` also the articles outside the scope.

    `readings` are those of all articles of the archive, from which words are quoted; `corrections` is what outlets took back,
    `reviewed` what people said about the machine's records.
    """

    name: str
    scope: Scope
    depth: Depth
    first: date | None
    last: date | None
    articles: int
    archived: int
    copies: int
    leading: tuple[Party, ...]
    outlets: tuple[OutletLine, ...]
    headlines: Cut
    stories: tuple[Story, ...]
    disputes: Disputes
    corrections: tuple[Correction, ...]
    readings: Mapping[str, Reading]
    voices: tuple[Voice, ...]
    stances: StanceMatrix
    dyads: tuple[Dyad, ...]
    claimed: Cut
    planned: Cut
    denied: Cut
    relayed: tuple[Relayed, ...]
    passing_on: tuple[PassingOn, ...]
    reviewed: Reviewed


def brief_of(archive: Archive, scope: Scope | None = None, depth: Depth = SHORT) -> Brief:
    """The brief of an archive; raises ArchiveError with the nearest names where nobody is called `scope.about`."""
    scope = scope or Scope()
    corpus = Corpus.of_archive(archive)
    concerns = None
    if scope.about is not None:
        concerns = archive.about(scope.about).matches
        check_known(corpus, scope.about, concerns)
    return build_brief(corpus, archive.path.stem, scope, Selection(scope.since, scope.until, concerns), depth)


def build_brief(corpus: Corpus, name: str, scope: Scope, selection: Selection, depth: Depth = SHORT) -> Brief:
    """The brief of a corpus, narrowed to the selection that the scope stands for."""
    chosen = select(corpus, selection)
    days = [day for reading in chosen.readings if (day := published_on(reading.article))]
    found = incidents(corpus, chosen, MINIMUM_CONFIDENCE)
    told = tuple(i for i in found if i.reality == "told" and not i.only_claimed)
    readings, present = ({r.article.id: r for r in some.readings} for some in (corpus, chosen))
    corrections = corrections_in(readings, corpus.copies)
    return Brief(
        name=name,
        scope=scope,
        depth=depth,
        first=min(days, default=None),
        last=max(days, default=None),
        articles=len(chosen.readings),
        archived=len(corpus.readings),
        copies=sum(chosen.is_copy(reading.article) for reading in chosen.readings),
        leading=_leading(told),
        outlets=_outlets(chosen),
        headlines=_headlines(told, depth.headlines),
        stories=_main_stories(chosen, told, depth.stories),
        disputes=_disputes(found, depth.disputes),
        corrections=_unsettled(corrections, found, present)[: depth.disputes],
        readings=readings,
        voices=voices(chosen, actors=depth.voices, each=depth.quotations, minimum_confidence=MINIMUM_CONFIDENCE),
        stances=stance_matrix(chosen, proposals=depth.proposals, minimum_confidence=MINIMUM_CONFIDENCE),
        dyads=dyads(told)[: depth.dyads],
        claimed=_clearest(claimed(found), depth.uncertain),
        planned=_clearest(planned(found), depth.uncertain),
        denied=_clearest(denied(found), depth.uncertain),
        relayed=most_relayed(chosen, depth.uncertain),
        passing_on=passing_on(chosen),
        reviewed=reviewed(corpus.corrections, present.keys()),
    )


def _leading(told: Iterable[Incident]) -> tuple[Party, ...]:
    """The parties of most incidents."""
    counted = Counter(party for incident in told for party in incident.parties)
    return tuple(party for party, _ in sorted(counted.items(), key=lambda item: (-item[1], item[0]))[:LEADING])


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


def _main_stories(chosen: Corpus, told: Iterable[Incident], most: int) -> tuple[Story, ...]:
    """The foremost stories in order of time; single events of single articles only as far as there is little else."""
    ranked = stories(chosen, told)
    substantial = [story for story in ranked if story.substantial]
    rest = [story for story in ranked if not story.substantial][: max(FEW - len(substantial), 0)]
    return tuple(sorted((substantial + rest)[:most], key=lambda story: (story.start, story.end)))


def _headlines(told: Iterable[Incident], most: int) -> Cut:
    """The incidents that most outlets vouch for, in order of time."""
    candidates = timeline(told)
    confirmed = [incident for incident in candidates if len(incident.origins) > 1]
    shown = most_prominent(confirmed if len(confirmed) > FEW_EVENTS else candidates, most)
    return Cut(shown, len(candidates))


def _disputes(found: Iterable[Incident], most: int) -> Disputes:
    """Disputes before what is settled and before updates, what most outlets tell before the rest."""
    every = [(incident, one) for incident in found for one in incident.contradictions]
    ranked = sorted(
        every, key=lambda pair: (pair[1].is_settled or pair[1].is_update, *(-part for part in prominence(pair[0])), pair[0].id)
    )
    return Disputes(tuple(ranked[:most]), len(ranked))


def _unsettled(corrections: Iterable[Correction], found: Iterable[Incident], present: Collection[str]) -> tuple[Correction, ...]:
    """The corrections of articles that are looked at, less those that stand with the incident of which they settle a number."""
    told = {claim.article for incident in found for one in incident.contradictions for claim in one.taken_back}
    return tuple(one for one in corrections if one.article in present and one.corrects not in told)


def _clearest(ranked: Sequence[Incident], most: int) -> Cut:
    """The first so many, in the order of their dates."""
    foremost = list(ranked[:most])
    return Cut(tuple(sorted(foremost, key=_day)), len(ranked))


def _day(incident: Incident) -> tuple[date, str]:
    start = incident.when.start if incident.when else None
    return start or incident.reported or date.max, incident.best.event.id
