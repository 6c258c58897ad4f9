"""The demo archive, read once for all tests of the room, and the room over it: in the process, and as a server with a browser."""

import fcntl
import threading
import time
from contextlib import contextmanager
from pathlib import Path

import pytest
import uvicorn
from fastapi.testclient import TestClient

from dateline.cli.progress import add_with_progress
from dateline.samples import sample_folder
from dateline.sources import SourceOptions, load_metadata
from dateline.web.app import application, make_app
from dateline.web.room import Room
from dateline.web.serving import bound_socket, hosts_of

CHROMIUM = next(
    (path for path in ("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome") if Path(path).exists()), None
)


def _read_samples(path):
    folder = sample_folder()
    report = add_with_progress([str(folder)], SourceOptions(metadata=load_metadata(folder / "metadata.csv")), path)
    if report.failed:
        raise RuntimeError(f"the samples could not be read: {report.failed}")


@pytest.fixture(scope="session")
def demo_archive(tmp_path_factory, worker_id):
    """Workers share one: reading the samples takes longer than all pages together."""
    base = tmp_path_factory.getbasetemp()
    shared = base if worker_id == "master" else base.parent
    path = shared / "samples.duckdb"
    with open(shared / "samples.lock", "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not path.exists():
            _read_samples(path)
    return path


@pytest.fixture(scope="session")
def room(demo_archive):
    room = Room(demo_archive)
    yield room
    room.close()


@pytest.fixture(scope="session")
def client(room):
    return TestClient(make_app(room), base_url="http://127.0.0.1:8765", raise_server_exceptions=False)


@contextmanager
def served(room):
    """A real server in a thread of its own."""
    bound = bound_socket(0)
    port = bound.getsockname()[1]
    config = uvicorn.Config(application(room, hosts_of(port), watch=False), log_config=None, lifespan="off")
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, args=([bound],), daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.02)
    yield f"http://127.0.0.1:{port}"
    server.should_exit = True
    thread.join(10)
    bound.close()


@pytest.fixture(scope="session")
def base_url(room):
    with served(room) as url:
        yield url


@pytest.fixture(scope="session")
def serve_room():
    """For tests with a room of their own."""
    return served


@pytest.fixture(scope="session")
def browser():
    if CHROMIUM is None:
        pytest.skip("chromium is not installed: apt-get install chromium")
    playwright = pytest.importorskip("playwright.sync_api").sync_playwright().start()
    started = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
    yield started
    started.close()
    playwright.stop()
