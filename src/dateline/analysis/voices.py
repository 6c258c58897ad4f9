"""Who said what: for the actors that speak most, their statements worth quoting, spread over dates and articles."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from dateline.analysis.corpus import Corpus, published_on
from dateline.analysis.evidence import Evidence, statement_evidence
from dateline.analysis.tellings import is_history
from dateline.corroboration.parties import Party, is_proper_name, person_of, state_name
from dateline.knowledge.names import fold
from dateline.records import Actor, ActorKind, Reading, Statement

SHORT, LONG = 50, 230
"""Number of characters of content that make a good quotation."""
SCRAP = 25
"""A part of an interrupted content that is shorter than this is hardly a part of it."""
LEADING = 4
"""So many states are what the corpus is about; words that name one of them belong to its matter."""
THIRD_PERSON = frozenset(("he", "she", "it", "they", "his", "her", "its", "their", "this", "that", "to"))
"""First words of reported speech that leave open who or what is meant, or lack a subject."""
VOCAL: frozenset[ActorKind] = frozenset(
    ("person", "state", "government_body", "intergovernmental", "armed_group", "company"),
)
"""Outlets are no voices: what they report stands in the timeline. Nor are "experts" and "a statement"."""


@dataclass(frozen=True, slots=True)
class Utterance:
    """One statement and its words; `day` is when it was made as far as that is known, else when its article appeared.

    `plain` is the words in a form that can be compared; `by_name` says whether the sentence names the speaker,
    `on_matter` whether the words name one of the states that the corpus is about.
    """

    statement: Statement
    day: date | None
    evidence: Evidence
    plain: str
    by_name: bool
    on_matter: bool


@dataclass(frozen=True, slots=True)
class Voice:
    """An actor, how many statements it made in all, and the chosen ones in order of date."""

    actor: Party
    role: str | None
    country: str | None
    total: int
    chosen: tuple[Utterance, ...]


def voices(corpus: Corpus, *, actors: int = 8, each: int = 5, minimum_confidence: float = 0.0) -> tuple[Voice, ...]:
    """The actors with most distinct statements."""
    matter = _leading_states(corpus)
    said: defaultdict[Party, list[tuple[Actor, Utterance]]] = defaultdict(list)
    for reading in corpus.originals:
        for actor, utterance in _utterances(reading, minimum_confidence, matter):
            said[person_of(actor)].append((actor, utterance))
    ranked = sorted(said.items(), key=lambda item: (-len(_distinct(item[1])), item[0]))
    return tuple(_voice(party, members, each) for party, members in ranked[:actors])


def _leading_states(corpus: Corpus) -> frozenset[str]:
    """Countries of the states that most articles mention."""
    counted = Counter(c for r in corpus.originals for c in {a.country for a in r.actors if a.kind == "state" and a.country})
    return frozenset(country for country, _ in counted.most_common(LEADING))


def _utterances(reading: Reading, minimum: float, matter: frozenset[str]) -> Iterable[tuple[Actor, Utterance]]:
    actors = {actor.id: actor for actor in reading.actors}
    subject = sorted(span for a in reading.actors if a.country in matter for span in a.mentions)
    for statement in reading.statements:
        speaker = actors.get(statement.speaker or "")
        if speaker and statement.confidence >= minimum and _is_voice(speaker):
            day = statement.date.end if statement.date else None
            evidence = statement_evidence(reading, statement)
            on_matter = any(content.contains(span) for content in statement.content for span in subject)
            by_name = _is_named(reading.article.text, statement, speaker)
            plain = fold(evidence.quote.text)
            yield speaker, Utterance(statement, day or published_on(reading.article), evidence, plain, by_name, on_matter)


def _is_voice(actor: Actor) -> bool:
    return actor.kind in VOCAL and not actor.members and is_proper_name(actor.name)


def _is_named(text: str, statement: Statement, speaker: Actor) -> bool:
    """Whether the source gives a part of the speaker's name, so that a reader sees at once that it is the speaker."""
    # A headline has no room for who said it when; the sentence below it has.
    if any(span.start < text.find("\n") for span in statement.content):
        return False
    source = " ".join(text[span.start : span.end] for span in statement.source)
    return any(word in source for word in speaker.name.split() if word[:1].isupper())


