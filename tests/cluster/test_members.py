"""A member reads what can be read, and says of everything else why not."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from dateline.cluster.attempts import Attempts
from dateline.cluster.dataset import Dataset, make_dataset
from dateline.cluster.members import Member, Receipt, Run
from dateline.cluster.packets import Packet, Unread
from dateline.errors import ClusterError, DatasetError, ModelError
from dateline.reading import reading_version
from dateline.records import Article, Reading
from gathered import reader_of, stored_readings

READINGS = stored_readings(6)
ARTICLES = [one.article for one in READINGS]
PACKET = Packet(list(enumerate(ARTICLES)))


class Killed(BaseException):
    """What ends a process."""


def take(root: Path, read, packet: Packet = PACKET) -> Receipt:
    dataset = make_dataset(root)
    return Member(Run(dataset.root, "2024-05-01", reading_version()), "m1", read).take(packet)


def stored(root: Path) -> list[str]:
    return [article for part in Dataset(root).readings() for article in pq.read_table(part)["article"].to_pylist()]


def ledger(root: Path) -> list[dict]:
    return [row for part in Dataset(root).ledger() for row in pq.read_table(part).to_pylist()]


def failing_at(bad: Article, error: BaseException):
    """A reader that comes to an article on which it fails."""

    def read(articles: Sequence[Article]) -> Iterator[Reading]:
        for article, reading in zip(articles, reader_of(READINGS)(articles), strict=True):
            if article == bad:
                raise error
            yield reading

    return read


def test_a_receipt_says_what_is_on_the_disk(tmp_path: Path) -> None:
    unread = [Unread(90, "x.txt", "x.txt: is empty"), Unread(91, "y.txt", "y.txt: in French", language="fr")]
    receipt = take(tmp_path, reader_of(READINGS), replace(PACKET, unread=unread, skipped=3))
    assert sorted(receipt.added) == sorted(stored(tmp_path)) == sorted(one.id for one in ARTICLES)
    assert (receipt.skipped, receipt.failed, receipt.languages) == (3, (("x.txt", "x.txt: is empty"),), ("fr",))
    assert [(row["source"], row["status"]) for row in ledger(tmp_path)] == [("x.txt", "failed"), ("y.txt", "skipped")]


def test_an_article_on_which_the_reader_fails_costs_no_other(tmp_path: Path) -> None:
    receipt = take(tmp_path, failing_at(ARTICLES[2], ModelError("the weights are damaged")))
    assert receipt.failed == ((ARTICLES[2].source, "the weights are damaged"),)
    assert sorted(stored(tmp_path)) == sorted(one.id for one in ARTICLES if one != ARTICLES[2])
    assert [(row["article"], row["error"]) for row in ledger(tmp_path)] == [(ARTICLES[2].id, "the weights are damaged")]


def test_a_reading_that_does_not_come_is_told(tmp_path: Path) -> None:
    receipt = take(tmp_path, lambda articles: (one for one in READINGS[1:] if one.article in articles))
    assert receipt.failed == ((ARTICLES[0].source, "the reader gave no reading of it"),)


def test_the_same_article_twice_is_read_once_where_it_stands_first(tmp_path: Path) -> None:
    again = replace(ARTICLES[0], source="elsewhere.txt")
    receipt = take(tmp_path, reader_of(READINGS), Packet([(0, ARTICLES[0]), (5, ARTICLES[1]), (9, again)]))
    assert receipt.skipped == 1
    assert len(stored(tmp_path)) == 2
    (place,) = {
        row["place"]
        for part in Dataset(tmp_path).readings()
        for row in pq.read_table(part).to_pylist()
        if row["article"] == again.id
    }
    assert place == 0


def test_an_article_that_ends_processes_is_found_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    unlink = Path.unlink

    def unless_killed(note: Path, missing_ok: bool = False) -> None:
        if not isinstance(sys.exc_info()[1], Killed):
            unlink(note, missing_ok)

    monkeypatch.setattr(Path, "unlink", unless_killed)
    for _ in range(4):
        with pytest.raises(Killed):
            take(tmp_path, failing_at(ARTICLES[2], Killed()))
    receipt = take(tmp_path, failing_at(ARTICLES[2], Killed()))
    assert [source for source, _ in receipt.failed] == [ARTICLES[2].source]
    assert "ended 2 times" in receipt.failed[0][1]
    assert sorted(stored(tmp_path)) == sorted(one.id for one in ARTICLES if one != ARTICLES[2])


def test_no_note_of_an_attempt_stays(tmp_path: Path) -> None:
    take(tmp_path, failing_at(ARTICLES[2], ModelError("no")))
    assert list((tmp_path / "attempts").iterdir()) == []


def test_the_attempts_of_an_earlier_run_are_forgotten(tmp_path: Path) -> None:
    attempts = Attempts(make_dataset(tmp_path).root)
    with attempts.at(["a"]), attempts.at(["a"]) as earlier:
        assert earlier == 1
        attempts.forget()
        with attempts.at(["a"]) as earlier:
            assert earlier == 0


def test_a_machine_of_another_version_reads_nothing(tmp_path: Path) -> None:
    make_dataset(tmp_path)
    with pytest.raises(ClusterError, match=r"0\.0\.1"):
        Member(Run(tmp_path, "2024-05-01", "0.0.1"), "m1")


def test_a_machine_that_does_not_see_the_folder_says_so(tmp_path: Path) -> None:
    with pytest.raises(DatasetError, match=r"dataset\.json"):
        Member(Run(tmp_path / "elsewhere", "2024-05-01", reading_version()), "m1")
