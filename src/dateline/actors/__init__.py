"""Actors: who is mentioned in an article, who that is, and for whom they act on its date."""

from dateline.actors.cast import Cast
from dateline.actors.coding import ActorCode, code_actor
from dateline.actors.finding import find_actors
from dateline.actors.unidentified import without_unidentified

__all__ = ["ActorCode", "Cast", "code_actor", "find_actors", "without_unidentified"]
