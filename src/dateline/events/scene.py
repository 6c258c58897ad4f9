"""What the coding of events looks at: one parsed article with its actors, statements, times and places."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Protocol

from dateline.knowledge.triggers import lemma_of
from dateline.language import Document
from dateline.language.tokens import Token
from dateline.records import Actor, Place, Span, Statement

if TYPE_CHECKING:
    from dateline.places import PlaceMention
    from dateline.times import TimeExpression

_SECTORS = frozenset(
    "IGO GOV MIL COP JUD LEG SPY PTY OPP REB CVL EDU BUS LAB MED NGO REL UAF CRM REF HLH HRI AGR ENV ELI MNC PRM DEV".split()
)
"""First parts of a code that name no country."""
_OFFICIAL = frozenset({"GOV", "MIL", "COP", "JUD", "LEG", "SPY"})
"""Sectors of the state, after the PLOVER manual."""
_IN_ARMS = frozenset({"UAF", "REB"})
_OF_A_SIDE = re.compile(r"[A-Z]|\w-\w")
"""A proper name or an adjective made of one, or a compound such as "-backed" or "pro-"."""
_COUNT = re.compile(
    r"(?:(?:[\d,.]+|more|than|at|least|about|nearly|many|several|some|few|most|first|of|two|three|four|five|six|seven|eight|nine|ten|hundreds?|thousands?"
    r"|dozens?|millions?)\s+)+",
    re.IGNORECASE,
)
"""How a group begins that is counted: "300 women", "many experts", "thousands of people"."""
_TYPE_OF_ARMS = re.compile(r"\b[A-Z][A-Za-z]{0,3}-\d{1,3}[A-Z]?s?\b")
"""An aircraft, ship or missile by its type: "F-15C Eagle", "MiG-29"."""
_NAMED = frozenset({"government_body", "armed_group", "intergovernmental"})
_FIRST_PERSON = frozenset({"i", "we", "us", "me", "our", "my", "ourselves"})


def is_first_person(token: Token) -> bool:
    """A pronoun for the speaker; "US" in capitals is a country."""
    return token.lower_ in _FIRST_PERSON and token.text != "US"


class Cast(Protocol):
    """The actors of one article, as the coding of events asks for them."""

    @property
    def actors(self) -> tuple[Actor, ...]: ...
    def at(self, token: Token) -> str | None: ...
    def actor(self, id: str) -> Actor: ...
    def state_of(self, token: Token) -> str | None: ...
    def expand(self, id: str) -> tuple[str, ...]: ...
    def by_country(self, iso3: str) -> str | None: ...


@dataclass(frozen=True)
class Scene:
    """One article as the later steps of coding see it."""

    document: Document
    cast: Cast
    statements: Sequence[Statement] = ()
    times: Sequence[TimeExpression] = ()
    places: Sequence[PlaceMention] = ()

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The tokens in lower case: read once, since each access to a token's attribute costs."""
        return tuple(t.lower_ for t in self.document.doc)

    @cached_property
    def lemmas(self) -> tuple[str, ...]:
        """The lemmas in lower case, those repaired that the parser gets wrong."""
        return tuple(lemma_of(token) for token in self.document.doc)

    @cached_property
    def objects(self) -> dict[int, tuple[Token, ...]]:
        """What each verb or noun of action is done to, as far as it has been asked for."""
        return {}

    @cached_property
    def kinds(self) -> dict[int, frozenset[str]]:
        """The lemmas that say what a noun phrase denotes, as far as they have been asked for."""
        return {}

    @cached_property
    def contents(self) -> tuple[tuple[Span, Statement], ...]:
        """Every stretch of content with its statement, the shortest first."""
        pairs = ((span, statement) for statement in self.statements for span in statement.content)
        return tuple(sorted(pairs, key=lambda pair: pair[0].length))

    @cached_property
    def cues(self) -> dict[int, Statement]:
        """The statement whose cue covers a character offset."""
        spans = ((span, statement) for statement in self.statements for span in statement.cue)
        return {offset: statement for span, statement in spans for offset in range(span.start, span.end)}

    def statement_around(self, token: Token) -> Statement | None:
        """The innermost statement within whose content the token stands."""
        return next((s for span, s in self.contents if span.start <= token.idx < span.end), None)

    def statement_of_cue(self, token: Token) -> Statement | None:
        return self.cues.get(token.idx)

    def country(self, actor_id: str) -> str | None:
        return self.cast.actor(actor_id).country

    def is_state(self, actor_id: str) -> bool:
        return self.cast.actor(actor_id).kind == "state"

    def organisation_of(self, actor_id: str) -> str | None:
        """The international organisation for which a group of people acts: "EU foreign ministers"."""
        actor = self.cast.actor(actor_id)
        if actor.kind != "people" or not (actor.code or "").startswith("IGO "):
            return None
        bodies = (a for a in self.cast.actors if a.kind == "intergovernmental" and a.code)
        return next((b.id for b in bodies if (actor.code or "").startswith(b.code or "-")), None)

    def is_official(self, actor_id: str) -> bool:
        """Whether the actor acts for the government of its country, or nothing says that it does not."""
        sectors = (self.cast.actor(actor_id).code or "").split()[1:]
        return not sectors or not _OFFICIAL.isdisjoint(sectors)

    @cached_property
    def _places_at(self) -> dict[int, PlaceMention]:
        return {offset: m for m in self.places for offset in range(m.span.start, m.span.end)}

    def place_mention_at(self, token: Token) -> PlaceMention | None:
        """The toponym that covers the token."""
        return self._places_at.get(token.idx)

    def place_at(self, token: Token) -> Place | None:
        mention = self.place_mention_at(token)
        return mention.place if mention is not None else None

    def is_armed_side(self, actor_id: str) -> bool:
        """ "Turkish-backed rebels", "Kurdish fighters": of no known country, yet a side; "gunmen" are nobody in particular."""
        actor = self.cast.actor(actor_id)
        stateless = actor.kind == "people" and actor.country is None and not _TYPE_OF_ARMS.search(actor.name)
        return stateless and actor.code in _IN_ARMS and _OF_A_SIDE.search(actor.name) is not None

    def is_group(self, actor_id: str) -> bool:
        """People or bodies of no known country told of by a description or a name of their own: "regional allies", "the West"."""
        actor = self.cast.actor(actor_id)
        described = actor.kind == "company" and actor.name.islower()
        if actor.country is not None or not (described or actor.kind in ("people", "other", "intergovernmental")):
            return False
        alone = self.cast.expand(actor_id) == (actor_id,) and not _TYPE_OF_ARMS.search(actor.name)
        count = _COUNT.match(actor.name)
        told = actor.name[count.end() :] if count is not None else actor.name
        return alone and (" " in told or told[:1].isupper())

    @cached_property
    def _within_names(self) -> dict[int, str]:
        """For each character of a body's name the state of that body, and of an armed group's the group."""
        owners = ((a, self.cast.by_country(a.country) if a.country else None) for a in self.cast.actors)
        told = ((a, a.id if a.kind != "government_body" else state) for a, state in owners if a.kind in _NAMED)
        return {o: owner for a, owner in told if owner for span in a.mentions for o in range(span.start, span.end)}

    def owner_by_name(self, modifier: Token) -> str | None:
        """ "South Korean military drills", "Islamic State sites": whose, by a name that the cast has not for a mention there."""
        first = modifier.left_edge.i
        opposed = first > 1 and modifier.doc[first - 1].text == "-" and modifier.doc[first - 2].lower_ in ("non", "anti")
        named = modifier.ent_type_ in ("NORP", "ORG") and not opposed and not modifier.lower_.startswith(("non-", "anti-"))
        owner = self._within_names.get(modifier.idx) if named else None
        adjective = modifier.ent_type_ == "NORP" or (owner is not None and not self.is_state(owner))
        return owner if adjective else None

    def state_at(self, token: Token) -> str | None:
        """The actor id of the state in which the place named by `token` lies."""
        place = self.place_at(token)
        return self.cast.by_country(place.country) if place is not None and place.country else None

    def acts(self, actor_id: str) -> bool:
        """Whether the actor can stand on a side of an event: it is known for whom it acts, or who it is.

        A crowd, a family or "two men" is nobody in particular; an outlet only tells.
        """
        actor = self.cast.actor(actor_id)
        if actor.kind == "outlet" or (actor.kind in ("other", "company", "person") and _TYPE_OF_ARMS.search(actor.name)):
            return False
        if actor.country is not None or actor.kind in ("state", "armed_group") or _is_group_code(actor.code):
            return True
        return actor.kind not in ("people", "other") and actor.name[:1].isupper()


def _is_group_code(code: str | None) -> bool:
    """A code of somebody in particular, such as "AFG REB", not of a sort of people ("CVL") nor of an organisation's staff."""
    return code is not None and " " in code and code.partition(" ")[0] not in _SECTORS
