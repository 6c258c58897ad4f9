"""Versions of one incident that cannot all be true, each with the words and the sources that tell it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from dateline.records import Span

Point = Literal["number", "date", "sides", "factuality"]


@dataclass(frozen=True, slots=True)
class Claim:
    """What one report says on one point. `span` are the telling words; `speakers` say so, and `outlet` vouches for it.

    `outlet` is the last of the outlets through which it came; `told_by` the article's own, which may only pass it on.
    `taken_back` says by what it has been corrected since; such a claim contradicts nothing any more.
    """

    article: str
    event: str
    span: Span
    label: str
    told_by: str
    outlet: str
    speakers: tuple[str, ...]
    published: date | None
    taken_back: str | None = None


@dataclass(frozen=True, slots=True)
class Version:
    """Claims that agree, the earliest first."""

    label: str
    claims: tuple[Claim, ...]

    @property
    def first(self) -> date | None:
        """When it was first told."""
        return min((claim.published for claim in self.claims if claim.published), default=None)

    @property
    def last(self) -> date | None:
        """When it was last told."""
        return max((claim.published for claim in self.claims if claim.published), default=None)


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two or more versions on one point of an incident; `about` says what is counted ("dead") or nothing.

    `is_update` is True where numbers only grew from day to day: later news, no dispute. `taken_back` are
    claims that do not count.
    """

    incident: str
    point: Point
    about: str
    versions: tuple[Version, ...]
    is_update: bool = False
    taken_back: tuple[Claim, ...] = ()

    @property
    def is_settled(self) -> bool:
        """Whether one version is left, since the others were taken back."""
        return len(self.versions) < 2
