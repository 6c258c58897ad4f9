"""`dateline serve` as a program of its own: it says where it is, answers there, and ends with Ctrl-C."""

import os
import signal
import subprocess
import sys
import time
import urllib.request
from contextlib import contextmanager, suppress

import pytest

from dateline.archive import open_archive


@pytest.fixture
def archive(tmp_path):
    with open_archive(tmp_path / "empty.duckdb"):
        pass
    return tmp_path / "empty.duckdb"


@contextmanager
def started(*arguments):
    """The program in a group of its own, so that Ctrl-C can reach all its processes; none of them outlives the test."""
    command = [sys.executable, "-m", "dateline", "serve", *map(str, arguments)]
    server = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True)
    try:
        yield server
    finally:
        with suppress(ProcessLookupError):
            os.killpg(server.pid, signal.SIGKILL)
        server.communicate()


def answered(address, tries=150):
    for _ in range(tries):
        try:
            with urllib.request.urlopen(address, timeout=10) as answer:
                return answer.read().decode()
        except OSError:
            time.sleep(0.2)
    raise TimeoutError(address)


@pytest.mark.parametrize("workers", [1, 2])
def test_it_serves_an_empty_archive_until_interrupted(archive, workers):
    with started(archive, "--port", "0", "--workers", workers) as server:
        line = server.stdout.readline()
        address = line.split()[0]
        assert address.startswith("http://127.0.0.1:")
        assert str(archive) in line
        assert "<bdi>empty</bdi>" in answered(address)
        os.killpg(server.pid, signal.SIGINT)
        _, err = server.communicate(timeout=60)
        assert "Traceback" not in err
    assert server.returncode in (0, 130)


@pytest.mark.parametrize("workers", [1, 2])
def test_a_missing_archive_is_said(tmp_path, workers):
    with started(tmp_path / "missing.duckdb", "--port", "0", "--workers", workers) as server:
        _, err = server.communicate(timeout=60)
    assert server.returncode == 2
    assert "missing.duckdb" in err
    assert "Traceback" not in err


def test_only_a_large_archive_has_two_workers(tmp_path, monkeypatch):
    from dateline.cli import serve

    monkeypatch.setattr(serve, "cores", lambda: 2)
    (tmp_path / "a.duckdb").write_bytes(b"small")
    assert serve.usual_workers(tmp_path / "a.duckdb") == 1
    monkeypatch.setattr(serve, "LARGE", 5)
    assert serve.usual_workers(tmp_path / "a.duckdb") == 2


def test_a_taken_port_is_said(archive):
    from dateline.web.serving import bound_socket

    taken = bound_socket(0)
    taken.listen()
    try:
        with started(archive, "--port", str(taken.getsockname()[1])) as server:
            _, err = server.communicate(timeout=60)
    finally:
        taken.close()
    assert server.returncode == 2
    assert "--port" in err
    assert "Traceback" not in err
