"""The notes beside an article: each statement, event and position in a line, with what is behind it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dateline.knowledge.event_words import event_words
from dateline.records import Actor, Event, Position, Reading, Statement
from dateline.views.wording import STANCE_VERBS, chain_words, event_day, listing, says

Reports = Mapping[str, tuple[str, int, int]]
"""For each event its incident, and of that the number of articles and of outlets."""


@dataclass(frozen=True, slots=True)
class Note:
    """A record in a line: `head` says it, `fields` name the rest. `at` is where it begins in the text.

    `incident` is what the event is a report of, told by `articles` articles of `outlets` outlets.
    """

    id: str
    kind: str
    head: str
    at: int
    fields: tuple[tuple[str, str], ...]
    confidence: float
    reason: str
    incident: str | None = None
    articles: int = 0
    outlets: int = 0
    quad: str = ""
    factuality: str = ""


def notes_of(reading: Reading, reports: Reports) -> tuple[Note, ...]:
    """A note for each record of the reading."""
    actors = {actor.id: actor for actor in reading.actors}
    return (
        *(_statement(one, reading, actors) for one in reading.statements),
        *(_event(one, reading, actors, reports) for one in reading.events),
        *(_position(one, actors) for one in reading.positions),
    )


def _name(actors: Mapping[str, Actor], key: str | None, nobody: str = "somebody unnamed") -> str:
    actor = actors.get(key or "")
    return actor.name if actor else nobody


def _names(actors: Mapping[str, Actor], keys: Sequence[str]) -> str:
    return listing([_name(actors, key) for key in keys], 4)


def _kept(*fields: tuple[str, str]) -> tuple[tuple[str, str], ...]:
    return tuple((name, value) for name, value in fields if value)


def _statement(one: Statement, reading: Reading, actors: Mapping[str, Actor]) -> Note:
    who = _name(actors, one.speaker)
    head = f"{who} {ACTS.get(one.act, 'says')}"
    if one.addressees:
        head += f" (to {_names(actors, one.addressees)})"
    at = min((span.start for span in (*one.cue, *one.content, *one.source)), default=0)
    inside = next((s for s in reading.statements if s.id == one.inside), None)
    fields = _kept(
        ("quotation", {"direct": "verbatim", "mixed": "partly verbatim"}.get(one.kind, "")),
        ("came", chain_words(one.reported_by)),
        ("within", f"what {_name(actors, inside.speaker)} says" if inside else ""),
        ("said", event_day(one.date) if one.date else ""),
    )
    return Note(one.id, "statement", head, at, fields, one.confidence, one.reason)


def _event(one: Event, reading: Reading, actors: Mapping[str, Actor], reports: Reports) -> Note:
    words = event_words(one.type, one.mode, reading.article.text[slice(*one.trigger)])
    sources, targets = _names(actors, one.sources), _names(actors, one.targets)
    arrow = f"{sources or 'somebody'} → {targets}" if targets else sources
    incident, articles, outlets = reports.get(one.id, (None, 0, 0))
    return Note(
        id=one.id, kind="event", head=f"{arrow}: {words.noun}" if arrow else words.noun, at=one.trigger.start,
        fields=_kept(
            ("type", f"{one.type}{f', {one.mode}' if one.mode else ''}{f' (CAMEO {one.cameo})' if one.cameo else ''}"),
            ("when", event_day(one.date) if one.date else ""), ("where", one.place.name if one.place else ""),
            ("numbers", listing([f"{reading.article.text[slice(*q.span)]} ({q.what})" for q in one.quantities])),
            ("came", chain_words(one.reported_by)), ("said by", _sayer(one, reading, actors)),
        ),
        confidence=one.confidence, reason=one.reason, incident=incident, articles=articles, outlets=outlets,
        quad=words.quad_class, factuality=one.factuality,
    )  # fmt: skip


def _sayer(one: Event, reading: Reading, actors: Mapping[str, Actor]) -> str:
    return next((_name(actors, s.speaker) for s in reading.statements if s.id == one.statement), "")


def _position(one: Position, actors: Mapping[str, Actor]) -> Note:
    head = f"{_name(actors, one.actor)} {STANCE_VERBS[one.stance]}: {one.proposal}"
    return Note(
        one.id, "position", head, one.evidence.start, _kept(("came", chain_words(one.reported_by))), one.confidence, one.reason
    )
