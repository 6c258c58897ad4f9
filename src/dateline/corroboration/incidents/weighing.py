"""How sure it is that two accounts tell one event, by types, days, sides, words, places and numbers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from dateline.corroboration.incidents.account import Account
from dateline.corroboration.incidents.dates import date_evidence
from dateline.corroboration.incidents.sides import side_evidence
from dateline.corroboration.rarity import rarity_of
from dateline.corroboration.verdict import Verdict
from dateline.knowledge.match_evidence import match_evidence
from dateline.knowledge.ontology import event_class
from dateline.knowledge.type_likeness import type_likeness
from dateline.records import EventType

SAME, MANY, SOME, FEW = 13.0, 8.0, 4.0, 1.0
"""Shared rarity above that of common words, summed over words."""
CORE = 6.0
"""Shared rarity of the words next to the triggers."""
SAME_SHARE, MANY_SHARE = 0.6, 0.33
"""Share of the rarity of the account that has less."""
SHORT_SENTENCE = 5
"""Stems of the shortest sentence whose repetition is no chance."""
BY_MEANS = frozenset({"ASSAULT", "PROTEST"})
"""Types whose modes are means, of which there are many."""
DISAGREEING = frozenset({"denied", "negated"})


MOST = 7.0
"""Log odds that words, places and numbers can add at most."""
MOST_OF_WORDS = 4.1
"""Log odds that words alone can add at most."""


def weigh(
    one: Account, other: Account, *, one_story: bool | None = None, across: bool = False, at_least: float | None = None
) -> Verdict | None:
    """The verdict on two accounts; None where they cannot be one: other types, another time, a plan and its deed.

    `one_story` says whether their articles stand in one story, if that is known. With `across` a plan and its deed are weighed as
    if they were of one kind. With `at_least` also None where the odds cannot reach that.
    """
    if (one.reality != other.reality and not across) or one.event == other.event:
        return None
    likeness = 0.0 if one.type == other.type else type_likeness(one.type, other.type)
    when = date_evidence(one, other) if likeness is not None else None
    if likeness is None or when is None:
        return None
    frame = ("any_two", when, *_of_types(one.type, one.mode, other.type, other.mode), *side_evidence(one, other))
    odds = likeness + _sum(frame)
    # Most pairs cannot reach the threshold whatever their words, which cost most to compare.
    if at_least is not None and odds + MOST < at_least:
        return None
    rest = (*_of_rest(one, other), *_of_stories(one_story))
    if at_least is not None and odds + _sum(rest) + MOST_OF_WORDS < at_least:
        return None
    rest = (*_of_words(one, other), *rest)
    types = f"{one.type} and {other.type} {likeness:+.1f}; " if one.type != other.type else ""
    return Verdict(odds + _sum(rest), frame + rest, "incident", types)


def may_be_one(one: Account, other: Account) -> bool:
    """Whether a closer look is worth while: types by which one event is told, and a side in common where both name any."""
    if one.type != other.type and type_likeness(one.type, other.type) is None:
        return False
    return not one.states or not other.states or not one.states.isdisjoint(other.states)


def _sum(evidence: tuple[str, ...]) -> float:
    weights = _weights()
    return sum([weights[key] for key in evidence])


@cache
def _weights() -> Mapping[str, float]:
    return {key: row.weight for key, row in match_evidence("incident").items()}


@cache
def _of_types(one: EventType, mode: str | None, other: EventType, other_mode: str | None) -> tuple[str, ...]:
    return tuple(_of_two_types(one, mode, other, other_mode))


def _of_two_types(one: EventType, mode: str | None, other: EventType, other_mode: str | None) -> Iterator[str]:
    if one == other:
        yield "same_type"
        if mode and other_mode:
            yield "same_mode" if mode == other_mode else "other_mode"
            if mode == other_mode and one in BY_MEANS:
                yield "same_means"
    if event_class(one).quad.startswith("verbal") and one != "CONSULT":
        yield "promise" if one == "AGREE" else "speech"


def _of_stories(one_story: bool | None) -> tuple[str, ...]:
    return () if one_story is None else ("same_story",) if one_story else ("other_story",)


def _of_words(one: Account, other: Account) -> Iterator[str]:
    if (
        one.trigger == other.trigger
        and one.sentence == other.sentence
        and one.article != other.article
        and one.sentence.count(" ") >= SHORT_SENTENCE
    ):
        yield "same_sentence"
        return
    alike, core = _likeness_of_words(one.words, other.words), rarity_of(one.core & other.core)
    if alike == "words_some" and core >= MANY and core >= MANY_SHARE * min(rarity_of(one.core), rarity_of(other.core)):
        alike = "words_many"
    if one.trigger & other.trigger:
        yield "same_trigger"
    elif one.type != other.type:
        # One sentence often tells two deeds: "freed the engineers and halted the filling".
        yield "words_none" if alike == "words_none" else "words_few"
        return
    yield alike
    if core >= CORE:
        yield "core_words"


def _likeness_of_words(one: frozenset[str], other: frozenset[str]) -> str:
    shared = rarity_of(one & other)
    if shared < FEW:
        return "words_none"
    share = shared / max(min(rarity_of(one), rarity_of(other)), 1.0)
    if shared >= SAME and share >= SAME_SHARE:
        return "words_same"
    if shared >= MANY and share >= MANY_SHARE:
        return "words_many"
    return "words_some" if shared >= SOME else "words_few"


def _of_rest(one: Account, other: Account) -> Iterator[str]:
    if one.place and other.place:
        yield _place(one.place, other.place)
    yield from _numbers(one, other)
    contested = [a.factuality for a in (one, other) if a.factuality in DISAGREEING]
    if len(contested) == 1:
        yield contested[0]
    if "hypothetical" in (one.reality, other.reality):
        yield "hypothetical"
    if one.article == other.article:
        yield "same_article"
        if one.sentence == other.sentence:
            yield "one_sentence"
    if (one.times or other.times) and not one.times & other.times:
        yield "other_times"
    if one.ordinals and other.ordinals and not one.ordinals & other.ordinals:
        yield "other_ordinal"


def _place(one: tuple[str, str], other: tuple[str, str]) -> str:
    if one[0] == other[0]:
        return "same_place"
    if not one[1] or one[1] != other[1]:
        return "other_land"
    return "other_place"


def _numbers(one: Account, other: Account) -> Iterator[str]:
    mine, theirs = dict(one.amounts), dict(other.amounts)
    shared = mine.keys() & theirs.keys()
    if any(mine[what] == theirs[what] for what in shared):
        yield "same_number"
    elif shared:
        yield "other_number"
