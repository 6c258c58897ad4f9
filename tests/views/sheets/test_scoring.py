"""From coded sheets to figures: judged, blind, and whole articles."""

import json

import pytest
from tests.views.sheets.archives import crisis_archive
from tests.views.sheets.coding import all_right, fill_csv, sheet

from dateline.archive import open_archive
from dateline.errors import SheetError
from dateline.views.sheets.report import report
from dateline.views.sheets.scoring import score


@pytest.fixture
def path(tmp_path):
    return crisis_archive(tmp_path)


def first_wrong(number, row):
    all_right(number, row)
    if number == 0:
        row |= {"type_is": "wrong", "source_is": "", "date_is": ""}


def judged(path, to, fill):
    return fill_csv(sheet(path, to), fill)


def test_precision_and_agreement_of_two_coders(path, tmp_path):
    found = score([judged(path, tmp_path / "a.csv", all_right), judged(path, tmp_path / "b.csv", first_wrong)])
    (events,) = found.precision
    rows = {(row.group, row.field): row for row in events.rows}
    n = rows["all", "type"].right.n
    assert events.records == (n, n)
    assert rows["all", "type"].right.share == pytest.approx(1 - 0.5 / n)
    assert rows["all", "all of it"].right_for_all.share == pytest.approx(1 - 1 / n)
    assert rows["all", "source"].agreement.units == n - 1
    assert found.problems == ()


def test_rows_that_cannot_be_used_are_named_and_the_rest_counts(path, tmp_path):
    def fill(number, row):
        all_right(number, row)
        if number == 0:
            row["weight"] = "heavy"
        if number == 1:
            row["record"] = ""

    found = score([judged(path, tmp_path / "a.csv", fill)])
    assert [(p.cell.row, p.cell.column) for p in found.problems] == [(2, "weight"), (3, "record")]
    assert found.precision[0].records[0] > 5


def test_blind_values_are_compared_with_the_archive(path, tmp_path):
    def fill(number, row):
        if "[[praised]]" in row["passage"]:
            row |= {"type": "SUPPORT", "source": "Cairo", "target": "Sudan", "date": "2025-03-13", "factuality": "claimed"}

    coded = fill_csv(sheet(path, tmp_path / "b.csv", blind=True), fill)
    with pytest.raises(SheetError, match="--archive"):
        score([coded])
    with open_archive(path, read_only=True) as archive:
        (events,) = score([coded], archive).precision
    shares = {row.field: row.right.share for row in events.rows if row.group == "SUPPORT"}
    assert shares["type"] == shares["source"] == shares["target"] == shares["date"] == 1
    assert shares["factuality"] == shares["all of it"] == 0


def test_recall_of_what_readers_list_in_whole_articles(path, tmp_path):
    main = sheet(path, tmp_path / "c.csv", articles=True)
    lists = main.with_name("c-events.csv")
    with open_archive(path, read_only=True) as archive:
        (post,) = archive.select("SELECT id FROM articles WHERE title LIKE 'Cairo backs%'")
    more = [
        {"article": post["id"], "words": "praised", "type": "SUPPORT", "source": "Egypt", "target": "Khartoum"},
        {"article": post["id"], "words": "Massed  troops", "type": "COERCE", "source": "Ethiopia", "target": "Sudan"},
        {"article": post["id"], "words": "emptied", "type": "AID"},
        {"article": post["id"], "words": "words of another article", "type": "AID"},
        {"article": "art_unknown", "words": "praised", "type": "AID"},
    ]
    with open_archive(path, read_only=True) as archive:
        found = score([fill_csv(lists, lambda number, row: None, more)], archive)
    (events,) = found.recall
    by_fields = {row.fields: row.share for row in events.rows}
    assert by_fields[()].n == 3
    assert by_fields[()].share == pytest.approx(2 / 3)
    assert by_fields["type",].share == pytest.approx(1 / 3)
    assert by_fields["type", "source", "target"].share == pytest.approx(1 / 3)
    assert {problem.cell.column for problem in found.problems} == {"words", "article"}


def test_recall_of_statements(path, tmp_path):
    main = sheet(path, tmp_path / "c.csv", articles=True)
    with open_archive(path, read_only=True) as archive:
        (wire,) = archive.select("SELECT id FROM articles WHERE outlet = 'Horn Wire'")
        more = [
            {
                "article": wire["id"],
                "source": "Amal Idris",
                "content": "We will not sign a paper that lets our fields go dry",
                "act": "reject",
            },
            {"article": wire["id"], "source": "Sudan", "content": "nothing of the kind"},
        ]
        lists = fill_csv(main.with_name("c-statements.csv"), lambda number, row: None, more)
        (statements,) = score([lists], archive).recall
    assert [row.share.share for row in statements.rows] == [0.5] * 4


def test_the_report_in_each_form(path, tmp_path):
    found = score([judged(path, tmp_path / "a.csv", first_wrong), judged(path, tmp_path / "b.csv", all_right)])
    text, markdown = report(found, "text"), report(found, "markdown")
    assert text.startswith("Precision of events (2 coders, ")
    assert "Krippendorff" in text
    assert "| field | n | right | all say right | unclear | alpha | same |\n| --- | ---: |" in markdown
    assert json.loads(report(found, "json"))["precision"][0]["what"] == "events"
