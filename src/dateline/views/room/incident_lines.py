"""Incidents as lines of a list: when, who, what, to whom, how it stands, told by how many, and in which words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from dateline.corroboration.sentence import sentence_around
from dateline.knowledge.event_words import event_words
from dateline.records import Span
from dateline.views.room.party import Party, named, parties_of
from dateline.views.room.reader import Reader
from dateline.views.room.vouching import origin_counts
from dateline.views.wording import day_words, period_words

LONGEST = 320
"""Characters of a quoted sentence."""
LINES = "SELECT * FROM digest_lines WHERE id IN (SELECT unnest(?))"


@dataclass(frozen=True, slots=True)
class Words:
    """A sentence with the words that matter in it."""

    before: str
    words: str
    after: str


@dataclass(frozen=True, slots=True)
class IncidentLine:
    """One incident. `origins` is the number of outlets that vouch for it on their own; `goldstein` runs from -10 to +10.

    `day` is the first day of the event, or that of the first report (`is_dated` false). The quotation is that of the best report.
    """

    id: str
    day: date | None
    is_dated: bool
    when: str
    type: str
    deed: str
    quad: str
    standing: str
    sources: tuple[Party, ...]
    targets: tuple[Party, ...]
    symmetric: bool
    goldstein: float | None
    reports: int
    articles: int
    outlets: int
    origins: int
    disputed: bool
    quote: Words
    outlet: str
    published: date | None
    article: str
    event: str
    story: str | None
    place: str | None

    @property
    def label(self) -> str:
        """For example "North Korea → Japan: threat"."""
        if not self.sources:
            return f"{self.deed} (on {named(self.targets)})" if self.targets else self.deed
        parties = (*self.sources, *self.targets) if self.symmetric else self.sources
        arrow = f" → {named(self.targets)}" if self.targets and not self.symmetric else ""
        return f"{named(parties)}{arrow}: {self.deed}"


def incident_lines(reader: Reader, ids: Sequence[str]) -> tuple[IncidentLine, ...]:
    """The incidents with these ids in this order; an id that there is none of is passed over."""
    rows = {row["id"]: row for row in reader.select(LINES, [list(ids)])} if ids else {}
    origins = origin_counts(reader, {key: row["reports"] for key, row in rows.items()})
    return tuple(_line(rows[key], origins[key]) for key in ids if key in rows)


def incident_lists(reader: Reader, *lists: Sequence[str]) -> tuple[tuple[IncidentLine, ...], ...]:
    """Several lists of incidents, fetched together."""
    lines = {line.id: line for line in incident_lines(reader, list(dict.fromkeys(key for keys in lists for key in keys)))}
    return tuple(tuple(lines[key] for key in keys if key in lines) for keys in lists)


def _line(row: Mapping[str, Any], origins: int) -> IncidentLine:
    words = event_words(row["type"], row["mode"], row["trigger_words"])
    return IncidentLine(
        id=row["id"], day=row["day"], is_dated=row["is_dated"], when=when_words(row),
        type=row["type"], deed=words.noun, quad=row["quad"], standing=row["standing"],
        sources=parties_of(row["sources"]), targets=parties_of(row["targets"]), symmetric=words.symmetric,
        goldstein=row["goldstein"],
        reports=row["reports"], articles=row["articles"], outlets=max(row["outlets"], 1), origins=origins,
        disputed=row["disputed"],
        quote=quoted(row["near"], _span(row)), outlet=row["outlet"], published=row["published"],
        article=row["article"], event=row["event"], story=row["story"], place=row["place_name"],
    )  # fmt: skip


def when_words(row: Mapping[str, Any]) -> str:
    """The date of the event as precise as it is known; for an undated one when it was reported."""
    if row["first_day"] is None:
        return f"reported {day_words(row['reported'])}" if row["reported"] else "undated"
    return period_words(row["first_day"], row["last_day"])


def _span(row: Mapping[str, Any]) -> Span:
    return Span(row["trigger_start"] - row["near_start"], row["trigger_end"] - row["near_start"])


def quoted(near: str, span: Span, longest: int = LONGEST) -> Words:
    """The sentence around the words at `span` (offsets in `near`), as much of it as a line of a list has room for."""
    sentence = sentence_around(near, span)
    before, after = near[sentence.start : span.start], near[span.end : sentence.end]
    spare = max(longest - span.length, 0) // 2
    return Words(_tail(before, spare), _plain(near[slice(*span)]), _head(after, spare))


def _tail(text: str, most: int) -> str:
    return text.lstrip() if len(text) <= most else "…" + text[-most:].split(" ", 1)[-1]


def _head(text: str, most: int) -> str:
    return text.rstrip() if len(text) <= most else text[:most].rsplit(" ", 1)[0] + "…"


def _plain(text: str) -> str:
    return " ".join(text.split())
