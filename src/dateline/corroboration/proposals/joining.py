"""Which names become one proposal: the surest pairs first, and never where two of the group speak against each other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations, product

from dateline.archive.actor_decisions import Pair, in_order
from dateline.archive.proposal_identities import ProposalNaming
from dateline.corroboration.proposals.namings import keys_of
from dateline.corroboration.proposals.weighing import weigh
from dateline.corroboration.verdict import Verdict

MERGE = 1.3
"""Log odds from which on two names mean one proposal: .79."""
AGAINST = -3.0
"""Log odds that no two names of one proposal may fall below: other states, or other things altogether."""
MEAN = -0.5
"""Log odds that the names of two groups must have on average before they are joined."""

Groups = Mapping[str, frozenset[str]]


def chosen(pairs: Iterable[Pair], known: Mapping[str, ProposalNaming], together: Groups) -> Iterator[tuple[Pair, Verdict]]:
    """The pairs to be merged; `together` has for each naming those that are one with it so far, all of them in `known`."""
    verdicts = [(pair, weigh(known[pair[0]], known[pair[1]])) for pair in set(pairs)]
    sure = sorted((v for v in verdicts if v[1].odds >= MERGE), key=lambda v: (-v[1].odds, v[0]))
    now = dict(together)
    for pair, verdict in sure:
        a, b = (now.get(naming, frozenset({naming})) for naming in pair)
        if pair[1] in a or not _fit(a, b, known):
            continue
        now.update(dict.fromkeys(a | b, a | b))
        yield pair, verdict


def joined(namings: Sequence[ProposalNaming]) -> dict[str, str]:
    """For each naming the id of the first of its proposal, worked out anew: for readings that no archive keeps."""
    known = {naming.id: naming for naming in namings}
    groups: dict[str, frozenset[str]] = {naming: frozenset({naming}) for naming in known}
    for (a, b), _ in chosen([in_order(x, y) for x, y in combinations(known, 2) if _common(known[x], known[y])], known, groups):
        both = groups[a] | groups[b]
        groups.update(dict.fromkeys(both, both))
    order = {naming: place for place, naming in enumerate(known)}
    return {naming: min(group, key=order.__getitem__) for naming, group in groups.items()}


def commonest(names: Iterable[str]) -> str:
    """The name by which a proposal is shown: that of most articles, the shortest of several."""
    counted = Counter(names)
    return min(counted, key=lambda name: (-counted[name], len(name), name))


def _common(one: ProposalNaming, other: ProposalNaming) -> bool:
    """Whether two namings are worth comparing."""
    return not keys_of(one).isdisjoint(keys_of(other))


def _fit(a: frozenset[str], b: frozenset[str], known: Mapping[str, ProposalNaming]) -> bool:
    odds = [weigh(known[x], known[y]).odds for x, y in product(sorted(a), sorted(b)) if x in known and y in known]
    return min(odds) > AGAINST and sum(odds) / len(odds) > MEAN
