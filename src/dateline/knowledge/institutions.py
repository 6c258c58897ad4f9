"""Think tanks, universities, associations, charities and companies: where those work whose state nothing else tells."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from dateline.knowledge.tables import LateRows


@dataclass(frozen=True, slots=True)
class Institution:
    """A body that is no part of a government; `country` is where it has its seat, `code` such as "KOR EDU"."""

    name: str
    aliases: tuple[str, ...]
    country: str
    kind: str
    code: str
    source: str

    @property
    def all_names(self) -> tuple[str, ...]:
        return (self.name, *self.aliases)


@cache
def load_institutions() -> LateRows[Institution]:
    """All rows of institutions.tsv."""
    return LateRows("institutions.tsv", Institution)
