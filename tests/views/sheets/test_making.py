"""Sheets from an archive: what a coder is shown, and what a blind one is not."""

import pytest
from tests.views.sheets.archives import crisis_archive

from dateline.archive import open_archive
from dateline.errors import ArchiveError
from dateline.views.sheets.making import Wanted, articles_book, paragraphs, records_book


@pytest.fixture
def archive(tmp_path):
    with open_archive(crisis_archive(tmp_path)) as opened:
        yield opened


def rows(archive, what, n=100, **more):
    return records_book(archive, what, Wanted(n, ("type", "outlet")), **more).tables[0].rows


def test_a_judged_event_shows_the_programs_values_and_the_marked_words(archive):
    found = rows(archive, "events")
    assert len(found) == archive.select("SELECT count(*) AS n FROM events")[0]["n"]
    (praised,) = [row for row in found if "[[praised]]" in row["passage"]]
    assert (praised["type"], praised["source"], praised["target"]) == ("SUPPORT", "Egypt", "Sudan")
    assert (praised["date"], praised["factuality"], praised["outlet"]) == ("2025-03-13", "actual", "Nile Post")
    assert "type_is" not in praised


def test_a_judged_statement_shows_source_cue_and_content(archive):
    (gates, *_) = [row for row in rows(archive, "statements") if row["content"] == "Ethiopia did not close the gates"]
    assert "[[Ethiopia did not close the gates]], {S: Dawit Tefera} {C: said.} The three" in gates["passage"]
    assert (gates["source"], gates["cue"], gates["act"]) == ("Dawit Tefera", "said.", "deny")


def test_a_blind_row_gives_no_value_away(archive):
    for row in rows(archive, "events", blind=True):
        assert "[[" in row["passage"]
        assert set(row) == {"record", "article", "outlet", "published", "title", "passage", "stratum", "weight"}
        assert not any(name in row["stratum"] for name in ("REJECT", "SUPPORT", "CONSULT", "ACCUSE"))
    (troops,) = [row for row in rows(archive, "statements", blind=True) if "[[says]]" in row["passage"]]
    assert "{" not in troops["passage"]


def test_one_seed_gives_one_sheet(archive):
    assert rows(archive, "events", 4) == rows(archive, "events", 4)
    assert len(rows(archive, "events", 4)) == 4


def test_whole_articles_stand_in_paragraphs_with_a_row_to_begin_each_list(archive):
    texts, events, statements = articles_book(archive, Wanted(2, ("outlet",))).tables
    articles = {row["article"] for row in texts.rows}
    assert len(articles) == len(events.rows) == len(statements.rows) == 2
    assert {row["article"] for row in events.rows} == articles
    assert texts.rows[0]["paragraph"] == "1"
    assert events.rows[0]["weight"] == "2.5"


def test_a_paragraph_longer_than_a_cell_is_cut():
    assert [len(part) for part in paragraphs("a" * 70_000 + "\n\nb")] == [30_000, 30_000, 10_000, 1]


def test_an_unknown_key_is_an_error_that_names_the_known(archive):
    with pytest.raises(ArchiveError, match=r"statements cannot be sampled by 'weather' \(choose from act, type, outlet"):
        records_book(archive, "statements", Wanted(1, ("weather",)))
