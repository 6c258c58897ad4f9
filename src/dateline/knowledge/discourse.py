"""Nouns by which a text points back to actors that it has named, and nouns that only look like actors."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from dateline.knowledge.tables import read_rows


@dataclass(frozen=True, slots=True)
class DiscourseNoun:
    """A noun in the singular and what it does; the roles are explained at the top of the table."""

    noun: str
    role: str


@cache
def discourse_nouns(role: str) -> frozenset[str]:
    """The nouns of one role of discourse_nouns.tsv."""
    return frozenset(row.noun for row in read_rows("discourse_nouns.tsv", DiscourseNoun) if row.role == role)


@cache
def igo_codes(noun: str) -> frozenset[str]:
    """The parts of actor codes of those international bodies that a noun may mean (NAT for "alliance"); empty: any."""
    return _after(noun, "igo:")


@cache
def outlet_kinds(noun: str) -> frozenset[str]:
    """The kinds of outlets.tsv that a noun may mean: agency for "wire"; all kinds for "outlet"."""
    return _after(noun, "outlet:") or frozenset({"agency", "newspaper", "broadcaster", "site", "magazine"})


def same_offices(noun: str) -> frozenset[str]:
    """Other names of the office that a noun means: "foreign minister" for "top diplomat"."""
    return _same_offices().get(noun, frozenset())


@cache
def _same_offices() -> dict[str, frozenset[str]]:
    offices: dict[str, frozenset[str]] = {}
    for row in read_rows("discourse_nouns.tsv", DiscourseNoun):
        if row.role.startswith("office:"):
            offices[row.noun] = offices.get(row.noun, frozenset()) | {row.role.removeprefix("office:")}
    return offices


def _after(noun: str, prefix: str) -> frozenset[str]:
    rows = read_rows("discourse_nouns.tsv", DiscourseNoun)
    return frozenset(row.role.removeprefix(prefix) for row in rows if row.noun == noun and row.role.startswith(prefix))
