"""`dateline positions`: proposals with positions over time, merge, split, undo, decisions."""

import json

import pytest
from tests.corroboration.proposals.test_proposal_updating import DEAL, ROAD, SWAP, add

from dateline.archive import open_archive
from dateline.cli.main import main


def run(capsys, *arguments):
    with pytest.raises(SystemExit) as ended:
        main(["positions", *map(str, arguments)])
    out, err = capsys.readouterr()
    return ended.value.code or 0, out, err


@pytest.fixture
def archive(tmp_path):
    with open_archive(tmp_path / "a.duckdb") as opened:
        add(opened, SWAP, DEAL, ROAD)
    return tmp_path / "a.duckdb"


def test_each_actors_positions_over_time(capsys, archive):
    status, out, _ = run(capsys, archive, "--proposal", "electricity deal")
    assert status == 0
    lines = out.splitlines()
    assert "power-for-water swap" in lines[0]
    assert "electricity-for-water deal" in lines[0]
    assert [line.split(":")[0].strip() for line in lines[1:] if "opposes" in line] == [
        "1 March 2025 opposes",
        "5 March 2025 opposes",
    ]


def test_about_an_actor_as_json(capsys, archive):
    (one,) = map(json.loads, run(capsys, archive, "--about", "China", "--json")[1].splitlines())
    assert {(p["actor"], p["stance"]) for p in one["positions"]} == {("EGY", "oppose"), ("CHN", "support")}


def test_split_undo_merge_and_decisions(capsys, archive):
    assert run(capsys, "split", archive, "power-for-water swap", "electricity-for-water deal", "--because", "two")[0] == 0
    assert len(run(capsys, archive, "--json")[1].splitlines()) == 3
    run(capsys, "undo", archive, 2)
    assert len(run(capsys, archive, "--json")[1].splitlines()) == 2
    run(capsys, "merge", archive, "coastal road plan", "power-for-water swap", "--because", "one")
    _, out, _ = run(capsys, "decisions", archive)
    assert [line.split()[:2] for line in out.splitlines()[::2]] == [["1", "merge"], ["2", "split"], ["3", "merge"]]


def test_nothing_found_is_said(capsys, archive):
    status, out, err = run(capsys, archive, "--proposal", "moon base")
    assert (status, out) == (0, "")
    assert "No proposal fits" in err
