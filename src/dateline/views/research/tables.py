"""All tables for research of an archive, in memory, with their rows in an order that depends on nothing but what they hold."""

from __future__ import annotations

from typing import Any

from dateline.archive.archive import Archive
from dateline.views.research.columns import Table
from dateline.views.research.concepts import article_rows, position_rows, statement_rows
from dateline.views.research.events import event_rows, report_rows
from dateline.views.research.sides import all_sides

Rows = list[dict[str, Any]]


def research_tables(archive: Archive) -> dict[Table, Rows]:
    """The rows of each table; values are texts, days, numbers and None."""
    # Several threads may break ties of DuckDB's aggregates now this way, now that.
    archive.execute("SET threads = 1")
    try:
        sides = all_sides(archive)
        return {
            "events": event_rows(archive, sides),
            "reports": report_rows(archive, sides),
            "actor_concepts": position_rows(archive),
            "statements": statement_rows(archive),
            "articles": article_rows(archive),
        }
    finally:
        archive.execute("RESET threads")
