"""The words for who vouches for an incident: how many outlets on their own, and whom they have it from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dateline.corroboration.origins import Origins, PrimarySource
from dateline.corroboration.outlet_names import outlet_key, same_outlet
from dateline.corroboration.parties import state_name
from dateline.views.wording import count, listing

OUTLETS, NAMES, PASSERS = 5, 4, 3
"""Names of each kind that one line gives."""


def vouching_words(origins: Origins) -> str:
    """For example "2 origins: AFP and BBC; 1 primary source: Amal Idris; passed on by Nile Post (from AFP)"."""
    return "; ".join(_parts(origins))


def _parts(origins: Origins) -> Iterator[str]:
    number, themselves = len(origins.origins), all(source.kind == "own account" for source in origins.primary_sources)
    who = "denial told by" if origins.only_denied else count(number, "origin")
    if themselves and not origins.only_denied:
        who += ", itself the primary source" if number == 1 else ", themselves the primary sources"
    yield f"{who}{' ' if origins.only_denied else ': '}{listing(origins.origins, OUTLETS)}"
    if not themselves:
        yield f"{count(len(origins.primary_sources), 'primary source')}: {sources_words(origins.primary_sources)}"
    if origins.only_by_party:
        yield f"vouched for by {party_words(origins)} alone, a party to it"
    if passed := passers(origins):
        yield f"passed on by {listing([f'{listing(outlets, PASSERS)} (from {first})' for first, outlets in passed.items()])}"
    if origins.loops:
        yield f"named by each other only: {listing([' and '.join(loop_names(origins, loop)) for loop in origins.loops])}"


def sources_words(sources: Sequence[PrimarySource]) -> str:
    """Those with a name by name, the others by number: "Amal Idris, unnamed sources of 2 outlets and 3 outlets themselves"."""
    named = [source.name for source in sources if source.kind not in ("own account", "anonymous")]
    unnamed = sum(source.kind == "anonymous" for source in sources)
    own = [source.name for source in sources if source.kind == "own account"]
    parts = named if len(named) <= NAMES else [*named[:NAMES], f"{len(named) - NAMES} more by name"]
    if unnamed:
        parts = [*parts, "unnamed sources" + (f" of {unnamed} outlets" if unnamed > 1 else "")]
    if own:
        parts = [*parts, f"{own[0]} itself" if len(own) == 1 else f"{len(own)} outlets themselves"]
    return listing(parts)


def passers(origins: Origins) -> dict[str, tuple[str, ...]]:
    """For each outlet that others pass on those that only pass it on."""
    own = {outlet_key(t.outlet) for t in origins.testimonies if len(t.path) == 1}
    found: dict[str, dict[str, None]] = {}
    for testimony in origins.testimonies:
        if len(testimony.path) > 1 and not testimony.denies and outlet_key(testimony.outlet) not in own:
            found.setdefault(testimony.last, {})[testimony.outlet] = None
    return {first: tuple(outlets) for first, outlets in found.items()}


def party_words(origins: Origins) -> str:
    """The name of the one party that vouches for it."""
    key = origins.only_by_party or ""
    named = (source.name for source in origins.primary_sources if source.party == key and not source.country)
    return next(named, None) or state_name(key)


def loop_names(origins: Origins, loop: Sequence[str]) -> tuple[str, ...]:
    """The outlets of a loop as their articles call them."""
    names = [name for testimony in origins.testimonies for name in testimony.path]
    return tuple(next((name for name in names if same_outlet(name, key)), key) for key in loop)
