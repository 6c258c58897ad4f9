"""One actor under one id and name in every reading; readings without such an actor are passed on as they are."""

from tests.crisis import IDRIS, SUDAN, TEFERA, crisis

from dateline.corroboration.identity.unifying import Identities


def test_ids_and_names_are_those_of_the_actor_that_stands_for_all():
    one = Identities({TEFERA.id: "a_other"}, {"a_other": ("Dawit Teferra", "Dawit Tefera")})
    reading = one.unified(crisis().readings[0])
    actor = reading.actor("a_other")
    assert (actor.name, actor.aliases) == ("Dawit Teferra", ("Tefera", "Dawit Tefera"))
    assert {s.speaker for s in reading.statements} == {IDRIS.id, "a_other"}
    assert TEFERA.id not in {a.id for a in reading.actors}


def test_two_actors_of_one_article_become_one_record():
    one = Identities({TEFERA.id: IDRIS.id, IDRIS.id: IDRIS.id}, {IDRIS.id: ("Amal Idris", "Dawit Tefera")})
    before, after = crisis().readings[0], one.unified(crisis().readings[0])
    assert len(after.actors) == len(before.actors) - 1
    assert after.positions[0].actor == IDRIS.id


def test_sides_name_nobody_twice():
    one = Identities({SUDAN.id: "a", "a_egy": "a", "a_eth": "a"}, {"a": ("Nile",)})
    assert [e.sources for e in one.unified(crisis().readings[0]).events][-1] == ("a",)


def test_other_readings_are_the_same_objects():
    reading = crisis().readings[0]
    assert Identities().unified(reading) is reading
