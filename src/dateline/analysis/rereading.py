"""What another version of the reader changed in an archive, counted, with examples."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from dateline.archive.rereadings import Difference, Rereading
from dateline.archive.rereadings.difference import FOUND, KINDS, DifferingKind, Found

BY_THE_WAY = frozenset({"confidence", "reason"})
EXAMPLES = 3
"""Of each kind of difference."""


@dataclass(frozen=True, slots=True)
class Example:
    """One difference and the article in which it is."""

    article: str
    difference: Difference


@dataclass(frozen=True, slots=True)
class KindChanges:
    """How many records of a kind are new, gone and changed; `articles` in which they are; the changed ones by field.

    `substance` counts the changed ones that say something else: more than confidence and reason changed.
    """

    kind: DifferingKind
    articles: int
    gained: int
    lost: int
    changed: int
    substance: int
    fields: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Summary:
    """`versions` are those that had read the articles before, with how many."""

    version: str
    versions: tuple[tuple[str, int], ...]
    articles: int
    changed: int
    kinds: tuple[KindChanges, ...]
    examples: tuple[Example, ...]

    @property
    def unchanged(self) -> int:
        return self.articles - self.changed


def summarise(version: str, rereadings: Sequence[Rereading], examples: int = EXAMPLES) -> Summary:
    """The numbers of these rereadings, and so many examples of each kind, way and field of difference."""
    versions = Counter(one.version_before for one in rereadings)
    kinds = tuple(_kind(kind, rereadings) for kind in KINDS)
    shown = tuple(_examples(rereadings, examples))
    changed = sum(one.changed for one in rereadings)
    return Summary(version, tuple(versions.most_common()), len(rereadings), changed, kinds, shown)


def _kind(kind: DifferingKind, rereadings: Sequence[Rereading]) -> KindChanges:
    of_kind = [[d for d in one.differences if d.kind == kind] for one in rereadings]
    found = Counter[Found](d.found for differences in of_kind for d in differences)
    fields = Counter(change.field for differences in of_kind for d in differences for change in d.changes)
    gained, lost, changed = (found[name] for name in FOUND)
    substance = sum(1 for differences in of_kind for d in differences if {c.field for c in d.changes} - BY_THE_WAY)
    return KindChanges(kind, sum(map(bool, of_kind)), gained, lost, changed, substance, tuple(fields.most_common()))


def _examples(rereadings: Iterable[Rereading], most: int) -> Iterator[Example]:
    """By kind and way; of what changed, by the field that says most: what is told first of it."""
    groups: defaultdict[tuple[int, int, str], list[Example]] = defaultdict(list)
    for one in rereadings:
        for found in one.differences:
            group = groups[KINDS.index(found.kind), FOUND.index(found.found), found.changes[0].field if found.changes else ""]
            if len(group) < most:
                group.append(Example(one.article, found))
    for _, group in sorted(groups.items()):
        yield from group
