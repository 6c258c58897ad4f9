"""`dateline actors`: list, merge, split, undo, decisions, and what is said of mistakes."""

import json

import pytest

from dateline.archive import open_archive
from dateline.cli.main import main
from dateline.records import Actor, Article, Reading

A = Actor("a_lavrov_sergei", "Sergei Lavrov", "person", "RUS", role="foreign minister")
B = Actor("a_lavrov_sergey", "Sergey Lavrov", "person", "RUS", role="minister")
CROWD = Actor("a_officials", "senior officials", "people", "RUS")


def run(capsys, *arguments):
    with pytest.raises(SystemExit) as ended:
        main(["actors", *map(str, arguments)])
    out, err = capsys.readouterr()
    return ended.value.code or 0, out, err


@pytest.fixture
def archive(tmp_path):
    with open_archive(tmp_path / "a.duckdb") as opened:
        for key, actor in (("x", A), ("y", B)):
            opened.add(Reading(Article(key, key, key, None, None, None, None, "en", None, key), (actor, CROWD), version="1"))
    return tmp_path / "a.duckdb"


def test_merge_list_split_undo_and_decisions(capsys, archive):
    assert run(capsys, "merge", archive, A.id, "Sergey Lavrov", "--because", "one man")[0] == 0
    status, out, _ = run(capsys, "list", archive, "--like", "lavrov")
    assert status == 0
    assert out.splitlines()[0] == f"Sergei Lavrov (person, RUS), 2 articles: {A.id}, {B.id}"
    assert "names: Sergei Lavrov 1; Sergey Lavrov 1" in out
    run(capsys, "split", archive, A.id, B.id, "--because", "brothers")
    assert len(run(capsys, "list", archive, "--json")[1].splitlines()) == 2
    run(capsys, "undo", archive, 2)
    (one,) = map(json.loads, run(capsys, "list", archive, "--country", "RUS", "--json")[1].splitlines())
    assert (one["id"], one["actors"], one["articles"]) == (A.id, [A.id, B.id], 2)
    _, out, _ = run(capsys, "decisions", archive)
    assert [line.split()[:2] for line in out.splitlines()[::2]] == [["1", "merge"], ["2", "split"]]
    assert "taken back by user" in out
    made = [json.loads(line) for line in run(capsys, "decisions", archive, "--json")[1].splitlines()]
    assert [(one["kind"], one["reason"]) for one in made] == [("merge", "one man"), ("split", "brothers")]


def test_a_list_of_nobody_says_so(capsys, archive):
    status, out, err = run(capsys, "list", archive, "--like", "Nobody")
    assert (status, out) == (0, "")
    assert "No actor is so called" in err


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("merge", "ARCHIVE", "a_nobody", B.id, "--because", "x"), "no actor has the id or name 'a_nobody'"),
        (("merge", "ARCHIVE", A.id, B.id), "--because"),
        (("split", "ARCHIVE", A.id, "--because", "x"), "nothing to split"),
        (("undo", "ARCHIVE", "5"), "no decision has the number 5"),
        (("undo", "ARCHIVE", "first"), "integer"),
        (("list", "missing.duckdb"), "there is no such archive"),
    ],
)
def test_mistakes_end_with_status_2_and_one_message(capsys, archive, tmp_path, monkeypatch, arguments, message):
    monkeypatch.chdir(tmp_path)
    status, out, err = run(capsys, *(archive if argument == "ARCHIVE" else argument for argument in arguments))
    assert (status, out) == (2, "")
    assert message in " ".join(err.replace("│", " ").split())
