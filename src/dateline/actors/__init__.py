"""Actors: who is mentioned in an article, who that is, and for whom they act on its date."""

from dateline.actors.cast import Cast
from dateline.actors.finding import find_actors

__all__ = ["Cast", "find_actors"]
