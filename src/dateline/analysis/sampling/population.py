"""What can be drawn from an archive, with the keys by which samples are stratified."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from dateline.analysis.sampling.drawing import Unit
from dateline.archive.archive import Archive
from dateline.errors import ArchiveError

What = Literal["events", "statements", "articles"]

OF_ARTICLE = {
    "outlet": "coalesce(a.outlet, '')",
    "month": "coalesce(strftime(a.published_start, '%Y-%m'), '')",
    "year": "coalesce(strftime(a.published_start, '%Y'), '')",
}
KEYS: dict[What, dict[str, str]] = {
    "events": {"type": "r.type", **OF_ARTICLE, "factuality": "r.factuality"},
    "statements": {"act": "r.act", "type": "r.act", **OF_ARTICLE, "kind": "r.kind"},
    "articles": OF_ARTICLE,
}
"""For each kind of unit the keys and their SQL; articles are drawn whole."""
USUAL: dict[What, tuple[str, ...]] = {
    "events": ("type", "outlet", "month"),
    "statements": ("act", "outlet", "month"),
    "articles": ("outlet", "month"),
}


def population(archive: Archive, what: What, by: Sequence[str]) -> tuple[Unit, ...]:
    """All units of a kind; raises ArchiveError for a key that they do not have, naming those that they have."""
    known = KEYS[what]
    wrong = [key for key in by if key not in known]
    if wrong:
        raise ArchiveError(f"{what} cannot be sampled by {wrong[0]!r} (choose from {', '.join(known)})")
    keys = ", ".join(known[key] for key in by)
    source = "articles AS a" if what == "articles" else f"{what} AS r JOIN articles AS a ON a.id = r.article"
    id = "a.id" if what == "articles" else "r.id"
    rows = archive.select(f"SELECT {id} AS id, [{keys}]::VARCHAR[] AS keys FROM {source}")
    return tuple(Unit(row["id"], tuple(row["keys"])) for row in rows)
