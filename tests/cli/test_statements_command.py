"""`dateline statements`: list, merge, split, undo, decisions, and what is said of mistakes."""

import json

import pytest
from tests.corroboration.sayings.quoting import LONG, PART, add, quoted, said_in

from dateline.archive import open_archive
from dateline.cli.main import main

FIRST, SECOND = quoted("BBC", 10, LONG), quoted("AFP", 11, PART)


def run(capsys, *arguments):
    with pytest.raises(SystemExit) as ended:
        main(["statements", *map(str, arguments)])
    out, err = capsys.readouterr()
    return ended.value.code or 0, out, err


def lines(capsys, *arguments):
    return [json.loads(line) for line in run(capsys, *arguments, "--json")[1].splitlines()]


@pytest.fixture
def archive(tmp_path):
    with open_archive(tmp_path / "a.duckdb") as opened:
        add(opened, FIRST, SECOND)
    return tmp_path / "a.duckdb"


def test_list_split_merge_undo_and_decisions(capsys, archive):
    status, out, _ = run(capsys, archive)
    assert status == 0
    assert out.startswith("10 March 2025 — Selamawit Kebede says · 2 articles of 2 outlets · say_")
    assert "    AFP, 11 March 2025: “not fill the dam" in out
    assert f"{said_in(SECOND)} 1.00 100% of its runs of 3 words" in run(capsys, archive, "--reasons")[1]
    (one,) = lines(capsys, archive, "--speaker", "Kebede", "--since", "2025-03-11")
    assert (one["articles"], one["outlets"], one["first"]) == (2, ["BBC", "AFP"], "2025-03-10")
    leaving = one["reports"][1]["statement"]
    assert run(capsys, "split", archive, one["id"], leaving, "--because", "another speech")[0] == 0
    assert lines(capsys, archive) == []
    assert run(capsys, "merge", archive, said_in(FIRST), leaving, "--because", "it is one")[0] == 0
    assert len(lines(capsys, archive)) == 1
    run(capsys, "undo", archive, 2)
    assert lines(capsys, archive) == []
    assert [(one["kind"], one["undone_by"]) for one in lines(capsys, "decisions", archive)] == [
        ("split", None),
        ("merge", "user"),
    ]
    assert "another speech" in run(capsys, "decisions", archive)[1]


def test_mistakes_are_said_plainly(capsys, archive):
    status, _, err = run(capsys, "merge", archive, "say_00", "say_01", "--because", "why")
    assert status != 0
    assert "no saying or statement has the id" in err
    assert "Nothing that several articles quote fits" in run(capsys, "list", archive, "--about", "Chad")[2]


def test_help(capsys):
    status, out, _ = run(capsys, "--help")
    assert status == 0
    assert all(command in out for command in ("list", "merge", "split", "undo", "decisions"))
