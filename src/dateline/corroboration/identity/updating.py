"""Bringing the identities of an archive up to date after articles were added.

Only the actors of those articles are compared, each with those that share a key of its name: adding k articles costs k.
"""

from __future__ import annotations

import logging
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from dateline._version import __version__
from dateline.archive.actor_decisions import ActorDecision, Pair, in_order
from dateline.archive.actor_identities import Proposal
from dateline.archive.actor_keys import ActorName
from dateline.archive.archive import Archive
from dateline.corroboration.identity.company import company_of, shared
from dateline.corroboration.identity.merging import COMPATIBLE, MERGE, Likely, chosen
from dateline.corroboration.identity.name_keys import body_key, person_keys
from dateline.corroboration.identity.person_names import likeness
from dateline.corroboration.identity.profiles import Profile, articles_of, forget, profiles, take_in
from dateline.corroboration.identity.weighing import weigh
from dateline.corroboration.verdict import Verdict
from dateline.knowledge.match_evidence import match_evidence
from dateline.records import Reading

logger = logging.getLogger(__name__)

METHOD = "names and evidence 1"
PROGRAM = f"dateline {__version__}"
AT_ONCE = 64
"""Articles of an older archive that are compared and committed together."""
RARE, FEW = 0.001, 10
"""An actor is rarely named who stands in at most this share of the articles, or in so many."""
ARTICLES = "SELECT count(*) AS n FROM articles"


def bring_up_to_date(
    archive: Archive, articles: Collection[str], before: Collection[str] = (), readings: Sequence[Reading] | None = None
) -> tuple[ActorDecision, ...]:
    """Compare the actors of these articles with the archive's, record what follows, and give that back.

    `before` are actor ids that an earlier reading of the articles had; `readings` are those of the articles, if they have just
    been stored. Belongs into the transaction that adds the articles.
    """
    with archive.transaction():
        touched = _touched(archive, articles) if readings is None else take_in(archive, readings)
        known = profiles(archive, touched)
        comparison = _Comparison(archive, {key: profile for key, profile in known.items() if profile.has_proper_name})
        made = comparison.decide()
        changed = {actor for decision in made for actor in decision.pair}
        if before or archive.actors.users_have_decided():
            archive.actors.settle({*before, *touched, *changed})
        else:
            archive.actors.settle({*comparison.unsettled, *changed})
        archive.actors.note_compared(articles, METHOD)
    return made


def _touched(archive: Archive, articles: Collection[str]) -> set[str]:
    """The actors of these articles, to be fetched anew."""
    touched = archive.actors.of_articles(articles)
    forget(archive, touched)
    return touched


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
        users = {decision.pair for decision in earlier if decision.is_users}
        self._pairs = sorted((pairs | self._standing.keys()) - users)
        self._groups = archive.actors.groups_of({actor for pair in self._pairs for actor in pair})
        self._verdicts: dict[Pair, Verdict | None] = {}
        self._load({actor for group in self._groups.values() for actor in group})
        self._company = self._with_company()

    @property
    def unsettled(self) -> set[str]:
        """Actors that are not one, or apart, as decisions about them have it."""
        return {
            actor
            for pair, decision in self._standing.items()
            if (pair[1] in self._groups.get(pair[0], ())) != (decision.kind == "merge")
            for actor in pair
        }

    def decide(self) -> tuple[ActorDecision, ...]:
        """Record the new merges, and splits of what no longer fits."""
        likely = [Likely(pair, verdict) for pair in self._pairs if (verdict := self.compare(*pair))]
        outdated = list(self._outdated())
        self._archive.actors.take_back([decision.number for decision, _ in outdated], PROGRAM)
        splits = [_proposal("split", d.pair, verdict, self._profiles) for d, verdict in outdated if d.kind == "merge"]
        merged = {pair for pair, decision in self._standing.items() if decision.kind == "merge"}
        new = [one for one in likely if one.pair not in merged]
        merges = [_proposal("merge", one.pair, one.verdict, self._profiles) for one in chosen(new, self._groups, self.compare)]
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
        if pair not in self._company and _is_doubtful(verdict):
            self._company |= self._shared([pair])
        return weigh(one, other, company=True) if self._company.get(pair) else verdict

    def _with_company(self) -> dict[Pair, bool]:
        """The likely pairs that are in doubt, all asked for together, and whether they have company in common."""
        both = [(pair, self._profiles.get(pair[0]), self._profiles.get(pair[1])) for pair in self._pairs]
        return self._shared([pair for pair, one, other in both if one and other and _is_doubtful(weigh(one, other))])

    def _shared(self, pairs: Sequence[Pair]) -> dict[Pair, bool]:
        """Whether articles of both of a pair name an actor that few articles name."""
        if not pairs:
            return {}
        of_pairs = {(a, b): (self._profiles[a].articles, self._profiles[b].articles) for a, b in pairs}
        company = company_of(self._archive, {article for sides in of_pairs.values() for side in sides for article in side})
        counted = articles_of(self._archive)
        few = max(FEW, RARE * self._archive.select(ARTICLES)[0]["n"])
        return {pair: any(counted[actor] <= few for actor in shared(sides, company)) for pair, sides in of_pairs.items()}

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


def _is_doubtful(verdict: Verdict | None) -> bool:
    """Whether company in common would tip the balance."""
    gain = match_evidence("identity")["same_company"].weight
    return verdict is not None and MERGE - gain <= verdict.odds < MERGE


def _keys(profile: Profile) -> Collection[str]:
    return person_keys(profile.name) if profile.is_person else (body_key(profile.name),)


def _likely_pairs(archive: Archive, named: Mapping[str, Profile]) -> set[Pair]:
    """Pairs of these actors, whose keys are stored, with any of the archive that share one and whose names may be one."""
    keys = {key: _keys(profile) for key, profile in named.items()}
    wanted = {key for found in keys.values() for key in found}
    blocks = archive.actors.with_keys(wanted)
    own = {(actor, profile.name): keys[actor] for actor, profile in named.items()}
    fresh = {one: found for one, found in own.items() if any(one not in blocks.get(key, ()) for key in found)}
    archive.actors.add_keys(fresh)
    blocks = archive.actors.with_keys(wanted)
    return {
        in_order(actor, other)
        for actor, profile in named.items()
        for other, name in _in_blocks(blocks, keys[actor])
        if other != actor and (not profile.is_person or likeness(profile.name, name) is not None)
    }


def _in_blocks(blocks: Mapping[str, frozenset[ActorName]], keys: Iterable[str]) -> set[ActorName]:
    return {found for key in keys for found in blocks.get(key, ())}


def _proposal(kind: str, pair: Pair, verdict: Verdict, known: Mapping[str, Profile]) -> Proposal:
    names = known[pair[0]].name, known[pair[1]].name
    return Proposal("split" if kind == "split" else "merge", *pair, verdict.reason, verdict.score, names)
