"""The texts from which an article is copied, whole or in part, each followed back to where it began."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from dateline.archive.copy_relation import CopyRelation, roots


@dataclass(frozen=True, slots=True)
class Original:
    """An article of whose text another one holds some; `whole` is True where the other one is nothing but a copy of it."""

    article: str
    whole: bool = True


Originals = Mapping[str, tuple[Original, ...]]


def originals_of(relations: Iterable[CopyRelation]) -> dict[str, tuple[Original, ...]]:
    """For each article that is a copy its originals, the one with most of its text first."""
    relations = sorted(relations, key=lambda relation: -relation.share)
    beginning = roots(relations)
    found: defaultdict[str, dict[str, Original]] = defaultdict(dict)
    for relation in relations:
        first = beginning.get(relation.original, relation.original)
        if first != relation.article:
            found[relation.article].setdefault(first, Original(first, relation.kind == "copy"))
    return {article: tuple(originals.values()) for article, originals in found.items()}
