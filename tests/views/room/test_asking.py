"""Filters of an address as conditions of a query."""

import duckdb
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.views.room.asking import Conditions, Paged, parties_called, whose

ROWS = [("USA", "a_1"), ("USA", "a_2"), ("a_3", "a_3"), ("a_4", "a_4"), ("PRK", "a_5")]
ALL = "party IN (SELECT unnest(?)) OR identity IN (SELECT unnest(?))"


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


@pytest.mark.parametrize("keys", [["USA"], ["a_2"], ["a_3", "a_5"], ["USA", "PRK"], ["USA", "a_3"], ["FRA"], []])
def test_rows_of_parties(keys):
    with duckdb.connect() as connection:
        connection.execute("CREATE TABLE sides (party VARCHAR, identity VARCHAR)")
        connection.executemany("INSERT INTO sides VALUES (?, ?)", ROWS)
        such = whose(keys)
        found = connection.execute(f"SELECT * FROM sides WHERE {such.sql}", list(such.parameters)).fetchall()
        assert found == connection.execute(f"SELECT * FROM sides WHERE {ALL}", [keys, keys]).fetchall()
