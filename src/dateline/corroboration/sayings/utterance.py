"""What one article quotes of one utterance, as far as it can be compared with what other articles quote."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from dateline.corroboration.incidents.account import Member, member_of
from dateline.corroboration.stems import placed_stems
from dateline.knowledge.word_rarity import UNSEEN, rarities
from dateline.records import Actor, Reading, Statement

RUN = 3
"""Stems of a run."""
SHORTEST = 2
WEEK = 7
RAREST = 3


@dataclass(frozen=True)
class Utterance:
    """One statement of one article: who said it, the stems of its content in order, the day of the article as an ordinal."""

    article: str
    statement: str
    speaker: Member
    published: int | None
    quoted: bool
    words: tuple[str, ...]

    @cached_property
    def runs(self) -> frozenset[tuple[str, ...]]:
        return frozenset(zip(*(self.words[start:] for start in range(RUN)), strict=False))

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        return frozenset(self.words)


def utterances_of(reading: Reading) -> tuple[Utterance, ...]:
    """The statements of a reading of which a speaker is known."""
    actors = {actor.id: actor for actor in reading.actors}
    found = (_utterance(reading, one, actors[one.speaker]) for one in reading.statements if one.speaker in actors)
    return tuple(one for one in found if len(one.words) >= SHORTEST)


def _utterance(reading: Reading, statement: Statement, speaker: Actor) -> Utterance:
    article = reading.article
    words = tuple(stem for span in statement.content for _, stem in placed_stems(article.text, *span))
    day = article.published.end.toordinal() if article.published else None
    return Utterance(article.id, statement.id, member_of(speaker), day, statement.kind != "indirect", words)


def keys_of(one: Utterance) -> frozenset[int]:
    """CRC-32 of each key: runs of words, or of all words where there are few; rare words of a speaker in a week."""
    return frozenset(zlib.crc32(key.encode()) for key in _keys(one))


def _keys(one: Utterance) -> Iterator[str]:
    runs = one.runs or {one.words}
    yield from (" ".join(run) for run in runs)
    if one.published is not None:
        table = rarities()
        rare = sorted(set(one.words), key=lambda word: (-table.get(word, UNSEEN), word))[:RAREST]
        for week in (one.published // WEEK, one.published // WEEK + 1):
            yield from (f"{week} {one.speaker.country or one.speaker.name} {word}" for word in rare)


def encode(one: Utterance) -> str:
    """The utterance as a JSON list."""
    speaker = [one.speaker.country, one.speaker.name]
    return json.dumps([one.article, one.statement, speaker, one.published, one.quoted, " ".join(one.words)], ensure_ascii=False)


def decode(features: str) -> Utterance:
    """The utterance that `encode` wrote."""
    article, statement, speaker, published, quoted, words = json.loads(features)
    return Utterance(article, statement, Member(*speaker), published, quoted, tuple(words.split()))
