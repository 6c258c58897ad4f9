"""The names that an article gives to proposals, with all that two of them are compared by."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from dateline.archive.archive import Archive
from dateline.archive.proposal_identities import ProposalNaming
from dateline.corroboration.parties import members_of, party_of
from dateline.corroboration.proposals.content import content_of
from dateline.corroboration.stems import stems
from dateline.positions import AUTHORED
from dateline.records import Actor, Reading, Stance, content_id

MAKING = ("propose", "draw", "draft", "unveil", "table", "float", "suggest", "devise", "sponsor", "offer", "put", "recommend")
"""Verbs with which the reason of a position begins whose holder made the proposal."""
STANDS = """SELECT p.article, p.proposal, p.other_names, p.stance, p.reason, p.evidence_words, r.published_end,
        a.id, a.name, a.kind, a.country, a.code
    FROM positions AS p JOIN actors AS a ON a.article = p.article AND a.id = p.actor JOIN articles AS r ON r.id = p.article
    WHERE p.article IN (SELECT unnest(?)) ORDER BY p.article, p.number"""


@dataclass(frozen=True, slots=True)
class Stand:
    """One position of an article, as far as names of proposals are compared by it."""

    article: str
    published: date | None
    actor: Actor
    name: str
    other_names: tuple[str, ...]
    stance: Stance
    reason: str
    words: str


def naming_id(article: str, name: str) -> str:
    """The id of a name in an article, whatever its capitals."""
    return content_id("naming", article, name.casefold())


def namings_of(reading: Reading) -> tuple[ProposalNaming, ...]:
    """One naming for each name of a proposal in the article."""
    return tuple(_namings(_stands(reading)))


def namings_in(archive: Archive, articles: Collection[str]) -> tuple[ProposalNaming, ...]:
    """The namings of articles of an archive."""
    return tuple(_namings(_stand(row) for row in archive.select(STANDS, [list(articles)])))


def keys_of(naming: ProposalNaming) -> frozenset[str]:
    """What a name must share with another to be compared with it: a word, a sort of thing with a state, or the article."""
    contents = [content_of(name) for name in (naming.name, *naming.other_names)]
    words = {word for content in contents for word in content.words}
    return frozenset(
        {naming.article, *words, *(f"{h} {c}" for content in contents for h in content.heads for c in content.countries)}
    )


def _stands(reading: Reading) -> Iterator[Stand]:
    article, actors = reading.article, {actor.id: actor for actor in reading.actors}
    published = article.published.end if article.published else None
    for p in reading.positions:
        for actor in members_of(actors[p.actor], actors) if p.actor in actors else ():
            words = article.text[slice(*p.evidence)]
            yield Stand(article.id, published, actor, p.proposal, p.other_names, p.stance, p.reason, words)


def _stand(row: dict[str, Any]) -> Stand:
    actor = Actor(row["id"], row["name"], row["kind"], row["country"], row["code"])
    told = row["proposal"], tuple(row["other_names"] or ()), row["stance"], row["reason"], row["evidence_words"]
    return Stand(row["article"], row["published_end"], actor, *told)


def _namings(stands: Iterable[Stand]) -> Iterator[ProposalNaming]:
    by_name: defaultdict[tuple[str, str], list[Stand]] = defaultdict(list)
    for stand in stands:
        by_name[stand.article, stand.name.casefold()].append(stand)
    return map(_naming, by_name.values())


def _naming(stands: list[Stand]) -> ProposalNaming:
    first = stands[0]
    content = content_of(first.name)
    return ProposalNaming(
        id=naming_id(first.article, first.name),
        article=first.article,
        name=first.name,
        other_names=tuple(dict.fromkeys(other for stand in stands for other in stand.other_names)),
        words=content.words,
        heads=content.heads,
        countries=content.countries,
        authors=frozenset(party_of(stand.actor).key for stand in stands if _is_authors(stand)),
        context=frozenset(stem for stand in stands for stem in stems(stand.words)),
        stances=tuple(dict.fromkeys(f"{party_of(stand.actor).key} {stand.stance}" for stand in stands)),
        published=first.published,
    )


def _is_authors(stand: Stand) -> bool:
    return stand.stance == "support" and (AUTHORED in stand.reason or stand.reason.startswith(MAKING))
