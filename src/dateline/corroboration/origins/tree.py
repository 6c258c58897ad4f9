"""The origins of an incident as a tree: each outlet that vouches for it, and under it those that have it from there."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dateline.corroboration.origins.origin import Origins
from dateline.corroboration.origins.testimony import PrimarySource, Testimony
from dateline.corroboration.outlet_names import outlet_key


@dataclass(frozen=True, slots=True)
class Branch:
    """One outlet: its own articles that tell it thus (`told`; empty where none is at hand), and the outlets that pass it on."""

    outlet: str
    told: tuple[Testimony, ...]
    passed_on_by: tuple[Branch, ...]

    @property
    def sources(self) -> tuple[PrimarySource, ...]:
        """Whom this outlet has it from, as its own articles, else those that pass it on, tell it."""
        own = self.told or tuple(t for branch in self.passed_on_by for t in branch.told)
        return tuple({source.key: source for t in own for source in t.sources}.values())


def tree_of(origins: Origins) -> tuple[Branch, ...]:
    """A branch for each outlet that a path ends in, those who deny it included, the earliest told first."""
    return _branches([(t.path[::-1], t) for t in origins.testimonies])


def _branches(ways: Sequence[tuple[tuple[str, ...], Testimony]]) -> tuple[Branch, ...]:
    groups: dict[str, list[tuple[tuple[str, ...], Testimony]]] = {}
    for way in sorted(ways, key=lambda way: (way[1].published is None, way[1].published or 0, len(way[0]))):
        groups.setdefault(outlet_key(way[0][0]), []).append(way)
    return tuple(_branch(group) for group in groups.values())


def _branch(group: Iterable[tuple[tuple[str, ...], Testimony]]) -> Branch:
    group = list(group)
    told = tuple(t for way, t in group if len(way) == 1)
    onward = _branches([(way[1:], t) for way, t in group if len(way) > 1])
    return Branch(told[0].outlet if told else group[0][0][0], told, onward)
