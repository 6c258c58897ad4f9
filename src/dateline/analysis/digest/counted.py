"""Which incidents a figure counts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

ANY_WIDTH = 1_000_000
FITS = "i.day IS NOT NULL AND coalesce(date_diff('day', i.first_day, i.last_day), 0) < {widest}"
BOUNDS = "(?::DATE IS NULL OR {last} >= ?) AND (?::DATE IS NULL OR {first} <= ?)"


@dataclass(frozen=True, slots=True)
class Counted:
    """Incidents from `since` up to and including `until` that an article vouches for, with `claimed` also what is only said.

    What is planned, hypothetical or denied never counts. One that no article dates has the day on which it was first reported.
    One without a day counts only where no bound is given; one dated to more than `widest` days has none.
    """

    since: date | None = None
    until: date | None = None
    claimed: bool = False
    widest: int = ANY_WIDTH

    @property
    def fits(self) -> str:
        """The condition in SQL, on a table called `i`, that a date says the day well enough."""
        return FITS.format(widest=self.widest)

    @property
    def condition(self) -> str:
        """The whole condition in SQL, for `parameters`."""
        fits = "" if self.widest == ANY_WIDTH else f"AND {self.fits} "
        return f"{self.stands} {fits}AND {BOUNDS.format(first='i.day', last='i.day')}"

    @property
    def in_reach(self) -> str:
        """As `condition`, with incidents that may lie within the bounds, but are not dated well enough to say so."""
        first, last = (f"CASE WHEN {self.fits} THEN i.day ELSE {bound} END" for bound in ("i.first_day", "i.last_day"))
        return f"{self.stands} AND {BOUNDS.format(first=first, last=last)}"

    @property
    def stands(self) -> str:
        """The condition in SQL that somebody vouches for it."""
        return "i.standing IN ('vouched', 'claimed')" if self.claimed else "i.standing = 'vouched'"

    @property
    def parameters(self) -> list[date | None]:
        """What stands for the question marks of `condition` or of `in_reach`, in turn."""
        return [self.since, self.since, self.until, self.until]
