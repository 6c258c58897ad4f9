"""One record of an archive as something to cite: article, date, words, address; also one that a newer reading has replaced."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from dateline.analysis.corpus import outlet_of, published_on
from dateline.analysis.quote import quote_in_sentence, quote_spans
from dateline.archive.archive import Archive
from dateline.archive.corrections.correction import Correction, Record, anchor, kind_of, records_of
from dateline.archive.corrections.former_records import FormerRecord
from dateline.corroboration.reviewing.finding import Place, find_record, too_many, unknown
from dateline.errors import ArchiveError
from dateline.records import Actor, Article, Event, Reading, Statement
from dateline.views.wording import STANCES, chain_words, event_day, listing

LONGEST = 600
"""Characters of the words that are quoted."""


@dataclass(frozen=True, slots=True)
class Cited:
    """A record with its article. `status` is current, rejected, or replaced where a newer reading no longer has the id.

    `what` is what it says, `words` those that it was read out of; `now` are the ids of the records that have its place, the
    nearest first; `notes` tell who confirmed or corrected it, and what became of it.
    """

    id: str
    kind: str
    status: str
    what: str
    words: str
    article: str
    outlet: str
    title: str | None
    byline: str | None
    published: date | None
    url: str | None
    source: str
    version: str
    notes: tuple[str, ...] = ()
    now: tuple[str, ...] = ()


def cited(archive: Archive, words: str) -> Cited:
    """What to cite for this id, or the only one that begins so.

    Raises ArchiveError where no record has or had such an id, or where several begin so.
    """
    prefix = words.strip()
    if prefix.startswith("art_"):
        return _article(archive, prefix)
    if prefix.startswith("inc_"):
        raise ArchiveError(f"{prefix} is an incident, put together of records (cite those: `dateline origins ARCHIVE {prefix}`)")
    place = find_record(archive, prefix)
    former = archive.corrections.former.beginning(prefix)
    known = {one.id for one in former} | ({place.id} if place else set())
    if prefix not in known and len(known) > 1:
        raise ArchiveError(too_many(prefix, sorted(known)))
    if place and (place.id == prefix or not former):
        return _present(archive, place)
    if former:
        return _former(archive, next((one for one in former if one.id == prefix), former[0]))
    raise unknown(archive, words)


def _article(archive: Archive, prefix: str) -> Cited:
    article = archive.article(archive.find_article(prefix))
    version = archive.select("SELECT version FROM articles WHERE id = ?", [article.id])[0]["version"]
    head = article.text.partition("\n")[0].strip()
    return _cited(article, article.id, "article", "current", ("an article", head, version))


def _present(archive: Archive, place: Place) -> Cited:
    now = archive.reading(place.article)
    reading = archive.corrections.machine_reading(place.article) if place.is_rejected else now
    record = next(one for one in records_of(reading, place.kind) if one.id == place.id)
    made = [one for one in archive.corrections.of_articles([place.article]) if one.in_force and one.record_now == place.id]
    status = "rejected" if place.is_rejected else "current"
    return replace(_of(record, reading, status), notes=_notes(made))


def _former(archive: Archive, former: FormerRecord) -> Cited:
    """A record that is no more: what it said, and which one has its place."""
    now = archive.reading(former.article)
    made = [one for one in archive.corrections.of_articles([former.article]) if former.id in (one.record, one.subject)]
    corrected = [one.record_now for one in made if one.in_force and one.record_now]
    after = tuple(dict.fromkeys((*corrected, *(record.id for record in former.successors(now)))))
    old = Reading(now.article, former.actors, version=former.version)
    by = f"version {former.version}" if former.version else "an earlier version"
    gone = f"read by {by}; since the article was read again on {former.replaced_at:%Y-%m-%d} no record has this id"
    what = f"its words are now those of {listing(list(after))}" if after else "nothing of this kind is read out of its words now"
    return replace(_of(former.record, old, "replaced"), notes=(f"{gone}: {what}", *_notes(made)), now=after)


def _notes(made: Iterable[Correction]) -> tuple[str, ...]:
    return tuple(f"{one.note}{f' (fits nothing now: {one.lost})' if one.lost else ''}" for one in made if one.stands)


def _of(record: Record, reading: Reading, status: str) -> Cited:
    actors = {actor.id: actor for actor in reading.actors}
    text = reading.article.text
    # A trigger alone tells little: of an event its whole sentence is quoted.
    in_sentence = quote_in_sentence(text, record.trigger, LONGEST) if isinstance(record, Event) else None
    quote = in_sentence or quote_spans(text, anchor(record), LONGEST)
    said = (_what(record, actors), quote.text, reading.version)
    return _cited(reading.article, record.id, kind_of(record), status, said)


def _cited(article: Article, key: str, kind: str, status: str, said: tuple[str, str, str]) -> Cited:
    what, words, version = said
    return Cited(
        key, kind, status, what, words, article.id, outlet_of(article), article.title, article.byline, published_on(article),
        article.url, article.source, version,
    )  # fmt: skip


def _what(record: Record, actors: Mapping[str, Actor]) -> str:
    """What the record says in a line."""
    via = f", as reported by {chain_words(record.reported_by)}" if record.reported_by else ""
    if isinstance(record, Statement):
        return (
            f"{_names([record.speaker] if record.speaker else [], actors) or 'nobody named'}: {record.act} ({record.kind}){via}"
        )
    if isinstance(record, Event):
        sides = " → ".join(part for part in (_names(record.sources, actors), _names(record.targets, actors)) if part)
        when = f", {event_day(record.date)}" if record.date else ""
        return f"{sides or 'somebody'}: {record.type}, {record.factuality}{when}{via}"
    return f"{_names([record.actor], actors)}: {STANCES[record.stance]} {record.proposal}{via}"


def _names(ids: Sequence[str], actors: Mapping[str, Actor]) -> str:
    return listing([actors[key].name if key in actors else key for key in ids])
