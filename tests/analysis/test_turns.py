"""Positions over time: who turned which way, who followed, and who is at odds with themselves."""

from datetime import date

import pytest
from tests.crisis import EGYPT, ETHIOPIA, IDRIS, SUDAN, draft

from dateline.analysis.corpus import Corpus
from dateline.analysis.stances import proposals_of
from dateline.analysis.turns import history
from dateline.records import Actor

TEXT = "Amal Idris of Sudan, Egypt and Ethiopia spoke of the border treaty."
AIDE = Actor("a_aide", "Omar Bashir", "person", "SDN", "SDN GOV", role="minister")


def history_of(*stands):
    """The history of the border treaty from (day of March, actor, stance), each in an article of its own."""
    readings = []
    for day, actor, stance in stands:
        d = draft(f"Post {day} {actor.name}", date(2025, 3, day), "Treaty", TEXT)
        reading = d.reading(positions=(d.stands(actor, "border treaty", stance, "spoke"),))
        readings.append(reading if actor is not AIDE else type(reading)(reading.article, (AIDE,), positions=reading.positions))
    (proposal,) = proposals_of(Corpus(tuple(readings)))
    return history(proposal)


@pytest.mark.parametrize(
    ("before", "after", "kind"),
    [
        ("oppose", "conditional", "softened"),
        ("oppose", "support", "came round"),
        ("conditional", "support", "dropped a demand"),
        ("support", "conditional", "set a condition"),
        ("conditional", "oppose", "hardened"),
        ("support", "oppose", "turned against it"),
        ("neutral", "oppose", "took a side"),
    ],
)
def test_kinds_of_turns(before, after, kind):
    (turn,) = history_of((1, EGYPT, before), (9, EGYPT, after)).turns
    assert (turn.actor.name, turn.kind) == ("Egypt", kind)
    assert (turn.before.day, turn.after.day) == (date(2025, 3, 1), date(2025, 3, 9))


def test_who_stays_does_not_turn():
    assert history_of((1, EGYPT, "support"), (9, EGYPT, "support")).turns == ()


def test_who_follows_whom():
    turns = history_of((1, EGYPT, "oppose"), (1, ETHIOPIA, "conditional"), (5, EGYPT, "support"), (9, ETHIOPIA, "support")).turns
    assert [(turn.actor.name, [actor.name for actor in turn.follows]) for turn in turns] == [
        ("Egypt", []),
        ("Ethiopia", ["Egypt"]),
    ]


def test_a_day_on_which_articles_differ_is_no_turn():
    assert history_of((1, EGYPT, "support"), (2, EGYPT, "support"), (2, EGYPT, "oppose")).turns == ()


def test_two_of_one_government_on_two_sides_are_a_split_and_no_turn():
    found = history_of((1, IDRIS, "support"), (4, AIDE, "oppose"))
    assert found.turns == ()
    (split,) = found.splits
    assert (split.actor.name, split.one.person.name, split.other.person.name) == ("Sudan", "Amal Idris", "Omar Bashir")


def test_the_government_itself_that_turns_is_not_split():
    found = history_of((1, SUDAN, "support"), (4, SUDAN, "oppose"))
    assert (len(found.turns), found.splits) == (1, ())
