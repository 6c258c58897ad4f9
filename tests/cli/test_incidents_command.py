"""`dateline incidents`: list, merge, split, undo, decisions, and what is said of mistakes."""

import json

import pytest
from tests.corroboration.telling import told

from dateline.archive import open_archive
from dateline.cli.main import main
from dateline.corroboration.incidents import bring_up_to_date

FIRST = told("BBC", 10, "Ethiopian forces [raided] a customs post near Humera at dawn on Sunday, Sudan said.")
SECOND = told("AFP", 11, "Sudan says that troops from Ethiopia [attacked] its customs post near Humera on Sunday.")


def run(capsys, *arguments):
    with pytest.raises(SystemExit) as ended:
        main(["incidents", *map(str, arguments)])
    out, err = capsys.readouterr()
    return ended.value.code or 0, out, err


@pytest.fixture
def archive(tmp_path):
    with open_archive(tmp_path / "a.duckdb") as opened:
        opened.add(FIRST, SECOND)
        bring_up_to_date(opened, [FIRST.article.id, SECOND.article.id])
    return tmp_path / "a.duckdb"


def test_list_split_merge_undo_and_decisions(capsys, archive):
    status, out, _ = run(capsys, archive)
    assert status == 0
    assert out.startswith("9 March 2025 — Ethiopia → Sudan: ")
    assert "2 articles of 2 outlets" in out.splitlines()[0]
    assert "BBC, 10 March 2025: Ethiopian forces raided a customs post" in out
    assert "the first report of it" in run(capsys, archive, "--reasons")[1]
    (one,) = map(json.loads, run(capsys, archive, "--about", "Sudan", "--min-origins", 2, "--json")[1].splitlines())
    assert [report["outlet"] for report in one["reports"]] == ["BBC", "AFP"]
    leaving = one["reports"][1]["event"]
    assert run(capsys, "split", archive, one["id"], leaving, "--because", "another post")[0] == 0
    apart = [json.loads(line) for line in run(capsys, archive, "--json")[1].splitlines()]
    assert len(apart) == 2
    assert run(capsys, "merge", archive, apart[0]["id"], apart[1]["id"], "--because", "it is one")[0] == 0
    run(capsys, "undo", archive, 2)
    made = [json.loads(line) for line in run(capsys, "decisions", archive, "--json")[1].splitlines()]
    assert [(one["kind"], one["undone_by"]) for one in made] == [("split", None), ("merge", "user")]
    assert "another post" in run(capsys, "decisions", archive)[1]


def test_mistakes_are_said_plainly(capsys, archive):
    status, _, err = run(capsys, "merge", archive, "inc_00", "inc_01", "--because", "why")
    assert status != 0
    assert "no incident has the id" in err
    assert "No incident fits" in run(capsys, "list", archive, "--about", "Chad")[2]
