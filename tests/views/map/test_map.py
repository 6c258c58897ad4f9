import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.views.map import PlaceOnMap, map_svg
from drawn import HOSTILE, by_class, links, parsed, words

SEOUL = PlaceOnMap("Seoul", "KOR", 37.57, 126.98, 12, 9, 3, "/places/seoul")
KAESONG = PlaceOnMap("Kaesong", "PRK", 37.97, 126.55, 40, 0, 40, "/places/kaesong")
NORTH = PlaceOnMap("North Korea", "PRK", 39.03, 125.75, 5, 0, 5, "/places/prk")
SYDNEY = PlaceOnMap("Sydney", "AUS", -33.87, 151.2, 1, 1, 0, "/places/sydney")


def test_places_are_links_in_the_order_of_their_size():
    root = parsed(map_svg([SEOUL, KAESONG, NORTH]))
    assert [node.get("href") for node in links(root)] == ["/places/kaesong", "/places/seoul", "/places/prk"]
    assert links(root)[1].get("aria-label") == "Seoul, South Korea: 12 incidents (9 cooperation, 3 conflict)"
    assert {"Seoul", "Kaesong"} <= set(words(root))


def test_cooperation_is_hatched_and_on_the_left():
    (seoul,) = links(parsed(map_svg([SEOUL])))
    shapes = [(node.get("class"), node.get("fill"), node.get("d", "")) for node in seoul]
    left, right = next(d for c, _, d in shapes if c == "coop"), next(d for c, _, d in shapes if c == "conf")
    assert " 0 0 0 0 " in left
    assert " 0 0 1 0 " in right
    assert any(fill == "url(#map-hatch)" for _, fill, _ in shapes)


def test_a_state_as_the_place_is_tinted_and_marked_in_its_middle():
    root = parsed(map_svg([SEOUL, NORTH]))
    assert len(by_class(root, "map-country")) == 2  # the country and the legend
    assert [node.get("href") for node in by_class(root, "map-whole")] == ["/places/prk"]
    assert "somewhere in the country" in words(root)
    assert by_class(parsed(map_svg([SEOUL])), "map-whole") == []


def test_a_country_without_coordinates_is_shown():
    root = parsed(map_svg([PlaceOnMap("the north", "PRK", None, None, 2, 1, 1, "/x")]))
    assert len(by_class(root, "map-whole")) == 1


def test_a_place_known_nowhere_is_told_below():
    root = parsed(map_svg([SEOUL, PlaceOnMap("Atlantis", None, None, None, 3, 0, 3, "/x")]))
    assert "3 outside: Atlantis 3" in words(root)


def test_core_tells_what_lies_outside():
    assert "1 outside: Sydney 1" in words(parsed(map_svg([SEOUL, KAESONG, SYDNEY], fit="core")))
    assert len(links(parsed(map_svg([SEOUL, KAESONG, SYDNEY], fit="places")))) == 3


def test_names_are_text():
    root = parsed(map_svg([PlaceOnMap(HOSTILE, "KOR", 37.0, 127.0, 3, 1, 2, f"/x?{HOSTILE}")], label=HOSTILE, key="other"))
    assert any("<script>" in line for line in words(root))


def test_ids_begin_with_the_key():
    one, other = str(map_svg([SEOUL], key="a")), str(map_svg([SEOUL], key="b"))
    assert 'id="a-hatch"' in one
    assert "a-hatch" not in other


def test_the_order_of_the_places_does_not_matter():
    assert map_svg([SEOUL, KAESONG, NORTH]) == map_svg([NORTH, SEOUL, KAESONG])


def test_the_world_with_many_places_is_light():
    many = [
        PlaceOnMap(f"Place number {i}", "KOR", i * 0.7 - 50, i * 2.1 - 170, 1 + i % 9, 1, i % 9, f"/p/{i}") for i in range(160)
    ]
    assert len(map_svg(many).encode()) < 120_000
    assert len(links(parsed(map_svg(many)))) == 100


def test_nothing_is_a_map_too():
    assert links(parsed(map_svg([]))) == []


@settings(max_examples=12, deadline=None)
@given(
    st.lists(
        st.builds(
            PlaceOnMap,
            st.text(max_size=12),
            st.sampled_from(["KOR", "USA", "FJI", "RUS", "VAT", "", None]),
            st.none() | st.floats(-90, 90),
            st.none() | st.floats(-180, 180),
            st.integers(0, 500),
            st.integers(0, 300),
            st.integers(0, 300),
            st.text(max_size=5),
        ),
        max_size=6,
    ),
    st.sampled_from(["places", "core", "world"]),
)
def test_any_places_make_a_map(places, fit):
    parsed(map_svg(places, fit=fit))


@pytest.mark.parametrize("width", [320, 1200])
def test_width(width):
    assert parsed(map_svg([SEOUL], width)).get("width") == str(width)
