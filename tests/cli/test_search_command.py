"""`dateline search`: articles, statements, JSON, and what is said where nothing fits."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from dateline.archive import open_archive
from dateline.cli.main import main
from dateline.records import Actor, Article, Reading, Span, Statement

TEXT = "Wang wants a dual freeze. A freeze of tests and drills is -5 steps away."


def run(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, str, str]:
    with pytest.raises(SystemExit) as ended:
        main(["search", *map(str, arguments)])
    out, err = capsys.readouterr()
    return int(ended.value.code or 0), out, err


@pytest.fixture
def path(tmp_path: Path) -> Path:
    said = Statement("s1", "indirect", "request", (), (), (Span(11, 24),), "w")
    article = Article("art_1", "h", "1.txt", "Wire", "Dual use", None, None, "en", None, TEXT)
    with open_archive(tmp_path / "a.duckdb") as archive:
        archive.add(Reading(article, (Actor("w", "Wang Yi", "person", "CHN"),), (said,)))
    return tmp_path / "a.duckdb"


def test_articles_and_statements(capsys: pytest.CaptureFixture[str], path: Path) -> None:
    status, out, _ = run(capsys, path, "freezes", "dual")
    assert status == 0
    assert "Wang wants a [dual] [freeze]. A [freeze] of tests" in out
    assert "Wire, undated · art_1" in out
    assert run(capsys, path, "dual freeze", "outlet:The Wire", "--statements")[1] == ""
    assert "Wang Yi (request): a [dual] [freeze]" in run(capsys, path, '"dual freeze"', "speaker:Wang Yi", "--statements")[1]


def test_words_that_the_shell_kept_together_are_a_phrase_beside_others(capsys: pytest.CaptureFixture[str], path: Path) -> None:
    assert run(capsys, path, "wang", "dual freeze")[1] != ""
    assert run(capsys, path, "wang", "freeze dual")[1] == ""
    assert run(capsys, path, "freeze dual")[1] != ""
    assert run(capsys, path, "--", "wang", "-freeze dual")[1] != ""
    assert run(capsys, path, "--", "wang", "-dual freeze")[1] == ""


def test_json(capsys: pytest.CaptureFixture[str], path: Path) -> None:
    (one,) = map(json.loads, run(capsys, path, "drills", "--json")[1].splitlines())
    start, end = one["snippet"]["marks"][0]
    assert (one["article"], TEXT[start:end]) == ("art_1", "drills")
    (one,) = map(json.loads, run(capsys, path, "freeze", "--json", "--statements")[1].splitlines())
    assert (one["statement"], one["speaker_name"], one["content"]) == ("s1", "Wang Yi", "a dual freeze")


def test_nothing_fits(capsys: pytest.CaptureFixture[str], path: Path) -> None:
    assert run(capsys, path, "missile") == (
        0, "", "Nothing fits (all words must stand in one text; try fewer words, or without quotation marks)\n"
    )  # fmt: skip
    status, _, err = run(capsys, path.with_name("none.duckdb"), "missile")
    assert status == 2
    assert "there is no such archive" in err
