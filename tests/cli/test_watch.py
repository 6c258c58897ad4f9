"""`dateline watch` as a program."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time

import pytest
import typer

from captures import SENTENCE, item, rss
from dateline.archive import open_archive
from dateline.cli.main import main
from dateline.cli.watch import interval
from newsserver import NewsServer, Reply

WHOLE = "".join(f"<p>{SENTENCE} Part {n}.</p>" for n in range(8))


@pytest.fixture
def server():
    feed = Reply(body=rss(item(1, WHOLE)), headers={"Content-Type": "application/rss+xml"})
    with NewsServer(lambda host, path, headers: feed if path == "/feed" else Reply(404)) as server:
        yield server


def run(capsys, *arguments):
    with pytest.raises(SystemExit) as ended:
        main([str(argument) for argument in arguments])
    return ended.value.code or 0, capsys.readouterr().err


def test_one_round_and_another(capsys, tmp_path, server):
    archive = tmp_path / "a.duckdb"
    arguments = ("watch", server.url("/feed"), "--to", archive, "--once", "--no-model", "--allow-private")
    status, err = run(capsys, *arguments)
    assert (status, "1 article added" in err) == (0, True)
    status, err = run(capsys, *arguments)
    assert (status, "0 feeds asked" in err) == (0, True)
    with open_archive(archive, read_only=True) as opened:
        assert [reading.article.title for reading in opened.readings()] == ["Ministers meet 1"]


def test_own_network_only_when_allowed_and_bad_lists_are_told(capsys, tmp_path, server):
    feeds, archive = tmp_path / "feeds.txt", tmp_path / "a.duckdb"
    feeds.write_text(f"{server.url('/feed')}\nno address\n")
    status, err = run(capsys, "watch", feeds, "--to", archive, "--once", "--no-model")
    assert status == 1
    assert "feeds.txt#2" in err
    assert "--allow-private" in err
    assert server.asked == {}
    with open_archive(archive, read_only=True) as opened:
        assert [entry.status for entry in opened.ledger()] == ["failed", "failed"]
    assert run(capsys, "watch", tmp_path / "none", "--to", archive)[0] == 2


def test_a_second_writer_is_told_so(capsys, tmp_path, server):
    archive = tmp_path / "a.duckdb"
    script = f"import sys; from dateline.archive import open_archive; a = open_archive({str(archive)!r}); print(1, flush=True); sys.stdin.read()"
    with subprocess.Popen([sys.executable, "-c", script], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as other:
        other.stdout.readline()
        status, err = run(capsys, "watch", server.url("/feed"), "--to", archive, "--once", "--no-model", "--allow-private")
        other.stdin.close()
    assert status == 2
    assert "another program has it open" in err
    assert server.asked == {}


def test_ctrl_c_between_rounds_keeps_what_was_added(tmp_path, server):
    archive = tmp_path / "a.duckdb"
    command = [
        sys.executable,
        "-m",
        "dateline",
        "watch",
        server.url("/feed"),
        "--to",
        str(archive),
        "--no-model",
        "--allow-private",
    ]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env=os.environ) as program:
        assert "1 article added" in program.stderr.readline()
        with open_archive(archive, read_only=True) as opened:
            assert opened.feeds.states()
        time.sleep(0.2)
        program.send_signal(signal.SIGINT)
        assert "Stopped" in program.stderr.read()
    assert program.returncode == 130


@pytest.mark.parametrize(("words", "seconds"), [("15m", 900), ("90s", 90), ("2h", 7200), ("1d", 86400)])
def test_intervals(words, seconds):
    assert interval(words) == seconds


@pytest.mark.parametrize("words", ["", "15", "5s", "m", "-1h", "1w", "0m"])
def test_what_is_no_interval(words):
    with pytest.raises(typer.BadParameter):
        interval(words)
