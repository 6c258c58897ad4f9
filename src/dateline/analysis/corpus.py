"""The readings that an analysis looks at, and which of their articles are copies of others."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from dateline.records import Article, Reading

UNKNOWN_OUTLET = "unnamed outlet"


@dataclass(frozen=True, slots=True)
class Corpus:
    """Readings, and for each article that copies another one the id of the article that it copies."""

    readings: tuple[Reading, ...]
    copies: Mapping[str, str] = field(default_factory=dict)

    @property
    def originals(self) -> tuple[Reading, ...]:
        """The readings that are not copies of another reading of this corpus."""
        return tuple(reading for reading in self.readings if not self.is_copy(reading.article))

    def is_copy(self, article: Article) -> bool:
        return article.id in self.copies


def outlet_of(article: Article) -> str:
    """The outlet's name, or a word for an outlet that is not known."""
    return article.outlet or UNKNOWN_OUTLET


def published_on(article: Article) -> date | None:
    """The last day on which the article can have appeared."""
    return article.published.end if article.published else None
