"""Positions over time as lines of text and as plain objects: each proposal, who stands where since when, and who turned."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from dateline.analysis.corpus import Corpus
from dateline.analysis.stances import Held, proposals_of
from dateline.analysis.turns import History, Split, Turn, history
from dateline.archive import Archive
from dateline.corroboration.parties import Party, party_of
from dateline.corroboration.proposals import content_of, is_telling
from dateline.knowledge.names import fold
from dateline.views.wording import STANCES, chain_words, day_words

MINIMUM_CONFIDENCE = 0.4


def positions_of(archive: Archive, about: str | None = None, proposal: str | None = None) -> tuple[History, ...]:
    """The proposals of an archive with all stands, those on which most actors stand first.

    `about` is an actor by name, alias or code, `proposal` words of a name; a proposal whose names say nothing is left out
    unless it is asked for.
    """
    corpus = Corpus.of_archive(archive)
    found = [one for one in proposals_of(corpus, minimum_confidence=MINIMUM_CONFIDENCE) if proposal or is_telling(one.name)]
    if proposal is not None:
        found = [one for one in found if any(_is_called(name, proposal) for name in one.names)]
    if about is not None:
        parties = _parties_about(archive, corpus, about)
        found = [one for one in found if not parties.isdisjoint(one.actors)]
    return tuple(history(one) for one in found)


def _is_called(name: str, words: str) -> bool:
    """Whether the words stand in the name, or say the same."""
    asked, content = content_of(words), content_of(name)
    alike = asked.words | asked.heads
    return fold(words).casefold() in fold(name).casefold() or bool(alike and alike <= content.words | content.heads)


def _parties_about(archive: Archive, corpus: Corpus, about: str) -> frozenset[Party]:
    matches = archive.about(about).matches
    return frozenset(party_of(actor) for reading in corpus.readings for actor in reading.actors if matches(actor))


def history_lines(one: History) -> Iterator[str]:
    """The proposal with its names, then a line for each stand and its evidence, then the turns."""
    others = [name for name in one.proposal.names[1:] if name.casefold() != one.proposal.name.casefold()]
    also = f" (also: {'; '.join(others)})" if others else ""
    yield f"{one.proposal.name}{also}, {one.proposal.articles} article{'s' * (one.proposal.articles != 1)}"
    for actor, stands in one.stands:
        yield f"    {actor.name}"
        for held in stands:
            yield f"        {_stand(held)}"
    for turn in one.turns:
        yield f"    turn: {_turn(turn)}"
    for split in one.splits:
        yield f"    split: {_split(split)}"


def history_object(one: History) -> dict[str, Any]:
    """The same as a plain object for JSON."""
    return {
        "proposal": one.proposal.name,
        "names": one.proposal.names,
        "articles": one.proposal.articles,
        "positions": [_held_object(held) for _, stands in one.stands for held in stands],
        "turns": [_turn_object(turn) for turn in one.turns],
        "splits": [{"actor": s.actor.key, "one": _held_object(s.one), "other": _held_object(s.other)} for s in one.splits],
    }


def _stand(held: Held) -> str:
    who = f" ({held.person.name})" if held.person else ""
    chain = f", {chain_words(held.position.reported_by)}" if held.position.reported_by else ""
    return f"{day_words(held.day)} {STANCES[held.stance]}{who}: {held.evidence.quote.text} [{held.evidence.outlet}{chain}]"


def _turn(turn: Turn) -> str:
    after = f", after {_names(turn.follows)}" if turn.follows else ""
    return (
        f"{turn.actor.name} {turn.kind}: {STANCES[turn.before.stance]} {day_words(turn.before.day)}, "
        f"{STANCES[turn.after.stance]} {day_words(turn.after.day)}{after}"
    )


def _split(split: Split) -> str:
    sides = (f"{h.person.name if h.person else h.actor.name} {STANCES[h.stance]}" for h in (split.one, split.other))
    return f"{split.actor.name}: {', '.join(sides)}, {day_words(split.other.day)}"


def _names(parties: Sequence[Party]) -> str:
    return ", ".join(party.name for party in parties)


def _held_object(held: Held) -> dict[str, Any]:
    return {
        "actor": held.actor.key,
        "actor_name": held.actor.name,
        "person": held.person.name if held.person else None,
        "stance": held.stance,
        "name": held.proposal,
        "date": held.day.isoformat() if held.day else None,
        "article": held.evidence.article,
        "outlet": held.evidence.outlet,
        "record": held.position.id,
        "words": held.evidence.quote.text,
        "reported_by": held.position.reported_by,
        "confidence": held.position.confidence,
    }


def _turn_object(turn: Turn) -> dict[str, Any]:
    before, after = _held_object(turn.before), _held_object(turn.after)
    return {
        "actor": turn.actor.key,
        "kind": turn.kind,
        "before": before,
        "after": after,
        "follows": [p.key for p in turn.follows],
    }
