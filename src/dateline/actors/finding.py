"""Find the actors of an article: the one entrance to this folder."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.actors.cast import Cast
from dateline.actors.casting import cast_of
from dateline.actors.columns import columns
from dateline.actors.known_actors import known_actors
from dateline.actors.naming import read_names
from dateline.actors.nationality import give_countries
from dateline.actors.nominals import resolve
from dateline.actors.scene import Scene
from dateline.actors.source_spans import give_sources
from dateline.knowledge.own_actors import OwnActors
from dateline.language import Document
from dateline.records import Span

_WORTH_A_LOOK = frozenset({"NN", "NNS", "NNP", "NNPS", "PRP", "PRP$", "WP", "WDT", "WP$", "CD", "DT", "JJ"})


def find_actors(document: Document, sources: Sequence[Span] = (), own: OwnActors | None = None) -> Cast:
    """Everybody named, described or meant by a pronoun in `document`.

    `sources` are spans that name somebody who speaks: each gets an actor, whatever its head is, unless it is an expletive, a
    pronoun that means nobody named, or a text or deed of nobody told. `own` are a user's actors, which add to the tables or
    override them.
    """
    scene = read_scene(document, own)
    groups = give_sources(scene, sources)
    give_countries(scene)
    return cast_of(scene, groups)


def read_scene(document: Document, own: OwnActors | None = None) -> Scene:
    """The scene with every actor decided but those whom only the statements know for sources."""
    scene = Scene(document, columns(document), resolve, known_actors(own))
    scene.quoted.update(t.i for q in document.quotations for part in q.parts for t in document.tokens(part))
    read_names(scene)
    for token, tag in enumerate(scene.cols.tag):
        if tag in _WORTH_A_LOOK:
            scene.actor(token)
    return scene
