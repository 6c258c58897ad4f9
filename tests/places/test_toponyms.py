import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.knowledge.cities import find_cities
from dateline.knowledge.sites import sites
from dateline.places import PlaceMention
from dateline.places.prior import Prior
from dateline.places.toponyms import resolve
from dateline.records import Span


def prior(*told: str) -> Prior:
    """An article that names these countries, each in a sentence of its own after the one that is read."""
    found = Prior([0, *(1000 + n for n in range(len(told)))])
    found.tell((1000 + n, country) for n, country in enumerate(told))
    return found


def place(text: str, name: str, *told: str) -> PlaceMention | None:
    start = text.index(name)
    found = resolve(text, [Span(start, start + len(name))], prior(*told))
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
        ("in Tripoli", "Tripoli", ("LBN",), "LBY", "city"),
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
    assert [m.place.name for m in resolve(text, spans, prior())] == ["Khartoum", "Cairo"]


def test_country_named_in_the_sentence_decides() -> None:
    near = Prior([0])
    near.tell([(3, "LBN")])
    found = resolve("in Tripoli", [Span(3, 10)], near)
    assert [m.place.country for m in found] == ["LBN"]


def test_abbreviated_state_after_the_comma_decides() -> None:
    found = place("in Paris, Tex., on Monday", "Paris")
    assert found is not None
    assert found.place.country == "USA"


def test_famous_city_is_meant_though_the_article_is_about_the_country_of_a_small_namesake() -> None:
    found = place("met in Paris", "Paris", "USA", "USA", "PRK")
    assert found is not None
    assert found.place.country == "FRA"


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
    for mention in resolve(text, [Span(0, len(text))], prior(*focus)):
        assert mention.span == Span(0, len(text))
