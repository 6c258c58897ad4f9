"""An event on its way to the record: what one trigger tells."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.events.verdict import Certainty
from dateline.knowledge.triggers import Trigger
from dateline.language.tokens import Token
from dateline.records import DateInterval, Quantity, Span


@dataclass(frozen=True)
class Draft:
    """One trigger with its sides, certainty, date and quantities; `confidence` is that of the rule."""

    token: Token
    row: Trigger
    span: Span
    sources: tuple[str, ...]
    targets: tuple[str, ...]
    certainty: Certainty
    date: DateInterval | None = None
    quantities: tuple[Quantity, ...] = ()
    confidence: float = 0.5
    reason: str = ""
    mentions: tuple[Span, ...] = ()
    in_headline: bool = False
    statement: str | None = None
    reported_by: tuple[str, ...] = ()
