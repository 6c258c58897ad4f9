"""Whether two accounts name the same who did it and the same to whom; a state stands for those who act for it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Literal

from dateline.corroboration.incidents.account import Account, Member, Members

SHARED, APART, UNKNOWN = 1, -1, 0
Sides = tuple[Members, Members]
"""Sources and targets."""
Between = Literal["directed", "contested attack", "mutual", "agreement"]
"""Whether somebody did something to somebody, and whether who began is told otherwise by another; or several did it together."""


def side_evidence(one: Account, other: Account) -> tuple[str, ...]:
    """Rows of the table of evidence about the sides."""
    if one.is_symmetric or other.is_symmetric:
        how: Between = "agreement" if "AGREE" in (one.type, other.type) else "mutual"
    else:
        claimed = "claimed" in (one.factuality, other.factuality)
        how = "contested attack" if one.type == other.type == "ASSAULT" and claimed else "directed"
    return _evidence((one.sources, one.targets), (other.sources, other.targets), how)


@lru_cache(maxsize=1 << 14)
def _evidence(one: Sides, other: Sides, how: Between) -> tuple[str, ...]:
    """The same by sources and targets alone, which many pairs have in common."""
    parties, others = (tuple(dict.fromkeys((*sources, *targets))) for sources, targets in (one, other))
    found: list[str] = []
    if not parties and not others:
        found.append("no_sides")
    elif how in ("mutual", "agreement"):
        found.append(_parties(parties, others))
        if how == "agreement" and _compared(one[0], other[0]) == "other":
            found.append("other_agreer")
    else:
        found += _directed(one, other, how)
    return (*found, *_people(parties, others))


def same_member(one: Member, other: Member) -> bool:
    """The same state, or the same name; two people of one state are told apart by `_people`."""
    if one.country and other.country:
        return one.country == other.country
    return bool(one.name and other.name) and same_name(one.name, other.name)


def same_name(one: str, other: str) -> bool:
    """One name holds the other: "kim jong un" and "kim"; spelling aside."""
    if one == other:
        return True
    a, b = set(one.split()), set(other.split())
    return a <= b or b <= a


@lru_cache(maxsize=1 << 14)
def _parties(one: Members, other: Members) -> str:
    how = _compared(one, other)
    if how == "subset" and min(_states(one), _states(other)) < 2:
        return "party_subset"
    return "party_equal" if how == "equal" and min(_states(one), _states(other)) < 2 else f"{_PLURAL[how]}"


_PLURAL = {
    "equal": "parties_equal", "subset": "parties_subset", "overlap": "parties_overlap", "missing": "parties_missing",
    "none": "parties_missing", "other": "parties_other",
}  # fmt: skip


def _states(members: Members) -> int:
    return len({member.country or member.name for member in members})


def _directed(one: Sides, other: Sides, how: Between) -> Iterator[str]:
    sources, targets = _compared(one[0], other[0]), _compared(one[1], other[1])
    if "other" in (sources, targets) and _is_reversed(one, other):
        yield "clash" if how == "contested attack" else "reversed"
        return
    yield "sources_missing" if sources == "none" else f"sources_{sources}"
    yield f"targets_{targets}"


def _is_reversed(one: Sides, other: Sides) -> bool:
    there, back = _compared(one[0], other[1]), _compared(one[1], other[0])
    return {there, back} <= {"equal", "subset"}


@lru_cache(maxsize=1 << 14)
def _compared(one: Members, other: Members) -> str:
    if not one or not other:
        return "missing" if one or other else "none"
    met = [any(same_member(a, b) for b in other) for a in one]
    back = [any(same_member(b, a) for a in one) for b in other]
    if all(met) and all(back):
        return "equal"
    if all(met) or all(back):
        return "subset"
    return "overlap" if any(met) else "other"


@lru_cache(maxsize=1 << 14)
def _people(one: Members, other: Members) -> tuple[str, ...]:
    """Whether they name the same people, as far as both name people of one state."""
    verdicts = {_person(country, one, other) for country in {m.country for m in one} & {m.country for m in other}}
    if APART in verdicts:
        return ("other_person",)
    return ("same_person",) if SHARED in verdicts else ()


def _person(country: str, one: Members, other: Members) -> int:
    mine = [member.name for member in one if member.country == country and member.name]
    theirs = [member.name for member in other if member.country == country and member.name]
    if not mine or not theirs:
        return UNKNOWN
    return SHARED if any(same_name(a, b) for a in mine for b in theirs) else APART
