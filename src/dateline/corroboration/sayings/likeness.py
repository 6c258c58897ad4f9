"""Whether two articles quote the same utterance: the same speaker, and the same words, of which one may give fewer."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.corroboration.incidents.sides import same_member, same_name
from dateline.corroboration.rarity import rarity_of
from dateline.corroboration.sayings.utterance import RUN, Utterance

CONTAINED = 0.6
"""Share of the runs of the shorter that stand in the longer."""
LONG, SHORT = 6, 4
"""Stems from which on a wording is nobody else's, and of the shortest that is one at all within a few days."""
DAYS, WEEKS = 4, 45
"""Days between the articles for short wordings, and for those of medium length; a long one is known whenever it is repeated."""
REPHRASED_SHARE, REPHRASED = 0.75, 22.0
"""Share of the shorter's words, weighed by rarity, and their sum, from which on an utterance is told in other words."""
REPHRASED_DAYS = 2


@dataclass(frozen=True, slots=True)
class Match:
    """How sure it is that two utterances are one, 0 to 1, and why."""

    score: float
    reason: str

    def with_statement(self, statement: str) -> str:
        """The reason, and with which statement was compared."""
        return f"{self.reason}; with {statement}"


def match(one: Utterance, other: Utterance) -> Match | None:
    """The match of two statements of different articles, None where nothing shows that they quote one utterance."""
    if one.article == other.article or not _same_speaker(one, other):
        return None
    short, long = sorted((one, other), key=lambda each: (len(each.words), each.statement))
    days = _days(one, other)
    if len(short.words) < LONG:
        return _in_few_words(short, long, days)
    share = len(short.runs & long.runs) / len(short.runs)
    if share >= CONTAINED and (days <= WEEKS or len(short.words) >= 2 * LONG):
        return Match(round(0.8 + 0.2 * share, 3), f"{share:.0%} of its runs of {RUN} words stand in the other")
    return _in_other_words(short, long, days)


def _same_speaker(one: Utterance, other: Utterance) -> bool:
    mine, theirs = one.speaker, other.speaker
    if not same_member(mine, theirs):
        return False
    return not mine.name or not theirs.name or same_name(mine.name, theirs.name)


def _days(one: Utterance, other: Utterance) -> int:
    if one.published is None or other.published is None:
        return WEEKS
    return abs(one.published - other.published)


def _in_few_words(short: Utterance, long: Utterance, days: int) -> Match | None:
    """A few quoted words, all of which stand together in the other: "fire and fury"."""
    size = len(short.words)
    if not short.quoted or days > DAYS or not short.vocabulary <= long.vocabulary:
        return None
    together = any(long.words[at : at + size] == short.words for at in range(len(long.words) - size + 1))
    if not together or (size < SHORT and rarity_of(short.vocabulary) < 4 * size - 2):
        return None
    return Match(0.85 if size >= SHORT else 0.75, "its few words stand together in the other, of the same days")


def _in_other_words(short: Utterance, long: Utterance, days: int) -> Match | None:
    if days > REPHRASED_DAYS or not (short.speaker.name and long.speaker.name):
        return None
    shared = rarity_of(short.vocabulary & long.vocabulary)
    share = shared / max(rarity_of(short.vocabulary), 1.0)
    if shared < REPHRASED or share < REPHRASED_SHARE:
        return None
    return Match(0.75, f"{share:.0%} of its words, by rarity, stand in the other, of the same days")
