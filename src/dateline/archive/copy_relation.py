"""That one article is another one, cut, re-headlined or lightly edited."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CopyRelation:
    """`article` copies `original`; `share` is the share of the copy's word shingles that stand in the original, 0 to 1."""

    article: str
    original: str
    share: float
    reason: str


def roots(relations: Iterable[CopyRelation]) -> dict[str, str]:
    """For each copy the text at the beginning of its chain of copies."""
    original = {relation.article: relation.original for relation in relations}
    return {article: _root(article, original) for article in original}


def _root(article: str, original: dict[str, str]) -> str:
    seen = {article}
    # A chain that came back to itself would never end; it stops at the last text not seen yet.
    while (parent := original.get(article)) is not None and parent not in seen:
        seen.add(parent)
        article = parent
    return article
