"""How common terms are in international news at large, for an archive that is still too small to tell."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from dateline.knowledge.tables import LateRows

ARTICLES = 1500
"""Articles over which the table was counted."""


@dataclass(frozen=True, slots=True)
class BackgroundTerm:
    """A term of a kind (word, actor, deed, place) and the number of articles with it."""

    kind: str
    term: str
    articles: int


@cache
def background_counts() -> Mapping[tuple[str, str], int]:
    """For each kind and term the number of articles of `ARTICLES`; terms of fewer than three have none."""
    rows = LateRows("background_terms.tsv", BackgroundTerm).cells("kind", "term", "articles")
    return {(kind, term): int(articles) for kind, term, articles in rows}
