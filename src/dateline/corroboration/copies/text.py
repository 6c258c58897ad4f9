"""A stored text as copies are judged by it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any

from dateline.corroboration.copies.runs import Wording
from dateline.corroboration.credits import credits_in
from dateline.knowledge.outlets import outlet_by_name

if TYPE_CHECKING:
    from dateline.archive.archive import Archive

# By rows, so that DuckDB does not go through the texts of all others.
TEXTS = """
SELECT id, number, outlet, byline, published_start AS day, text, headline_end FROM articles
WHERE rowid IN (SELECT rowid FROM articles WHERE id IN (SELECT unnest(?)))
"""


@dataclass(frozen=True)
class Text:
    """One article: `number` is its place in the order of adding, `body` its text without the headline, which outlets change."""

    article: str
    number: int
    outlet: str | None
    byline: str | None
    day: date | None
    body: str

    @cached_property
    def wording(self) -> Wording:
        return Wording(self.body)

    @cached_property
    def is_agency(self) -> bool:
        """Whether the outlet is known as a news agency."""
        return self.agency is not None

    @cached_property
    def agency(self) -> str | None:
        """The outlet's name, where it is a news agency."""
        known = outlet_by_name(self.outlet) if self.outlet else None
        return known.name if known is not None and known.kind == "agency" else None

    @cached_property
    def credit(self) -> str | None:
        """The agency that the text itself or its byline credits, for all of it or a part, other than the outlet."""
        credited = credits_in(self.body, self.byline, self.outlet or "")
        known = outlet_by_name(credited.whole or next(iter(credited.part), ""))
        return known.name if known is not None and known.kind == "agency" else None


def texts(archive: Archive, articles: Collection[str]) -> dict[str, Text]:
    """These articles of an archive, by id."""
    return {row["id"]: text_of(row) for row in archive.select(TEXTS, [list(articles)])}


def text_of(row: Mapping[str, Any]) -> Text:
    """A row of `TEXTS`."""
    body = row["text"][row["headline_end"] or 0 :]
    return Text(row["id"], row["number"], row["outlet"], row["byline"], row["day"], body)
