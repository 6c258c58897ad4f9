"""Filters of an address as conditions of a query."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.views.room.asking import Conditions, Paged, parties_called


@given(total=st.integers(0, 10**6), page=st.integers(-5, 10**6), size=st.integers(1, 100))
def test_a_page_lies_within_the_list(total, page, size):
    paged = Paged.of(total, page, size)
    assert 1 <= paged.page <= paged.pages
    assert 0 <= paged.offset(size) < max(total, 1)
    assert (paged.pages - 1) * size <= total <= paged.pages * size


def test_what_is_not_asked_is_no_condition():
    found = Conditions().also("a = ?", 1).also("b = ?", None).also("c = ?", "").also("d BETWEEN ? AND ?", 2, 3)
    assert found.sql == "a = ? AND d BETWEEN ? AND ?"
    assert found.parameters == (1, 2, 3)
    assert Conditions().sql == "TRUE"


@pytest.mark.parametrize("words", ["SDN", "Sudan", "sudan", " Sudan "])
def test_a_state_is_meant_by_code_and_name(reader, words):
    assert "SDN" in parties_called(reader, words)


def test_an_actor_is_meant_by_a_part_of_its_name(reader):
    [key] = parties_called(reader, "idris")
    assert parties_called(reader, "Amal") == [key]
    assert parties_called(reader, key) == [key]


def test_nobody_is_meant(reader):
    assert parties_called(reader, None) is None
    assert parties_called(reader, "  ") is None
    assert list(parties_called(reader, "Nobody'; --")) == []
    assert list(parties_called(reader, "%")) == []
