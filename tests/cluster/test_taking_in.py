"""An archive made of a dataset holds what one holds to which the articles were added one after the other."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from dateline.archive import open_archive
from dateline.cluster.dataset import ALWAYS, Dataset, Window, make_dataset
from dateline.cluster.packets import Unread
from dateline.cluster.parts import write_readings, write_unread
from dateline.cluster.taking_in import take_in, waiting
from dateline.ingest import IngestReport
from dateline.reading import reading_version
from gathered import added, content, dataset_of, day, differing, stored_readings, write


def brought_up_to_date(dataset: Dataset, path: Path, window: Window = ALWAYS) -> list[IngestReport]:
    with open_archive(path) as archive:
        return take_in(dataset, archive, waiting(dataset, archive, window))


def test_the_archive_is_that_of_a_single_run(tmp_path: Path) -> None:
    readings = stored_readings()
    (report,) = brought_up_to_date(dataset_of(tmp_path / "many", readings), tmp_path / "a.duckdb")
    assert len(report.added) == len(readings)
    assert differing(content(tmp_path / "a.duckdb"), content(added(tmp_path / "b.duckdb", readings))) == []


def test_the_order_in_which_parts_came_does_not_matter(tmp_path: Path) -> None:
    readings = stored_readings()
    for number in reversed(range(len(readings))):
        write(tmp_path / "many", readings[number : number + 1], first=number)
    brought_up_to_date(Dataset(tmp_path / "many"), tmp_path / "a.duckdb")
    assert differing(content(tmp_path / "a.duckdb"), content(added(tmp_path / "b.duckdb", readings))) == []


def test_only_what_is_new_is_taken_in(tmp_path: Path) -> None:
    readings, archive = stored_readings(), tmp_path / "a.duckdb"
    brought_up_to_date(dataset_of(tmp_path / "many", readings[:7]), archive)
    write(tmp_path / "many", readings[7:], "2024-05-02T00:00:00")
    (report,) = brought_up_to_date(Dataset(tmp_path / "many"), archive)
    assert sorted(report.added) == sorted(one.article.id for one in readings[7:])
    before = content(archive)
    assert brought_up_to_date(Dataset(tmp_path / "many"), archive) == []
    assert content(archive) == before


def test_an_archive_that_stopped_in_the_middle_goes_on(tmp_path: Path) -> None:
    readings = stored_readings()
    dataset = dataset_of(tmp_path / "many", readings)
    archive = added(tmp_path / "a.duckdb", readings[:5])
    (report,) = brought_up_to_date(dataset, archive)
    assert sorted(report.added) == sorted(one.article.id for one in readings[5:])


def test_of_an_article_in_two_places_the_first_counts(tmp_path: Path) -> None:
    (reading, *_) = stored_readings()
    later = replace(reading, article=replace(reading.article, source="later.txt"))
    dataset = make_dataset(tmp_path / "many")
    write_readings(dataset, "2024-05-01", [(8, later)])
    write_readings(dataset, "2024-05-01", [(3, reading)])
    with open_archive(tmp_path / "a.duckdb") as archive:
        take_in(dataset, archive, waiting(dataset, archive))
        assert [one.article.source for one in archive.readings()] == [reading.article.source]


def test_a_newer_version_takes_the_place_of_an_older_and_is_not_undone(tmp_path: Path) -> None:
    readings, archive = stored_readings(4), tmp_path / "a.duckdb"
    dataset = make_dataset(tmp_path / "many")
    old = [(place, replace(one, version="0.0.1", statements=())) for place, one in enumerate(readings)]
    write_readings(dataset, "2024-05-01", old)
    brought_up_to_date(dataset, archive)
    write_readings(dataset, "2024-05-02", list(enumerate(readings[:2])))
    (report,) = brought_up_to_date(dataset, archive)
    assert len(report.added) == 2
    assert brought_up_to_date(dataset, archive) == []
    with open_archive(archive, read_only=True) as opened:
        found = {one.article.id: one for one in opened.readings()}
    assert found == {one.article.id: one for one in [*readings[:2], *(reading for _, reading in old[2:])]}


def test_failures_are_entered_once(tmp_path: Path) -> None:
    dataset, archive = dataset_of(tmp_path / "many", stored_readings(2)), tmp_path / "a.duckdb"
    for run in ("2024-05-01", "2024-05-02"):
        unread = [Unread(1, "x.txt", "x.txt: is empty"), Unread(2, "y.txt", "y.txt: is not in English", language="fr")]
        write_unread(dataset, run, reading_version(), unread)
        brought_up_to_date(dataset, archive)
    with open_archive(archive, read_only=True) as opened:
        told = [(entry.source, entry.status, entry.error) for entry in opened.ledger() if entry.status != "ok"]
    assert told == [("x.txt", "failed", "x.txt: is empty"), ("y.txt", "skipped", "y.txt: is not in English")]


def test_a_window_is_an_archive_of_its_days(tmp_path: Path) -> None:
    readings = stored_readings()
    since, until = day(readings[3]), day(readings[8])
    brought_up_to_date(dataset_of(tmp_path / "many", readings), tmp_path / "a.duckdb", Window(since, until))
    within = [one for one in readings if since <= day(one) <= until]
    assert 0 < len(within) < len(readings)
    assert differing(content(tmp_path / "a.duckdb"), content(added(tmp_path / "b.duckdb", within))) == []


def test_articles_without_a_day_come_last_and_into_no_window(tmp_path: Path) -> None:
    first, *rest = stored_readings(3)
    undated = replace(first, article=replace(first.article, published=None))
    dataset = dataset_of(tmp_path / "many", [undated, *rest])
    with open_archive(tmp_path / "a.duckdb") as archive:
        assert [one.article for one in waiting(dataset, archive)][-1] == first.article.id
        assert first.article.id not in [one.article for one in waiting(dataset, archive, Window(since=date(1900, 1, 1)))]


def test_a_dataset_of_nothing_makes_an_empty_archive(tmp_path: Path) -> None:
    assert brought_up_to_date(make_dataset(tmp_path / "many"), tmp_path / "a.duckdb") == []
    with open_archive(tmp_path / "a.duckdb", read_only=True) as opened:
        assert opened.article_ids() == ()
