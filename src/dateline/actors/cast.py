"""The cast of an article: its actors, and who is meant at any token or span."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field

from dateline.actors.scene import Scene
from dateline.actors.source_spans import root
from dateline.language.tokens import Token
from dateline.records import Actor, Span


@dataclass(frozen=True)
class Cast:
    """All lookups are by token or by span of the article's text and give actor ids.

    `_heads` holds the actor of each token that heads a mention, `_cover` of each token within one, `_states` of each token of a
    state's name or adjective, `_outer` the mentions that stand in no larger one.
    """

    actors: tuple[Actor, ...]
    author: str | None
    _scene: Scene = field(repr=False)
    _heads: dict[int, str] = field(repr=False)
    _cover: dict[int, str] = field(repr=False)
    _states: dict[int, str] = field(repr=False)
    _groups: dict[int, str] = field(repr=False)
    _outer: tuple[tuple[int, str], ...] = field(repr=False)
    _by_id: dict[str, Actor] = field(repr=False)

    def at(self, token: Token) -> str | None:
        """The actor of the mention whose head is `token`, or of the smallest mention around it."""
        return self._heads.get(token.i) or self._cover.get(token.i)

    def actor(self, actor_id: str) -> Actor:
        """The actor with this id; raises KeyError with the id where there is none."""
        return self._by_id[actor_id]

    def state_of(self, token: Token) -> str | None:
        """The state that a token names or whose adjective it is ("Egyptian" in "Egyptian embassy")."""
        return self._states.get(token.i)

    def in_span(self, span: Span) -> tuple[str, ...]:
        """The actors mentioned inside, in order, each once; one named within another's phrase does not count."""
        offset = self._scene.cols.offset
        first = bisect_left(offset, span.start)
        last = bisect_left(offset, span.end)
        low, high = bisect_left(self._outer, (first, "")), bisect_right(self._outer, (last, ""))
        return tuple(dict.fromkeys(actor for _, actor in self._outer[low:high]))

    def of_span(self, span: Span) -> str | None:
        """The actor that the phrase as a whole denotes; for "Russia and China" among the sources, the group of both."""
        head = root(self._scene, span)
        if head is None:
            return None
        found = self._groups.get(head) or self._heads.get(head)
        if found is None and self._scene.cols.pos[head] in ("NOUN", "PROPN", "NUM", "ADJ", "PRON"):
            return self._cover.get(head)
        return found

    def expand(self, actor_id: str) -> tuple[str, ...]:
        """The members of a group, else the actor alone."""
        return self._by_id[actor_id].members or (actor_id,)

    def by_country(self, iso3: str) -> str | None:
        """The state itself, if the article names it or speaks of it."""
        return next((a.id for a in self.actors if a.kind == "state" and a.country == iso3), None)
