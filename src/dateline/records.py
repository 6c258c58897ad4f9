"""The records that pass from step to step, as the output contract names them.

All offsets count Unicode code points of `Article.text`, end exclusive. Records are frozen: a step makes new ones. An
id is a hash of content (`content_id`), so a second run over the same text writes the same ids.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field
from datetime import date
from typing import Literal, NamedTuple

StatementKind = Literal["direct", "indirect", "mixed"]
Act = Literal[
    "say", "claim", "deny", "warn", "threaten", "promise", "offer", "request",
    "accuse", "praise", "agree", "reject", "report", "believe", "intend",
]  # fmt: skip
ActorKind = Literal[
    "person", "state", "government_body", "intergovernmental", "armed_group", "company", "outlet", "people", "other"
]
EventType = Literal[
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST",
    "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
]  # fmt: skip
Factuality = Literal["actual", "claimed", "planned", "hypothetical", "denied", "negated"]
Stance = Literal["support", "oppose", "conditional", "neutral"]
Precision = Literal["day", "week", "month", "quarter", "year", "decade", "other"]


class Span(NamedTuple):
    """A stretch of `Article.text`: code points `start` up to, not including, `end`."""

    start: int
    end: int

    @property
    def length(self) -> int:
        return self.end - self.start

    def overlaps(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end


Spans = tuple[Span, ...]


def content_id(prefix: str, *parts: object) -> str:
    """An id that is a hash of its parts: `prefix`, an underscore and 16 hex digits.

    The parts are hashed as a JSON list, so two different tuples never give one text to hash.
    """
    text = json.dumps([str(part) for part in parts], ensure_ascii=False)
    return f"{prefix}_{hashlib.sha256(text.encode()).hexdigest()[:16]}"


@dataclass(frozen=True, slots=True)
class DateInterval:
    """What a date means: full days, the outer bounds of the text's meaning; an open bound is None."""

    start: date | None
    end: date | None
    precision: Precision = "day"
    basis: Literal["text", "published"] = "text"


@dataclass(frozen=True, slots=True)
class Published:
    """When an article appeared, and how that is known."""

    start: date
    end: date
    basis: Literal["given", "metadata", "inferred"]


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A line of the input that is not article text, and why it was left out."""

    text: str
    why: str


@dataclass(frozen=True, slots=True)
class Article:
    """One text of one outlet. `text` is the headline (when there is one), a blank line, then the body.

    `headline` says how much of `text` is the headline: `Span(0, n)`, or None.
    """

    id: str
    text_hash: str
    source: str
    outlet: str | None
    title: str | None
    url: str | None
    byline: str | None
    language: str | None
    published: Published | None
    text: str
    left_out: tuple[LeftOut, ...] = ()
    headline: Span | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """A place on the map; latitude and longitude in degrees (WGS 84), country as ISO 3166-1 alpha-3."""

    name: str
    country: str | None
    latitude: float | None
    longitude: float | None


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody who says, does or suffers something in an article.

    `country` is the state acted for; None for intergovernmental bodies and for groups at war with their state. `reason` names the
    rule or the row of knowledge that identified the actor.
    """

    id: str
    name: str
    kind: ActorKind
    country: str | None = None
    code: str | None = None
    aliases: tuple[str, ...] = ()
    role: str | None = None
    role_from: date | None = None
    role_until: date | None = None
    role_conflict: str | None = None
    members: tuple[str, ...] = ()
    mentions: Spans = ()
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Statement:
    """Words, or their sense, given as somebody's. `reported_by` runs from the outermost outlet to the nearest to the speaker."""

    id: str
    kind: StatementKind
    act: Act
    source: Spans
    cue: Spans
    content: Spans
    speaker: str | None
    addressees: tuple[str, ...] = ()
    reported_by: tuple[str, ...] = ()
    inside: str | None = None
    date: DateInterval | None = None
    confidence: float = 0.5
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number that belongs to an event: how many dead, arrested, protesters; `low` equals `high` for an exact number."""

    what: str
    low: float | None
    high: float | None
    unit: str | None
    span: Span


@dataclass(frozen=True, slots=True)
class Event:
    """Who did what to whom. For symmetric events all parties are `sources` and `targets` is empty."""

    id: str
    type: EventType
    mode: str | None
    contexts: tuple[str, ...]
    cameo: str | None
    goldstein: float | None
    trigger: Span
    mentions: Spans
    sources: tuple[str, ...]
    targets: tuple[str, ...]
    factuality: Factuality
    date: DateInterval | None = None
    place: Place | None = None
    quantities: tuple[Quantity, ...] = ()
    statement: str | None = None
    reported_by: tuple[str, ...] = ()
    in_headline: bool = False
    confidence: float = 0.5
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Position:
    """Where an actor stands on a proposal; `condition` is the stretch that says under which condition.

    `other_names` are names that the article itself gives the same proposal.
    """

    id: str
    actor: str
    proposal: str
    stance: Stance
    evidence: Span
    condition: Span | None = None
    reported_by: tuple[str, ...] = ()
    date: DateInterval | None = None
    confidence: float = 0.5
    reason: str = ""
    other_names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was read out of one article."""

    article: Article
    actors: tuple[Actor, ...] = ()
    statements: tuple[Statement, ...] = ()
    events: tuple[Event, ...] = ()
    positions: tuple[Position, ...] = ()
    version: str = field(default="")

    def actor(self, actor_id: str) -> Actor:
        """The actor with this id; raises KeyError with the id where there is none."""
        for actor in self.actors:
            if actor.id == actor_id:
                return actor
        raise KeyError(actor_id)
