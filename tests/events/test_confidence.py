"""Confidence is the chance that type and both sides are right; what it hangs on is told by signs."""

import pytest

import dateline
from dateline.events import score_relations
from dateline.events.confidence import OPEN, chance
from dateline.knowledge.event_signs import weights


def only(text):
    (event,) = dateline.read(text, published="2018-05-10", model=False).events
    return event


def test_a_clause_that_names_both_sides_is_surer_than_one_that_names_the_doer_alone():
    both = only("Kenya's president accused Somalia of theft.")
    alone = only("Kenya's president denounced the shelling of a border town.")
    assert both.confidence > 0.7
    assert alone.confidence < 0.4


def test_a_side_from_elsewhere_is_less_sure_than_one_beside_the_trigger():
    near = only("Kenya threatened Somalia with sanctions.")
    found = dateline.read("Kenya warned Somalia. It vowed to act.", published="2018-05-10", model=False).events
    assert found[-1].targets == found[0].targets
    assert found[-1].confidence < near.confidence


@pytest.mark.parametrize("heard", [True, False])
def test_nothing_is_certain_and_signs_that_nobody_weighed_count_nothing(heard):
    assert chance([s for s, row in weights().items() if row.heard > 0], heard=heard) == 0.99
    assert chance([s for s, row in weights().items() if row.heard < 0], heard=heard) == 0.01
    assert chance(["target: nobody", "a sign of nothing"], heard=heard) == chance(["target: nobody"], heard=heard)


def test_what_speaks_against_lowers_it():
    assert chance(["type: ACCUSE", "target: nobody"], heard=True) < chance(["type: ACCUSE"], heard=True)


def test_the_network_is_asked_only_of_events_that_the_rules_leave_open(monkeypatch):
    asked = []

    def score(queries, kept=None):
        asked.extend(query.sentence for query in queries)
        return score_relations(queries)

    monkeypatch.setattr("dateline.reading.score_relations", score)
    text = "Kenya expelled the Somali ambassador on Monday. Kenya has rejected the plan."
    alone = dateline.read(text, published="2018-05-10", model=False).events
    dateline.read(text, published="2018-05-10", model=True)
    low, high = OPEN
    assert asked == ["Kenya has rejected the plan."]
    assert [low <= e.confidence <= high for e in alone] == [False, True]
