"""Whatever kills the program, the archive opens, holds whole articles only, and the next run ends where an undisturbed one does.

`DATELINE_KILLS` says how many times the program is killed at a random moment: 6, or 200 for the long run.
`DATELINE_MOMENTS` is the seed of these moments, so that a long run can be done in pieces.
"""

from __future__ import annotations

import gzip
import os
import random
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from dateline.archive.connection import connect
from dateline.archive.migrations import pending
from dateline.contract import from_json
from older_archives import make_older

READINGS = Path(__file__).parent / "readings" / "packs.jsonl.gz"
ARTICLES = 5
KILLS = int(os.environ.get("DATELINE_KILLS", "6"))
MOMENTS = int(os.environ.get("DATELINE_MOMENTS", "20261122"))
State = tuple[str, ...]


class Filling:
    """The process that forks a child for each task."""

    def __init__(self) -> None:
        command = [sys.executable, str(Path(__file__).with_name("filling.py")), str(READINGS)]
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)

    def ask(self, *task: object, kill_after: float | None = None) -> tuple[State, int]:
        """What the child printed, and its exit status; seconds after which it is killed."""
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write(" ".join(map(str, ("-" if kill_after is None else kill_after, *task))) + "\n")
        self.process.stdin.flush()
        said: State = ()
        while len(words := tuple(self.process.stdout.readline().split())) > 1:
            said = words
        return said, int(words[0])

    def state(self, archive: Path) -> State:
        """Opened for writing, as the next run would: what it holds."""
        found, status = self.ask("show", archive)
        assert status == 0
        return found


@pytest.fixture(scope="module")
def filling() -> Iterator[Filling]:
    made = Filling()
    yield made
    made.process.communicate(timeout=60)


@pytest.fixture(scope="module")
def undisturbed(filling: Filling, tmp_path_factory: pytest.TempPathFactory) -> tuple[list[State], float]:
    """What an archive holds after each article, and the seconds that filling it takes."""
    archive = tmp_path_factory.mktemp("undisturbed") / "a.duckdb"
    states = [filling.state(archive)]
    for count in range(1, ARTICLES + 1):
        assert filling.ask("fill", archive, count)[1] == 0
        states.append(filling.state(archive))
    start = time.monotonic()
    assert filling.ask("fill", archive.with_name("b.duckdb"), ARTICLES)[1] == 0
    took = time.monotonic() - start
    assert filling.state(archive.with_name("b.duckdb")) == states[-1]
    return states, took


def test_each_state_is_another(undisturbed: tuple[list[State], float]) -> None:
    states, _ = undisturbed
    assert [int(held) for held, _ in states] == list(range(ARTICLES + 1))
    assert len(set(states)) == ARTICLES + 1


def test_killed_at_any_moment(filling: Filling, undisturbed: tuple[list[State], float], tmp_path: Path) -> None:
    states, took = undisturbed
    moments, seen, archives = random.Random(MOMENTS), set(), 0
    for _ in range(KILLS):
        archive = tmp_path / f"{archives}.duckdb"
        filling.ask("fill", archive, ARTICLES, kill_after=moments.uniform(0, took))
        state = filling.state(archive)
        assert state in states
        seen.add(state[0])
        if state == states[-1]:
            archives += 1
    assert filling.ask("fill", tmp_path / f"{archives}.duckdb", ARTICLES)[1] == 0
    assert filling.state(tmp_path / f"{archives}.duckdb") == states[-1]
    assert KILLS < 50 or len(seen) > 2  # so many kills do not all come before the first article or after the last


@pytest.fixture(scope="module")
def outdated(filling: Filling, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, State, float]:
    """An archive of the first version, what it holds once it is brought up to date, and the seconds that this takes."""
    folder = tmp_path_factory.mktemp("outdated")
    with gzip.open(READINGS, "rt", encoding="utf-8") as lines:
        readings = [from_json(line) for _, line in zip(range(ARTICLES), lines, strict=False)]
    path = make_older(folder / "old.duckdb", 1, readings)
    whole = Path(shutil.copy(path, folder / "whole.duckdb"))
    start = time.monotonic()
    assert filling.ask("upgrade", whole)[1] == 0
    return path, filling.state(whole), time.monotonic() - start


def test_killed_while_an_older_archive_is_brought_up_to_date(
    filling: Filling, outdated: tuple[Path, State, float], tmp_path: Path
) -> None:
    """Its tables, and then all that follows from its articles: both are killed, the same archive again and again."""
    path, whole, took = outdated
    moments, seen, archives = random.Random(MOMENTS), set(), 0
    for _ in range(KILLS):
        archive = tmp_path / f"{archives}.duckdb"
        if not archive.exists():
            shutil.copy(path, archive)
        filling.ask("upgrade", archive, kill_after=moments.uniform(0, took))
        with closing(connect(archive, read_only=False)) as connection:
            assert connection.execute("SELECT count(*) FROM readings").fetchall() == [(ARTICLES,)]
            missing = len(pending(connection))
            due = missing == 0 and connection.execute("SELECT count(*) FROM renewals_due").fetchall() == [(1,)]
        seen.add((missing, due))
        if (missing, due) == (0, False):
            assert filling.state(archive) == whole
            archives += 1
    assert filling.ask("upgrade", archive)[1] == 0
    assert filling.state(archive) == whole
    assert KILLS < 50 or len(seen) > 2


def test_on_a_full_disk(filling: Filling, undisturbed: tuple[list[State], float], tmp_path: Path) -> None:
    states, _ = undisturbed
    archive = tmp_path / "a.duckdb"
    assert filling.ask("fill", archive, 2)[1] == 0
    _, status = filling.ask("fill", archive, ARTICLES, 100_000)  # bytes: room for an article in the write-ahead log
    assert status != 0
    assert filling.state(archive) in states[2:-1]
    assert filling.ask("fill", archive, ARTICLES)[1] == 0
    assert filling.state(archive) == states[-1]
