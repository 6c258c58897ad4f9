"""How long the pages of the reading room take over an archive of 10,000 articles, with eight readers at once.

    room.py ARCHIVE [--articles 10000] [--clients 8] [--each 160] [--mixed 1600] [--to benchmarks/room.tsv]

ARCHIVE holds real articles; its rows are multiplied (see multiplied.py; an archive that is large enough is taken as it is) and
`dateline serve` shows them. The readers are one process, each waits for its page and asks for the next one at once, so the server
is never idle: nobody reads so fast. Addresses are drawn by seed, nearly all asked for once only: `repeated` is the share that had
been asked for before and come from what the server keeps. `cpu` is the processor time of the server for one page. Times are
milliseconds from the request's first byte to the answer's last.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path

import duckdb
from multiplied import multiplied
from room_addresses import DRAWN, Drawing, mixed

from dateline.archive import open_archive
from dateline.web.serving import bound_socket

MEDIAN, MOST = 150.0, 500.0
"""Milliseconds that no kind of page may exceed: in the median, and in 99 of 100."""
HEAD = ("pages", "clients", "n", "median", "p95", "p99", "largest", "cpu", "kB", "errors", "repeated", "load")
IDLE = 0.1
"""Seconds of processor time within two seconds."""
TICKS = os.sysconf("SC_CLK_TCK")


@dataclass
class Server:
    """`dateline serve` as a process of its own; what it copies lies in `folder`."""

    archive: Path
    folder: Path
    port: int
    process: subprocess.Popen[bytes]
    opened: float = 0.0
    """Seconds until the first page."""
    asked: set[str] = field(default_factory=set)

    def wait(self) -> None:
        start = time.perf_counter()
        while self.process.poll() is None:
            try:
                self.tag()
                break
            except OSError:
                time.sleep(0.05)
        self.opened = time.perf_counter() - start

    def tag(self) -> str:
        """What the server says of the state of the archive that it shows."""
        with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/stories?page=1", timeout=120) as answer:
            return str(answer.headers["ETag"])

    @property
    def processes(self) -> list[int]:
        found = [self.process.pid]
        for pid in found:
            for task in Path(f"/proc/{pid}/task").iterdir():
                found += map(int, (task / "children").read_text().split())
        return found

    @property
    def cpu(self) -> float:
        """Seconds of processor time so far."""
        fields = (Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split() for pid in self.processes)
        return sum(int(one[11]) + int(one[12]) for one in fields) / TICKS

    def memory(self, name: str) -> float:
        """MiB of resident memory: now (VmRSS), or at its highest (VmHWM)."""
        lines = (line for pid in self.processes for line in Path(f"/proc/{pid}/status").read_text().splitlines())
        return sum(int(line.split()[1]) for line in lines if line.startswith(f"{name}:")) / 1024

    def settle(self, longest: float) -> float:
        """Seconds until it has worked out beforehand what it can, or as many as it may take."""
        start = time.perf_counter()
        while time.perf_counter() - start < longest:
            before = self.cpu
            time.sleep(2)
            if self.cpu - before < IDLE:
                break
        return time.perf_counter() - start

    @property
    def copied(self) -> float:
        """MB of the copies that it reads."""
        return sum(file.stat().st_size for file in self.folder.rglob("*.duckdb*")) / 1e6


@contextmanager
def serving(archive: Path, options: Sequence[str]) -> Iterator[Server]:
    """A server over the archive."""
    bound = bound_socket(0)
    port = bound.getsockname()[1]
    bound.close()
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "dateline", "serve", str(archive), "--port", str(port), *options]
        process = subprocess.Popen(command, env=os.environ | {"TMPDIR": folder}, stdout=subprocess.DEVNULL)
        try:
            server = Server(archive, Path(folder), port, process)
            server.wait()
            yield server
        finally:
            process.terminate()
            process.wait(20)


@dataclass(frozen=True)
class Measured:
    """The times of one run, ordered."""

    name: str
    clients: int
    times: list[float]
    cpu: float
    size: float
    errors: int
    repeated: float

    def at(self, share: float) -> float:
        return self.times[min(int(share * len(self.times)), len(self.times) - 1)]

    @property
    def fits(self) -> bool:
        return self.at(0.5) < MEDIAN and self.at(0.99) < MOST and not self.errors

    @property
    def cells(self) -> list[str]:
        figures = [self.at(0.5), self.at(0.95), self.at(0.99), self.times[-1], self.cpu, self.size]
        load = f"{os.getloadavg()[0]:.1f}"
        counted = [self.name, str(self.clients), str(len(self.times)), *(f"{figure:.0f}" for figure in figures)]
        return [*counted, str(self.errors), f"{self.repeated:.0%}", load]


def measured(server: Server, name: str, clients: int, addresses: Iterator[str]) -> Measured:
    """Ask for these addresses."""
    before, listed = len(server.asked), list(addresses)
    repeated = 1 - (len(server.asked) - before) / len(listed)
    given = json.dumps({"port": server.port, "clients": clients, "addresses": listed})
    start = server.cpu
    script = Path(__file__).with_name("room_clients.py")
    done = subprocess.run([sys.executable, str(script)], input=given, capture_output=True, text=True, check=True)
    spent, answers = server.cpu - start, json.loads(done.stdout)
    for address, (_, status, _) in zip(listed, answers, strict=True):
        if status != 200:
            print(f"{status}\t{address}", file=sys.stderr)
    times, size = sorted(took for took, _, _ in answers), sum(length for _, _, length in answers) / len(listed) / 1000
    errors = sum(status != 200 for _, status, _ in answers)
    return Measured(name, clients, times, spent * 1000 / len(listed), size, errors, repeated)


def runs(server: Server, drawing: Drawing, given: argparse.Namespace) -> Iterator[Measured]:
    """All kinds together, each kind alone, all kinds for a single reader."""
    kinds = given.kinds.split(",") if given.kinds else list(DRAWN)
    if not given.kinds:
        yield measured(server, "all kinds", given.clients, mixed(drawing, given.mixed, server.asked))
    for kind in kinds:
        yield measured(server, kind, given.clients, drawing.of_kind(kind, given.each, server.asked))
    if not given.kinds:
        yield measured(server, "all kinds", 1, mixed(drawing, given.mixed // 4, server.asked))


def refreshed(server: Server) -> float:
    """Seconds from a change of the archive until the pages show it."""
    tag, start = server.tag(), time.perf_counter()
    with duckdb.connect(str(server.archive)) as connection:
        connection.execute("INSERT INTO left_out SELECT article, number + 1000, text, why FROM left_out LIMIT 1")
    while server.tag() == tag and time.perf_counter() - start < 300:
        time.sleep(0.1)
    return time.perf_counter() - start


def report(server: Server, drawing: Drawing, given: argparse.Namespace) -> Iterator[list[str]]:
    """Lines of the table."""
    yield list(HEAD)
    late = []
    for run in runs(server, drawing, given):
        yield run.cells
        late += [] if run.fits else [run.name]
    yield ["not within the bar", ", ".join(late) or "none"]
    yield ["memory when read, MiB", f"{server.memory('VmRSS'):.0f}"]
    if not given.kinds:
        drawing.archive.close()
        yield ["refresh, s", f"{refreshed(server):.1f}"]
    yield ["highest memory, MiB", f"{server.memory('VmHWM'):.0f}"]


def opening(server: Server, articles: int, settling: float) -> Iterator[list[str]]:
    """Lines on what it takes to open the room."""
    yield ["articles", str(articles)]
    yield ["cores", str(len(os.sched_getaffinity(0)))]
    yield ["archive, MB", f"{server.archive.stat().st_size / 1e6:.0f}"]
    yield ["opening, s", f"{server.opened:.1f}"]
    yield ["processor time of opening, s", f"{server.cpu:.1f}"]
    yield ["copy, MB", f"{server.copied:.0f}"]
    yield ["until all is prepared, s", f"{server.settle(settling):.0f}"]
    yield ["memory when open, MiB", f"{server.memory('VmRSS'):.0f}"]


def main() -> None:
    """Multiply, serve, ask, write the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("archive", type=Path)
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--clients", type=int, default=8)
    parser.add_argument("--each", type=int, default=160, help="pages of each kind")
    parser.add_argument("--mixed", type=int, default=1600, help="pages of all kinds together")
    parser.add_argument("--kinds", default="", help="only these, with commas between them")
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--settle", type=float, default=600.0, help="seconds that the server has to prepare itself at most")
    parser.add_argument("--to", type=Path)
    parser.add_argument("--serve", default="", help="more options of `dateline serve`")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "many.duckdb"
        with open_archive(given.archive, read_only=True) as archive:
            enough = archive.select("SELECT count(*) AS n FROM articles")[0]["n"] >= given.articles
        shutil.copyfile(given.archive, path) if enough else multiplied(given.archive, path, given.articles)
        lines = []
        with serving(path, given.serve.split()) as server, open_archive(path, read_only=True) as archive:
            drawing = Drawing(archive, random.Random(given.seed))
            number = archive.select("SELECT count(*) AS n FROM articles")[0]["n"]
            for cells in chain(opening(server, number, given.settle), report(server, drawing, given)):
                lines.append("\t".join(cells))
                print(lines[-1], flush=True)
    if given.to:
        given.to.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
