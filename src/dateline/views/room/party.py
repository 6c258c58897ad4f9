"""Those who take part: states by their code, everybody else by the id that stands for them in the whole archive."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dateline.views.room.reader import Reader
from dateline.views.wording import listing

ISO = 3
"""Letters of a state's code; every other key is an actor's id."""


@dataclass(frozen=True, slots=True)
class Party:
    """A state (`key` is its ISO 3166-1 alpha-3 code) or another actor (`key` is its id)."""

    key: str
    name: str
    is_state: bool


Sides = tuple[tuple[Party, ...], tuple[Party, ...]]
"""Sources and targets."""

SIDES = """
SELECT incident, side, party, any_value(name ORDER BY number) AS name, bool_or(is_state) AS is_state, min(number) AS number
FROM digest_sides WHERE incident IN (SELECT unnest(?)) GROUP BY ALL ORDER BY incident, side, number, party
"""


def is_state_key(key: str) -> bool:
    """Whether a party's key is a state's code."""
    return len(key) == ISO and key.isupper()


def sides_of(reader: Reader, incidents: Sequence[str]) -> Mapping[str, Sides]:
    """The sides of each incident, each party once."""
    found: dict[str, tuple[list[Party], list[Party]]] = {}
    for row in reader.select(SIDES, [list(incidents)]):
        sides = found.setdefault(row["incident"], ([], []))
        sides[row["side"] == "target"].append(_party(row))
    return {key: (tuple(sources), tuple(targets)) for key, (sources, targets) in found.items()}


def _party(row: Mapping[str, Any]) -> Party:
    return Party(row["party"], row["name"], row["is_state"])


def named(parties: Sequence[Party], most: int = 3) -> str:
    """For example "United States and South Korea"; many are cut."""
    return listing([party.name for party in parties], most)
