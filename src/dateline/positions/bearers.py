"""Whose position it is: the members of a group, the body for which a spokesman speaks, the speaker behind "we"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dateline.actors import Cast
from dateline.knowledge.states import state_by_capital
from dateline.language.clauses import conjuncts
from dateline.language.tokens import Token
from dateline.records import Actor, Statement

FIRST_PERSON = frozenset({"we", "i", "our", "us", "my", "ours"})
_BODY = "IGO"


def bearers(cast: Cast, statements: Sequence[Statement], holder: Token | None, offset: int) -> Iterator[str]:
    """Ids of those who take the stance that `holder` takes; None stands for whoever says what is said at `offset`."""
    for token in conjuncts(holder) if holder is not None else ():
        if token.lower_ in FIRST_PERSON:
            yield from _speaker(cast, statements, token.idx)
            continue
        actor = cast.at(token)
        if actor is not None:
            yield from spoken_for(cast, actor)
        elif token.lower_ == "they":
            # "an official said they would accept it": the official's side.
            yield from _speaker(cast, statements, token.idx)
    if holder is None:
        yield from _speaker(cast, statements, offset)


def spoken_for(cast: Cast, actor_id: str) -> Iterator[str]:
    """The members of a group; for an official of an international body the body, where the article names it.

    Outlets and people without a name or a state take no stances.
    """
    for member in cast.expand(actor_id):
        actor = cast.actor(member)
        if actor.kind != "outlet" and not _is_nobody(actor):
            yield _body_of(cast, actor) or member


def owner_of(cast: Cast, owner: Token) -> str | None:
    """The actor whose proposal it is called; a plan "drawn up in Washington" is the United States'."""
    if owner.pos_ == "PRON":
        return None
    found = cast.at(owner) or cast.state_of(owner)
    state = state_by_capital(owner.text) if found is None else None
    return found or (cast.by_country(state.iso3) if state is not None else None)


def statement_at(statements: Sequence[Statement], offset: int) -> Statement | None:
    """The smallest statement in whose content the character at `offset` stands."""
    inside = [s for s in statements if any(c.start <= offset < c.end for c in s.content)]
    return min(inside, key=lambda s: sum(c.length for c in s.content)) if inside else None


def _speaker(cast: Cast, statements: Sequence[Statement], offset: int) -> Iterator[str]:
    statement = statement_at(statements, offset)
    if statement is not None and statement.speaker is not None:
        yield from spoken_for(cast, statement.speaker)


def _is_nobody(actor: Actor) -> bool:
    return actor.country is None and actor.kind in ("people", "person", "other") and actor.name[:1].islower()


def _body_of(cast: Cast, actor: Actor) -> str | None:
    if actor.kind != "person" or actor.country is not None or not (actor.code or "").startswith(_BODY):
        return None
    return next((a.id for a in cast.actors if a.kind == "intergovernmental" and a.code == actor.code), None)
