"""`dateline stories`: list, move, undo, decisions."""

import json
from datetime import date, timedelta

import pytest

from dateline.archive import open_archive
from dateline.cli.main import main
from dateline.corroboration import stories
from dateline.records import Article, Published, Reading, Span

DAY = date(2024, 3, 22)
TITLE = "Turkish cutter turns back the ferry Megisti Star"
BODY = "A Turkish coast guard cutter fired warning shots ahead of the ferry Megisti Star off Kastellorizo."


def run(capsys, *arguments):
    with pytest.raises(SystemExit) as ended:
        main(["stories", *map(str, arguments)])
    out, err = capsys.readouterr()
    return ended.value.code or 0, out, err


@pytest.fixture
def archive(tmp_path):
    with open_archive(tmp_path / "a.duckdb") as opened:
        for n in range(3):
            day = DAY + timedelta(n)
            text = f"{TITLE}\n\n{BODY}"
            head = Span(0, len(TITLE))
            article = Article(
                f"art_{n}", f"t{n}", f"s{n}", f"Post {n}", TITLE, None, None, "en", Published(day, day, "given"), text, (), head
            )
            opened.add(Reading(article, version="1"))
        stories.renew(opened)
    return tmp_path / "a.duckdb"


def test_list_move_undo_and_decisions(capsys, archive):
    status, out, _ = run(capsys, archive)
    assert status == 0
    assert out.splitlines()[0].startswith(f"{TITLE} (2024-03-22 to 2024-03-24, 3 articles): story_")
    (story,) = map(json.loads, run(capsys, archive, "--json")[1].splitlines())
    assert [one["outlet"] for one in story["articles"]] == ["Post 0", "Post 1", "Post 2"]
    status, out, _ = run(capsys, "move", archive, "art_2", "new", "--because", "another ferry")
    assert (status, out.startswith("1 art_2 from story_")) == (0, True)
    assert "2 articles" in run(capsys, "list", archive)[1]
    assert "another ferry" in run(capsys, "decisions", archive)[1]
    assert "[taken back by user" in run(capsys, "undo", archive, 1)[1]
    assert "3 articles" in run(capsys, archive)[1]
    (kept,) = map(json.loads, run(capsys, "decisions", archive, "--json")[1].splitlines())
    assert kept["undone_by"] == "user"


def test_mistakes_are_told(capsys, archive):
    status, _, err = run(capsys, "move", archive, "art_9", "new", "--because", "x")
    assert (status, "no article has the id" in err) == (2, True)
    assert "No story fits" in run(capsys, archive, "--min-articles", 9)[2]
