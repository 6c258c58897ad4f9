"""Parameters of web addresses that say where a reader came from, not what the page is."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from dateline.knowledge.tables import read_rows


@dataclass(frozen=True, slots=True)
class TrackingParameter:
    """A name, or with `*` at its end the beginning of names."""

    name: str


def is_tracking(name: str) -> bool:
    """Whether a parameter of that name leaves the page the same."""
    exact, beginnings = _names()
    name = name.lower()
    return name in exact or name.startswith(beginnings)


@cache
def _names() -> tuple[frozenset[str], tuple[str, ...]]:
    names = [row.name for row in read_rows("tracking_parameters.tsv", TrackingParameter)]
    return frozenset(n for n in names if not n.endswith("*")), tuple(n[:-1] for n in names if n.endswith("*"))
