"""What a search costs in an archive of 10,000 articles, and what the index costs to make and to keep.

    search.py ARCHIVE [--articles 10000]

The rows of a real archive are copied under new numbers until there are so many articles; the archive itself is only read. Words
are then as frequent and texts as long as in real articles, though no rarer words come in. Times are medians of nine, in processor
time of one thread, which a busy machine still makes longer.
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import duckdb

from dateline.archive import Archive, open_archive, search_index
from dateline.archive.search import search_articles, search_statements
from dateline.archive.storage import TABLES_OF_SEARCH

QUERIES = (
    "freeze", "korea", "north korea missile", "dual freeze for china", '"dual track"', '"north korea"', "korea -trump",
    "korea since:2018 until:2018-06", "korea outlet:reuters", "talks act:deny", "trump speaker:tillerson", "the",
)  # fmt: skip
COPIED = ("articles", "actors", "statements", "actor_identities")
BLOCK = 262_144
SIZE = "SELECT count(DISTINCT block_id) AS blocks FROM pragma_storage_info('{}') WHERE persistent"


def copied(source: Path, target: Path, articles: int) -> None:
    """An archive of so many articles, not indexed."""
    with open_archive(target):
        pass
    with duckdb.connect(str(target)) as connection:
        connection.execute(f"ATTACH '{source}' AS source (READ_ONLY)")
        (real,) = connection.execute("SELECT count(*) FROM source.articles").fetchall()[0]
        for table in COPIED:
            columns = [row[0] for row in connection.execute(f"SELECT column_name FROM (DESCRIBE {table})").fetchall()]
            of_article = table != "actor_identities"
            chosen = ", ".join(_column(table, name, real) for name in columns)
            copies = f", range({-(-articles // real)}) AS copy" if of_article else ""
            connection.execute(f"INSERT INTO {table} SELECT {chosen} FROM source.{table} AS one{copies}")
        connection.execute(f"DELETE FROM articles WHERE number > {articles}")
        connection.execute("DETACH source")


def _column(table: str, name: str, real: int) -> str:
    if table == "articles" and name == "number":
        return f"one.number + {real} * copy.range"
    is_id = name == "id" if table == "articles" else name == "article"
    return f"one.{name} || '-' || copy.range" if is_id else f"one.{name}"


def timed(work: Callable[[], object]) -> float:
    """Milliseconds of processor time."""
    start = time.process_time()
    work()
    return (time.process_time() - start) * 1000


def indexed(path: Path) -> None:
    """Make the index and say what it cost."""
    with open_archive(path) as archive:
        number = archive.select("SELECT count(*) AS n FROM articles")[0]["n"]
        spent = timed(lambda: search_index.renew(archive))
        print(f"articles\t{number}\nindexing, ms per article\t{spent / number:.2f}")
    with duckdb.connect(str(path)) as connection:
        connection.execute("CHECKPOINT")
        for table in TABLES_OF_SEARCH:
            blocks = connection.execute(SIZE.format(table)).fetchall()[0][0]
            print(f"{table}, MB\t{blocks * BLOCK / 1e6:.1f}")


def asked(archive: Archive) -> None:
    """Ask all queries and say how long each takes."""
    archive.execute("SET threads = 1")
    print("query\tarticles\tms\tstatements\tms")
    for query in QUERIES:
        cells = [query]
        for search in (search_articles, search_statements):
            spent = [timed(lambda: search(archive, query)) for _ in range(9)]  # noqa: B023
            cells += [str(search(archive, query).total), f"{statistics.median(spent):.1f}"]
        print("\t".join(cells))


def main() -> None:
    """Copy, index, ask."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("archive", type=Path)
    parser.add_argument("--articles", type=int, default=10_000)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "many.duckdb"
        copied(given.archive, path, given.articles)
        indexed(path)
        with open_archive(path, read_only=True) as archive:
            asked(archive)


if __name__ == "__main__":
    main()
