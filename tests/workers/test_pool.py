"""Worker processes: results in order, what a lost worker costs, what an article that ends its worker costs."""

import logging
import os
import signal
import subprocess
import sys
import textwrap
import time
from datetime import date
from pathlib import Path

import pytest

from dateline import ingest
from dateline.archive import open_archive
from dateline.errors import ReadingFailed, WorkerError
from dateline.records import Article, Published, Reading
from dateline.workers import ReadingWorkers

STAND_IN = (sys.executable, str(Path(__file__).with_name("stand_in.py")))
DAY = Published(date(2018, 1, 9), date(2018, 1, 9), "given")


def article(key, text="Seoul and Pyongyang talk."):
    return Article(key, f"text-{key}", f"{key}.txt", "Post", None, None, None, "en", DAY, text)


@pytest.fixture(scope="module")
def workers():
    with ReadingWorkers(2, program=STAND_IN) as pool:
        yield pool


def is_running(process_id):
    try:
        os.kill(process_id, 0)
    except ProcessLookupError:
        return False
    return Path(f"/proc/{process_id}/stat").read_text().split()[2] != "Z"


def test_results_come_back_in_order_from_both(workers):
    articles = [article(str(n), "slow" if n < 8 else "Seoul.") for n in range(40)]
    found = list(workers.read(articles))
    assert [reading.article for reading in found] == articles
    assert {int(reading.version) for reading in found} == set(workers.process_ids)


def test_a_worker_that_is_killed_costs_nothing(workers, tmp_path, caplog):
    articles = [article(str(n), f"die once {tmp_path / 'flag'}" if n == 12 else "Seoul.") for n in range(30)]
    with caplog.at_level(logging.WARNING):
        assert [reading.article for reading in workers.read(articles)] == articles
    assert "ended by signal 9" in caplog.text
    assert all(is_running(process_id) for process_id in workers.process_ids)


def test_a_worker_that_is_killed_from_outside_between_batches(workers):
    os.kill(workers.process_ids[0], signal.SIGKILL)
    articles = [article(str(n)) for n in range(30)]
    assert [reading.article for reading in workers.read(articles)] == articles


def test_an_article_that_ends_its_worker_twice_is_given_up_and_costs_no_other(workers):
    articles = [article(str(n), "die" if n in (3, 17) else "Seoul.") for n in range(30)]
    found = list(workers.read(articles))
    assert [n for n, one in enumerate(found) if isinstance(one, ReadingFailed)] == [3, 17]
    assert "ended by signal 9, twice" in str(found[3])
    assert sum(isinstance(one, Reading) for one in found) == 28


def test_an_error_costs_one_article_and_is_logged_with_its_trace(workers, caplog):
    found = list(workers.read([article("a"), article("b", "stumble"), article("c")]))
    assert [type(one) for one in found] == [Reading, ReadingFailed, Reading]
    assert str(found[1]) == "ZeroDivisionError: by zero"
    assert "b.txt: unexpected error" in caplog.text
    assert "in read_articles" in caplog.text


def test_a_worker_that_cannot_start_says_so_before_anything_is_read():
    with (
        pytest.raises(WorkerError, match="ended with status 3 while it loaded"),
        ReadingWorkers(2, program=(*STAND_IN, "--damaged")),
    ):
        pytest.fail("entered")


def test_what_ended_a_worker_twice_stands_in_the_ledger_and_the_run_goes_on(workers, tmp_path):
    articles = [article(str(n), "die" if n == 70 else "Seoul.") for n in range(150)]
    with open_archive(tmp_path / "a.duckdb") as archive:
        report = ingest.add(articles, archive, read=workers.read, version="1", ahead=workers.ahead)
        assert report.added == tuple(str(n) for n in range(150) if n != 70)
        assert [(step.source, "twice" in step.error) for step in report.failed] == [("70.txt", True)]
        assert [entry.article for entry in archive.ledger() if entry.status == "failed"] == ["70"]


def test_leaving_ends_the_processes_whatever_they_do():
    with ReadingWorkers(2, program=STAND_IN) as pool:
        running = pool.process_ids
        readings = pool.read([article(str(n), "slow") for n in range(60)])
        next(readings)
    assert not any(is_running(process_id) for process_id in running)


PROGRAM = """
    import sys
    from pathlib import Path
    sys.path[:0] = {paths!r}
    from test_pool import STAND_IN, article
    from dateline import ingest
    from dateline.archive import open_archive
    from dateline.workers import ReadingWorkers
    with open_archive(Path(sys.argv[1])) as archive, ReadingWorkers(2, program=STAND_IN) as pool:
        print(*pool.process_ids, flush=True)
        articles = [article(str(n), "slow") for n in range(64 * 20)]
        tell = lambda step: print("committed", flush=True)
        report = ingest.add(articles, archive, read=pool.read, version="1", ahead=pool.ahead, progress=tell)
        print("interrupted" if report.interrupted else "done", len(report.added), flush=True)
"""


def started(tmp_path):
    code = textwrap.dedent(PROGRAM.format(paths=[str(Path(__file__).parent)]))
    command = [sys.executable, "-c", code, str(tmp_path / "a.duckdb")]
    program = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True)
    return program, [int(word) for word in program.stdout.readline().split()]


def test_after_ctrl_c_what_was_committed_is_kept_and_no_process_is_left(tmp_path):
    program, workers = started(tmp_path)
    program.stdout.readline()
    os.killpg(program.pid, signal.SIGINT)  # as a terminal sends it: to all processes of the foreground
    said, errors = program.communicate(timeout=30)
    assert (program.returncode, errors) == (0, "")
    word, count = said.splitlines()[-1].split()
    assert word == "interrupted"
    assert int(count) % ingest.BATCH == 0
    assert not any(is_running(process_id) for process_id in workers)
    with open_archive(tmp_path / "a.duckdb") as archive:
        assert len(list(archive.readings())) == int(count)


def test_when_the_owner_is_killed_the_workers_end(tmp_path):
    program, workers = started(tmp_path)
    program.stdout.readline()
    program.kill()
    program.communicate(timeout=30)
    until = time.monotonic() + 10
    while any(is_running(process_id) for process_id in workers) and time.monotonic() < until:
        time.sleep(0.05)
    assert not any(is_running(process_id) for process_id in workers)
