"""Tables as files: read back by the libraries that users have, and the same bytes every time."""

import csv
import io
from datetime import date

import polars
import pyarrow.parquet as pq
import pyreadstat
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.views.research.columns import columns
from dateline.views.research.files import table_file

EMPTY = {column.name: None for column in columns("actor_concepts")}
ROW = EMPTY | {
    "id": "p1", "time": date(2025, 3, 12), "person": 'Amal "Al" Idris', "concept": "=filling\nof the dam", "agreement": 0,
    "stance": "oppose", "confidence": 0.6, "text": "é" * 3000,
}  # fmt: skip


def test_csv_holds_the_texts_as_they_are():
    (row,) = csv.DictReader(io.StringIO(table_file("actor_concepts", [ROW], "csv").decode(), newline=""))
    assert (row["person"], row["concept"], row["agreement"], row["time"]) == (ROW["person"], ROW["concept"], "0", "2025-03-12")
    assert row["role"] == ""


def test_parquet_has_types_and_meanings():
    table = pq.read_table(io.BytesIO(table_file("actor_concepts", [ROW, EMPTY], "parquet")))
    assert [str(table.schema.field(name).type) for name in ("time", "agreement", "confidence", "text")] == [
        "date32[day]", "int8", "double", "string",
    ]  # fmt: skip
    assert table.to_pylist() == [ROW, EMPTY]
    assert b"1 where the actor supports it" in table.schema.field("agreement").metadata[b"meaning"]


def test_stata_has_variable_and_value_labels(tmp_path):
    path = tmp_path / "a.dta"
    path.write_bytes(table_file("actor_concepts", [ROW, EMPTY], "stata"))
    frame, about = pyreadstat.read_dta(path, output_format="polars")
    assert about.column_names == [column.stata_name for column in columns("actor_concepts")]
    assert about.variable_value_labels["stance"] == {1: "support", 2: "oppose", 3: "conditional", 4: "neutral"}
    assert about.variable_value_labels["agreement"] == {0: "opposes", 1: "supports"}
    assert about.column_names_to_labels["condition"] == "condition: The words of the condition"
    assert frame["stance"].to_list() == [2, None]
    assert frame["time"].to_list() == [date(2025, 3, 12), None]
    assert frame["text"][0] == ROW["text"]
    assert frame.schema["confidence"] == polars.Float64


@pytest.mark.parametrize("form", ["csv", "parquet", "stata"])
def test_the_same_rows_are_the_same_bytes(form, monkeypatch):
    first = table_file("actor_concepts", [ROW], form)
    monkeypatch.setenv("TZ", "Asia/Tokyo")
    assert table_file("actor_concepts", [dict(reversed(ROW.items()))], form) == first


def test_stata_says_no_time_of_writing():
    assert b"<timestamp>\x1101 Jan 2000 00:00</timestamp>" in table_file("articles", [], "stata")


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00\r"), max_size=30))
def test_any_text_comes_back_from_csv_and_parquet(text):
    row = EMPTY | {"text": text}
    (plain,) = csv.DictReader(io.StringIO(table_file("actor_concepts", [row], "csv").decode(), newline=""))
    assert plain["text"] == text
    assert pq.read_table(io.BytesIO(table_file("actor_concepts", [row], "parquet")))["text"][0].as_py() == text
