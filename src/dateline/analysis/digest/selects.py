"""What questions to the digest are put to."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Protocol


class Selects(Protocol):
    """Anything that answers SQL over an archive with a digest: the archive itself, or a cursor of one's own for each thread."""

    def select(self, sql: str, parameters: Sequence[Any] = ()) -> list[dict[str, Any]]:
        """The rows of a query as dictionaries; `?` in the query stands for the parameters in turn."""
