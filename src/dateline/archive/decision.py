"""What all decisions about an archive have in common: somebody made them, and somebody may have taken them back."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

USER = "user"


class Decision:
    """A decision that can be taken back; times are UTC."""

    __slots__ = ()

    number: int
    reason: str
    decided_by: str
    decided_at: datetime
    undone_by: str | None
    undone_at: datetime | None

    @property
    def stands(self) -> bool:
        return self.undone_at is None


class PairDecision(Decision):
    """A decision that two things are one, or are not; `score` is None where a user decided."""

    __slots__ = ()

    kind: Literal["merge", "split"]
    score: float | None

    @property
    def is_users(self) -> bool:
        """Whether it says what a user wants: the user's own, or a merge of the program that the user took back."""
        return (self.decided_by == USER and self.stands) or self.is_veto

    @property
    def is_veto(self) -> bool:
        """A merge of the program that the user took back; the program may not make it again, by no detour either."""
        return self.kind == "merge" and self.decided_by != USER and self.undone_by == USER
