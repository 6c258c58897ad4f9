"""Outlets that speak for their government."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from dateline.knowledge.names import NameIndex
from dateline.knowledge.outlets import outlet_by_name
from dateline.knowledge.states import state_by_adjective, state_by_name
from dateline.knowledge.tables import read_rows

_BY_KIND = re.compile(
    r"(?P<whose>.+?)(?:['’]s)?\s+(?:official|state(?:-(?:run|controlled|owned))?)\s+"
    r"(?:television|TV|media|radio|broadcaster|news agency|newspaper)",
)


@dataclass(frozen=True, slots=True)
class StateOutlet:
    """`state` is the ISO 3166-1 alpha-3 code of the state that owns or directs it."""

    outlet: str
    state: str


@cache
def state_behind(outlet: str) -> str | None:
    """The state for which this outlet speaks, as ISO alpha-3: KCNA, "Syrian state television"; None where none is known."""
    known = outlet_by_name(outlet)
    row = next((rows[0] for name in (outlet, known.name if known else "") if name and (rows := _outlets().find(name))), None)
    return row.state if row else _of_kind(outlet)


def is_state_media(outlet: str) -> bool:
    """Whether the name says whose outlet it is and not which: "Syrian state television"."""
    return _of_kind(outlet) is not None


def _of_kind(outlet: str) -> str | None:
    found = _BY_KIND.fullmatch(outlet.strip())
    if found is None:
        return None
    whose = found["whose"]
    state = state_by_adjective(whose) or state_by_name(whose)
    return state.iso3 if state else None


@cache
def _outlets() -> NameIndex[StateOutlet]:
    return NameIndex((row.outlet, row) for row in read_rows("state_outlets.tsv", StateOutlet))
