import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.knowledge.cities import find_cities
from dateline.knowledge.sites import sites
from dateline.places import PlaceMention, find_places
from dateline.records import Span


def place(text: str, name: str, *focus: str) -> PlaceMention | None:
    start = text.index(name)
    found = find_places(text, [Span(start, start + len(name))], focus)
    return found[0] if found else None


@pytest.mark.parametrize(
    ("text", "name", "focus", "country", "precision"),
    [
        ("Protests in Cairo on Tuesday", "Cairo", (), "EGY", "city"),
        ("CAIRO, March 10", "CAIRO", (), "EGY", "city"),
        ("Sudan moved troops", "Sudan", (), "SDN", "country"),
        ("the U.S. said", "U.S.", (), "USA", "country"),
        ("in Britain", "Britain", (), "GBR", "country"),
        ("western Ethiopia", "western Ethiopia", (), "ETH", "region"),
        ("in Blue Nile state", "Blue Nile state", (), "SDN", "region"),
        ("the Gaza Strip", "the Gaza Strip", (), "PSE", "region"),
        ("the West Bank, Gaza", "the West Bank", (), "PSE", "region"),
        ("at Yongbyon", "Yongbyon", (), "PRK", "site"),
        ("Kiev's mayor", "Kiev's", (), "UKR", "city"),
        ("fighting near Odessa", "Odessa", (), "UKR", "city"),
        ("near Odessa, Texas, on", "Odessa", (), "USA", "city"),
        ("in Paris, Texas", "Paris", (), "USA", "city"),
        ("in Paris", "Paris", (), "FRA", "city"),
        ("in Tripoli", "Tripoli", (), "LBY", "city"),
        ("in Tripoli", "Tripoli", ("LBN",), "LBN", "city"),
        ("in Georgia", "Georgia", (), "GEO", "country"),
        ("in Georgia", "Georgia", ("USA",), "USA", "region"),
        ("in Georgia", "Georgia", ("USA", "GEO"), "GEO", "country"),
        ("in Gedaref", "Gedaref", (), "SDN", "city"),
        ("on the Korean peninsula", "Korean peninsula", (), None, "region"),
        ("through the Strait of Hormuz", "Strait of Hormuz", (), None, "region"),
    ],
)
def test_name_is_this_place(text: str, name: str, focus: tuple[str, ...], country: str | None, precision: str) -> None:
    mention = place(text, name, *focus)
    assert mention is not None
    assert (mention.place.country, mention.precision) == (country, precision)
    assert mention.place.latitude is not None


@pytest.mark.parametrize("name", ["Lavrov", "Monday", "UN", "AU", "Security Council", "Korea", "Congo", "’s", "the"])
def test_name_that_is_no_certain_place_is_dropped(name: str) -> None:
    assert place(f"and {name} said", name) is None


def test_small_foreign_town_is_dropped_unless_its_country_is_told_about() -> None:
    assert place("Mr Merced of Ennis", "Ennis") is None
    assert place("Mr Merced of Ennis", "Ennis", "IRL") is not None


def test_state_stands_at_its_capital() -> None:
    mention = place("Ethiopia said", "Ethiopia")
    assert mention is not None
    assert (round(mention.place.latitude), round(mention.place.longitude)) == (9, 39)


def test_places_come_in_the_order_of_the_text() -> None:
    text = "From Khartoum to Cairo"
    spans = [Span(text.index(n), text.index(n) + len(n)) for n in ("Cairo", "Khartoum")]
    assert [m.place.name for m in find_places(text, spans, [])] == ["Khartoum", "Cairo"]


def test_coordinates_of_the_tables_lie_on_the_globe() -> None:
    rows = [site for found in sites()._rows.values() for site in found]
    assert all(-90 <= s.latitude <= 90 and -180 <= s.longitude <= 180 for s in rows)
    assert {s.precision for s in rows} == {"site", "region", "city"}
    assert len(set(rows)) >= 150


def test_cities_come_the_largest_first() -> None:
    people = [city.population for city in find_cities("Springfield")]
    assert len(people) > 3
    assert people == sorted(people, reverse=True)


@given(st.text(max_size=40), st.lists(st.sampled_from(["SDN", "USA", "XXX"]), max_size=2))
def test_any_text_gives_places_within_it(text: str, focus: list[str]) -> None:
    for mention in find_places(text, [Span(0, len(text))], focus):
        assert mention.span == Span(0, len(text))
