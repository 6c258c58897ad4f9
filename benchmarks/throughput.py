"""Reading speed, memory and cost beside the bare parser, in one table from one run (under ten minutes on two idle cores).

    python benchmarks/throughput.py [ARTICLES.jsonl.gz] [--limit N] [--to FILE.tsv] [--price DOLLARS]

Each line is a process of its own, so that nothing is loaded or known from the line before; loading is not counted. The default is
the first 48 of the 296 articles in ../shared, and the same with copies by other outlets among them. Processor time is that of all
threads and processes together. One process is held against the bare parser by processor time, for its network may run in a second
thread; two processes are held against one by the clock, which means little while anything else runs on the machine.
"""

from __future__ import annotations

import argparse
import csv
import json
import os
import resource
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import nullcontext
from pathlib import Path
from typing import Any, NamedTuple

from stages import measured_stages
from syndicated import with_copies

from dateline.language.straightening import straighten
from dateline.models import load_parser
from dateline.reading import Caches, load_models, read_articles
from dateline.records import Article
from dateline.sources import article_from_text, read_sources
from dateline.workers import ReadingWorkers

PILE = Path(__file__).resolve().parents[2] / "shared" / "data" / "articles" / "north-korea-2017-18.jsonl.gz"
BATCHES = (8, 32, 256)
"""Batches that the bare parser is tried with; 256 is its default."""
PRICE = 0.04
"""Dollars an hour of a core, about what clouds ask."""
LIMIT = 48
COLUMNS = tuple("run articles words seconds processor_seconds articles_per_second peak_mib times_bare dollars_per_1000".split())
Row = dict[str, Any]


class Task(NamedTuple):
    """One line of the table: the bare parser where there is a `batch`, worker processes where there are `workers`."""

    name: str
    stream: bool
    batch: int = 0
    workers: int = 0
    caches: bool = True
    threads: bool = False


READERS = (
    Task("one process", False),
    Task("one process, no caches", False, caches=False),
    Task("one process, network in a thread", False, threads=True),
    Task("two processes", False, workers=2),
    Task("40 % copies, one process", True),
    Task("40 % copies, one process, no caches", True, caches=False),
    Task("40 % copies, two processes", True, workers=2),
)


def main() -> int:
    """Print the table, the stages and whether the bars are met."""
    given = _arguments()
    if not given.articles.is_file():
        print(f"throughput: skipped, {given.articles.name} is not here")
        return 0
    if given.task:
        print(json.dumps(_measured(Task(*json.loads(given.task)), _articles(given))))
        return 0
    rows = list(_rows(given))
    if given.to is not None:
        _write(given.to, rows)
    _tell({row["run"]: row for row in rows})
    return 0


def _rows(given: argparse.Namespace) -> Iterator[Row]:
    """One line a run, printed as it comes."""
    print(_line(dict(zip(COLUMNS, COLUMNS, strict=True))), flush=True)
    tried = [_run(given, Task(f"bare parser, batches of {size}", False, size)) for size in BATCHES]
    best = min(tried, key=lambda row: float(row["processor_seconds"]))
    size = BATCHES[tried.index(best)]
    bare = {False: best["processor_seconds"]}
    yield from (_finished(row, bare[False], given.price) for row in tried)
    stream = _run(given, Task("40 % copies, bare parser", True, size))
    bare[True] = stream["processor_seconds"]
    yield _finished(stream, bare[True], given.price)
    for task in READERS:
        yield _finished(_run(given, task), bare[task.stream], given.price)


def _run(given: argparse.Namespace, task: Task) -> Row:
    """In a process of its own."""
    command = [sys.executable, __file__, str(given.articles), "--limit", str(given.limit), "--task", json.dumps(task)]
    done = subprocess.run(command, stdout=subprocess.PIPE, check=True, text=True)
    row: Row = {"run": task.name, **json.loads(done.stdout.splitlines()[-1])}
    return row


def _finished(row: Row, bare: float, price: float) -> Row:
    made = {
        **row,
        "articles_per_second": round(row["articles"] / row["seconds"], 2),
        "times_bare": round(row["processor_seconds"] / bare, 2),
        "dollars_per_1000": round(row["processor_seconds"] / row["articles"] * 1000 / 3600 * price, 4),
    }
    print(_line(made), flush=True)
    return made


def _line(row: Mapping[str, object]) -> str:
    return f"{row['run']!s:<36}" + "".join(f"{row[name]!s:>{len(name) + 2}}" for name in COLUMNS[1:])


