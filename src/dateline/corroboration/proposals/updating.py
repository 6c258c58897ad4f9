"""Bringing the proposals of an archive up to date with articles that were added."""

from __future__ import annotations

import logging
from collections.abc import Collection, Iterable, Sequence

from dateline._version import __version__
from dateline.archive.actor_decisions import Pair, in_order
from dateline.archive.archive import Archive
from dateline.archive.proposal_identities import Joining, ProposalDecision, ProposalNaming
from dateline.corroboration.proposals.joining import AGAINST, chosen
from dateline.corroboration.proposals.namings import keys_of, namings_in, namings_of
from dateline.corroboration.proposals.weighing import weigh
from dateline.records import Reading

logger = logging.getLogger(__name__)

PROGRAM = f"dateline {__version__}"
WINDOW = 730
"""Days around an article within which names are compared with its names."""
MOST = 40
"""Names with which one name is compared, those with most words in common and nearest in time."""
AT_ONCE = 256


def bring_up_to_date(
    archive: Archive, articles: Collection[str], readings: Iterable[Reading] | None = None
) -> tuple[ProposalDecision, ...]:
    """Compare the names of proposals in these articles with the archive's, record what follows, and give that back.

    `readings` of the articles spare reading them from the archive. Belongs into the transaction that adds the articles.
    """
    with archive.transaction():
        touched = archive.proposals.drop_gone()
        new = namings_in(archive, articles) if readings is None else [one for reading in readings for one in namings_of(reading)]
        archive.proposals.replace(articles, {naming: keys_of(naming) for naming in new})
        comparison = _Comparison(archive, new) if new else None
        made = comparison.decide() if comparison is not None else ()
        decided = comparison.decided_before if comparison is not None else frozenset()
        if touched or decided or archive.proposals.users_have_decided():
            archive.proposals.settle({*touched, *decided, *(naming for decision in made for naming in decision.pair)})
        else:
            archive.proposals.unite(made)
    return made


def renew(archive: Archive) -> None:
    """Name the proposals of articles that were added before this was there."""
    waiting = archive.proposals.without_namings()
    if waiting:
        logger.info("the proposals of %d articles are named for the first time", len(waiting))
    for start in range(0, len(waiting), AT_ONCE):
        bring_up_to_date(archive, waiting[start : start + AT_ONCE])


class _Comparison:
    """One round: the names in some articles, those that may mean the same, and what is decided already."""

    def __init__(self, archive: Archive, new: Sequence[ProposalNaming]) -> None:
        self._archive = archive
        self._known = {naming.id: naming for naming in new}
        near = archive.proposals.near(list(self._known), WINDOW, MOST)
        pairs: set[Pair] = {in_order(*pair) for pair in near}
        self._groups = archive.proposals.groups_of({*self._known, *(other for _, other in near)})
        missing = {other for _, other in near} - self._known.keys()
        self._known |= {naming.id: naming for naming in archive.proposals.namings(missing)}
        earlier = archive.proposals.of_pairs_with([naming.id for naming in new])
        self._standing = [d for d in earlier if d.stands and not d.is_users and set(d.pair) <= self._known.keys()]
        decided = {d.pair for d in earlier if d.is_users or d.stands}
        self._pairs = pairs - decided
        self.decided_before = frozenset(naming for decision in earlier for naming in decision.pair)

    def decide(self) -> tuple[ProposalDecision, ...]:
        """Record the new merges, and take back those that what is known now speaks against."""
        outdated = [d.number for d in self._standing if weigh(self._known[d.a], self._known[d.b]).odds < AGAINST]
        self._archive.proposals.take_back(outdated, PROGRAM)
        merges = chosen(self._pairs, self._known, self._groups)
        joinings = [Joining("merge", a, b, verdict.reason, verdict.score) for (a, b), verdict in merges]
        return self._archive.proposals.enter(joinings, PROGRAM)
