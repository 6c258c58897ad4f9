"""How often, and where, an article names what is of each state, and what that tells of those whose own words do not."""

from collections import Counter

import pytest

from casts import Told
from dateline.actors.namings import FAIR, FIRM, Evidence, Naming, evidence

SPOKEN_OF = "The Egyptian parliament met in Cairo. Egypt voted. {} Egypt will vote again in May."
OUTLETS = "The Guardian asked. The BBC answered. The Guardian wrote about it. The BBC agreed. The Guardian did not."
NAMINGS = (
    Naming(0, 0, "EGY", "state:EGY"),
    Naming(9, 1, "KEN", "person:otieno barasa"),
    Naming(14, 2, "KEN", "place"),
    Naming(30, 5, "EGY", "state:EGY"),
)


@pytest.mark.parametrize(
    ("between", "words", "state"),
    [
        ("Protesters objected.", "Protesters", "EGY"),
        ("Cairo objected. Protesters stayed away.", "Protesters", "EGY"),
        ("The Guardian wrote about it. Protesters objected.", "Protesters", "EGY"),
        ("Kenya and Kenyan envoys objected. Protesters stayed away. The Kenyan parliament met.", "Protesters", None),
    ],
)
def test_what_is_named_around_tells_the_state(between: str, words: str, state: str | None) -> None:
    found = Told(SPOKEN_OF.format(between)).actor(words)
    assert found is not None
    assert found.country == state


@pytest.mark.parametrize("text", [f"{OUTLETS} Protesters objected.", "Egypt voted once. Protesters objected."])
def test_outlets_and_a_single_naming_tell_nothing(text: str) -> None:
    found = Told(text).actor("Protesters")
    assert found is not None
    assert found.country is None


@pytest.mark.parametrize(
    ("key", "own", "sentence", "around", "total"),
    [
        ("desc:protesters", (), 1, {"EGY": 1, "KEN": 2}, {"EGY": 2, "KEN": 2}),
        ("desc:protesters", (), 4, {"EGY": 1}, {"EGY": 2, "KEN": 2}),
        ("person:otieno barasa", (), 0, {"EGY": 1}, {"EGY": 2, "KEN": 1}),
        ("desc:protesters", (0, 14), 1, {"KEN": 1}, {"EGY": 1, "KEN": 1}),
    ],
)
def test_evidence_leaves_out_the_actor_and_its_own_words(
    key: str, own: tuple[int, ...], sentence: int, around: dict[str, int], total: dict[str, int]
) -> None:
    assert evidence(NAMINGS, key, own, sentence) == Evidence(Counter(around), Counter(total))


def test_shares_are_of_all_namings_or_of_those_of_some_states() -> None:
    found = Evidence(Counter(), Counter({"EGY": 3, "KEN": 1, "USA": 4}))
    assert found.share("EGY") == pytest.approx(3 / 8)
    assert found.share("EGY", {"EGY", "KEN"}) == pytest.approx(3 / 4)
    assert found.share("RUS") == 0.0
    assert Evidence(Counter(), Counter()).share("EGY") == 0.0


@pytest.mark.parametrize(
    ("around", "total", "firm", "fair"),
    [
        ({"UKR": 2}, {"UKR": 5, "RUS": 5}, "UKR", "UKR"),
        ({"UKR": 2}, {"UKR": 6, "RUS": 6, "USA": 7}, None, "UKR"),
        ({"USA": 1}, {"GBR": 20, "USA": 12, "RUS": 5}, None, None),
        ({"UKR": 3, "POL": 2}, {"UKR": 25, "RUS": 13, "POL": 3}, None, "UKR"),
        ({}, {"UKR": 25, "RUS": 20}, None, "UKR"),
        ({"UKR": 2}, {"UKR": 3}, None, None),
    ],
)
def test_the_state_spoken_of_by_proof(around: dict[str, int], total: dict[str, int], firm: str | None, fair: str | None) -> None:
    found = Evidence(Counter(around), Counter(total))
    assert (found.spoken_of(FIRM), found.spoken_of(FAIR)) == (firm, fair)
