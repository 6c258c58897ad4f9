"""The brief laid out in sections: which sentence stands where. How it looks is left to text, Markdown and HTML."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from dateline.analysis.corpus import outlet_of, published_on
from dateline.analysis.dyads import Dyad
from dateline.analysis.evidence import Evidence
from dateline.analysis.incidents import Incident
from dateline.analysis.passing_on import PassingOn
from dateline.analysis.stances import Held, Proposal
from dateline.analysis.stories import Story
from dateline.analysis.tellings import Telling
from dateline.analysis.voices import Utterance, Voice
from dateline.knowledge.comment_headlines import is_comment
from dateline.records import Stance
from dateline.views.brief import MINIMUM_CONFIDENCE, Brief, Cut, OutletLine, Scope
from dateline.views.disputes import contradiction_line, correction_line
from dateline.views.page import BRIEF, MIDDLING, Citation, Line, Page, Row, Section, Table, cite, cite_statement
from dateline.views.reviewed import marked, reviewed_words
from dateline.views.vouching import vouching_words
from dateline.views.wording import (
    ACTS,
    STANCE_VERBS,
    balance_words,
    count,
    day_words,
    incident_label,
    interval_words,
    listing,
    period_words,
    plural_verb,
    speaker_names,
    story_kinds,
    story_label,
    time_words,
)

OUTLETS = 16
"""So many outlets a short brief names, those with most articles."""
TITLE = 110
"""Characters of a headline; a longer one is no headline alone."""
ORIGINS = (
    "Origins are outlets that tell it on their own and not from another outlet; "
    "primary sources are those who saw it, said it or wrote it."
)
COLUMNS: tuple[tuple[str, tuple[Stance, ...]], ...] = (
    ("For", ("support",)),
    ("Under a condition, or neutral", ("conditional", "neutral")),
    ("Against", ("oppose",)),
)


def brief_page(brief: Brief) -> Page:
    """All sections that have something to say."""
    sections = (
        _headlines(brief),
        _stories(brief),
        _disputes(brief),
        _voices(brief),
        _positions(brief),
        _dyads(brief),
        _uncertain("claimed", "Only claimed", "Somebody says so; no article vouches for it.", brief.claimed, _claimed_by),
        _uncertain("planned", "Planned or expected", "Announced or intended, and not told as done.", brief.planned, _claimed_by),
        _uncertain("denied", "Denied, or said not to have happened", "", brief.denied, _denied_by),
        _passing_on(brief),
        _sources(brief),
    )
    page = Page(_title(brief), _subtitle(brief), _summary(brief), tuple(s for s in sections if not s.empty), _footer(brief))
    return marked(page, brief.reviewed.marks)


def _title(brief: Brief) -> str:
    return f"{brief.name}: {brief.scope.about}" if brief.scope.about else brief.name


def _subtitle(brief: Brief) -> str:
    """What was asked for, so that nobody takes a part for the whole."""
    scope = brief.scope
    if scope == Scope():
        return ""
    asked = [f"concerns {scope.about}"] if scope.about else []
    if scope.since or scope.until:
        bounds = (
            f"from {day_words(scope.since)}" if scope.since else "",
            f"until {day_words(scope.until)}" if scope.until else "",
        )
        asked.append(f"happened or was said {' '.join(bound for bound in bounds if bound)}")
    left = f"{brief.articles:,} of the archive’s {count(brief.archived, 'article')} have any of it"
    return f"Filtered: only what {' and '.join(asked)}; {left}."


def _summary(brief: Brief) -> tuple[str, ...]:
    if not brief.articles:
        return (
            "This archive holds no articles." if brief.scope == Scope() else "Nothing in this archive answers to what was asked.",
        )
    articles = count(brief.articles, "article")
    copies = f" ({count(brief.copies, 'copy', 'copies')} of others, counted once)" if brief.copies else ""
    outlets = count(len(brief.outlets), "outlet")
    period = f", published {period_words(brief.first, brief.last)}" if brief.first and brief.last else ""
    about = f" Most often involved: {listing([party.name for party in brief.leading])}." if brief.leading else ""
    return (f"{articles}{copies} of {outlets}{period}.{about}", *reviewed_words(brief.reviewed))


def _footer(brief: Brief) -> str:
    more = "" if brief.depth.every_outlet else " `dateline brief ARCHIVE --full` shows more of everything."
    return (
        "Read by machine. Every line is followed by the words that it was read out of, the article, and the id of the record: "
        "`dateline explain ARCHIVE ID` shows why it was coded so, `dateline cite ARCHIVE ID` how to cite it. "
        "Records with an estimated chance of being right under "
        f"{MINIMUM_CONFIDENCE:.0%} are left out here and kept in the archive.{more}"
    )


def _stories(brief: Brief) -> Section:
    note = "What most outlets tell, in order of time: how each story began, its foremost event, and how it ended."
    return Section("stories", "Main stories", note, lines=tuple(_story(story) for story in brief.stories))


def _story(story: Story) -> Line:
    """Under the headline that tells it best, if there is one."""
    kinds = story_kinds(story)
    told = f"{count(len(story.incidents), 'event')} in {count(len(story.articles), 'article')} of {listing(story.outlets, 4)}"
    cited = tuple(cite(i.best.evidence, _milestone(i), BRIEF) for i in story.milestones)
    when, article = period_words(story.start, story.end), story.headline
    if article is None or not article.title:
        return Line(incident_label(story.lead), when, "", _joined(kinds if len(story.incidents) > 1 else "", told), cited)
    named = f"headline of {outlet_of(article)}, {day_words(published_on(article))}"
    return Line(" ".join(article.title.split()), when, "", _joined(f"{story_label(story)}: {kinds}", told, named), cited)


def _milestone(incident: Incident) -> str:
    return f"{time_words(incident)} · {incident_label(incident)}, {count(len(incident.origins), 'origin')}"


def _headlines(brief: Brief) -> Section:
    cut = _cut_note(brief.headlines, "that most outlets vouch for")
    lines = tuple(_headline(incident, brief.depth.cited) for incident in brief.headlines.shown)
    return Section("headlines", "Headlines", f"{ORIGINS} {cut}".rstrip(), lines=lines)


def _headline(incident: Incident, most: int) -> Line:
    titled = ((" ".join(t.headline.text.split()), t.evidence.outlet) for t in incident.tellings if t.headline and _heads(t))
    title = next((f"“{words}”, {outlet}" for words, outlet in titled if len(words) <= TITLE and not is_comment(words)), "")
    return _event_line(incident, _joined(title, vouching_words(incident.vouching)), _evidence(incident, most))


def _heads(telling: Telling) -> bool:
    return telling.event.in_headline and not telling.is_copy and telling.lateness == 0


def _cut_note(cut: Cut, which: str) -> str:
    if len(cut.shown) == cut.total:
        return ""
    return f"The {len(cut.shown)} {which} of {count(cut.total, 'event')}."


def _event_line(incident: Incident, detail: str, evidence: Sequence[Evidence]) -> Line:
    return Line(
        incident_label(incident), time_words(incident), "", detail, tuple(cite(item, limit=MIDDLING) for item in evidence)
    )


def _evidence(incident: Incident, most: int) -> tuple[Evidence, ...]:
    """The best telling of each origin, copies left out where there is an original."""
    by_origin: dict[str, Evidence] = {}
    for telling in incident.tellings:
        if not telling.is_copy or telling is incident.best:
            by_origin.setdefault(incident.origin_of(telling), telling.evidence)
    return tuple(by_origin.values())[:most]


def _disputes(brief: Brief) -> Section:
    shown, total = brief.disputes.shown, brief.disputes.total
    cut = f"{len(shown)} of {total:,} points on which articles differ. " if len(shown) < total else ""
    lines = [contradiction_line(incident, one, brief.readings) for incident, one in shown]
    lines += [correction_line(one, brief.readings) for one in brief.corrections]
    note = f"{cut}Reports of one event that cannot all be true, side by side; what its own outlet has corrected counts no more."
    return Section("disputes", "Contradictions and corrections", note, lines=tuple(lines))


def _uncertain(key: str, title: str, note: str, cut: Cut, by: Callable[[Incident], str]) -> Section:
    notes = " ".join(part for part in (note, _cut_note(cut, "clearest")) if part)
    lines = tuple(_event_line(i, _joined(by(i), f"{vouching_words(i.vouching)}"), (i.best.evidence,)) for i in cut.shown)
    return Section(key, title, notes, lines=lines)


def _claimed_by(incident: Incident) -> str:
    return f"according to {listing(names, 3)}" if (names := speaker_names(incident)) else ""


def _denied_by(incident: Incident) -> str:
    names = speaker_names(incident)
    return f"denied by {listing(names, 3)}" if names and incident.best.event.factuality == "denied" else ""


def _joined(*parts: str) -> str:
    return "; ".join(part for part in parts if part)


def _voices(brief: Brief) -> Section:
    note = "Those who speak most, and statements of theirs worth quoting."
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
    cut = f" {len(matrix.proposals)} of {matrix.total:,} proposals." if len(matrix.proposals) < matrix.total else ""
    rows = tuple(_proposal(proposal, brief.depth.stands) for proposal in matrix.proposals)
    header = ("Proposal", *(title for title, _ in COLUMNS))
    note = f"Those who speak for a state stand in its name.{cut}"
    return Section("positions", "Positions", note, Table(header, rows) if rows else None)


def _proposal(proposal: Proposal, most: int) -> Row:
    cells = (listing([p.name for s in stances for p in proposal.holding(s)]) or "–" for _, stances in COLUMNS)
    by_words: dict[tuple[Stance, str], list[Held]] = {}
    for held in proposal.held:
        by_words.setdefault((held.stance, held.evidence.quote.text), []).append(held)
    return Row((_capital(proposal.name), *cells), tuple(_stand(group) for group in list(by_words.values())[:most]))


def _stand(group: Sequence[Held]) -> Citation:
    """Several actors of whom the same words tell the same stance in one line."""
    names = list(dict.fromkeys(f"{h.actor.name} ({h.person.name})" if h.person else h.actor.name for h in group))
    verb = STANCE_VERBS[group[0].stance]
    return cite(group[0].evidence, f"{listing(names)} {plural_verb(verb) if len(names) > 1 else verb}", BRIEF)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _dyads(brief: Brief) -> Section:
    note = (
        "Distinct events that are vouched for, and the most widely told of them. The balance is the sum of their Goldstein "
        "weights, from −10 for conflict to +10 for cooperation."
    )
    header = ("Pair of states", "Events", "Balance", "Per event", "Kind words", "Kind deeds", "Harsh words", "Harsh deeds")
    rows = tuple(_dyad(dyad) for dyad in brief.dyads)
    return Section("dyads", "Pairs of states", note, Table(header, rows, frozenset(range(1, 8))))


def _dyad(dyad: Dyad) -> Row:
    telling = dyad.most_telling
    first, second = dyad.states
    mean = "–" if dyad.mean is None else balance_words(dyad.mean)
    numbers = (str(len(dyad.incidents)), balance_words(dyad.balance), mean, *map(str, dyad.quad))
    label = f"{time_words(telling)} · {incident_label(telling)}"
    return Row((f"{first.name} – {second.name}", *numbers), (cite(telling.best.evidence, label, MIDDLING),))


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
    through = [f"{one.outlet} (by {count(one.others, 'outlet')})" for one in brief.relayed]
    lines = [Line("Passed on most", detail=listing(through))] if through else []
    if brief.depth.every_outlet:
        header = ("Outlet", "Articles", "Copies", "Published")
        rows = tuple(_outlet(outlet) for outlet in brief.outlets)
        return Section("sources", "Sources", "", Table(header, rows, frozenset({1, 2})), tuple(lines))
    articles = [f"{o.name} {o.articles}" + (f" ({count(o.copies, 'copy', 'copies')})" if o.copies else "") for o in brief.outlets]
    own = [Line("Articles by outlet", detail=listing(articles, OUTLETS))] if articles else []
    return Section("sources", "Sources", lines=(*own, *lines))


def _outlet(outlet: OutletLine) -> Row:
    period = period_words(outlet.first, outlet.last) if outlet.first and outlet.last else "undated"
    return Row((outlet.name, str(outlet.articles), str(outlet.copies) if outlet.copies else "–", period))
