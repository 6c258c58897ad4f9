"""How long to leave something alone after it failed several times."""

from __future__ import annotations

import random
from dataclasses import dataclass, field

_MOST_DOUBLINGS = 30


@dataclass(frozen=True, slots=True)
class BackOff:
    """Each failure doubles the wait, from `first` up to `longest` seconds.

    Chance takes away up to half of it, so that all who failed together do not come back together.
    """

    first: float = 300.0
    longest: float = 12 * 3600.0
    random: random.Random = field(default_factory=random.Random)

    def seconds(self, failures: int) -> float:
        """The wait after so many failures in a row, at least one."""
        wait = min(self.first * 2.0 ** min(failures - 1, _MOST_DOUBLINGS), self.longest)
        return wait * self.random.uniform(0.5, 1.0)
