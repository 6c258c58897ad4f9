"""The brief laid out in sections: which sentence stands where. How it looks is left to text, Markdown and HTML."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from dateline.analysis.dyads import Dyad
from dateline.analysis.evidence import Evidence
from dateline.analysis.passing_on import PassingOn
from dateline.analysis.stances import Proposal
from dateline.analysis.stories import Story
from dateline.analysis.timeline import Incident
from dateline.analysis.voices import Utterance, Voice
from dateline.views.brief import MINIMUM_CONFIDENCE, Brief, Cut, Scope
from dateline.views.page import Line, Page, Row, Section, Table, cite, cite_statement
from dateline.views.wording import (
    ACTS,
    STANCE_VERBS,
    STANCES,
    balance_words,
    count,
    day_words,
    incident_label,
    interval_words,
    listing,
    period_words,
    story_title,
    tellers,
    time_words,
    trigger_words,
)

CITED = 2
"""Quotations under one incident, each of another origin."""


def brief_page(brief: Brief) -> Page:
    """All sections that have something to say."""
    sections = (
        _stories(brief),
        _timeline(brief),
        _voices(brief),
        _positions(brief),
        _dyads(brief),
        _uncertain("claimed", "Only claimed", "Somebody says so; no article vouches for it.", brief.claimed, _claimed_by),
        _uncertain("planned", "Planned or expected", "Announced, scheduled or intended; not done.", brief.planned, _claimed_by),
        _uncertain("denied", "Denied, or said not to have happened", "", brief.denied, _denied_by),
        _passing_on(brief),
        _sources(brief),
    )
    return Page(_title(brief), _subtitle(brief), _summary(brief), tuple(s for s in sections if not s.empty), _footer())


def _title(brief: Brief) -> str:
    return f"{brief.name}: {brief.scope.about}" if brief.scope.about else brief.name


def _subtitle(brief: Brief) -> str:
    asked = []
    if brief.scope.since:
        asked.append(f"from {day_words(brief.scope.since)}")
    if brief.scope.until:
        asked.append(f"until {day_words(brief.scope.until)}")
    return "Events and statements " + " ".join(asked) if asked else ""


def _summary(brief: Brief) -> tuple[str, ...]:
    articles = count(brief.articles, "article")
    copies = f" ({count(brief.copies, 'copy', 'copies')} of others, counted once)" if brief.copies else ""
    outlets = count(len(brief.outlets), "outlet")
    period = f", published {period_words(brief.first, brief.last)}" if brief.first and brief.last else ""
    if not brief.articles:
        return (
            "This archive holds no articles." if brief.scope == Scope() else "Nothing in this archive answers to what was asked.",
        )
    return (f"{articles}{copies} of {outlets}{period}.",)


def _footer() -> str:
    return (
        "Every line is followed by the words that it was read out of, the article, and the id of the record "
        "(`dateline explain ARCHIVE ID` shows why it was coded so). Read by machine: records with an estimated chance of "
        f"being right under {MINIMUM_CONFIDENCE:.0%} are left out here and kept in the archive."
    )


def _stories(brief: Brief) -> Section:
    note = "Runs of events between the same parties, those told by most outlets first."
    return Section("stories", "Main stories", note, lines=tuple(_story(story) for story in brief.stories))


def _story(story: Story) -> Line:
    lead = story.lead
    told = f"{count(len(story.incidents), 'event')} in {count(story.articles, 'article')} of {listing(story.outlets, 5)}"
    headline = f"Headline: “{lead.best.headline}”" if lead.best.headline else ""
    detail = ". ".join(part for part in (told, headline) if part)
    return Line(story_title(story), period_words(story.start, story.end), "", detail, (cite(lead.best.evidence),))


def _timeline(brief: Brief) -> Section:
    return Section("timeline", "Timeline", _cut_note(brief.timeline), lines=tuple(_incident(i) for i in brief.timeline.shown))


def _cut_note(cut: Cut) -> str:
    if len(cut.shown) == cut.total:
        return ""
    return f"The {len(cut.shown)} most widely told of {cut.total:,} events."


def _incident(incident: Incident) -> Line:
    return _event_line(incident, tellers(incident), _evidence(incident))


def _event_line(incident: Incident, detail: str, evidence: Sequence[Evidence]) -> Line:
    cited = tuple(cite(item) for item in evidence)
    return Line(incident_label(incident), time_words(incident), trigger_words(incident), detail, cited)


def _evidence(incident: Incident) -> tuple[Evidence, ...]:
    """The best telling of each origin, copies left out where there is an original."""
    by_origin: dict[str, Evidence] = {}
    for telling in incident.tellings:
        if not telling.is_copy or telling is incident.best:
            by_origin.setdefault(telling.origin, telling.evidence)
    return tuple(by_origin.values())[:CITED]


def _uncertain(key: str, title: str, note: str, cut: Cut, by: Callable[[Incident], str]) -> Section:
    notes = " ".join(part for part in (note, _cut_note(cut)) if part)
    lines = tuple(_event_line(i, _joined(by(i), f"told by {tellers(i)}"), (i.best.evidence,)) for i in cut.shown)
    return Section(key, title, notes, lines=lines)


def _claimed_by(incident: Incident) -> str:
    return f"according to {listing(names, 3)}" if (names := _speakers(incident)) else ""


def _denied_by(incident: Incident) -> str:
    names = _speakers(incident)
    return f"denied by {listing(names, 3)}" if names and incident.best.event.factuality == "denied" else ""


def _speakers(incident: Incident) -> tuple[str, ...]:
    return tuple(dict.fromkeys(t.speaker.name for t in incident.tellings if t.speaker))


def _joined(*parts: str) -> str:
    return "; ".join(part for part in parts if part)


def _voices(brief: Brief) -> Section:
    note = "The actors who speak most, and the statements most worth quoting."
    return Section("voices", "Who said what", note, lines=tuple(_voice(voice) for voice in brief.voices))


def _voice(voice: Voice) -> Line:
    office = ", ".join(part for part in (voice.role, voice.country) if part)
    cited = tuple(cite_statement(u.evidence, u.statement, _spoken(u)) for u in voice.chosen)
    return Line(voice.actor.name, detail=_joined(office, count(voice.total, "statement")), citations=cited)


def _spoken(utterance: Utterance) -> str:
    """What kind of speech it is, and when, where that is not the article's own day."""
    day = "" if utterance.day == utterance.evidence.published else interval_words(utterance.statement.date)
    return ", ".join(part for part in (ACTS.get(utterance.statement.act, ""), day) if part)


