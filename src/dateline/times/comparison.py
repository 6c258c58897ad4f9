"""The period of the year before that a report of figures compares with: "a year earlier", "the year-ago quarter".

In a report on the third quarter these mean the third quarter of the year before.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from dateline.times.expressions import Dated
from dateline.times.grammar import plain

REACH = 700
"""Characters back to the quarter that is reported on."""


def year_before(text: str, item: Dated, dated: Sequence[Dated], published: date | None) -> str | None:
    """The TIMEX3 value of the quarter meant; None where the expression compares with nothing or no quarter was told."""
    match = item.match
    if match is None or item.kind not in ("ago", "apart", "year_ago"):
        return None
    groups = match.groupdict()
    if item.kind != "year_ago" and (groups.get("unit") != "year" or plain(groups.get("count")) not in ("a", "one", "1")):
        return None
    told = [d for d in dated if d.kind == "quarter" and item.start - REACH <= d.start < item.start]
    start = told[-1].meaning.interval.start if told else None
    if start is None or told[-1].meaning.interval.precision != "quarter":
        return None
    return f"{start.year - 1}-Q{(start.month + 2) // 3}"
