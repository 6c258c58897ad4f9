"""A process that fills archives, to be killed: `filling.py READINGS`, then lines of a time and a task.

Each task is done by a child of its own, which is killed after so many seconds ("-" for never), so that no kill falls into the start
of Python; its exit status is printed last. Tasks are "fill ARCHIVE COUNT [LIMIT]", "upgrade ARCHIVE" and "show ARCHIVE". "fill" adds the first COUNT readings; LIMIT: bytes that a file may have, as on a disk that is full.
"show" prints how many articles the archive holds and the digest of all that it holds, times and the ledger of failures apart.
"""

from __future__ import annotations

import gzip
import hashlib
import os
import resource
import signal
import sys
import time

from dateline import ingest
from dateline.archive import Archive, open_archive
from dateline.contract import from_json
from dateline.corroboration.renewing import open_archive as open_renewed_archive
from dateline.errors import DatelineError
from dateline.records import Reading

TIMES = frozenset({"added_at", "read_at", "decided_at", "undone_at", "applied_at", "reread_at"})
LEDGERS = frozenset({"ledger"})
COLUMNS = "SELECT table_name, column_name FROM duckdb_columns() WHERE NOT internal ORDER BY table_name, column_name"


def main(readings_file: str) -> None:
    """Do what the lines of standard input ask for."""
    with gzip.open(readings_file, "rt", encoding="utf-8") as lines:
        readings = [from_json(line) for line in lines]
    for line in sys.stdin:
        child = os.fork()
        if child == 0:
            _, task, archive, *numbers = line.split()
            os._exit(fill(archive, readings, *map(int, numbers)) if task == "fill" else OTHER_TASKS[task](archive))
        if (seconds := line.split()[0]) != "-":
            time.sleep(float(seconds))
            os.kill(child, signal.SIGKILL)  # one that has ended is there until it is waited for
        print(os.waitpid(child, 0)[1], flush=True)


def fill(path: str, readings: list[Reading], count: int, limit: int | None = None) -> int:
    """Add what is missing, one article to a transaction; 1 where something failed."""
    if limit is not None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
    ingest.BATCH = 1
    by_id = {one.article.id: one for one in readings[:count]}
    try:
        with open_archive(path) as archive:
            articles = [one.article for one in by_id.values()]
            report = ingest.add(articles, archive, read=lambda batch: (by_id[one.id] for one in batch), version="test")
    except DatelineError as error:
        print(error, file=sys.stderr)
        return 1
    return int(bool(report.failed))


def show(path: str) -> int:
    """The number of articles and the digest of the archive, as one line."""
    with open_archive(path) as archive:
        digest = hashlib.sha256(repr(contents(archive)).encode())
        (held,) = archive.select("SELECT count(*) AS n FROM articles")
    print(held["n"], digest.hexdigest(), flush=True)
    return 0


def contents(archive: Archive) -> dict[str, list[str]]:
    """The rows of each table in order, without times; the ledgers of what was tried are left out."""
    kept: dict[str, list[str]] = {}
    for row in archive.select(COLUMNS):
        if row["column_name"] not in TIMES and row["table_name"] not in LEDGERS:
            kept.setdefault(row["table_name"], []).append(row["column_name"])
    return {
        table: sorted(map(repr, archive.select(f"SELECT {', '.join(columns)} FROM {table}"))) for table, columns in kept.items()
    }


def upgrade(path: str) -> int:
    """Open an archive of an older version for reading."""
    open_renewed_archive(path, read_only=True).close()
    return 0


OTHER_TASKS = {"show": show, "upgrade": upgrade}

if __name__ == "__main__":
    main(*sys.argv[1:])
