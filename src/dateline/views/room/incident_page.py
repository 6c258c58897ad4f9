"""One incident: its reports side by side, who has it from whom, and where the reports differ."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from dateline.corroboration.contradictions import Contradiction
from dateline.corroboration.incidents.incident import Report
from dateline.corroboration.origins import Branch, Origins, Testimony, tree_of
from dateline.errors import ArchiveError
from dateline.records import Event, Reading, Span
from dateline.views.room.incident_lines import IncidentLine, Words, incident_lines, quoted
from dateline.views.room.reader import Reader
from dateline.views.room.story_lines import StoryLine, story_lines
from dateline.views.room.vouching import reading_of, vouched_of
from dateline.views.wording import interval_words

LONGEST = 2000
"""Characters of a quoted sentence."""
LINKED = """
SELECT other AS id, 'plan' AS how FROM incident_links WHERE incident = $1
UNION ALL SELECT incident, 'deed' FROM incident_links WHERE other = $1
"""


@dataclass(frozen=True, slots=True)
class ReportCard:
    """One report: its words, how far its article vouches for them, through whom it came, and why it is a report of this incident.

    `path` runs from the article's own outlet to the one that vouches for it; `how` says by what it passes on.
    """

    article: str
    event: str
    outlet: str
    title: str | None
    published: date | None
    factuality: str
    when: str
    quote: Words
    path: tuple[str, ...]
    how: str
    sources: tuple[str, ...]
    denies: bool
    quantities: tuple[str, ...]
    confidence: float
    reason: str
    score: float
    link_reason: str


@dataclass(frozen=True, slots=True)
class Teller:
    """An outlet in the tree of origins: the articles in which it tells it, from whom it has it, and who passes it on."""

    outlet: str
    articles: tuple[str, ...]
    sources: tuple[str, ...]
    passed_on_by: tuple[Teller, ...]


@dataclass(frozen=True, slots=True)
class ClaimWords:
    """What one report says on a disputed point."""

    article: str
    outlet: str
    published: date | None
    speakers: tuple[str, ...]
    quote: Words


@dataclass(frozen=True, slots=True)
class DisputedVersion:
    """One version of a disputed point, and who tells it so."""

    label: str
    claims: tuple[ClaimWords, ...]


@dataclass(frozen=True, slots=True)
class Dispute:
    """A point on which reports differ; `is_update` where numbers only grew."""

    point: str
    about: str
    is_update: bool
    versions: tuple[DisputedVersion, ...]


@dataclass(frozen=True, slots=True)
class IncidentPage:
    """All that is known of one incident. `plans` are what announced it, `deeds` what became of it if it is a plan."""

    line: IncidentLine
    reports: tuple[ReportCard, ...]
    origins: tuple[str, ...]
    primary_sources: tuple[tuple[str, str], ...]
    only_by_party: str | None
    loops: tuple[tuple[str, ...], ...]
    tree: tuple[Teller, ...]
    disputes: tuple[Dispute, ...]
    plans: tuple[IncidentLine, ...]
    deeds: tuple[IncidentLine, ...]
    story: StoryLine | None


def incident_page(reader: Reader, key: str) -> IncidentPage:
    """The incident with this id; raises ArchiveError where there is none."""
    lines = incident_lines(reader, [key])
    if not lines:
        raise ArchiveError(f"no incident has the id {key!r}")
    vouched = vouched_of(reader, key)
    readings = {article: reading_of(reader, article) for article in vouched.incident.articles}
    linked = reader.select(LINKED, [key])
    origins = vouched.origins
    return IncidentPage(
        line=lines[0],
        reports=tuple(_reports(vouched.incident.reports, origins, readings)),
        origins=origins.origins,
        primary_sources=tuple((source.name, source.kind) for source in origins.primary_sources),
        only_by_party=_party_name(reader, origins.only_by_party, readings.values()),
        loops=tuple(tuple(loop) for loop in origins.loops),
        tree=tuple(map(_teller, tree_of(origins))),
        disputes=tuple(_dispute(one, readings) for one in vouched.contradictions),
        plans=incident_lines(reader, [row["id"] for row in linked if row["how"] == "plan"]),
        deeds=incident_lines(reader, [row["id"] for row in linked if row["how"] == "deed"]),
        story=next(iter(story_lines(reader, [lines[0].story])), None) if lines[0].story else None,
    )


def _party_name(reader: Reader, key: str | None, readings: Iterable[Reading]) -> str | None:
    if key is None or key in reader.states:
        return reader.states.get(key or "")
    return next((actor.name for reading in readings for actor in reading.actors if actor.id == key), key)


def _reports(reports: Iterable[Report], origins: Origins, readings: Mapping[str, Reading]) -> Iterable[ReportCard]:
    testimonies = {(t.article, t.event): t for t in origins.testimonies}
    cards = [
        _card(readings[report.article], event, testimonies.get((report.article, event.id)), report.score, report.reason)
        for report in reports
        for event in readings[report.article].events
        if event.id == report.event
    ]
    return sorted(cards, key=lambda card: (card.published is None, card.published or date.min, card.outlet, card.event))


def _card(reading: Reading, event: Event, testimony: Testimony | None, score: float, link_reason: str) -> ReportCard:
    article = reading.article
    return ReportCard(
        article=article.id, event=event.id, outlet=article.outlet or "unnamed outlet", title=article.title,
        published=article.published.end if article.published else None, factuality=event.factuality,
        when=interval_words(event.date), quote=sentence_words(article.text, event.trigger),
        path=testimony.path if testimony else (), how=testimony.how if testimony else "",
        sources=tuple(source.name for source in testimony.sources) if testimony else (),
        denies=bool(testimony and testimony.denies),
        quantities=tuple(f"{article.text[slice(*q.span)]} ({q.what})" for q in event.quantities),
        confidence=event.confidence, reason=event.reason, score=score, link_reason=link_reason,
    )  # fmt: skip


def sentence_words(text: str, span: Span) -> Words:
    """The sentence around a span of an article, whole unless it is as long as a page."""
    return quoted(text, span, LONGEST)


def _teller(branch: Branch) -> Teller:
    articles = tuple(sorted({testimony.article for testimony in branch.told}))
    sources = tuple(source.name for source in branch.sources)
    return Teller(branch.outlet, articles, sources, tuple(map(_teller, branch.passed_on_by)))


def _dispute(one: Contradiction, readings: Mapping[str, Reading]) -> Dispute:
    return Dispute(one.point, one.about, one.is_update, tuple(_version(v.label, v.claims, readings) for v in one.versions))


def _version(label: str, claims: Sequence[object], readings: Mapping[str, Reading]) -> DisputedVersion:
    from dateline.corroboration.contradictions import Claim

    told = [claim for claim in claims if isinstance(claim, Claim) and claim.article in readings]
    words = (
        ClaimWords(c.article, c.outlet, c.published, c.speakers, sentence_words(readings[c.article].article.text, c.span))
        for c in told
    )
    return DisputedVersion(label, tuple(words))
