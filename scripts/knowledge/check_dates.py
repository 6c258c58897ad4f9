"""Compare the dates of heads in office_holders.tsv with REIGN and print disagreements of more than 31 days.

Usage: check_dates.py LEADERS_FOLDER
"""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

from build_office_holders import is_head, overlap, same_person, written_terms
from leader_sources import Term, reign

from dateline.knowledge.partial_dates import PartialDate

TOLERANCE = 31


def gap(one: str, other: str) -> int:
    """Days between two partial dates, 0 where they may be the same day or one of them is open."""
    if not one or not other:
        return 0
    a, b = PartialDate.parse(one), PartialDate.parse(other)
    return max(0, (a.earliest - b.latest).days, (b.earliest - a.latest).days)


def disagreements(mine: list[Term], theirs: list[Term]) -> list[str]:
    """One line for each head whose start or end differs from REIGN's."""
    found = []
    for term in mine:
        matches = [t for t in theirs if same_person(term, t) and overlap(term, t)]
        if matches:
            best = min(matches, key=lambda t: gap(term.since, t.since) + gap(term.until, t.until))
            start, end = gap(term.since, best.since), gap(term.until, best.until)
            if max(start, end) > TOLERANCE:
                found.append(f"{term.iso3} {term.name}, {term.office}: {term.since}..{term.until}"
                             f" against {best.since}..{best.until} ({start} and {end} days)")  # fmt: skip
    return found


def main() -> None:
    """Print the disagreements."""
    theirs = reign(Path(sys.argv[1]))
    heads = [t for t in written_terms() if is_head(t) and t.since < str(date(2021, 3, 1))]
    lines = disagreements(heads, theirs)
    print("\n".join(lines))
    print(f"{len(heads)} written terms of heads, {len(lines)} disagreements of more than {TOLERANCE} days")


if __name__ == "__main__":
    main()
