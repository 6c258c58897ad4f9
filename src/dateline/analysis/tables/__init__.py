"""The archive as flat tables made for reading: names beside ids, the words of the evidence, several values joined by "; "."""

from __future__ import annotations

from importlib import resources


def table_query(table: str) -> str:
    """The SQL by which a table is made from the archive; that of `incidents` needs the digest."""
    return resources.files("dateline.analysis.tables").joinpath(f"{table}.sql").read_text(encoding="utf-8")
