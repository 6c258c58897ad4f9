"""The ledger of what was read when by which version, and what failed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal


@dataclass(frozen=True, slots=True)
class LedgerEntry:
    """One attempt to read one input. `read_at` is UTC; `article` is None where the input gave no article; `error` says
    what failed or why it was skipped.
    """

    article: str | None
    source: str
    version: str
    read_at: datetime
    status: Literal["ok", "failed", "skipped"]
    error: str | None
