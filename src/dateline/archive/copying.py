"""What is stored to find copies: bands of sketches, and which texts have been compared."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dateline.archive.archive import Archive


class Copying:
    """The sketches of one archive: `archive.copying`."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive

    def not_compared(self, method: str, among: Collection[str] | None = None) -> tuple[str, ...]:
        """Those of these articles, or of all, that this method has not compared yet, in the order of adding."""
        query = """SELECT id FROM articles WHERE ($2 IS NULL OR id IN (SELECT unnest($2)))
            AND id NOT IN (SELECT article FROM compared_texts WHERE method = $1) ORDER BY number"""
        wanted = None if among is None else list(among)
        if wanted is not None and not self._archive.first_stored.traced(wanted, "copies"):
            return tuple(wanted)
        return tuple(row["id"] for row in self._archive.select(query, [method, wanted]))

    def add_bands(self, bands: Mapping[str, Sequence[int]], method: str) -> None:
        """Store the bands of articles and that they have been compared, in the place of what another method stored."""
        articles = list(bands)
        rows = [(article, band) for article, found in bands.items() for band in found]
        with self._archive.transaction():
            traced = self._archive.first_stored.traced(articles, "bands")
            query = "SELECT 1 FROM compared_texts WHERE article IN (SELECT unnest(?)) LIMIT 1"
            old = traced and self._archive.select(query, [traced])
            for table in ("copy_bands", "compared_texts") if old else ():
                self._archive.execute(f"DELETE FROM {table} WHERE article IN (SELECT unnest(?))", [articles])
            keys, values = zip(*rows, strict=True) if rows else ((), ())
            self._archive.insert_columns("copy_bands", {"article": keys, "band": values})
            self._archive.insert({"compared_texts": [{"article": article, "method": method} for article in articles]})
