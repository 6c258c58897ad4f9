"""What an archive tells and nobody has looked at yet, the least sure first; and how corrections are told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, get_args

from dateline.analysis.quote import quote_in_sentence
from dateline.analysis.tables import table_query
from dateline.archive.archive import Archive
from dateline.archive.corrections.correction import ACTOR, CLASSES, DONE, Correction, Kind, LinkKind, RecordKind
from dateline.contract import to_object
from dateline.corroboration.reviewing.links import links
from dateline.errors import ArchiveError
from dateline.knowledge.names import fold
from dateline.records import Span

WORDS = 140
"""Characters of the words of a record in a line."""
QUERIES: dict[RecordKind, str] = {
    "statement": "act AS what, coalesce(speaker, 'nobody named') AS who, speaker_country AS countries, content AS words",
    "event": """type || ', ' || factuality AS what, concat_ws(' → ', coalesce(sources, '?'), targets) AS who,
        concat_ws('; ', source_countries, target_countries) AS countries, "trigger" AS words""",
    "position": "stance || ': ' || proposal AS what, actor AS who, actor_country AS countries, evidence AS words",
}
OPEN = """
SELECT DISTINCT id, article, outlet, published, {fields}, confidence FROM ({table})
WHERE ($1 OR id NOT IN (SELECT record_now FROM corrections WHERE undone_at IS NULL AND record_now IS NOT NULL))
    AND ($2 IS NULL OR published >= $2) AND ($3 IS NULL OR published <= $3)
    AND ($4 IS NULL OR starts_with(article, $4)) AND ($5 IS NULL OR lower(outlet) = lower($5)) AND confidence <= $6
