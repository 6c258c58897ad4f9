"""Filters of a search: which documents they admit."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from dateline.archive.search_documents import Selecting, spaced
from dateline.archive.search_postings import Keys, keys_of
from dateline.archive.search_query import SearchFilters
from dateline.archive.search_terms import folded_words

STATEMENTS = """
SELECT a.number AS article_number, s.number AS statement_number FROM statements AS s JOIN articles AS a ON a.id = s.article
"""
OF_ACTOR = """
SELECT DISTINCT x.id FROM actors AS x WHERE x.id IN (SELECT $1 UNION SELECT actor FROM actor_identities WHERE identity =
    coalesce((SELECT any_value(identity) FROM actor_identities WHERE actor = $1), $1))
"""
NAMED = "SELECT DISTINCT id, name FROM actors WHERE contains(strip_accents(lower(name)), ?)"
GROUPS = "SELECT DISTINCT id FROM actors WHERE len(members) > 0 AND list_has_any(members, ?)"


class Parameters:
    """The parameters of one query in their order."""

    def __init__(self) -> None:
        self.values: list[Any] = []

    def add(self, value: Any) -> str:
        """What stands for the value in the query."""
        self.values.append(value)
        return f"${len(self.values)}"


@dataclass(frozen=True, slots=True)
class Admitted:
    """What a filter admits: articles by their numbers, or statements by their keys."""

    found: Keys
    of_statements: bool


def admitted(archive: Selecting, filters: SearchFilters, *, of_articles: bool) -> Iterator[Admitted]:
    """What the filters admit; a document must be among each."""
    parameters = Parameters()
    if found := list(_of_articles(archive, filters, parameters)):
        query = f"SELECT number FROM articles WHERE {' AND '.join(found)}"
        yield Admitted(archive.columns(query, parameters.values)["number"], of_statements=False)
    parameters = Parameters()
    if found := list(_of_statements(archive, filters, parameters)):
        query = f"{STATEMENTS} WHERE {' AND '.join(found)}"
        such = archive.columns(query, parameters.values)
        yield Admitted(such["article_number"] if of_articles else keys_of(such), of_statements=not of_articles)


def _of_articles(archive: Selecting, filters: SearchFilters, parameters: Parameters) -> Iterator[str]:
    if filters.outlet:
        yield f"outlet IN (SELECT unnest({parameters.add(_outlets(archive, filters.outlet))}::VARCHAR[]))"
    if filters.since:
        yield f"published_end >= {parameters.add(filters.since)}"
    if filters.until:
        yield f"published_start <= {parameters.add(filters.until)}"


def _of_statements(archive: Selecting, filters: SearchFilters, parameters: Parameters) -> Iterator[str]:
    if filters.speaker:
        yield f"s.speaker IN (SELECT unnest({parameters.add(speakers(archive, filters.speaker))}::VARCHAR[]))"
    if filters.act:
        yield f"s.act = {parameters.add(filters.act.strip().lower())}"


def _outlets(archive: Selecting, words: str) -> list[str]:
    """The outlets of this name, or else those in whose names the words stand."""
    asked = spaced(folded_words(words))
    names = [row["outlet"] for row in archive.select("SELECT DISTINCT outlet FROM articles WHERE outlet IS NOT NULL")]
    folded = {name: spaced(folded_words(name)) for name in names}
    return [name for name in names if folded[name] == asked or name == words] or [name for name in names if asked in folded[name]]


def speakers(archive: Selecting, words: str) -> list[str]:
    """The ids of the actor with this id and of those that are one with it, or of the actors in whose names the words stand.

    Groups that they are members of belong to them: what both leaders say, each of them says.
    """
    ids = [row["id"] for row in archive.select(OF_ACTOR, [words.strip()])] or _named(archive, words)
    return ids + [row["id"] for row in archive.select(GROUPS, [ids])] if ids else ids


def _named(archive: Selecting, words: str) -> list[str]:
    asked = folded_words(words)
    if not asked:
        return []
    rows = archive.select(NAMED, [max(asked, key=len)])
    return list(dict.fromkeys(row["id"] for row in rows if spaced(asked) in spaced(folded_words(row["name"]))))
