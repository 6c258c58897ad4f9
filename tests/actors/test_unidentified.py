"""Who is left out of a reading: nobody that a record needs or that could be told from others."""

import typing
from dataclasses import fields, replace

import pytest

import dateline
from dateline.actors import without_unidentified
from dateline.records import Actor, Article, Event, Position, Reading, Span, Statement

ARTICLE = Article("article", "hash", "test.txt", None, None, None, None, "en", None, "text")
STATE = Actor("a_state", "Ruritania", "state", "RUR", "RUR GOV", reason="states.tsv")
PEOPLE = Actor("a_people", "people", "people", None, "CVL", reason="described by 'people'")
STATEMENT = Statement("s_1", "direct", "say", (), (), (Span(0, 1),), "a_state")
EVENT = Event("e_1", "CONSULT", None, (), None, None, Span(0, 1), (), ("a_state",), (), "actual")
POSITION = Position("p_1", "a_state", "talks", "support", Span(0, 1))


def kept(*actors, **records):
    return [actor.id for actor in without_unidentified(Reading(ARTICLE, actors, **records)).actors]


def names(text, **options):
    return {actor.name for actor in dateline.read(text, published="2017-08-11", model=False, **options).actors}


def test_whom_a_common_noun_describes_is_left_out_with_all_mentions():
    found = names("France built a bridge. It is where people meet, and their children play with a ball beside the allies.")
    assert found == {"France"}


def test_whoever_says_does_or_suffers_something_is_kept():
    assert "people" in names("France is rich. In the end people accused France of fraud.")
    assert "experts" in names("France is rich. But experts say that the bridge will fall.")
    assert "terrorists" in names("French troops killed terrorists near the bridge on Monday.")


def test_states_names_and_bodies_are_kept_without_a_record():
    text = "The bridge is known to al-Qaeda, to Mr. Karl Kraus, to French pensioners and the Taliban."
    found = names(text)
    assert {"al-Qaeda", "Karl Kraus", "French pensioners", "Taliban"} <= found


def test_own_actors_are_kept_whatever_they_are_called(tmp_path):
    own = tmp_path / "my.csv"
    own.write_text("name,aliases,kind,country,code\nnorthland boys,Northland Boys,armed_group,,UAF\n", encoding="utf-8")
    assert "northland boys" in names("The bridge is known to the Northland Boys and to people.", actors=own)


@pytest.mark.parametrize(
    "changed",
    [
        {"country": "RUR"},
        {"name": "People"},
        {"name": "al-Qaeda"},
        {"code": "IGO UNO"},
        {"code": "RUR REB", "country": None, "name": "X"},
        {"code": "IMG UAF"},
        {"reason": "armed_groups.tsv"},
        {"reason": "line 2 of my.csv"},
    ],
)
def test_identified(changed):
    assert kept(replace(PEOPLE, **changed)) == ["a_people"]


@pytest.mark.parametrize("changed", [{"code": "IGO"}, {"code": "CVL OPP"}, {"code": None}, {"name": "10 people"}])
def test_unidentified(changed):
    assert kept(STATE, replace(PEOPLE, **changed)) == ["a_state"]


def test_groups_keep_their_members_and_are_kept_for_those_of_a_state():
    group = Actor("a_group", "people and allies", "other", members=("a_people", "a_state"), reason="group of actors named before")
    assert kept(group, PEOPLE, STATE) == ["a_group", "a_people", "a_state"]
    nobody = replace(group, members=("a_people",))
    assert kept(nobody, PEOPLE, STATE) == ["a_state"]
    assert kept(nobody, PEOPLE, STATE, positions=(replace(POSITION, actor="a_group"),)) == ["a_group", "a_people", "a_state"]


def _can_hold_an_id(kind):
    return str in (kind, *typing.get_args(kind))


RECORDS = {"statements": STATEMENT, "events": EVENT, "positions": POSITION}
PLACES = [
    (kind, field.name, several)
    for kind, record in RECORDS.items()
    for field in fields(record)
    for hint in [typing.get_type_hints(type(record))[field.name]]
    for several in [typing.get_origin(hint) is tuple]
    if _can_hold_an_id(hint)
]


def test_fields_that_hold_ids_are_among_the_places():
    assert {("statements", "speaker", False), ("events", "targets", True), ("positions", "actor", False)} <= set(PLACES)


@pytest.mark.parametrize(("kind", "field", "several"), PLACES)
def test_an_id_in_any_field_of_any_record_keeps_its_actor(kind, field, several):
    record = replace(RECORDS[kind], **{field: ("a_people",) if several else "a_people"})
    assert kept(PEOPLE, **{kind: (record,)}) == ["a_people"]
    assert kept(PEOPLE, **{kind: (RECORDS[kind],)}) == []
