"""A process that is started again when it ends before its time."""

import multiprocessing
import os
import signal
import threading
import time

from dateline.web.supervising import Supervisor
from dateline.web.working import Child, _kept_running


class Stub:
    """A process that lasts until it is ended."""

    begun = 0

    def __init__(self):
        type(self).begun += 1
        self.process = multiprocessing.get_context("fork").Process(target=time.sleep, args=(600,), name="sleeper", daemon=True)
        self.process.start()

    def end(self):
        self.process.kill()
        self.process.join()


def until(condition, seconds=20.0):
    end = time.monotonic() + seconds
    while not condition() and time.monotonic() < end:
        time.sleep(0.02)
    return condition()


def test_a_process_that_ends_is_logged_and_started_again(caplog):
    made = []
    supervisor = Supervisor(lambda: made.append(Stub()) or made[-1], first_pause=0.05)
    supervisor.start()
    try:
        for n in range(2):
            made[-1].process.kill()
            assert until(lambda n=n: supervisor.restarts == n + 1)
        assert made[-1].process.is_alive()
        assert caplog.text.count("sleeper ended unexpectedly (status -9)") == 2
    finally:
        supervisor.close()
    assert not any(one.process.is_alive() for one in made)


def test_a_start_that_fails_is_tried_again(caplog):
    made = []

    def begin():
        made.append(None)
        if len(made) == 2:
            raise OSError("no processes left")
        return Stub()

    supervisor = Supervisor(begin, first_pause=0.05)
    supervisor.start()
    try:
        os.kill(supervisor._running.process.pid, signal.SIGKILL)
        assert until(lambda: supervisor.restarts == 1)
        assert "no processes left" in caplog.text
    finally:
        supervisor.close()


def test_nothing_is_started_after_the_end():
    made = []
    supervisor = Supervisor(lambda: made.append(Stub()) or made[-1], first_pause=30.0)
    supervisor.start()
    made[0].process.kill()
    threading.Timer(0.5, supervisor.close).start()
    supervisor._thread.join(10)
    assert not supervisor._thread.is_alive()
    assert len(made) == 1


def test_the_process_that_copies_is_kept_running(tmp_path):
    with _kept_running(waiting, "dateline-room-keeper", (tmp_path,)) as supervisor:
        supervisor.first_pause = 0.05
        first = supervisor._running
        assert isinstance(first, Child)
        os.kill(first.process.pid, signal.SIGKILL)
        assert until(lambda: supervisor.restarts == 1, 30)
        again = supervisor._running.process
        assert again.pid != first.process.pid
        assert until(lambda: (tmp_path / str(again.pid)).exists(), 30)
    assert not again.is_alive()


def waiting(connection, folder):
    (folder / str(os.getpid())).touch()
    connection.poll(600)
