"""Who said what: for the actors that speak most, their statements worth quoting, spread over dates and articles."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from dateline.analysis.corpus import Corpus, published_on
from dateline.analysis.evidence import Evidence, statement_evidence
from dateline.analysis.parties import Party, person_of, state_name
from dateline.analysis.tellings import is_history
from dateline.knowledge.names import fold
from dateline.records import Actor, Reading, Statement

SHORT, LONG = 40, 260
"""Number of characters of content that make a good quotation."""


@dataclass(frozen=True, slots=True)
class Utterance:
    """One statement and its words; `day` is when it was made as far as that is known, else when its article appeared."""

    statement: Statement
    day: date | None
    evidence: Evidence

    @property
    def plain(self) -> str:
        """The words in a form that can be compared."""
        return fold(self.evidence.quote.text)


@dataclass(frozen=True, slots=True)
class Voice:
    """An actor, how many statements it made in all, and the chosen ones in order of date."""

    actor: Party
    role: str | None
    country: str | None
    total: int
    chosen: tuple[Utterance, ...]


def voices(corpus: Corpus, *, actors: int = 8, each: int = 5, minimum_confidence: float = 0.0) -> tuple[Voice, ...]:
    """The actors with most distinct statements. Outlets are no voices here: what they report stands in the timeline."""
    said: defaultdict[Party, list[tuple[Actor, Utterance]]] = defaultdict(list)
    for reading in corpus.originals:
        for actor, utterance in _utterances(reading, minimum_confidence):
            said[person_of(actor)].append((actor, utterance))
    ranked = sorted(said.items(), key=lambda item: (-len(_distinct(item[1])), item[0]))
    return tuple(_voice(party, members, each) for party, members in ranked[:actors])


def _utterances(reading: Reading, minimum: float) -> Iterable[tuple[Actor, Utterance]]:
    actors = {actor.id: actor for actor in reading.actors}
    for statement in reading.statements:
        speaker = actors.get(statement.speaker or "")
        if speaker and speaker.kind != "outlet" and not speaker.members and statement.confidence >= minimum:
            day = statement.date.end if statement.date else None
            evidence = statement_evidence(reading, statement)
            yield speaker, Utterance(statement, day or published_on(reading.article), evidence)


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
    """The best quotations, one a day and one an article as long as that goes, in order of date."""
    chosen: list[Utterance] = []
    waiting = sorted(utterances, key=lambda u: (-quotability(u), u.statement.id))
    while waiting and len(chosen) < number:
        days = {utterance.day for utterance in chosen}
        articles = {utterance.evidence.article for utterance in chosen}
        fresh = (u for u in waiting if u.day not in days and u.evidence.article not in articles)
        pick = next(fresh, waiting[0])
        chosen.append(pick)
        # What is said within the chosen statement, or holds it, would be read twice.
        waiting = [u for u in waiting if u.plain not in pick.plain and pick.plain not in u.plain]
    return tuple(sorted(chosen, key=lambda u: (u.day or date.max, u.statement.id)))


def quotability(utterance: Utterance) -> float:
    """Confidence, raised for the speaker's own words, lowered for scraps, very long contents, hearsay and old words."""
    statement = utterance.statement
    own_words = {"direct": 0.3, "mixed": 0.25, "indirect": 0.0}[statement.kind]
    length = sum(span.length for span in statement.content)
    fitting = 0.0 if SHORT <= length <= LONG else -0.3
    old = -0.5 if is_history(statement.date, utterance.evidence.published) else 0.0
    return statement.confidence + own_words + fitting + old - 0.1 * bool(statement.reported_by)
