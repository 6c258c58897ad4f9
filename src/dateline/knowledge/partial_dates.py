"""Dates known to the day, the month or the year, never made more precise than they were given."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

_FORM = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


@dataclass(frozen=True, slots=True, order=True)
class PartialDate:
    """The full days between which a date lies: `1990-05` is 1990-05-01 to 1990-05-31."""

    earliest: date
    latest: date

    @classmethod
    def parse(cls, text: str) -> PartialDate:
        """Read `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; raises ValueError for anything else."""
        match = _FORM.fullmatch(text)
        if match is None:
            raise ValueError(f"{text!r} is not a date such as 2005, 2005-11 or 2005-11-22")
        year, month, day = (int(part) if part else None for part in match.groups())
        return cls(*_bounds(year or 0, month, day))

    def __str__(self) -> str:
        if self.earliest == self.latest:
            return self.earliest.isoformat()
        return self.earliest.isoformat()[: 7 if self.earliest.month == self.latest.month else 4]


def _bounds(year: int, month: int | None, day: int | None) -> tuple[date, date]:
    if month is None:
        return date(year, 1, 1), date(year, 12, 31)
    if day is None:
        return date(year, month, 1), date(year, month, monthrange(year, month)[1])
    return date(year, month, day), date(year, month, day)
