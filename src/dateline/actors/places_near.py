"""Cities of the article as pointers to a country, for offices and police named by their place: "a minister in Port Sudan"."""

from __future__ import annotations

from collections.abc import Iterable

from dateline.actors.name_runs import Run
from dateline.actors.scene import Scene
from dateline.knowledge.cities import find_cities
from dateline.knowledge.sites import sites

_GOVERNED = frozenset("mayor governor bishop archbishop resident inhabitant native city town village district suburb".split())
"""Nouns whose "of" is followed by the name of a place."""


def read_places(scene: Scene, runs: Iterable[Run]) -> None:
    """Fill `scene.places` with regions, and with those cities that lie in a state which the article names."""
    countries = {d.country for d in scene.drafts.values() if d.kind == "state"}
    for run in runs:
        if run.head in scene.names or not _is_place(scene, run):
            continue
        name = scene.cols.text(run.first, run.end)
        found = [c.country for c in find_cities(name) if c.country in countries]
        site = sites().one(name)
        if not found and site is not None and site.precision == "region" and site.country:
            found = [site.country]
        if found:
            scene.places[run.head] = found[0]


def _is_place(scene: Scene, run: Run) -> bool:
    cols = scene.cols
    if cols.entity[run.head] in ("GPE", "LOC", "FAC"):
        return True
    preposition = cols.head[run.head]
    if cols.dep[run.head] != "pobj":
        return False
    governed = cols.lower[preposition] == "of" and cols.lemma[cols.head[preposition]] in _GOVERNED
    return governed or cols.lower[preposition] in ("in", "at", "near", "from", "to")
