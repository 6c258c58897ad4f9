"""News outlets and agencies."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from dateline.knowledge.names import NameIndex
from dateline.knowledge.tables import LateRows

_SECTION = re.compile(r"\s*\([^)]*\)|\s+-\s+\w+(?: \w+)?$|\s+Opinion$|!")
"""What a feed adds to an outlet's name."""


@dataclass(frozen=True, slots=True)
class Outlet:
    """A publisher of news: agency, newspaper, broadcaster, site or magazine.

    `ambiguous` ones (Time, The Sun, the Express) need "the", a reporting verb or "newspaper" beside them.
    """

    name: str
    aliases: tuple[str, ...]
    country: str | None
    kind: str
    ambiguous: bool

    @property
    def all_names(self) -> tuple[str, ...]:
        return (self.name, *self.aliases)


@cache
def load_outlets() -> LateRows[Outlet]:
    """All rows of outlets.tsv."""
    return LateRows("outlets.tsv", Outlet)


def outlet_by_name(name: str) -> Outlet | None:
    """The outlet of that name; of several, the first in the table, which is the best known, as for "ABC" or "The Star"."""
    rows = _outlets().find(name)
    return rows[0] if rows else None


@cache
def outlet_of_masthead(masthead: str) -> Outlet | None:
    """The outlet that a feed names with its section or edition: "Fox Online News", "CNN (Web News)", "New York Times - News"."""
    bare = _SECTION.sub("", masthead).strip()
    forms = (
        masthead,
        bare,
        bare.replace("Online ", ""),
        bare.replace("Online News", ""),
        bare.removeprefix("The "),
        bare.removesuffix(".com"),
    )
    return next((found for form in forms if form.strip() and (found := outlet_by_name(form.strip())) is not None), None)


@cache
def _outlets() -> NameIndex[Outlet]:
    return NameIndex((name, row) for row in load_outlets() for name in row.all_names)
