"""One record of an archive, its words in context, and why it was coded so."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from dateline.archive.archive import Archive
from dateline.errors import ArchiveError
from dateline.knowledge.event_words import event_words
from dateline.records import Actor, Article, Event, Factuality, Place, Position, Quantity, Reading, Span, Statement
from dateline.views.wording import STANCES, chain_words, event_day, interval_words, listing, period_words

RecordKind = Literal["article", "actor", "statement", "event", "position"]
SHORTEST_PREFIX = 6
MANY = 5
"""Ids that an error lists at most."""

FACTUALITIES: dict[Factuality, str] = {
    "actual": "actual: the article vouches for it",
    "claimed": "claimed: somebody says so, the article does not vouch for it",
    "planned": "planned: intended, scheduled or expected",
    "hypothetical": "hypothetical: conditional or merely possible",
    "denied": "denied: somebody says that it is not so",
    "negated": "negated: the article says that it did not happen",
}

FIND = """
SELECT 'article' AS kind, id, id AS article, number FROM articles WHERE starts_with(id, $1)
UNION ALL SELECT 'actor', id, article, number FROM actors WHERE starts_with(id, $1)
UNION ALL SELECT 'statement', id, article, number FROM statements WHERE starts_with(id, $1)
UNION ALL SELECT 'event', id, article, number FROM events WHERE starts_with(id, $1)
UNION ALL SELECT 'position', id, article, number FROM positions WHERE starts_with(id, $1)
"""
NEAREST = """
SELECT id FROM (
    SELECT id FROM articles UNION SELECT id FROM actors UNION SELECT id FROM statements UNION SELECT id FROM events
    UNION SELECT id FROM positions
) ORDER BY levenshtein(id, $1), id LIMIT 3
"""


@dataclass(frozen=True, slots=True)
class Highlight:
    """Words to mark: their offsets in the article's text, and what they are in the record."""

    span: Span
    role: str


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph of the article: its offsets in the article's text, its words, and what to mark in it."""

    span: Span
    text: str
    highlights: tuple[Highlight, ...]


@dataclass(frozen=True, slots=True)
class Related:
    """Another record that this one is linked to: how, which, and its words."""

    relation: str
    kind: RecordKind
    id: str
    words: str


@dataclass(frozen=True, slots=True)
class Explanation:
    """A record in words. Articles and actors have no `confidence`; `elsewhere` are other articles with a record of this id."""

    id: str
    kind: RecordKind
    fields: tuple[tuple[str, str], ...]
    article: Article
    passages: tuple[Passage, ...]
    reason: str
    confidence: float | None
    related: tuple[Related, ...]
    elsewhere: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Account:
    """What the kinds of records differ in."""

    fields: Sequence[tuple[str, str | None]]
    highlights: Sequence[Highlight]
    reason: str
    confidence: float | None
    related: Sequence[Related] = ()


def explain(archive: Archive, record_id: str) -> Explanation:
    """The record with this id, or with the only id that begins so (six characters or more).

    An id that stands in several articles (an actor) is explained from the first of them. Raises ArchiveError where no record or
    more than one has such an id.
    """
    found, *others = _find(archive, record_id.strip())
    reading = archive.reading(found.article)
    account = ACCOUNTS[found.kind](reading, found.id)
    related = [*account.related, *_copies(archive, found), *_one_with(archive, found)]
    return Explanation(
        id=found.id,
        kind=found.kind,
        fields=tuple((name, value) for name, value in account.fields if value),
        article=reading.article,
        passages=tuple(_passages(reading.article.text, account.highlights)),
        reason=account.reason,
        confidence=account.confidence,
        related=tuple(related),
        elsewhere=tuple(other.article for other in others),
    )


@dataclass(frozen=True, slots=True)
class _Found:
    kind: RecordKind
    id: str
    article: str
    number: int


def _find(archive: Archive, prefix: str) -> list[_Found]:
    """The places where the one record of this id stands, in the order of adding."""
    if len(prefix) < SHORTEST_PREFIX:
        raise ArchiveError(f"{prefix!r} is too short for an id (give at least {SHORTEST_PREFIX} characters of it)")
    found = [_Found(**row) for row in archive.select(f"{FIND} ORDER BY number, article", [prefix])]
    exact = [place for place in found if place.id == prefix]
    ids = sorted({place.id for place in exact or found})
    if not ids:
        raise ArchiveError(_unknown(archive, prefix))
    if len(ids) > 1:
        more = f" and {len(ids) - MANY} more" if len(ids) > MANY else ""
        raise ArchiveError(f"{len(ids)} ids begin with {prefix!r}: {', '.join(ids[:MANY])}{more} (give more characters)")
    return exact or found


