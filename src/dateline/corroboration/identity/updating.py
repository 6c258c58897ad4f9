"""Bringing the identities of an archive up to date after articles were added.

Only the actors of those articles are compared, each with those that share a key of its name: adding k articles costs k.
"""

from __future__ import annotations

import logging
from collections.abc import Collection, Iterable, Iterator, Sequence

from dateline._version import __version__
from dateline.archive.actor_decisions import ActorDecision, Pair, in_order
from dateline.archive.actor_identities import ActorName, Proposal
from dateline.archive.archive import Archive
from dateline.corroboration.identity.merging import COMPATIBLE, MERGE, Likely, chosen
from dateline.corroboration.identity.name_keys import body_key, person_keys
from dateline.corroboration.identity.person_names import likeness
from dateline.corroboration.identity.profiles import Profile, named_alone, profiles
from dateline.corroboration.identity.weighing import Verdict, weigh
from dateline.knowledge.identity_evidence import identity_evidence

logger = logging.getLogger(__name__)

METHOD = "names and evidence 1"
PROGRAM = f"dateline {__version__}"
AT_ONCE = 64
"""Articles of an older archive that are compared and committed together."""
RARE, FEW = 0.001, 10
"""An actor is rarely named who stands in at most this share of the articles, or in so many."""
COMPANY = """
SELECT count(*) AS shared FROM (
    SELECT id FROM actors WHERE kind IN ('person', 'company', 'government_body', 'armed_group', 'other') AND id IN (
        SELECT id FROM actors WHERE article IN (SELECT unnest($1))
        INTERSECT SELECT id FROM actors WHERE article IN (SELECT unnest($2))
    ) GROUP BY id HAVING count(DISTINCT article) <= greatest($3, $4 * (SELECT count(*) FROM articles))
)
"""


def bring_up_to_date(archive: Archive, articles: Collection[str], before: Collection[str] = ()) -> tuple[ActorDecision, ...]:
    """Compare the actors of these articles with the archive's, record what follows, and give that back.

    `before` are actor ids that an earlier reading of the articles had. Belongs into the transaction that adds the articles.
    """
    with archive.transaction():
        touched = archive.actors.of_articles(articles)
        known = named_alone(archive, touched)
        named = {key: profile for key, profile in known.items() if profile.has_proper_name}
        archive.actors.add_keys({(key, profile.name): _keys(profile) for key, profile in named.items()})
        comparison = _Comparison(archive, named)
        made = comparison.decide()
        if before or archive.actors.users_have_decided():
            archive.actors.settle({*before, *touched})
        else:
            archive.actors.settle({*comparison.decided_before, *(actor for decision in made for actor in decision.pair)})
        archive.actors.note_compared(articles, METHOD)
    return made


def renew(archive: Archive) -> None:
    """Compare the actors of articles that were added before this method was there."""
    waiting = archive.actors.not_compared(METHOD)
    if waiting:
        logger.info("the actors of %d articles are compared for the first time", len(waiting))
    for start in range(0, len(waiting), AT_ONCE):
        bring_up_to_date(archive, waiting[start : start + AT_ONCE])


class _Comparison:
    """One round: the actors of some articles, those that may be one with them, and what is decided already."""

    def __init__(self, archive: Archive, named: dict[str, Profile]) -> None:
        self._archive = archive
        self._profiles: dict[str, Profile] = {}
        pairs = _likely_pairs(archive, named)
        earlier = archive.actors.of_pairs_with(set(named))
        self._standing = {d.pair: d for d in earlier if d.stands and not d.is_users}
        self.decided_before = frozenset(actor for decision in earlier for actor in decision.pair)
        users = {decision.pair for decision in earlier if decision.is_users}
        self._pairs = sorted((pairs | self._standing.keys()) - users)
        self._groups = archive.actors.groups_of({actor for pair in self._pairs for actor in pair})
        self._verdicts: dict[Pair, Verdict | None] = {}
        self._load({actor for group in self._groups.values() for actor in group})

    def decide(self) -> tuple[ActorDecision, ...]:
        """Record the new merges, and splits of what no longer fits."""
        likely = [Likely(pair, verdict) for pair in self._pairs if (verdict := self.compare(*pair))]
        outdated = list(self._outdated())
        self._archive.actors.take_back([decision.number for decision, _ in outdated], PROGRAM)
        splits = [_proposal("split", d.pair, verdict) for d, verdict in outdated if d.kind == "merge"]
        merged = {pair for pair, decision in self._standing.items() if decision.kind == "merge"}
        new = [one for one in likely if one.pair not in merged]
        merges = [_proposal("merge", one.pair, one.verdict) for one in chosen(new, self._groups, self.compare)]
        return self._archive.actors.enter([*splits, *merges], PROGRAM)

    def compare(self, a: str, b: str) -> Verdict | None:
        """The verdict on two ids; their company is asked for only where it can tip the balance."""
        pair = in_order(a, b)
        if pair not in self._verdicts:
            self._verdicts[pair] = self._weigh(pair)
        return self._verdicts[pair]

    def _weigh(self, pair: Pair) -> Verdict | None:
        one, other = (self._profiles.get(actor) for actor in pair)
        if one is None or other is None:
            return None
        verdict = weigh(one, other)
        gain = identity_evidence()["same_company"].weight
        if verdict is not None and MERGE - gain <= verdict.odds < MERGE and self._share_company(one, other):
            return weigh(one, other, company=True)
        return verdict

    def _share_company(self, one: Profile, other: Profile) -> bool:
        """Whether articles of both name an actor that few articles name."""
        parameters = [list(one.articles), list(other.articles), FEW, RARE]
        return bool(self._archive.select(COMPANY, parameters)[0]["shared"])

    def _outdated(self) -> Iterator[tuple[ActorDecision, Verdict]]:
        """The program's own decisions that what is known now speaks against."""
        for pair, decision in self._standing.items():
            verdict = self.compare(*pair)
            if verdict is None:
                continue
            if verdict.odds < COMPATIBLE if decision.kind == "merge" else verdict.odds >= MERGE:
                yield decision, verdict

    def _load(self, ids: Iterable[str]) -> None:
        self._profiles |= profiles(self._archive, set(ids) - self._profiles.keys())


def _keys(profile: Profile) -> Collection[str]:
    return person_keys(profile.name) if profile.is_person else (body_key(profile.name),)


def _likely_pairs(archive: Archive, named: dict[str, Profile]) -> set[Pair]:
    """Pairs of these actors with any of the archive that share a key and whose names may be one."""
    keys = {key: _keys(profile) for key, profile in named.items()}
    blocks = archive.actors.with_keys({key for found in keys.values() for key in found})
    return {
        in_order(actor, other)
        for actor, profile in named.items()
        for other, name in _in_blocks(blocks, keys[actor])
        if other != actor and (not profile.is_person or likeness(profile.name, name) is not None)
    }


def _in_blocks(blocks: dict[str, set[ActorName]], keys: Iterable[str]) -> set[ActorName]:
    return {found for key in keys for found in blocks.get(key, ())}


def _proposal(kind: str, pair: Sequence[str], verdict: Verdict) -> Proposal:
    return Proposal("split" if kind == "split" else "merge", pair[0], pair[1], verdict.reason, verdict.score)
