"""That one article is another one, cut, re-headlined or lightly edited, or that part of it is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

CopyKind = Literal["copy", "merged", "partial"]


@dataclass(frozen=True, slots=True)
class CopyRelation:
    """`share` of the words of `article`, 0 to 1, stand in `original` too.

    kind: copy (the whole is one), merged (the text is made of several originals, each with a relation), partial (the rest is its
    own).
    """

    article: str
    original: str
    share: float
    reason: str
    kind: CopyKind = "copy"


def roots(relations: Iterable[CopyRelation]) -> dict[str, str]:
    """For each copy the text at the beginning of its chain of copies; of a merged one that from which most of it comes.

    An article of which only a part is a copy has none.
    """
    original: dict[str, CopyRelation] = {}
    for relation in relations:
        known = original.get(relation.article)
        if relation.kind != "partial" and (known is None or relation.share > known.share):
            original[relation.article] = relation
    parents = {article: relation.original for article, relation in original.items()}
    return {article: _root(article, parents) for article in parents}


def _root(article: str, original: dict[str, str]) -> str:
    seen = {article}
    # A chain that came back to itself would never end; it stops at the last text not seen yet.
    while (parent := original.get(article)) is not None and parent not in seen:
        seen.add(parent)
        article = parent
    return article