def _unknown(archive: Archive, prefix: str) -> str:
    near = [row["id"] for row in archive.select(NEAREST, [prefix])]
    hint = f"the nearest are {', '.join(near)}" if near else "the archive holds no records yet"
    if archive.corrections.known(prefix):
        hint = f"it was rejected, or stood in an earlier reading: `dateline cite ARCHIVE {prefix}` answers; {hint}"
    return f"{archive.path}: no record has the id {prefix!r} ({hint}; `dateline export` lists all)"


def _passages(text: str, highlights: Sequence[Highlight]) -> Iterator[Passage]:
    """The paragraphs in which something is to be marked."""
    start = 0
    for line in text.splitlines(keepends=True):
        paragraph = Span(start, start + len(line.rstrip()))
        marked = tuple(sorted({mark for mark in highlights if mark.span.overlaps(paragraph)}, key=lambda mark: mark.span))
        if marked:
            yield Passage(paragraph, text[paragraph.start : paragraph.end], marked)
        start += len(line)


def _copies(archive: Archive, found: _Found) -> Iterator[Related]:
    for copy in archive.copies():
        if copy.article == found.article:
            yield Related("its article is a copy of", "article", copy.original, copy.reason)
        elif copy.original == found.article:
            yield Related("its article is copied by", "article", copy.article, copy.reason)


def _one_with(archive: Archive, found: _Found) -> Iterator[Related]:
    """The other ids of an actor, each with the decision that joined it."""
    if found.kind != "actor":
        return
    others = set(archive.actors.members(archive.actors.identity(found.id))) - {found.id}
    for decision in archive.actors.of_pairs_with([found.id]):
        other = decision.b if decision.a == found.id else decision.a
        if decision.stands and decision.kind == "merge" and other in others:
            others.discard(other)
            yield Related("is one actor with", "actor", other, f"decision {decision.number}: {decision.reason}")
    for other in sorted(others):
        yield Related("is one actor with", "actor", other, "through another of its ids")


def _article(reading: Reading, record_id: str) -> _Account:
    article, published = reading.article, reading.article.published
    counts = {
        "statements": reading.statements,
        "events": reading.events,
        "positions": reading.positions,
        "actors": reading.actors,
    }
    fields = [
        ("title", article.title),
        ("outlet", article.outlet),
        ("published", f"{period_words(published.start, published.end)} ({published.basis})" if published else "unknown"),
        ("byline", article.byline),
        ("source", article.source),
        ("address", article.url),
        *((name, str(len(records))) for name, records in counts.items()),
        ("left out", "; ".join(f"{line.text} ({line.why})" for line in article.left_out)),
        ("read by version", reading.version),
    ]
    headline = [Highlight(article.headline, "headline")] if article.headline else []
    return _Account(fields, headline, "", None)


def _actor(reading: Reading, record_id: str) -> _Account:
    actor = reading.actor(record_id)
    fields = [
        ("name", actor.name),
        ("kind", actor.kind.replace("_", " ")),
        ("acts for", actor.country),
        ("code", actor.code),
        ("role", _role(actor)),
        ("conflict about the role", actor.role_conflict),
        ("other names", ", ".join(actor.aliases)),
        ("members", _names(reading, actor.members)),
    ]
    said = [_to_statement("says", s) for s in reading.statements if s.speaker == record_id]
    did = [_to_event("takes part in", e) for e in reading.events if record_id in (*e.sources, *e.targets)]
    return _Account(fields, _marks("mention", actor.mentions), actor.reason, None, [*said, *did])


def _role(actor: Actor) -> str | None:
    bounds = [f"{word} {day.isoformat()}" for word, day in (("from", actor.role_from), ("until", actor.role_until)) if day]
    return f"{actor.role} ({' '.join(bounds)})" if actor.role and bounds else actor.role


