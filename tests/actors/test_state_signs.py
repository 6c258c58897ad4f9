"""Signs in a text that somebody is of a state which his own words do not tell."""

import datetime

import pytest

from casts import Told
from dateline.actors.finding import read_scene
from dateline.actors.namings import namings
from dateline.actors.scene import Draft
from dateline.actors.state_signs import class_of, mention_of, signs_of_state
from dateline.language import parse
from dateline.records import Article, Published

DAY = datetime.date(2017, 12, 20)
EGYPT = "Egypt voted in May. Egypt counted. Egypt waited. Egypt won. Egypt met. Egypt sang. Egypt slept. Egypt woke."


def signs(text: str, word: str, state: str) -> frozenset[str]:
    article = Article("article", "hash", "test.txt", None, None, None, None, "en", Published(DAY, DAY, "given"), text)
    scene = read_scene(next(parse([article])))
    token = scene.cols.words.index(word)
    draft = scene.draft(token)
    assert draft is not None
    return signs_of_state(mention_of(scene, draft, [token], namings(scene))).get(state, frozenset())


@pytest.mark.parametrize(
    ("text", "word", "state", "sign"),
    [
        (f"Farmers from Kenya met. {EGYPT}", "Farmers", "KEN", "below:from"),
        (f"Farmers from Kenya met. {EGYPT}", "Farmers", "EGY", "below:from:other"),
        (f"{EGYPT} The farmers cheered.", "farmers", "EGY", "around:alone"),
        (f"{EGYPT} The farmers cheered.", "farmers", "EGY", "earlier subject"),
        (f"{EGYPT} The farmers cheered.", "farmers", "EGY", "the:plural"),
        (f"Kenya waited. {EGYPT} The local farmers cheered.", "farmers", "EGY", "named first"),
        (f"Kenya waited. {EGYPT} The local farmers cheered.", "farmers", "EGY", "local"),
        (f"{EGYPT} Egypt arrested the farmers in Kenya.", "farmers", "EGY", "subject of the clause"),
    ],
)
def test_what_stands_around_gives_signs(text: str, word: str, state: str, sign: str) -> None:
    assert sign in signs(text, word, state)


def test_a_state_that_is_not_named_has_no_signs() -> None:
    assert not signs(f"{EGYPT} The farmers cheered.", "farmers", "KEN")


def test_a_text_that_names_few_states_has_no_signs() -> None:
    assert not signs("Egypt voted in May. The farmers cheered.", "farmers", "EGY")


def test_a_state_is_given_where_all_signs_are_for_it() -> None:
    found = Told(f"{EGYPT} Children across Egypt sang.").actor("Children")
    assert found is not None
    assert found.country == "EGY"


def test_those_of_several_countries_are_of_none() -> None:
    found = Told(f"{EGYPT} Children from several countries sang.").actor("Children")
    assert found is not None
    assert found.country is None


def test_none_is_given_where_they_are_not() -> None:
    found = Told(f"{EGYPT} Kenya and Chad waited. Kenya and Egypt met. A traveller slept.").actor("A traveller")
    assert found is not None
    assert found.country is None


@pytest.mark.parametrize(
    ("key", "kind", "code", "sort"),
    [
        ("person:a b", "person", None, "person"),
        ("desc:rebels", "people", "REB", "fighter"),
        ("desc:officials", "people", "GOV", "official"),
        ("desc:farmers", "people", "AGR", "calling"),
        ("desc:crowds", "people", "CVL", "civil"),
        ("body::court", "government_body", "JUD", "body"),
        ("desc:network", "outlet", "MED", "firm"),
    ],
)
def test_sorts_of_actors(key: str, kind: str, code: str | None, sort: str) -> None:
    assert class_of(Draft(key, key, kind, (key,), code=code)) == sort  # type: ignore[arg-type]
