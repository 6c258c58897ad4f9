"""A record that another version of the reader no longer finds, finds besides, or reads otherwise."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

Found = Literal["gained", "lost", "changed"]
DifferingKind = Literal["actor", "statement", "event", "position"]
KINDS: tuple[DifferingKind, ...] = ("actor", "statement", "event", "position")
FOUND: tuple[Found, ...] = ("gained", "lost", "changed")


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A field of a record, in words, as it was and as it is; an empty text where there is nothing."""

    field: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Difference:
    """One record: `record` is its id, the old one where it is lost; `words` tell it; `changes` are of a changed one."""

    kind: DifferingKind
    found: Found
    record: str
    words: str
    changes: tuple[FieldChange, ...] = ()


@dataclass(frozen=True, slots=True)
class Rereading:
    """One row of the table `rereadings`."""

    article: str
    version_before: str
    version: str
    reread_at: datetime
    changed: bool
    differences: tuple[Difference, ...]
