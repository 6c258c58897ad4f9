"""Tables of articles as Parquet: one row an article, read a few rows at a time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import astuple
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from dateline.errors import SourceError, UnreadableSource
from dateline.records import Article
from dateline.sources.field_records import Record, articles_of_records, check_columns
from dateline.sources.metadata import MetadataRow
from dateline.sources.open_file import OpenFile
from dateline.sources.options import SourceOptions

ROWS_AT_ONCE = 64
LARGEST_ROW_GROUP = 1_000_000_000
"""Bytes, unpacked, of the columns read of one row group: what one has to hold in memory at worst."""
_REMEDY = "write it again, with smaller row groups"


def articles_of_parquet(
    file: OpenFile, options: SourceOptions, row: MetadataRow | None = None
) -> Iterator[Article | SourceError]:
    """An article or an error for each row, called `path#N` after its row, counted from 1.

    Raises UnreadableSource for a file that is broken or has no column of texts, and where it is packed with gzip as a whole:
    Parquet needs to jump about in its file.
    """
    if file.stream is not file.raw or not file.raw.seekable():
        raise UnreadableSource(file.name, "a Parquet file cannot be read from a pipe or packed with gzip", "give the file itself")
    return articles_of_records(_records(file, options), options, row)


def _records(file: OpenFile, options: SourceOptions) -> Iterator[tuple[str, Record | SourceError]]:
    number = 0
    try:
        table, columns = _table(file, options)
        for group in range(table.num_row_groups):
            _check_size(table, group, columns, file.name)
            for batch in table.iter_batches(ROWS_AT_ONCE, row_groups=[group], columns=columns, use_threads=False):
                for record in _rows(batch):
                    number += 1
                    yield f"{file.name}#{number}", record
    except SourceError as error:
        yield file.name, error
    # The reader is fed whatever people saved; any failure of its is a failure to read this file.
    except Exception as error:
        source = f"{file.name}#{number + 1}" if number else file.name
        yield source, UnreadableSource(source, f"the Parquet file is broken from here on: {error}", _REMEDY)


def _table(file: OpenFile, options: SourceOptions) -> tuple[pq.ParquetFile, list[str]]:
    schema = pq.read_schema(file.rewound())
    check_columns(schema.names, file.name, options)
    columns = [name for name in schema.names if name in astuple(options.fields)]
    # A text repeated a million times is stored once; as a dictionary it also stands in memory once.
    texts = [name for name in columns if pa.types.is_string(schema.field(name).type)]
    return pq.ParquetFile(file.rewound(), read_dictionary=texts, buffer_size=1_000_000), columns


def _check_size(table: pq.ParquetFile, group: int, columns: list[str], source: str) -> None:
    about = table.metadata.row_group(group)
    parts = [about.column(n) for n in range(about.num_columns)]
    size = sum(part.total_uncompressed_size for part in parts if part.path_in_schema.partition(".")[0] in columns)
    if size > LARGEST_ROW_GROUP:
        problem = f"row group {group} holds {size:,} bytes, more than the {LARGEST_ROW_GROUP:,} taken at once"
        raise UnreadableSource(source, problem, _REMEDY)


def _rows(batch: pa.RecordBatch) -> Iterator[dict[str, Any]]:
    """One row after the other: all rows of a batch together could be many times its size in memory."""
    names = batch.schema.names
    for n in range(batch.num_rows):
        yield {name: batch.column(place)[n].as_py() for place, name in enumerate(names)}