def _voice(party: Party, members: Sequence[tuple[Actor, Utterance]], each: int) -> Voice:
    distinct = _distinct(members)
    roles = Counter(actor.role for actor, _ in members if actor.role)
    countries = Counter(actor.country for actor, _ in members if actor.country)
    country = state_name(countries.most_common(1)[0][0]) if countries and not party.is_state else None
    role = roles.most_common(1)[0][0] if roles else None
    return Voice(party, role, country, len(distinct), choose(distinct, each))


def _distinct(members: Sequence[tuple[Actor, Utterance]]) -> list[Utterance]:
    """Of statements in the same words, the most certain one."""
    by_words: dict[str, Utterance] = {}
    for _, utterance in sorted(members, key=lambda m: (-m[1].statement.confidence, m[1].statement.id)):
        by_words.setdefault(utterance.plain, utterance)
    return list(by_words.values())


def choose(utterances: Sequence[Utterance], number: int) -> tuple[Utterance, ...]:
    """The best quotations, one a month, else one a day and one an article, as long as that goes; in order of date."""
    chosen: list[Utterance] = []
    waiting = sorted(utterances, key=lambda u: (-quotability(u), u.statement.id))
    while waiting and len(chosen) < number:
        pick = max(waiting, key=lambda u: _freshness(u, chosen))
        chosen.append(pick)
        # What is said within the chosen statement, or holds it, would be read twice.
        waiting = [u for u in waiting if u.plain not in pick.plain and pick.plain not in u.plain]
    return tuple(sorted(chosen, key=lambda u: (u.day or date.max, u.statement.id)))


def _freshness(utterance: Utterance, chosen: Sequence[Utterance]) -> float:
    """Quotability, lowered for what stands near to a chosen one."""
    same_article = any(utterance.evidence.article == other.evidence.article for other in chosen)
    same_day = any(utterance.day == other.day for other in chosen)
    same_month = any(_month(utterance) == _month(other) for other in chosen)
    return quotability(utterance) - 0.3 * (same_article or same_day) - 0.2 * same_month


def _month(utterance: Utterance) -> tuple[int, int] | None:
    return (utterance.day.year, utterance.day.month) if utterance.day else None


def quotability(utterance: Utterance) -> float:
    """Confidence, raised for the speaker's own words on the matter, lowered for scraps, hearsay and old words."""
    statement = utterance.statement
    score = statement.confidence + {"direct": 0.3, "mixed": 0.25, "indirect": 0.0}[statement.kind]
    score += 0.2 * utterance.by_name + 0.2 * utterance.on_matter + 0.1 * (statement.act not in ("say", "claim", "report"))
    score -= 0.1 * bool(statement.reported_by) + 0.3 * _is_scrappy(utterance)
    return score - 0.5 * is_history(statement.date, utterance.evidence.published)


def _is_scrappy(utterance: Utterance) -> bool:
    """Too short, too long, begun within a sentence, about one cannot see whom, or in parts that are scraps."""
    statement, words = utterance.statement, utterance.evidence.quote.text
    length = sum(span.length for span in statement.content)
    shortest = min(span.length for span in statement.content) if statement.content else 0
    broken = len(statement.content) > 1 and (shortest < SCRAP or statement.kind != "direct")
    begun = statement.kind == "direct" and words.lstrip("“\"'‘")[:1].islower()
    unclear = statement.kind != "direct" and words.split(" ", 1)[0].casefold() in THIRD_PERSON
    return not SHORT <= length <= LONG or broken or begun or unclear
