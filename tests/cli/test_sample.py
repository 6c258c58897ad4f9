"""`dateline sample`: draw, code, score."""

import pytest
from tests.views.sheets.archives import crisis_archive
from tests.views.sheets.coding import all_right, fill_csv

from dateline.cli.main import main


def run(capsys, *arguments):
    with pytest.raises(SystemExit) as ended:
        main(["sample", *map(str, arguments)])
    out, err = capsys.readouterr()
    return ended.value.code or 0, out, err


def test_draw_code_and_score(capsys, tmp_path):
    archive, to = crisis_archive(tmp_path), tmp_path / "sheet.csv"
    status, out, err = run(capsys, archive, "--n", 6, "--by", "type,month", "--seed", "s", "--to", to)
    assert status == 0
    assert out.splitlines()[0] == str(to)
    assert err.startswith("6 of ")
    assert "strata by type; spread over month" in err
    first = to.read_bytes()
    run(capsys, archive, "--n", 6, "--by", "type,month", "--seed", "s", "--to", to)
    assert to.read_bytes() == first
    fill_csv(to, all_right)
    status, out, _ = run(capsys, "--score", to, "--format", "markdown")
    assert status == 0
    assert "### Precision of events (1 coder, 6 records)" in out


def test_bad_cells_are_told_and_end_with_status_1(capsys, tmp_path):
    archive, to = crisis_archive(tmp_path), tmp_path / "sheet.csv"
    run(capsys, archive, "--what", "statements", "--to", to)
    fill_csv(to, lambda number, row: row.update(cue_is="perhaps", act_is="right"))
    status, out, err = run(capsys, "--score", to)
    assert status == 1
    assert "Precision of statements" in out
    assert "sheet.csv, row 2, column cue_is: 'perhaps' is no value of it" in err


def test_whole_articles(capsys, tmp_path):
    status, out, _ = run(capsys, crisis_archive(tmp_path), "--articles", 2, "--to", tmp_path / "a.csv")
    assert status == 0
    assert [line.rsplit("/", 1)[1] for line in out.splitlines()] == [
        "a.csv", "a-events.csv", "a-statements.csv", "a-instructions.txt",
    ]  # fmt: skip


def test_an_archive_and_a_sheet_are_needed(capsys, tmp_path):
    status, _, err = run(capsys, tmp_path / "a.duckdb")
    assert status == 2
    assert "--to sheet.xlsx" in err
