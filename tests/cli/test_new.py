"""`dateline new`: looks, watches, thresholds and forms."""

import json

import pytest
from tests.analysis.news.archives import added
from tests.corroboration.telling import told

from dateline.cli.main import main

FIRST = told("BBC", 10, "Ethiopian forces [raided] a customs post near Humera at dawn on Sunday, Sudan said.")
SECOND = told("AFP", 11, "Sudan says that troops from Ethiopia [attacked] its customs post near Humera on Sunday.")


def run(capsys, *arguments):
    with pytest.raises(SystemExit) as ended:
        main(["new", *map(str, arguments)])
    out, err = capsys.readouterr()
    return ended.value.code or 0, out, err


def test_looks_follow_one_another_and_each_name_has_its_own(capsys, tmp_path):
    path = added(tmp_path / "a.duckdb", FIRST)
    status, out, err = run(capsys, path, "--peek")
    assert (status, out.splitlines()[0]) == (0, "New (1)")
    assert "everything is new" in err
    assert run(capsys, path)[1] == out
    assert run(capsys, path)[1] == "Nothing new.\n"
    added(path, SECOND)
    assert "+ AFP" in run(capsys, path, "--since", "last")[1]
    assert run(capsys, path, "--name", "other", "--min-origins", 3)[1] == "Nothing new.\n"
    assert "New (1)" in run(capsys, path, "--since", "2020-01-01")[1]


def test_a_watch_with_a_bad_line_is_used_and_told(capsys, tmp_path):
    path, watch = added(tmp_path / "a.duckdb", FIRST), tmp_path / "watch.txt"
    watch.write_text("actor: Egypt\nfly\n")
    status, out, err = run(capsys, path, "--watch", watch, "--format", "json")
    assert (status, json.loads(out)["items"]) == (1, [])
    assert "line 2: 'fly' is not understood" in err


def test_a_feed_is_written_and_grows(capsys, tmp_path):
    path, feed = added(tmp_path / "a.duckdb", FIRST), tmp_path / "feed.xml"
    run(capsys, path, "--format", "rss", "--to", feed)
    added(path, SECOND)
    run(capsys, path, "--format", "rss", "--to", feed)
    assert feed.read_text(encoding="utf-8").count("<item>") == 2
    assert "<html" in run(capsys, path, "--since", "2020-01-01", "--format", "html")[1]


@pytest.mark.parametrize(
    ("arguments", "message"), [(("--since", "soon"), "YYYY-MM-DD"), (("--factuality", "true"), "choose from actual, claimed")]
)
def test_mistakes(capsys, tmp_path, arguments, message):
    status, _, err = run(capsys, added(tmp_path / "a.duckdb", FIRST), *arguments)
    assert status == 2
    assert message in " ".join(err.replace("│", " ").split())
