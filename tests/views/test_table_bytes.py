"""Rows written and read back by other libraries; no cell is a formula."""

from __future__ import annotations

import csv
import io
import json
from datetime import date, datetime
from typing import Any, get_args

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.views.table_bytes import FORMULA_SIGNS, MEDIA_TYPES, SEPARATOR, TableForm, safe_cell, table_bytes

DAY = date(2018, 1, 9)
ROWS: list[dict[str, object]] = [
    {"id": "a", "words": "=1+1", "day": DAY, "count": 3, "share": 0.5, "chain": ("AFP", "KBS"), "sure": True},
    {"id": "b", "words": 'He said, "no"\nand left', "day": None, "count": -4, "share": -0.25, "chain": (), "late": "@x"},
]
TEXTS = st.text(st.characters(exclude_categories=("Cs",)), max_size=20) | st.sampled_from(
    ("=1", "+", "-x", "@SUM(A1)", "\t=1", "\u2028")
)
ANY_ROWS = st.lists(
    st.fixed_dictionaries({"a": TEXTS, "b": st.lists(TEXTS, max_size=3), "c": st.none() | st.integers(-9, 9)}), max_size=5
)


def read_csv(found: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(found.decode(), newline="")))


def read_parquet(found: bytes) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = pq.read_table(io.BytesIO(found)).to_pylist()
    return rows


def test_csv_is_safe_for_spreadsheets() -> None:
    first, second = read_csv(table_bytes(ROWS, "csv"))
    assert first == {
        "id": "a", "words": "'=1+1", "day": "2018-01-09", "count": "3", "share": "0.5", "chain": "AFP; KBS", "sure": "true", "late": "",
    }  # fmt: skip
    assert (second["words"], second["count"], second["share"], second["chain"]) == ('He said, "no"\nand left', "-4", "-0.25", "")
    assert second["late"] == "'@x"


def test_parquet_keeps_types() -> None:
    first, second = read_parquet(table_bytes(ROWS, "parquet"))
    assert first == {**ROWS[0], "chain": ["AFP", "KBS"], "late": None}
    assert second == {**ROWS[1], "chain": [], "sure": None}
    assert pq.read_schema(io.BytesIO(table_bytes(ROWS, "parquet"))).field("day").type == pa.date32()


def test_json_lines_are_one_object_each() -> None:
    lines = (
        table_bytes([{"words": "one\u2028two\nthree", "at": datetime(2018, 1, 9, 12), "ids": {"b", "a"}}], "jsonl")
        .decode()
        .splitlines()
    )
    assert [json.loads(line) for line in lines] == [
        {"words": "one\u2028two\nthree", "at": "2018-01-09T12:00:00", "ids": ["a", "b"]}
    ]
    assert list(json.loads(table_bytes(ROWS, "jsonl").splitlines()[0])) == [
        "id", "words", "day", "count", "share", "chain", "sure", "late",
    ]  # fmt: skip


@pytest.mark.parametrize("form", get_args(TableForm))
def test_no_rows_have_columns_all_the_same(form: TableForm) -> None:
    found = table_bytes([], form, ["id", "words"])
    if form == "csv":
        assert found == b'"id","words"\n'
    elif form == "parquet":
        assert pq.read_table(io.BytesIO(found)).column_names == ["id", "words"]
    else:
        assert found == b""
    assert isinstance(table_bytes([], form), bytes)
    assert form in MEDIA_TYPES


def test_columns_are_those_asked_for_in_their_order() -> None:
    assert read_parquet(table_bytes(ROWS, "parquet", ["late", "id", "id"])) == [
        {"late": None, "id": "a"},
        {"late": "@x", "id": "b"},
    ]


def test_odd_values_do_not_break_a_file() -> None:
    odd = [
        {"mixed": 1, "nan": float("nan"), "map": {"=a": (1, DAY)}, "none": None, "big": 2**80, "empty": {}, "nested": [["x"], []]}
    ]
    odd += [{"mixed": "two", "nan": float("inf"), "map": {}, "none": None, "big": 1, "empty": {}, "nested": []}]
    first, second = read_parquet(table_bytes(odd, "parquet"))
    assert (first["mixed"], second["mixed"], first["nan"], second["nan"]) == ("1", "two", None, None)
    assert first["big"] == str(2**80)
    assert first["nested"] == [["x"], []]
    assert read_csv(table_bytes(odd, "csv"))[0]["map"] == '{"=a": [1, "2018-01-09"]}'
    assert json.loads(table_bytes(odd, "jsonl").splitlines()[1])["nan"] is None


@given(ANY_ROWS)
def test_any_rows_come_back(rows: list[dict[str, Any]]) -> None:
    columns = ["a", "b", "c"]
    assert read_parquet(table_bytes(rows, "parquet", columns)) == rows
    assert [json.loads(line) for line in table_bytes(rows, "jsonl", columns).decode().splitlines()] == rows
    found = read_csv(table_bytes(rows, "csv", columns))
    assert [row["a"] for row in found] == [safe_cell(row["a"]) for row in rows]
    assert [row["b"] for row in found] == [safe_cell(SEPARATOR.join(row["b"])) for row in rows]
    assert not any(cell.startswith(FORMULA_SIGNS) for row in found for cell in (row["a"], row["b"]))
