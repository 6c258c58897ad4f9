"""Which articles can have left traces: all but those that this very transaction stored first, and these once only."""

from dataclasses import replace
from pathlib import Path

import pytest
from tests.corroboration.telling import told

from dateline.archive import Archive, open_archive
from dateline.corroboration import incidents

RAID = told("BBC", 10, "Ethiopian forces [raided] a customs post near Humera at dawn on Sunday, Sudan said.")
KEY = RAID.article.id


@pytest.fixture
def archive(tmp_path: Path):
    with open_archive(tmp_path / "a.duckdb") as opened:
        yield opened


def test_a_new_article_has_none_until_somebody_wrote_about_it(archive: Archive):
    with archive.transaction():
        archive.add(RAID)
        assert archive.first_stored.traced([KEY, "older"], "sayings") == ["older"]
        assert archive.first_stored.traced([KEY], "sayings") == [KEY]
        assert archive.first_stored.traced([KEY], "stories") == []


def test_an_article_of_an_earlier_transaction_may_have_some(archive: Archive):
    archive.add(RAID)
    assert archive.first_stored.traced([KEY], "sayings") == [KEY]


def test_an_article_that_is_read_again_may_have_some(archive: Archive):
    archive.add(RAID)
    with archive.transaction():
        archive.add(replace(RAID, version="2"))
        assert archive.first_stored.traced([KEY], "sayings") == [KEY]


def test_nothing_is_new_after_a_transaction_that_failed(archive: Archive):
    with pytest.raises(ZeroDivisionError):
        _fail(archive)
    assert archive.first_stored.traced([KEY], "sayings") == [KEY]


def _fail(archive: Archive):
    with archive.transaction():
        archive.add(RAID)
        raise ZeroDivisionError


def test_what_is_brought_up_to_date_twice_in_one_transaction_stands_there_once(archive: Archive):
    with archive.transaction():
        archive.add(RAID)
        incidents.bring_up_to_date(archive, [KEY], [RAID])
        incidents.bring_up_to_date(archive, [KEY], [RAID])
    assert archive.select("SELECT count(*) AS n FROM event_accounts") == [{"n": 1}]


def test_rows_given_as_columns_are_stored_as_they_are(archive: Archive):
    with archive.transaction():
        archive.insert_columns("event_account_keys", {"key": [4, 2**32 - 1], "number": [1, 2]})
        archive.insert_columns("event_account_keys", {"key": [], "number": []})
    assert archive.select("SELECT * FROM event_account_keys") == [{"number": 1, "key": 4}, {"number": 2, "key": 2**32 - 1}]
