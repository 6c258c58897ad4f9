"""The readings that an analysis looks at, and which of their articles are copies of others."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from dateline.archive.archive import Archive
from dateline.archive.copy_relation import CopyRelation, roots
from dateline.archive.corrections import Correction
from dateline.archive.stories import Story
from dateline.corroboration.identity.unifying import Identities
from dateline.corroboration.incidents import Incident, incidents
from dateline.records import Article, Reading

UNKNOWN_OUTLET = "unnamed outlet"


@dataclass(frozen=True, slots=True)
class Corpus:
    """Readings, for each article that copies another one the id of the article that it copies, and what was put together.

    `relations` are all relations of copies, those of parts of a text among them; `proposals` has for the id of each name that an
    article gives a proposal the id of the proposal. `corrections` are those that stand, also where they fit nothing now.
    """

    readings: tuple[Reading, ...]
    copies: Mapping[str, str] = field(default_factory=dict)
    relations: tuple[CopyRelation, ...] = ()
    incidents: tuple[Incident, ...] = ()
    stories: tuple[Story, ...] = ()
    proposals: Mapping[str, str] = field(default_factory=dict)
    corrections: tuple[Correction, ...] = ()

    @classmethod
    def of_archive(cls, archive: Archive) -> Corpus:
        """All of an archive, with actors under their ids for the archive."""
        one, relations = Identities.of_archive(archive), archive.copies()
        readings = tuple(one.unified(reading) for reading in archive.readings())
        return cls(
            readings,
            roots(relations),
            relations=relations,
            incidents=incidents(archive),
            stories=archive.stories.listing(1),
            proposals=archive.proposals.mapping(),
            corrections=tuple(one for one in archive.corrections.listing() if one.stands),
        )

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