def _statement(reading: Reading, record_id: str) -> _Account:
    statement = next(s for s in reading.statements if s.id == record_id)
    fields = [
        ("speaker", _name(reading, statement.speaker) if statement.speaker else "nobody named"),
        ("kind", statement.kind),
        ("act", statement.act),
        ("said", _words(reading, statement.content)),
        ("to", _names(reading, statement.addressees)),
        ("reported by", chain_words(statement.reported_by)),
        ("date", interval_words(statement.date) if statement.date else None),
    ]
    marks = [mark for role in ("source", "cue", "content") for mark in _marks(role, getattr(statement, role))]
    outer = [_to_statement("stands within", s) for s in reading.statements if s.id == statement.inside]
    inner = [_to_statement("holds", s) for s in reading.statements if s.inside == record_id]
    events = [_to_event("carries", e) for e in reading.events if e.statement == record_id]
    return _Account(fields, marks, statement.reason, statement.confidence, [*outer, *inner, *events])


def _event(reading: Reading, record_id: str) -> _Account:
    event = next(e for e in reading.events if e.id == record_id)
    fields = [
        ("type", f"{event.type} ({event_words(event.type).noun})"),
        ("mode", event.mode),
        ("contexts", ", ".join(event.contexts)),
        ("words", _words(reading, (event.trigger,))),
        ("who", _names(reading, event.sources)),
        ("to whom", _names(reading, event.targets)),
        ("factuality", FACTUALITIES[event.factuality]),
        ("date", event_day(event.date)),
        ("place", _place(event.place)),
        ("numbers", "; ".join(_quantity(reading, quantity) for quantity in event.quantities)),
        ("reported by", chain_words(event.reported_by)),
        ("CAMEO code", event.cameo),
        ("Goldstein weight", None if event.goldstein is None else f"{event.goldstein:+.1f}"),
    ]
    numbers = _marks("number", [quantity.span for quantity in event.quantities])
    marks = [Highlight(event.trigger, "trigger"), *_marks("also told", set(event.mentions) - {event.trigger}), *numbers]
    carrier = [_to_statement("carried by", s) for s in reading.statements if s.id == event.statement]
    return _Account(fields, marks, event.reason, event.confidence, carrier)


def _position(reading: Reading, record_id: str) -> _Account:
    position = next(p for p in reading.positions if p.id == record_id)
    condition = (position.condition,) if position.condition else ()
    fields = [
        ("actor", _name(reading, position.actor)),
        ("stance", STANCES[position.stance]),
        ("proposal", position.proposal),
        ("shown by", _words(reading, (position.evidence,))),
        ("condition", _words(reading, condition)),
        ("reported by", chain_words(position.reported_by)),
        ("date", interval_words(position.date) if position.date else None),
    ]
    marks = [Highlight(position.evidence, "evidence"), *_marks("condition", condition)]
    same = [_to_position(reading, p) for p in reading.positions if p.proposal == position.proposal and p.id != record_id]
    return _Account(fields, marks, position.reason, position.confidence, same)


ACCOUNTS: dict[RecordKind, Callable[[Reading, str], _Account]] = {
    "article": _article,
    "actor": _actor,
    "statement": _statement,
    "event": _event,
    "position": _position,
}


def _to_statement(relation: str, statement: Statement) -> Related:
    return Related(relation, "statement", statement.id, f"{statement.act}, {statement.kind}")


def _to_event(relation: str, event: Event) -> Related:
    return Related(relation, "event", event.id, f"{event.type}, {event.factuality}")


def _to_position(reading: Reading, position: Position) -> Related:
    words = f"{_name(reading, position.actor)} {STANCES[position.stance]}"
    return Related("another position on the same proposal", "position", position.id, words)


def _marks(role: str, spans: Iterable[Span]) -> list[Highlight]:
    return [Highlight(span, role) for span in spans]


def _words(reading: Reading, spans: Iterable[Span]) -> str:
    return " ... ".join(reading.article.text[span.start : span.end] for span in spans)


def _names(reading: Reading, actors: Sequence[str]) -> str:
    return listing([_name(reading, actor) for actor in actors])


def _name(reading: Reading, actor_id: str) -> str:
    """Name and code or country, or the bare id where the reading holds no such actor."""
    try:
        actor = reading.actor(actor_id)
    except KeyError:
        return actor_id
    code = actor.code or actor.country
    return f"{actor.name} ({code})" if code else actor.name


def _place(place: Place | None) -> str | None:
    if place is None:
        return None
    return f"{place.name}, {place.country}" if place.country else place.name


def _quantity(reading: Reading, quantity: Quantity) -> str:
    return f"{quantity.what}: {_words(reading, (quantity.span,))}"
