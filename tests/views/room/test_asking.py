"""Parties as conditions: each form admits the rows that the form for all does."""

import duckdb
import pytest

from dateline.views.room.asking import whose

ROWS = [("USA", "a_1"), ("USA", "a_2"), ("a_3", "a_3"), ("a_4", "a_4"), ("PRK", "a_5")]
ALL = "party IN (SELECT unnest(?)) OR identity IN (SELECT unnest(?))"


@pytest.mark.parametrize("keys", [["USA"], ["a_2"], ["a_3", "a_5"], ["USA", "PRK"], ["USA", "a_3"], ["FRA"], []])
def test_rows_of_parties(keys):
    with duckdb.connect() as connection:
        connection.execute("CREATE TABLE sides (party VARCHAR, identity VARCHAR)")
        connection.executemany("INSERT INTO sides VALUES (?, ?)", ROWS)
        such = whose(keys)
        found = connection.execute(f"SELECT * FROM sides WHERE {such.sql}", list(such.parameters)).fetchall()
        assert found == connection.execute(f"SELECT * FROM sides WHERE {ALL}", [keys, keys]).fetchall()
