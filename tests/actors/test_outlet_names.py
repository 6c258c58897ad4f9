"""Outlets told by what stands beside their names, by their names, or by what they do."""

import pytest

from casts import Told
from dateline import read


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("Marta Rojas told the Chilean daily El Clamor that talks had failed.", "El Clamor", "CHL"),
        ("Talks had failed, Marta Rojas told the state news agency ABQ.", "ABQ", None),
        ("According to the tabloid Novi Glas, Marta Rojas left.", "Novi Glas", None),
        ("Marta Rojas told TV channel Kanal Sest that talks had failed.", "Kanal Sest", None),
        ("Two diplomats told La Antorcha, an Asuncion weekly, that talks had failed.", "La Antorcha", "PRY"),
        ("Marta Rojas spoke to Radio Altura on Monday.", "Radio Altura", None),
        ("The Lagos Evening Herald said talks had failed.", "Lagos Evening Herald", None),
        ("The talks had failed, El Trueno reported on Friday, citing two diplomats.", "El Trueno", None),
    ],
)
def test_an_unknown_outlet_is_an_outlet_by_its_proper_name(text: str, name: str, country: str | None) -> None:
    told = Told(text)
    found = told.actor(name)
    assert found is not None
    assert (found.kind, found.name, found.country) == ("outlet", name, country)
    assert all(told.text[m.start : m.end].removeprefix("The ") == name for m in found.mentions)


def test_the_descriptor_means_the_outlet_beside_it() -> None:
    told = Told("The weekly newspaper La Antorcha closed. Officials told German broadcaster ARD that it would reopen.")
    assert told.name("weekly newspaper") == "La Antorcha"
    assert told.name("German broadcaster") == "ARD"


def test_an_agency_that_is_credited_in_a_caption_is_mentioned_there() -> None:
    text = "A parade in Pyongyang. | AP Photo North Korea appears to jab at Trump."
    mentions = [mention for actor in read(text).actors if actor.kind == "outlet" for mention in actor.mentions]
    assert [text[m.start : m.end] for m in mentions] == ["AP"]


def test_a_person_with_a_name_like_a_paper_is_no_outlet() -> None:
    told = Told("Marta Rojas told Anna Post that talks had failed. Weekly Bible classes went on.")
    assert all(a.kind != "outlet" for a in told.cast.actors)


def test_a_network_of_spies_is_no_outlet() -> None:
    told = Told("A terrorist network is said to plan attacks. A television network said so.")
    assert {a.name: a.kind for a in told.cast.actors}["television network"] == "outlet"
    assert all(a.kind != "outlet" for a in told.cast.actors if "terrorist" in a.name)


def test_a_short_name_is_that_of_the_paper_named_in_full() -> None:
    told = Told("The Global Times ran a column on Monday. The Times said that China was ready.")
    assert told.name("The Times") == "Global Times"


def test_the_newspaper_is_the_paper_that_acted_last_and_no_agency() -> None:
    told = Told("Rodong Sinmun printed a commentary. Xinhua kept silent. The newspaper demanded an answer.")
    assert told.name("The newspaper") == "Rodong Sinmun"


def test_the_article_is_by_its_publisher_not_by_who_tells_of_it() -> None:
    told = Told(
        "KCNA blamed the spies in a long report. Yonhap adds that the article also named a general. "
        "“We will answer,” the article warned. A Washington Post report said the ship had left."
    )
    assert told.name("the article", 1) == "KCNA"
    assert told.name("A Washington Post report") == "Washington Post"


def test_the_hill_is_a_paper_where_it_reports() -> None:
    assert Told("Anna Lee resigned, The Hill reported on Friday.").actor("The Hill").kind == "outlet"  # type: ignore[union-attr]


def test_who_does_something_and_cites_a_reason_is_no_outlet() -> None:
    told = Told("Tramp on Thursday abruptly called off the meeting, citing the anger of its neighbours.")
    assert all(a.kind != "outlet" for a in told.cast.actors)
