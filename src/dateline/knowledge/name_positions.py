"""Where names stand in large tables, from a list that was written beforehand.

To fold the names of ten thousand rows takes longer than to read an article. The list is a table itself: one line a key, with the
numbers of the rows that have it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from dateline.errors import KnowledgeError
from dateline.knowledge.tables import DATA

HEADER = "key\tpositions"


class NamePositions:
    """The numbers of each key of `folder/name`, as `positions_text` writes it."""

    def __init__(self, name: str, folder: Path = DATA) -> None:
        path = folder / name
        try:
            text = path.read_text(encoding="utf-8")
        except OSError as error:
            raise KnowledgeError(f"{path}: cannot be read: {error.strerror} (reinstall dateline)") from error
        _, header, rows = text.partition(f"{HEADER}\n")
        cells = rows.replace("\n", "\t").split("\t")
        if not header or len(cells) % 2 == 0:
            raise KnowledgeError(f"{path}: not two cells a line under {HEADER!r} (run scripts/knowledge/build_name_positions.py)")
        self._numbers = dict(zip(cells[0:-1:2], cells[1::2], strict=True))

    def get(self, key: str) -> tuple[int, ...]:
        """The numbers of a key; none where no row has it."""
        return tuple(map(int, self._numbers.get(key, "").split()))

    def __contains__(self, key: str) -> bool:
        return key in self._numbers

    def __iter__(self) -> Iterator[str]:
        return iter(self._numbers)


def positions_text(source: str, positions: Mapping[str, Iterable[int]]) -> str:
    """The lines of a list; `source` says where its keys come from."""
    lines = sorted(f"{key}\t{' '.join(map(str, some))}\n" for key, some in positions.items() if key)
    return f"# source: {source}\n{HEADER}\n{''.join(lines)}"
