"""Addresses of pages, for whatever is not a template."""

from __future__ import annotations

from datetime import date
from urllib.parse import quote, urlencode


def article_address(key: str) -> str:
    """The page of an article."""
    return f"/articles/{quote(key, safe='')}"


def party_key_address(key: str) -> str:
    """The page of an actor or a state."""
    return f"/actors/{quote(key, safe='')}"


def incidents_address(**asked: str | date | None) -> str:
    """The list of the incidents asked for."""
    given = {name: value.isoformat() if isinstance(value, date) else value for name, value in asked.items() if value}
    return f"/incidents?{urlencode(given)}" if given else "/incidents"
