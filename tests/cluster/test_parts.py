"""Parts are there whole or not at all, and writing one twice is writing it once."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from dateline.cluster.dataset import UNDATED, Dataset, Window, make_dataset, open_dataset
from dateline.cluster.index import known_articles
from dateline.cluster.packets import article_numbers
from dateline.cluster.parts import READINGS, remove_drafts, write_part
from dateline.contract import from_json
from dateline.errors import DatasetError
from dateline.reading import reading_version
from gathered import stored_readings, write

ROW = {name: None for name in READINGS.names} | {"article": "art_0000000000000001", "contract": "{}", "version": "1", "place": 1}


def test_every_reading_comes_back_as_it_was(tmp_path: Path) -> None:
    readings = stored_readings()
    write(tmp_path, readings)
    lines = [line for part in Dataset(tmp_path).readings() for line in pq.read_table(part)["contract"].to_pylist()]
    assert {one.article.id: one for one in map(from_json, lines)} == {one.article.id: one for one in readings}


def test_parts_lie_by_the_month_of_publication(tmp_path: Path) -> None:
    write(tmp_path, stored_readings())
    for part in Dataset(tmp_path).readings():
        days = pq.read_table(part, partitioning=None)["published_start"].to_pylist()
        assert {f"published={day:%Y-%m}" if day else UNDATED for day in days} == {part.parent.name}


def test_a_packet_that_is_read_again_writes_no_second_part(tmp_path: Path) -> None:
    write(tmp_path, stored_readings())
    before = {part: part.stat().st_mtime_ns for part in Dataset(tmp_path).readings()}
    write(tmp_path, stored_readings())
    assert {part: part.stat().st_mtime_ns for part in Dataset(tmp_path).readings()} == before


def test_other_rows_have_another_name(tmp_path: Path) -> None:
    names = {write_part(tmp_path, READINGS, [ROW | {"place": place}]).name for place in range(5)}
    assert len(names) == 5


def test_what_a_killed_writer_left_is_no_part(tmp_path: Path) -> None:
    dataset = make_dataset(tmp_path)
    part = write_part(dataset.partition(None), READINGS, [ROW])
    draft = part.with_name(f".{part.name}.0123")
    draft.write_bytes(b"PAR1")
    remove_drafts(dataset)
    assert dataset.readings() == (part,)
    assert draft.exists()
    os.utime(draft, (0, 0))
    remove_drafts(dataset)
    assert not draft.exists()
    assert dataset.readings() == (part,)


def test_a_part_that_cannot_be_written_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(pa.ArrowInvalid):
        write_part(tmp_path, READINGS, [ROW | {"place": "first"}])
    assert list(tmp_path.iterdir()) == []


def test_known_is_what_this_version_has_read(tmp_path: Path) -> None:
    readings = stored_readings()
    write(tmp_path, readings)
    dataset = Dataset(tmp_path)
    assert known_articles(dataset, reading_version()).tolist() == article_numbers(one.article.id for one in readings).tolist()
    assert known_articles(dataset, "another").tolist() == []


def test_a_damaged_part_is_named(tmp_path: Path) -> None:
    write(tmp_path, stored_readings())
    part = Dataset(tmp_path).readings()[0]
    part.write_bytes(b"nothing of the kind")
    with pytest.raises(DatasetError, match=part.name):
        known_articles(Dataset(tmp_path), "1")


def test_a_window_leaves_out_the_months_that_it_cannot_need(tmp_path: Path) -> None:
    dataset = make_dataset(tmp_path)
    days = (date(2023, 12, 31), date(2024, 1, 1), date(2024, 2, 29), None)
    parts = [write_part(dataset.partition(day), READINGS, [ROW | {"published_start": day}]) for day in days]
    assert dataset.readings(Window(since=date(2024, 1, 15))) == (parts[1], parts[2])
    assert dataset.readings(Window(until=date(2024, 1, 1))) == (parts[0], parts[1])
    assert set(dataset.readings()) == set(parts)


def test_a_folder_of_something_else_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(DatasetError, match="no folder of readings"):
        make_dataset(tmp_path)
    with pytest.raises(DatasetError, match=r"dateline add PATH --engine ray --to"):
        open_dataset(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["thesis.txt"]


@pytest.mark.parametrize(("marker", "message"), [("{", "damaged"), ('{"layout": 99}', "upgrade")])
def test_a_folder_of_another_layout_is_refused(tmp_path: Path, marker: str, message: str) -> None:
    (tmp_path / "dataset.json").write_text(marker, encoding="utf-8")
    with pytest.raises(DatasetError, match=message):
        open_dataset(tmp_path)
