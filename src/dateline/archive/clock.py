"""The time of day as the archive stores it."""

from __future__ import annotations

from datetime import UTC, datetime


def utc_now() -> datetime:
    """Now in UTC without a zone: DuckDB's zoned timestamps need a time zone database to be read back."""
    return datetime.now(UTC).replace(tzinfo=None)
