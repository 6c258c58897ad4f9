"""One event told by several articles, and one utterance quoted by several: which records of which articles belong together."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from dateline.records import DateInterval, EventType

Reality = Literal["told", "planned", "hypothetical"]
"""`told`: it is said to have happened, or denied to have happened, by whomever; the others are kept as incidents of their own."""
LinkKind = Literal["deed_of"]
"""`deed_of`: the first incident is what became of the plan that the second one is."""


@dataclass(frozen=True, slots=True)
class Report:
    """An event of an article as one report of an incident; `score` (0 to 1) and `reason` say why it belongs there.

    The first report, which opened the incident, has the score 1.
    """

    article: str
    event: str
    score: float
    reason: str


@dataclass(frozen=True, slots=True)
class Incident:
    """The same event told by several articles, every report kept, the most telling one first.

    `type`, `when` and the sides are those of the reports taken together: the type of most of them, the narrowest date, the keys
    of all who take part. A key is a state's ISO code, the code of an international body ("IGO UNO"), or the folded name of an
    actor that stands for neither. A denial is a report of the incident that it denies: `Event.factuality` of each report tells.
    """

    id: str
    reports: tuple[Report, ...]
    type: EventType
    reality: Reality
    when: DateInterval | None
    first_reported: date | None
    sources: tuple[str, ...]
    targets: tuple[str, ...]
    story: str | None = None

    @property
    def articles(self) -> tuple[str, ...]:
        """Ids of the articles that tell it, each once."""
        return tuple(dict.fromkeys(report.article for report in self.reports))


@dataclass(frozen=True, slots=True)
class SaidIn:
    """A statement of an article as one report of an utterance."""

    article: str
    statement: str
    score: float
    reason: str


@dataclass(frozen=True, slots=True)
class Saying:
    """The same utterance quoted by several articles, in different words or lengths.

    `speaker` is a person's folded name, or the key of the state or body that spoke: see `Incident`.
    """

    id: str
    speaker: str
    reports: tuple[SaidIn, ...]

    @property
    def articles(self) -> tuple[str, ...]:
        """Ids of the articles that quote it, each once."""
        return tuple(dict.fromkeys(report.article for report in self.reports))
