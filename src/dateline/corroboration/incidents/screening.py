"""Which of many pairs of accounts are worth weighing: types, sides and reality as numbers, compared all at once.

Keys bring together some hundred pairs for each article, of which one in ten is of a type and a side that may be one event.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any, get_args

import numpy as np
import numpy.typing as npt

from dateline.corroboration.incidents.account import Account
from dateline.corroboration.incidents.incident import Reality
from dateline.corroboration.incidents.weighing import may_be_one
from dateline.knowledge.type_likeness import type_likeness
from dateline.records import EventType

Numbers = npt.NDArray[np.integer[Any]]
Pairs = list[tuple[int, int]]
BITS = 64
REALITIES: tuple[Reality, ...] = get_args(Reality)
TOLD, PLANNED = REALITIES.index("told"), REALITIES.index("planned")


@dataclass(frozen=True, slots=True)
class Screened:
    """Pairs that may be one event; and pairs of something told with a plan of which it may be the deed, in this order."""

    alike: Pairs
    deeds: Pairs


def screened(ones: Numbers, others: Numbers, accounts: Mapping[int, Account]) -> Screened:
    """Those of these pairs that are worth weighing."""
    numbers, places = np.unique(np.concatenate((ones, others)), return_inverse=True)
    one, other = places[: len(ones)], places[len(ones) :]
    types, realities, states = _outlines([accounts[number] for number in numbers.tolist()])
    likely = _possible()[types[one], types[other]]
    likely &= ((states[one] & states[other]) != 0) | (states[one] == 0) | (states[other] == 0)
    one, other = one[likely], other[likely]
    same = realities[one] == realities[other]
    there = (realities[one] == TOLD) & (realities[other] == PLANNED)
    back = (realities[one] == PLANNED) & (realities[other] == TOLD)
    deeds = _pairs(numbers, one[there], other[there]) + _pairs(numbers, other[back], one[back])
    alike = _pairs(numbers, one[same], other[same])
    return Screened(*([(a, b) for a, b in pairs if may_be_one(accounts[a], accounts[b])] for pairs in (alike, deeds)))


def _pairs(numbers: Numbers, ones: Numbers, others: Numbers) -> Pairs:
    return list(zip(numbers[ones].tolist(), numbers[others].tolist(), strict=True))


def _outlines(accounts: list[Account]) -> tuple[Numbers, Numbers, Numbers]:
    """Of each account the number of its type, that of its reality, and its states as a set of bits."""
    types, realities = _places(get_args(EventType)), _places(REALITIES)
    return (
        np.array([types[account.type] for account in accounts], dtype=np.int64),
        np.array([realities[account.reality] for account in accounts], dtype=np.int64),
        np.array([_bits(account.states) for account in accounts], dtype=np.uint64),
    )


@cache
def _places(values: tuple[str, ...]) -> Mapping[str, int]:
    return {value: place for place, value in enumerate(values)}


@lru_cache(maxsize=1 << 14)
def _bits(states: frozenset[str]) -> int:
    """One bit for each, none where there are none; two sets without a bit in common have nothing in common."""
    found = 0
    for state in states:
        found |= 1 << hash(state) % BITS
    return found


@cache
def _possible() -> npt.NDArray[np.bool_]:
    """By the numbers of two types whether one event is told by both."""
    types = get_args(EventType)
    return np.array([[one == other or type_likeness(one, other) is not None for other in types] for one in types])
