"""The actors of an archive as a list: names with counts, roles over time, how many articles."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

Select = Callable[[str, Sequence[Any]], list[dict[str, Any]]]

LIST = """
SELECT id, name, kind, country, actors, articles, first_published AS first, last_published AS last FROM identities
WHERE id IN (SELECT coalesce(i.identity, x.id) FROM actors AS x LEFT JOIN actor_identities AS i ON i.actor = x.id
        WHERE len(x.members) = 0 AND ($2 IS NULL OR x.country = $2))
    AND ($1 IS NULL OR len(list_filter(names, lambda known: contains(strip_accents(lower(known)), strip_accents(lower($1))))) > 0)
ORDER BY articles DESC, name, id
"""
COUNTED = """
SELECT coalesce(i.identity, x.id) AS identity, x.{column} AS words, count(DISTINCT x.article) AS articles,
    min(a.published_start) AS first, max(a.published_end) AS last
FROM actors AS x JOIN articles AS a ON a.id = x.article LEFT JOIN actor_identities AS i ON i.actor = x.id
WHERE x.{column} IS NOT NULL AND coalesce(i.identity, x.id) IN (SELECT unnest(?))
GROUP BY ALL
"""


@dataclass(frozen=True, slots=True)
class Counted:
    """A name or a role, in how many articles it stands, and the first and last day of these."""

    words: str
    articles: int
    first: date | None
    last: date | None


@dataclass(frozen=True, slots=True)
class Identity:
    """One actor of an archive: `actors` are its ids in the articles, names the commonest first, roles in order of time."""

    id: str
    name: str
    kind: str
    country: str | None
    names: tuple[Counted, ...]
    roles: tuple[Counted, ...]
    actors: tuple[str, ...]
    articles: int
    first: date | None
    last: date | None


def identities(select: Select, like: str | None, country: str | None) -> tuple[Identity, ...]:
    """The actors with these words in a name (any case and accents) and of this state; those of most articles first."""
    rows = select(LIST, [like, country.upper() if country else None])
    ids = [row["id"] for row in rows]
    names, roles = (_counted(select, column, ids) for column in ("name", "role"))
    return tuple(_identity(row, names[row["id"]], roles[row["id"]]) for row in rows)


def _counted(select: Select, column: str, ids: Sequence[str]) -> defaultdict[str, list[Counted]]:
    found: defaultdict[str, list[Counted]] = defaultdict(list)
    for row in select(COUNTED.format(column=column), [list(ids)]):
        found[row.pop("identity")].append(Counted(**row))
    return found


def _identity(row: dict[str, Any], names: list[Counted], roles: list[Counted]) -> Identity:
    return Identity(
        **row | {"actors": tuple(row["actors"])},
        names=tuple(sorted(names, key=lambda one: (-one.articles, one.words))),
        roles=tuple(sorted(roles, key=lambda one: (one.first or date.max, one.words))),
    )
