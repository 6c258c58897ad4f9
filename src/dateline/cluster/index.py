"""What a dataset holds, asked over all its parts without opening a reading."""

from __future__ import annotations

from collections.abc import Iterator

import pyarrow.parquet as pq

from dateline.cluster.dataset import Dataset
from dateline.cluster.packets import ArticleNumbers, article_numbers
from dateline.errors import DatasetError


def known_articles(dataset: Dataset, version: str) -> ArticleNumbers:
    """The articles that this version has read; raises DatasetError where a part is damaged."""
    return article_numbers(_articles(dataset, version))


def _articles(dataset: Dataset, version: str) -> Iterator[str]:
    for part in dataset.readings():
        try:
            table = pq.read_table(part, columns=["article", "version"], partitioning=None)
        except (OSError, ValueError) as error:
            raise DatasetError(f"{part}: is damaged (take the file away, and read its articles again): {error}") from error
        rows = zip(table["article"].to_pylist(), table["version"].to_pylist(), strict=True)
        yield from (article for article, made_by in rows if made_by == version)
