"""How sure it is that two actor ids are one, by names, offices, states and days; the weights were set by hand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache

from dateline.actors.name_runs import RANKS
from dateline.corroboration.identity.name_keys import body_key
from dateline.corroboration.identity.person_names import SAME, likeness, person_name
from dateline.corroboration.identity.profiles import Profile
from dateline.corroboration.verdict import Verdict
from dateline.knowledge.function_words import function_words
from dateline.knowledge.match_evidence import match_evidence
from dateline.knowledge.names import fold
from dateline.knowledge.nouns import office_noun

NEAR, FAR = 400, 3660
"""Days between the articles of two actors that are of the same time, and that are of another."""
LONG_NAME = 3
"""Words from which on a body's name is its own, whatever the country: not "Korea Institute"."""
SAME_ROLE = 0.6
"""Share of the words of the shorter role, two at least, that make it the same role."""
_WHEN = frozenset({"former", "senior", "late", "then", "new", "outgoing", "incoming", "first", "top"})


def weigh(one: Profile, other: Profile, *, company: bool = False) -> Verdict | None:
    """The verdict on two actors; None where their names are two names.

    `company` says that articles of both name the same rarely named actors.
    """
    alike = name_likeness(one, other)
    if alike is None:
        return None
    of_kind = _of_people(one, other) if one.is_person else _of_bodies(one, other)
    together = _of_one_article(alike) if not one.articles.isdisjoint(other.articles) else ()
    found = [alike, *of_kind, *_of_all(one, other), *together, *(["same_company"] if company else [])]
    table = match_evidence("identity")
    return Verdict(sum(table[key].weight for key in found), tuple(found), "identity", f"{one.name!r} and {other.name!r}: ")


def name_likeness(one: Profile, other: Profile) -> str | None:
    """The kind of likeness of the names; a person's name is compared with a person's only."""
    if one.is_person != other.is_person:
        return None
    if one.is_person:
        return likeness(one.name, other.name)
    if fold(one.name).casefold() == fold(other.name).casefold():
        return "same_name"
    return "spelling" if body_key(one.name) == body_key(other.name) else None


def _of_people(one: Profile, other: Profile) -> Iterator[str]:
    a, b = person_name(one.name), person_name(other.name)
    if a.surname_first or b.surname_first:
        yield "common_name"
    if a.gender and b.gender and a.gender != b.gender:
        yield "other_gender"
    if _are_father_and_son(a.generation, b.generation):
        yield "other_generation"
    if one.holders and other.holders:
        yield "same_holder" if one.holders & other.holders else "other_holder"
    yield from _of_roles(one.roles, other.roles)


def _are_father_and_son(one: str | None, other: str | None) -> bool:
    """Jr. beside a name without it, or beside III; the third of a name is often called without it."""
    return one != other and (None not in (one, other) or not {"jr", "sr"}.isdisjoint((one, other)))


def _of_bodies(one: Profile, other: Profile) -> Iterator[str]:
    if one.kind != other.kind:
        yield "other_kind"
    if one.is_listed and other.is_listed:
        yield "both_known"
    if None in (one.country, other.country):
        if "government_body" in (one.kind, other.kind):
            yield "no_country"
        elif len(one.name.split()) < LONG_NAME:
            yield "short_name"


def _of_all(one: Profile, other: Profile) -> Iterator[str]:
    if one.country and other.country:
        yield "same_country" if one.country == other.country else "other_country"
    if one.sectors & other.sectors:
        yield "same_sector"
    days = _days_apart((one.first, one.last), (other.first, other.last))
    if days is not None and (days <= NEAR or (days > FAR and one.is_person)):
        yield "near_in_time" if days <= NEAR else "far_in_time"


def _of_one_article(alike: str) -> tuple[str, ...]:
    """Two names in one article are two people, unless they differ in spelling alone."""
    return ("same_article",) if alike not in SAME else ("spelt_two_ways",)


def _of_roles(ones: Iterable[str], others: Iterable[str]) -> Iterator[str]:
    """The best agreement of any two roles; only two offices or professions contradict each other ("father" says nothing)."""
    pairs = [(_role_words(a), _role_words(b)) for a in ones for b in others]
    shared = [(len(a & b), len(a & b) / min(len(a), len(b))) for a, b in pairs if a and b]
    if any(number > 1 and share >= SAME_ROLE for number, share in shared):
        yield "same_role"
    elif any(number for number, _ in shared):
        yield "similar_role"
    elif any(map(_is_office, ones)) and any(map(_is_office, others)):
        yield "other_role"


@cache
def _role_words(role: str) -> frozenset[str]:
    words = [RANKS.get(word, word) for word in re.findall(r"\w{3,}", role.casefold())]
    return frozenset(word.removesuffix("s") for word in words if word not in function_words() and word not in _WHEN)


@cache
def _is_office(role: str) -> bool:
    return any(office_noun(word) is not None for word in _role_words(role))


def _days_apart(one: tuple[date | None, date | None], other: tuple[date | None, date | None]) -> int | None:
    """Days between two periods, 0 where they overlap; None where one is not dated."""
    (first, last), (begin, end) = one, other
    if first is None or last is None or begin is None or end is None:
        return None
    return max((begin - last).days, (first - end).days, 0)
