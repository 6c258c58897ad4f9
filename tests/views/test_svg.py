import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from dateline.views.svg import counted, cut, element, link, number, shown, text, width_of


@given(st.text())
def test_any_words_make_a_well_formed_element(words):
    node = etree.fromstring(str(link(f"/{words}", words, text((1, 2), words))).encode())
    assert node.get("aria-label", "") == shown(words)
    assert all(c not in shown(words) for c in "\u202e\u202d\u2066\n\x00")


def test_a_name_in_hebrew_stands_by_itself():
    assert shown("דוד 5") == "\u2068דוד 5\u2069"
    assert shown("David\u202e 5") == "David 5"


@pytest.mark.parametrize("address", ["javascript:alert(1)", " JavaScript:alert(1)", "data:text/html,x", ""])
def test_an_address_that_runs_is_no_link(address):
    assert str(link(address, "x")) == "<g><title>x</title></g>"


@pytest.mark.parametrize("address", ["/a:b", "?q=a:b", "#a", "actors/x", "https://example.org/"])
def test_other_addresses_are(address):
    assert str(link(address, "x")).startswith(f'<a href="{address}"')


def test_children_that_are_text_are_escaped():
    assert element("title", "a < b & c") == "<title>a &lt; b &amp; c</title>"


def test_attributes():
    assert element("path", class_="land", fill=None, stroke_width=1.25, r=3.0) == '<path class="land" stroke-width="1.2" r="3"/>'


@pytest.mark.parametrize(("value", "written"), [(1.0, "1"), (-0.04, "0"), (2.26, "2.3"), (100, "100")])
def test_numbers_are_short(value, written):
    assert number(value) == written


@given(st.text(min_size=1), st.floats(30, 300))
def test_what_is_cut_fits(words, room):
    assert width_of(cut(words, 11, room), 11) <= room


def test_counted():
    assert counted(1, "incident", "incidents") == "1 incident"
    assert counted(1200, "incident", "incidents") == "1,200 incidents"
