"""What one article testifies of an incident: from whom it has it, and who says so in the end."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

SourceKind = Literal["own account", "person", "body", "state", "document", "anonymous"]
Passing = Literal["first-hand", "citation", "copy", "credit"]


@dataclass(frozen=True, slots=True)
class PrimarySource:
    """Whom all reports go back to: who saw it, said it or wrote it. Sources with one `key` are one.

    An article's own eyes have its outlet's key, all that one outlet's unnamed sources tell another one. `country` is the state
    acted for as ISO alpha-3, `party` the key by which an incident would name it as one of its sides.
    `office` is what a named person is.
    """

    key: str
    kind: SourceKind
    name: str
    country: str | None = None
    party: str | None = None
    office: str = ""


@dataclass(frozen=True, slots=True)
class Testimony:
    """One report of an incident. `path` runs from the article's own outlet to the outlet that it has it from in the end.

    `how` says by what the article passes it on, `reason` in which words; `part` names agencies that gave some of the text.
    `denies` is True where the event is told as not so. `speech` is True where saying it is the deed itself.
    """

    article: str
    event: str
    published: date | None
    path: tuple[str, ...]
    how: Passing
    reason: str
    sources: tuple[PrimarySource, ...]
    denies: bool = False
    speech: bool = False
    part: tuple[str, ...] = ()

    @property
    def outlet(self) -> str:
        """The article's own."""
        return self.path[0]

    @property
    def last(self) -> str:
        """The outlet nearest to the facts."""
        return self.path[-1]