def _measured(task: Task, pile: Sequence[Article]) -> Row:
    """What one line tells, for a process that does nothing else."""
    articles = with_copies(pile) if task.stream else list(pile)
    told = _bare(articles, task.batch) if task.batch else _together(articles, task) if task.workers else _alone(articles, task)
    return {"articles": len(articles), "words": sum(len(a.text.split()) for a in articles), **told}


def _bare(articles: Sequence[Article], batch: int) -> Row:
    parser, texts = load_parser(), [straighten(article.text) for article in articles]
    list(parser.pipe(texts[:2]))
    clock, processor = time.perf_counter(), time.process_time()
    for _ in parser.pipe(texts, batch_size=batch):
        pass
    return _spent(time.perf_counter() - clock, time.process_time() - processor, _peak())


def _alone(articles: Sequence[Article], task: Task) -> Row:
    load_models()
    list(read_articles(_warming(), threads=False, caches=Caches.off()))
    caches = Caches() if task.caches else Caches.off()
    with nullcontext({}) if task.threads else measured_stages() as stages:
        clock, processor = time.perf_counter(), time.process_time()
        for _ in read_articles(articles, threads=task.threads, caches=caches):
            pass
        spent = _spent(time.perf_counter() - clock, time.process_time() - processor, _peak())
    uses = {name: use.taken / max(use.taken + use.missing, 1) for name, use in caches.uses().items()}
    return {**spent, "stages": stages, "uses": uses}


def _together(articles: Sequence[Article], task: Task) -> Row:
    with ReadingWorkers(task.workers) as pool:
        list(pool.read(_warming() * 8 * task.workers))
        clock, processor = time.perf_counter(), _processor(pool.process_ids)
        for _ in pool.read(articles):
            pass
        seconds, spent = time.perf_counter() - clock, _processor(pool.process_ids) - processor
    peak = _peak() + task.workers * resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    return _spent(seconds, spent, peak)


def _spent(seconds: float, processor: float, peak: float) -> Row:
    return {"seconds": round(seconds, 2), "processor_seconds": round(processor, 2), "peak_mib": round(peak)}


def _processor(processes: Sequence[int]) -> float:
    """Seconds of processor time of this process and others, from /proc."""
    ticks = 0
    for process in processes:
        fields = Path(f"/proc/{process}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
        ticks += int(fields[11]) + int(fields[12])
    return ticks / os.sysconf("SC_CLK_TCK") + time.process_time()


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _warming() -> list[Article]:
    return [article_from_text("Spain said on Monday that it would close the port. Portugal condemned that.")]


def _articles(given: argparse.Namespace) -> list[Article]:
    return [a for a in read_sources([given.articles]) if isinstance(a, Article)][: given.limit]


def _write(path: Path, rows: Sequence[Row]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        table = csv.DictWriter(file, COLUMNS, delimiter="\t", lineterminator="\n", extrasaction="ignore")
        table.writeheader()
        table.writerows(rows)


def _tell(rows: Mapping[str, Row]) -> None:
    """The stages of the first reader, what the caches held, and the bars."""
    one, copies = rows["one process"], rows["40 % copies, one process"]
    print("\nstage, processor seconds")
    for stage, seconds in sorted(one["stages"].items(), key=lambda item: -item[1]):
        print(f"{stage:<36}{seconds:8.2f}  {100 * seconds / one['processor_seconds']:5.1f} %")
    for name, row in (("the pile", one), ("the stream", copies)):
        print(f"taken from the caches, {name}: " + ", ".join(f"{what} {share:.0%}" for what, share in row["uses"].items()))
    faster = one["seconds"] / rows["two processes"]["seconds"]
    print(f"one process: {one['times_bare']} times the bare parser (bar 2.0)")
    print(f"two processes: {faster:.2f} times as fast as one (bar 1.7)")
    print(f"40 % copies: {copies['times_bare']} times the bare parser (bar 1.2)")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Reading speed, memory and cost beside the bare parser.")
    parser.add_argument("articles", nargs="?", type=Path, default=PILE)
    parser.add_argument("--limit", type=int, default=LIMIT, help=f"read only the first N articles ({LIMIT})")
    parser.add_argument("--to", type=Path, help="write the table to this file too")
    parser.add_argument("--price", type=float, default=PRICE, help=f"dollars an hour of a core ({PRICE})")
    parser.add_argument("--task", help=argparse.SUPPRESS)
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
