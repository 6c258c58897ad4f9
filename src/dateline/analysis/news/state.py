"""What an archive holds at one time, as far as it is compared with another time."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

Standing = str
"""The most that any report vouches for: actual, claimed, planned, hypothetical or denied."""


@dataclass(frozen=True, slots=True)
class Vouching:
    """The outlets that vouch for an incident on their own, and claims about it that an outlet has taken back."""

    origins: tuple[str, ...]
    taken_back: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class IncidentState:
    """An incident: its reports by id of the event, and what they make of it; `vouching` is None where it was not worked out.

    `stamp` changes with every new reading of one of its articles.
    """

    reports: frozenset[str]
    type: str
    standing: Standing
    disputed: bool
    when: str
    sources: tuple[str, ...]
    targets: tuple[str, ...]
    stamp: str
    vouching: Vouching | None = None


@dataclass(frozen=True, slots=True)
class State:
    """An archive at one time: ids of its articles, incidents by id, stances by actor and proposal, decisions of people."""

    articles: frozenset[str] = frozenset()
    incidents: Mapping[str, IncidentState] = field(default_factory=dict)
    stances: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    decisions: frozenset[str] = frozenset()

    def to_json(self) -> str:
        """Compact, with sets in order."""
        plain = {
            "articles": sorted(self.articles),
            "incidents": {key: _plain(one) for key, one in sorted(self.incidents.items())},
            "stances": {key: list(stances) for key, stances in sorted(self.stances.items())},
            "decisions": sorted(self.decisions),
        }
        return json.dumps(plain, ensure_ascii=False, separators=(",", ":"))


def from_json(text: str) -> State:
    """The state that `to_json` wrote; raises ValueError or KeyError where it is none."""
    plain = json.loads(text)
    return State(
        frozenset(plain["articles"]),
        {key: _rebuilt(one) for key, one in plain["incidents"].items()},
        {key: tuple(stances) for key, stances in plain["stances"].items()},
        frozenset(plain["decisions"]),
    )


def _plain(one: IncidentState) -> list[Any]:
    vouching = one.vouching and [list(one.vouching.origins), list(one.vouching.taken_back)]
    return [
        sorted(one.reports), one.type, one.standing, one.disputed, one.when, list(one.sources), list(one.targets), one.stamp,
        vouching,
    ]  # fmt: skip


def _rebuilt(plain: list[Any]) -> IncidentState:
    reports, type, standing, disputed, when, sources, targets, stamp, vouching = plain
    return IncidentState(
        frozenset(reports), type, standing, disputed, when, tuple(sources), tuple(targets), stamp,
        vouching and Vouching(tuple(vouching[0]), tuple(vouching[1])),
    )  # fmt: skip
