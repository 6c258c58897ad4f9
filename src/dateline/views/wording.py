"""The words in which views write dates, actors, events and chains: one place, so that text, Markdown and pages agree."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date

from dateline.analysis.evidence import Evidence
from dateline.analysis.incidents import Incident, common_mode
from dateline.analysis.stories import Story
from dateline.corroboration.parties import Party, is_proper_name
from dateline.knowledge.event_words import EventWords, event_words
from dateline.records import Act, DateInterval, Stance

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
NO_DATE = "undated"
SMALLEST = 0.05
"""A balance nearer to nothing than this is written as nothing."""
UNNAMED = "an unnamed source"
STANCES: dict[Stance, str] = {
    "support": "supports",
    "oppose": "opposes",
    "conditional": "under a condition",
    "neutral": "neutral",
}

STANCE_VERBS: dict[Stance, str] = {
    "support": "supports",
    "oppose": "opposes",
    "conditional": "accepts under a condition",
    "neutral": "is neutral",
}
ACTS: dict[Act, str] = {
    "deny": "denies",
    "warn": "warns",
    "threaten": "threatens",
    "promise": "promises",
    "offer": "offers",
    "request": "asks",
    "accuse": "accuses",
    "praise": "praises",
    "agree": "agrees",
    "reject": "rejects",
    "believe": "believes",
    "intend": "intends",
}
"""Acts worth naming; to say, claim and report is what all statements do."""


def says(act: str) -> str:
    """The act of a statement as a verb: "denies"; "says" where it is worth no other."""
    return next((verb for name, verb in ACTS.items() if name == act), "says")


def day_words(day: date | None) -> str:
    """For example "12 March 2025"."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}" if day else NO_DATE


def interval_words(when: DateInterval | None) -> str:
    """As precise as the interval: a day, a stretch of days, a month, a year; open bounds as `from` and `until`."""
    if when is None or (when.start is None and when.end is None):
        return NO_DATE
    if when.start is None:
        return f"until {day_words(when.end)}"
    if when.end is None:
        return f"from {day_words(when.start)}"
    return period_words(when.start, when.end)


def event_day(when: DateInterval | None) -> str:
    """As `interval_words`; where the text dates nothing and the article's day stands in, "reported 10 May 2018"."""
    return f"reported {interval_words(when)}" if when is not None and when.basis == "published" else interval_words(when)


def period_words(start: date, end: date) -> str:
    """For example "3–9 March 2025", "March 2025", "2025", "28 February – 3 March 2025": nothing said twice."""
    if start == end:
        return day_words(start)
    if whole := _whole_months(start, end):
        return whole
    if (start.year, start.month) == (end.year, end.month):
        return f"{start.day}–{day_words(end)}"
    if start.year == end.year:
        return f"{start.day} {MONTHS[start.month - 1]} – {day_words(end)}"
    return f"{day_words(start)} – {day_words(end)}"


def _whole_months(start: date, end: date) -> str | None:
    after = date.fromordinal(end.toordinal() + 1)
    if start.day != 1 or after.day != 1:
        return None
    if (start.month, end.month) == (1, 12):
        return str(start.year) if start.year == end.year else f"{start.year}–{end.year}"
    if (start.year, start.month) == (end.year, end.month):
        return f"{MONTHS[start.month - 1]} {start.year}"
    first = MONTHS[start.month - 1] if start.year == end.year else f"{MONTHS[start.month - 1]} {start.year}"
    return f"{first} – {MONTHS[end.month - 1]} {end.year}"


def listing(names: Sequence[str], most: int | None = None) -> str:
    """For example "A, B and C"; beyond `most` names only their number: "A, B and 3 more"."""
    if most is not None and len(names) > most:
        return f"{', '.join(names[:most])} and {len(names) - most} more"
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"


def count(number: int, noun: str, plural: str = "") -> str:
    """For example "1 article", "2 articles"."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def party_names(parties: Sequence[Party], most: int = 4) -> str:
    """Names of parties; a long coalition is cut."""
    return listing([party.name for party in parties], most)


def time_words(incident: Incident) -> str:
    """The date of the event; for an undated one when it was reported."""
    if incident.when is None and incident.reported:
        return f"reported {day_words(incident.reported)}"
    return interval_words(incident.when)


def sides(incident: Incident) -> str:
    """For example "Sudan → Ethiopia and Egypt"; without a direction "Ethiopia and Sudan", without a doer "on Sudan"."""
    if not incident.sources:
        return f"on {party_names(incident.targets)}" if incident.targets else ""
    if event_words(incident.type).symmetric or not incident.targets:
        return party_names(incident.parties)
    return f"{party_names(incident.sources)} → {party_names(incident.targets)}"


def deed(incident: Incident) -> str:
    """What was done, in a noun that fits the article's words: "rejection", "telephone call", "cancellation"."""
    return _words(incident).noun


def _words(incident: Incident) -> EventWords:
    return event_words(incident.type, common_mode(incident), incident.best.evidence.quote.words)


def incident_label(incident: Incident) -> str:
    """For example "Sudan → Ethiopia: rejection"; where nobody is known to have done it "killing in Kamashi" or "killing"."""
    if incident.sources:
        return f"{sides(incident)}: {deed(incident)}"
    place = next((t.event.place.name for t in incident.tellings if t.event.place), "")
    return " ".join(part for part in (deed(incident), sides(incident), f"in {place}" if place else "") if part)


def speaker_names(incident: Incident) -> tuple[str, ...]:
    """Who says so, each once; whoever has no proper name is an unnamed source, and named only where nobody else is."""
    speakers = dict.fromkeys(t.speaker for t in incident.tellings if t.speaker)
    names = [speaker.name for speaker in speakers if is_proper_name(speaker.name)]
    named = tuple(name for name in names if not any(_is_short_for(name, other) for other in names))
    return named or ((UNNAMED,) if speakers else ())


def _is_short_for(name: str, other: str) -> bool:
    """Whether the one is the last part of the other: "Trump" of "Donald Trump"."""
    return other.endswith(f" {name}")


def chain_words(chain: Sequence[str]) -> str:
    """For example "via Daily Express, via Reuters", outermost first; empty for no chain."""
    return ", ".join(f"via {outlet}" for outlet in chain)


def evidence_place(evidence: Evidence) -> str:
    """For example "Nile Post, 12 March 2025, via Reuters"."""
    parts = [evidence.outlet, day_words(evidence.published), chain_words(evidence.reported_by)]
    return ", ".join(part for part in parts if part and part != NO_DATE)


def story_label(story: Story) -> str:
    """For example "North Korea and United States"."""
    return party_names(story.parties)


def story_kinds(story: Story) -> str:
    """For example "threats, accusation": the kinds of its incidents that are told most, the undated ones left out."""
    told: Counter[EventWords] = Counter()
    number: Counter[EventWords] = Counter()
    for incident in story.incidents:
        if incident.when is not None or incident is story.lead:
            told[_words(incident)] += len(incident.origins)
            number[_words(incident)] += 1
    return ", ".join(words.noun if number[words] == 1 else words.plural for words, _ in told.most_common(3))


def plural_verb(verb: str) -> str:
    """The form for several actors: "supports" is "support", "is neutral" is "are neutral"."""
    first, _, rest = verb.partition(" ")
    return " ".join(part for part in ("are" if first == "is" else first.removesuffix("s"), rest) if part)


def balance_words(balance: float) -> str:
    """For example "+3.5", "−12.0", with a real minus sign."""
    return f"{balance:+.1f}".replace("-", "−") if abs(balance) >= SMALLEST else "0.0"