def _positions(brief: Brief) -> Section:
    matrix = brief.stances
    note = f"{len(matrix.proposals)} of {matrix.total:,} proposals." if len(matrix.proposals) < matrix.total else ""
    header = ("", *(proposal.name for proposal in matrix.proposals))
    rows = tuple(
        Row((actor.name, *(" / ".join(STANCES[s] for s in proposal.stances(actor)) for proposal in matrix.proposals)))
        for actor in matrix.actors
    )
    lines = tuple(_proposal(proposal) for proposal in matrix.proposals)
    return Section("positions", "Positions", note, Table(header, rows) if rows else None, lines)


def _proposal(proposal: Proposal) -> Line:
    cited = tuple(cite(held.evidence, f"{held.actor.name} {STANCE_VERBS[held.stance]}") for held in proposal.held)
    return Line(proposal.name, citations=cited)


def _dyads(brief: Brief) -> Section:
    note = (
        "The balance is the sum of Goldstein weights (−10 conflict, +10 cooperation) over distinct events that are vouched for."
    )
    header = ("Pair of states", "Balance", "Events", "Kind words", "Kind deeds", "Harsh words", "Harsh deeds")
    rows = tuple(_dyad(dyad) for dyad in brief.dyads)
    return Section("dyads", "Pairs of states", note, Table(header, rows, frozenset(range(1, 7))))


def _dyad(dyad: Dyad) -> Row:
    telling = dyad.most_telling
    first, second = dyad.states
    cells = (f"{first.name} – {second.name}", balance_words(dyad.balance), str(len(dyad.incidents)), *map(str, dyad.quad))
    label = f"{time_words(telling)} · {incident_label(telling)}"
    return Row(cells, (cite(telling.best.evidence, label),))


def _passing_on(brief: Brief) -> Section:
    note = "Outlets of which most of what they tell comes through others: they confirm nothing by themselves."
    return Section("passing-on", "Sources that only pass on others", note, lines=tuple(_echo(one) for one in brief.passing_on))


def _echo(one: PassingOn) -> Line:
    copied = f"{one.copies} of its {count(one.articles, 'article')} copied" if one.copies else ""
    chained = (
        f"{one.passed_on} of {count(one.records, 'statement or event', 'statements and events')} through others"
        if one.passed_on
        else ""
    )
    cited = (cite(one.example),) if one.example else ()
    return Line(one.outlet, detail=_joined(f"from {listing(one.via)}", copied, chained), citations=cited)


def _sources(brief: Brief) -> Section:
    header = ("Outlet", "Articles", "Copies", "Published")
    rows = tuple(
        Row(
            (
                o.name,
                str(o.articles),
                str(o.copies) if o.copies else "–",
                period_words(o.first, o.last) if o.first and o.last else "undated",
            )
        )
        for o in brief.outlets
    )
    return Section("sources", "Sources", "", Table(header, rows, frozenset({1, 2})))
