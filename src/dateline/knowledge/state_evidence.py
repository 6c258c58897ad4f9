"""What each sign weighs that somebody is of a state which his own words do not tell."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from dateline.knowledge.tables import read_rows


@dataclass(frozen=True, slots=True)
class SignOfState:
    """A sign and its weight as log odds; "sure" is no sign but the chance from which a state is given."""

    sign: str
    weight: float


def chances(signs: Mapping[str, Iterable[str]]) -> dict[str, float]:
    """For each state the chance that it is the actor's, from its signs; what is missing from 1 is that it is of none of them."""
    weights = _weights()
    odds = {state: math.exp(sum(weights.get(sign, 0.0) for sign in told)) for state, told in signs.items()}
    whole = 1.0 + sum(odds.values())
    return {state: part / whole for state, part in odds.items()}


def likely_state(signs: Mapping[str, Iterable[str]]) -> str | None:
    """The state of which the signs make sure enough."""
    found = chances(signs)
    best = max(found, key=lambda state: found[state], default=None)
    return best if best is not None and found[best] >= _weights()["sure"] else None


@cache
def _weights() -> dict[str, float]:
    return {row.sign: row.weight for row in read_rows("state_evidence.tsv", SignOfState)}
