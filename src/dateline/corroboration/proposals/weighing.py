"""How sure it is that two names mean one proposal, by words, states, parties and days; the weights were set by hand."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.archive.proposal_identities import ProposalNaming
from dateline.corroboration.verdict import Verdict
from dateline.knowledge.match_evidence import match_evidence
from dateline.knowledge.names import fold

NEAR, FAR = 45, 366
"""Days between articles of the same time, and between articles of another."""
SEVERAL = 2
"""Words from which on a name says by itself what is proposed."""


def weigh(one: ProposalNaming, other: ProposalNaming) -> Verdict:
    """The verdict on two names."""
    found = ["prior", *_of_words(one, other), *_of_states(one, other), *_of_parties(one, other), *_of_time(one, other)]
    table = match_evidence("proposal")
    odds = round(sum(table[key].weight for key in found), 3)
    return Verdict(odds, tuple(found), "proposal", f"{one.name!r} and {other.name!r}: ")


def _of_words(one: ProposalNaming, other: ProposalNaming) -> Iterator[str]:
    if _says_so(one, other) or _says_so(other, one):
        yield "explicit"
        return
    if _refers_by_owner(one, other) or _refers_by_owner(other, one):
        yield "own_reference"
        return
    if not (one.words or one.heads or other.words or other.heads) and one.article != other.article:
        yield "nothing_said"
        return
    named_alike = bool(one.heads & other.heads) and bool(one.countries) and one.countries == other.countries
    yield _likeness(one.words, other.words, named_alike)
    if one.article == other.article:
        yield from _of_one_article(one, other)
    if one.heads and other.heads:
        yield "same_head" if one.heads & other.heads else "other_head"


def _of_one_article(one: ProposalNaming, other: ProposalNaming) -> Iterator[str]:
    """An article that calls two things alike, or one by what it says of the other, mostly means one."""
    if one.words and other.words and (one.words <= other.words or other.words <= one.words):
        yield "one_article"
    elif one.heads & other.heads and any(x.words and x.words <= y.context for x, y in ((one, other), (other, one))):
        yield "in_context"


def _says_so(one: ProposalNaming, other: ProposalNaming) -> bool:
    known = len(other.words) + len(other.heads) >= SEVERAL or one.article == other.article
    return known and fold(other.name).casefold() in {fold(name).casefold() for name in one.other_names}


def _refers_by_owner(one: ProposalNaming, other: ProposalNaming) -> bool:
    """ "the American paper" beside the halt in exploration that America proposed, in one article."""
    bare = not one.words and not one.heads and bool(one.countries)
    return bare and one.article == other.article and bool(other.words) and one.countries <= other.authors


def _likeness(one: frozenset[str], other: frozenset[str], named_alike: bool) -> str:
    if one == other:
        return "same_words" if len(one) >= SEVERAL else "same_word" if one else "same_sort"
    common, fewer = len(one & other), min(len(one), len(other))
    if fewer == 0:
        return "by_states" if named_alike else "no_words"
    if common == fewer:
        return "within" if fewer == 1 else "within_several"
    return "overlap" if common * 2 >= fewer else "other_words"


def _of_states(one: ProposalNaming, other: ProposalNaming) -> Iterator[str]:
    if one.countries and other.countries:
        common = one.countries & other.countries
        same = one.countries == other.countries
        yield "same_countries" if same else "some_countries" if common else "other_countries"
    elif (one.countries or other.countries) and min(len(one.words), len(other.words)) < SEVERAL:
        yield "one_country"


def _of_parties(one: ProposalNaming, other: ProposalNaming) -> Iterator[str]:
    if one.authors and other.authors:
        yield "same_author" if one.authors & other.authors else "other_author"
    if len(set(one.stances) & set(other.stances)) >= SEVERAL:
        yield "same_stands"
    elif one.parties & other.parties:
        yield "shared_party"
    elif min(len(one.words), len(other.words)) < SEVERAL and not one.countries & other.countries:
        yield "no_party"


def _of_time(one: ProposalNaming, other: ProposalNaming) -> Iterator[str]:
    if one.published is None or other.published is None:
        return
    days = abs((one.published - other.published).days)
    if days <= NEAR:
        yield "near"
    elif days > FAR:
        yield "far"