"""


@dataclass(frozen=True, slots=True)
class Asked:
    """Which records to list: `reviewed` also those with a correction, `below` those that are at most so sure."""

    kind: Kind | None = None
    about: str | None = None
    what: str | None = None
    since: date | None = None
    until: date | None = None
    article: str | None = None
    outlet: str | None = None
    below: float = 1.0
    reviewed: bool = False


@dataclass(frozen=True, slots=True)
class OpenRecord:
    """A record or link in a line: what it says (`what`), of whom, in which words; `confidence` is the score of a link."""

    id: str
    kind: Kind
    what: str
    who: str
    words: str
    confidence: float
    article: str | None = None
    outlet: str | None = None
    published: date | None = None
    countries: str | None = None

    def concerns(self, folded: str) -> bool:
        """Whether the name or the code of an actor is in it."""
        return f" {folded} " in f" {fold(self.who)} " or folded.upper() in (self.countries or "").split("; ")


def open_records(archive: Archive, asked: Asked) -> tuple[OpenRecord, ...]:
    """What is open, the least sure first; raises ArchiveError for a kind that there is none of."""
    if asked.kind is not None and asked.kind not in get_args(Kind):
        raise ArchiveError(f"{asked.kind!r} is nothing that is reviewed (choose from {', '.join(get_args(Kind))})")
    kinds = [kind for kind in CLASSES if asked.kind in (None, kind)]
    found = [one for kind in kinds for one in _records(archive, kind, asked)]
    # A link has neither one article nor one day: whoever asks for those does not mean links.
    if not (asked.since or asked.until or asked.article or asked.outlet or asked.what):
        found += [one for kind in get_args(LinkKind) if asked.kind in (None, kind) for one in _links(archive, kind, asked)]
    found += _actors(archive, asked) if asked.kind == ACTOR else ()
    about = fold(asked.about) if asked.about else ""
    kept = (one for one in found if not about or one.concerns(about))
    wanted = (one for one in kept if not asked.what or asked.what.casefold() in one.what.casefold())
    return tuple(sorted(wanted, key=lambda one: (one.confidence, one.published or date.max, one.id)))


def _records(archive: Archive, kind: RecordKind, asked: Asked) -> Iterator[OpenRecord]:
    query = OPEN.format(fields=QUERIES[kind], table=table_query(f"{kind}s"))
    given = [asked.reviewed, asked.since, asked.until, asked.article, asked.outlet, asked.below]
    return (OpenRecord(**row | {"kind": kind}) for row in archive.select(query, given))


def _links(archive: Archive, kind: LinkKind, asked: Asked) -> Iterator[OpenRecord]:
    done = {one.record for one in archive.corrections.in_force() if one.is_link and not asked.reviewed}
    for link in links(archive, kind):
        score = 1.0 if link.score is None else link.score
        if link.id not in done and score <= asked.below:
            yield OpenRecord(link.id, kind, kind, link.words, link.reason, score)


def _actors(archive: Archive, asked: Asked) -> Iterator[OpenRecord]:
    """Listed only where they are asked for: there are many, and nothing is doubtful in most of them."""
    made = () if asked.reviewed else archive.corrections.of_actors()
    done = {key for one in made for key in one.cast()}
    for one in archive.actors.listing():
        if not done & set(one.actors):
            what = ", ".join(part for part in (one.kind, one.country) if part)
            where = f"in {one.articles:,} {'articles' if one.articles > 1 else 'article'}"
            yield OpenRecord(one.id, ACTOR, what, one.name, where, 1.0, countries=one.country)


def in_sentences(archive: Archive, shown: Sequence[OpenRecord]) -> tuple[OpenRecord, ...]:
    """The same with the sentence in which each trigger stands: a verb alone tells little."""
    events = [one.id for one in shown if one.kind == "event"]
    query = """SELECT e.id, e.trigger_start, e.trigger_end, a.text FROM events AS e JOIN articles AS a ON a.id = e.article
        WHERE e.id IN (SELECT unnest(?))"""
    told = {
        row["id"]: quote_in_sentence(row["text"], Span(row["trigger_start"], row["trigger_end"]), WORDS).text
        for row in (archive.select(query, [events]) if events else ())
    }
    return tuple(replace(one, words=told.get(one.id, one.words)) for one in shown)


def open_line(one: OpenRecord) -> str:
    """The record in two lines of text."""
    words = " ".join(one.words.split())
    cut = words if len(words) <= WORDS else f"{words[:WORDS].rstrip()}…"
    where = ", ".join(part for part in (one.outlet or "", one.published.isoformat() if one.published else "") if part)
    return f"{one.id} {one.kind} {one.confidence:.2f} {one.who}: {one.what}\n    {cut}" + (f" [{where}]" if where else "")


def correction_lines(made: Iterable[Correction]) -> Iterator[str]:
    """Corrections in words, each in two or three lines."""
    for one in made:
        undone = f" [taken back by {one.undone_by} on {one.undone_at:%Y-%m-%d}]" if one.undone_at else ""
        now = f", now {one.record_now}" if one.record_now not in (None, one.record) else ""
        yield f"{one.number} {one.action} {one.kind} {one.record}{now}{undone}"
        if one.action == "edit":
            yield f"    {'; '.join(changes(one))}"
        if one.lost:
            yield f"    fits nothing now: {one.lost}"
        yield f"    {one.words!r}; {one.decided_by}, {one.decided_at:%Y-%m-%d}: {one.reason}"


def changes(one: Correction) -> Iterator[str]:
    """What an edit changes: `type: COERCE → SANCTION`, actors by name."""
    names = {actor.id: actor.name for actor in one.cast().values()}
    for name, value in one.after.items():
        yield f"{name}: {_plain(one.before.get(name), names)} → {_plain(value, names)}"


def _plain(value: Any, names: dict[str, str]) -> str:
    if value in (None, [], ""):
        return "nothing"
    if isinstance(value, list):
        return ", ".join(_plain(part, names) for part in value)
    if isinstance(value, dict):
        return value["name"] if "name" in value else "..".join(str(value.get(end)) for end in ("start", "end"))
    return names.get(value, str(value))


def correction_object(one: Correction) -> dict[str, Any]:
    """The correction as plain JSON, times as ISO 8601."""
    plain: dict[str, Any] = {name: getattr(one, name) for name in Correction.__dataclass_fields__}
    for name in ("decided_at", "undone_at"):
        plain[name] = plain[name].isoformat() if plain[name] else None
    return plain | {"done": DONE[one.action], "in_force": one.in_force, "actors": list(to_object(one.actors))}
