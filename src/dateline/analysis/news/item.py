"""One line of news, with all that is needed to show it and to find it again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from dateline.analysis.news.changes import Kind
from dateline.records import DateInterval, content_id

Subject = Literal["incident", "statement", "position", "decision"]


@dataclass(frozen=True, slots=True)
class Item:
    """What is new of one incident, statement or position, or a decision of people.

    `who` and `whom` are names or keys of parties; `deed` is the event's type, the statement's act or the stance; `trigger` and
    `mode` tell an event's more exactly. `what` says what is new of it, `origins` who vouches, `words` is how `outlet` tells it.
    """

    kind: Kind
    subject: Subject
    id: str
    who: tuple[str, ...] = ()
    whom: tuple[str, ...] = ()
    deed: str = ""
    what: tuple[str, ...] = ()
    origins: tuple[str, ...] = ()
    standing: str = ""
    when: DateInterval | None = None
    words: str = ""
    outlet: str | None = None
    published: date | None = None
    article: str | None = None
    mode: str | None = None
    trigger: str = ""

    @property
    def guid(self) -> str:
        """The same for the same news, whenever it is told."""
        return content_id("news", self.kind, self.subject, self.id, *self.what)


@dataclass(frozen=True, slots=True)
class News:
    """What is new: items by kind and day; `read_anew` counts incidents that only a newer reading tells otherwise."""

    items: tuple[Item, ...]
    read_anew: int = 0
