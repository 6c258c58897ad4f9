"""From a dataset to an archive: readings that the archive has not had are put together there, in the order of their days.

Nothing notes what was taken: an archive's ledger says which readings it has had, so an archive that was moved, lost or killed
in the middle is brought up to date as any other.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

import duckdb
import pyarrow as pa

from dateline.archive import Archive
from dateline.cluster.dataset import ALWAYS, Dataset, Window
from dateline.contract import from_json
from dateline.errors import DatasetError
from dateline.ingest import BATCH, IngestReport, IngestStep, add
from dateline.records import Article, Reading

LATEST = """
WITH told AS (
    SELECT article, version, run, place, published_start, filename
    FROM read_parquet($1, filename = true, hive_partitioning = false)
    WHERE ($2::DATE IS NULL OR published_start >= $2::DATE) AND ($3::DATE IS NULL OR published_start <= $3::DATE)
),
latest AS (SELECT *, row_number() OVER (PARTITION BY article ORDER BY run DESC, place, filename) AS turn FROM told)
SELECT article, version, run, place, filename FROM latest
WHERE turn = 1 AND NOT EXISTS (
    SELECT 1 FROM ledger WHERE ledger.article = latest.article AND ledger.version = latest.version AND ledger.status = 'ok'
)
ORDER BY min(run) OVER (PARTITION BY version), version, published_start NULLS LAST, place, run
"""
"""The latest reading of each article that the archive has not had: older versions first, of each the older news first."""

LINES = """
SELECT article, contract FROM read_parquet($1, hive_partitioning = false) JOIN given USING (article, run, place)
"""

FAILURES = """
SELECT source, version, status, error, min(article) AS article FROM read_parquet($1) AS told
WHERE NOT EXISTS (
    SELECT 1 FROM ledger WHERE ledger.source = told.source AND ledger.version = told.version AND ledger.error = told.error
)
GROUP BY source, version, status, error ORDER BY min(run), min(place)
"""


class Waiting(NamedTuple):
    """A reading that is to be taken in, and the part in which it lies."""

    article: str
    version: str
    run: str
    place: int
    filename: str


def waiting(dataset: Dataset, archive: Archive, window: Window = ALWAYS) -> list[Waiting]:
    """The readings of the window that the archive has not had, in the order in which it takes them in; raises DatasetError
    where a part is damaged.
    """
    parts = [str(part) for part in dataset.readings(window)]
    if not parts:
        return []
    try:
        return [Waiting(**row) for row in archive.select(LATEST, [parts, window.since, window.until])]
    except duckdb.Error as error:
        raise DatasetError(f"{dataset.root}: a part is damaged (take it away, and read its articles again): {error}") from error


def take_in(
    dataset: Dataset, archive: Archive, wanted: Sequence[Waiting], progress: Callable[[IngestStep], None] | None = None
) -> list[IngestReport]:
    """Put together in the archive what `waiting` told, and enter in its ledger what the dataset's says of inputs that gave no
    reading; a report for each version that made readings. What was committed stays after Ctrl-C, and the last report says
    `interrupted`.
    """
    _take_failures(dataset, archive)
    reports: list[IngestReport] = []
    for version, together in groupby(wanted, key=lambda one: one.version):
        shelf = _Shelf(archive, tuple(together))
        reports.append(add(shelf.articles(), archive, read=shelf.read, version=version, progress=progress))
        if reports[-1].interrupted:
            break
    return reports


def _take_failures(dataset: Dataset, archive: Archive) -> None:
    """Enter in the archive's ledger what the dataset's says of inputs that gave no reading."""
    parts = [str(part) for part in dataset.ledger()]
    rows = archive.select(FAILURES, [parts]) if parts else []
    with archive.transaction():
        for row in rows:
            if row["status"] == "skipped":
                archive.record_skip(row["source"], row["error"], version=row["version"])
            else:
                archive.record_failure(row["source"], row["error"], version=row["version"], article=row["article"])


class _Shelf:
    """Readings fetched a batch ahead of the archive, which asks for articles first and for their readings then."""

    def __init__(self, archive: Archive, wanted: Sequence[Waiting]) -> None:
        self._archive, self._wanted = archive, wanted
        self._readings: dict[str, Reading] = {}

    def articles(self) -> Iterator[Article]:
        """The articles of what is wanted, in order."""
        for start in range(0, len(self._wanted), BATCH):
            batch = self._wanted[start : start + BATCH]
            self._readings |= self._fetched(batch)
            yield from (self._readings[one.article].article for one in batch)

    def read(self, articles: Sequence[Article]) -> Iterator[Reading]:
        """Their readings, each given once."""
        return (self._readings.pop(article.id) for article in articles)

    def _fetched(self, batch: Sequence[Waiting]) -> dict[str, Reading]:
        given = pa.table({name: [getattr(one, name) for one in batch] for name in ("article", "run", "place")})
        parts = sorted({one.filename for one in batch})
        rows = self._archive.select(LINES, [parts], given)
        return {row["article"]: from_json(row["contract"]) for row in rows}
