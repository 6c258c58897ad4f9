"""A part of a corpus: what happened or was said in a period, and what concerns one actor."""

from __future__ import annotations

import difflib
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from dateline.analysis.corpus import Corpus, published_on
from dateline.errors import ArchiveError
from dateline.records import Actor, DateInterval, Event, Position, Reading, Statement


@dataclass(frozen=True, slots=True)
class Selection:
    """Bounds in full days, both included; `concerns` says of an actor whether it is the one asked for."""

    since: date | None = None
    until: date | None = None
    concerns: Callable[[Actor], bool] | None = None

    def admits(self, when: DateInterval | None, published: date | None) -> bool:
        """Whether something of that date, else of an article of that day, can lie in the period. Unknown dates do not."""
        start = (when.start if when else None) or (None if when and when.end else published)
        end = (when.end if when else None) or (None if when and when.start else published)
        if start is None and end is None:
            return self.since is None and self.until is None
        return not (self.since and end and end < self.since) and not (self.until and start and start > self.until)


def select(corpus: Corpus, selection: Selection) -> Corpus:
    """Keep the records that the selection admits, and the articles that have any left."""
    if selection == Selection():
        return corpus
    kept = (_selected(reading, selection) for reading in corpus.readings)
    readings = tuple(reading for reading in kept if reading.statements or reading.events or reading.positions)
    present = {reading.article.id for reading in readings}
    # A copy whose original fell out of the selection stands for it.
    copies = {copy: original for copy, original in corpus.copies.items() if copy in present and original in present}
    return replace(corpus, readings=readings, copies=copies)


def check_known(corpus: Corpus, words: str, concerns: Callable[[Actor], bool]) -> None:
    """Raise ArchiveError with the nearest names where no actor of the corpus is the one asked for."""
    actors = [actor for reading in corpus.readings for actor in reading.actors]
    if any(concerns(actor) for actor in actors):
        return
    names = {name.casefold(): name for actor in actors for name in (actor.name, *actor.aliases)}
    near = [names[key] for key in difflib.get_close_matches(words.casefold(), list(names), n=4, cutoff=0.5)]
    hint = f"nearest: {', '.join(near)}" if near else "give a name, an alias or an ISO code such as PRK"
    raise ArchiveError(f"no actor in this archive is called {words!r} ({hint})")


def _selected(reading: Reading, selection: Selection) -> Reading:
    published = published_on(reading.article)
    ids = frozenset(actor.id for actor in reading.actors if selection.concerns is None or selection.concerns(actor))
    ids |= {actor.id for actor in reading.actors if not ids.isdisjoint(actor.members)}
    everybody = selection.concerns is None

    def wanted(when: DateInterval | None, *involved: str | None) -> bool:
        return selection.admits(when, published) and (everybody or not ids.isdisjoint(involved))

    return replace(
        reading,
        statements=tuple(s for s in reading.statements if wanted(s.date, *_in_statement(s))),
        events=tuple(e for e in reading.events if wanted(e.date, *_in_event(e))),
        positions=tuple(p for p in reading.positions if wanted(p.date, *_in_position(p))),
    )


def _in_statement(statement: Statement) -> tuple[str | None, ...]:
    return (statement.speaker, *statement.addressees)


def _in_event(event: Event) -> tuple[str | None, ...]:
    return (*event.sources, *event.targets)


def _in_position(position: Position) -> tuple[str | None, ...]:
    return (position.actor,)
