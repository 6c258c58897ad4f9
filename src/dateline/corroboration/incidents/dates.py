"""Whether two accounts can be of the same time, and how much that tells."""

from __future__ import annotations

from dateline.corroboration.incidents.account import Account

WEEK, MONTH = 7, 31
FRESH, RECENT, NEAR_EDITION = 2, 7, 3


def date_evidence(one: Account, other: Account) -> str | None:
    """The row of the table of evidence; None where the two cannot be of the same time."""
    if one.is_dated and other.is_dated:
        return _both_dated(one, other)
    if one.is_dated or other.is_dated:
        return _after(one, other) if one.is_dated else _after(other, one)
    return _by_edition(one, other)


def _both_dated(one: Account, other: Account) -> str | None:
    gap = _gap(one, other)
    if gap > 0:
        if bool(one.lag) != bool(other.lag) and gap <= RECENT:
            # One date is only that of the article: what it tells may be days old.
            return "guessed" if (_begin(one) > _end(other)) == bool(one.lag) else None
        precise = one.day is not None and other.day is not None
        return "next_day" if precise and gap == 1 else None
    width = max(_width(one), _width(other))
    if width <= 1:
        return "same_day"
    if width < WEEK:
        return "same_week"
    return "within_month" if width <= MONTH else "vague"


def _gap(one: Account, other: Account) -> int:
    """Days between the two intervals, none where they overlap; a date that can be too late reaches back by its lag."""
    first = _begin(other) - _end(one)
    second = _begin(one) - _end(other)
    return max(first, second, 0)


def _begin(account: Account) -> int:
    return (account.first if account.first is not None else 0) - account.lag


def _end(account: Account) -> int:
    """What has gone on since a day happened on that day, if it is not long ago; else it goes on till the article appeared."""
    if account.last is not None:
        return account.last
    first, published = account.first or 0, account.published or 0
    return first if published - first <= 2 * MONTH else published


def _width(account: Account) -> int:
    """Days from the first to the last; where the first is not known, a month, for it ended then."""
    return _end(account) - account.first if account.first is not None else MONTH


def _after(dated: Account, undated: Account) -> str:
    """How long after the date the other article appeared; what is planned lies after its article."""
    if undated.published is None:
        return "no_date"
    begin, end = _begin(dated), _end(dated)
    if undated.reality != "told" and begin > undated.published:
        return _by_edition(dated, undated)
    if begin > undated.published:
        return "before"
    days = undated.published - min(end, undated.published)
    wide = _width(dated) > WEEK
    if days > MONTH or wide:
        return "vague" if wide and days <= MONTH else "long_after"
    return "fresh" if days <= FRESH else "recent" if days <= RECENT else "weeks_after"


def _by_edition(one: Account, other: Account) -> str:
    if one.published is None or other.published is None:
        return "no_date"
    days = abs(one.published - other.published)
    if days <= 1:
        return "same_edition"
    if days <= NEAR_EDITION:
        return "near_edition"
    return "week_edition" if days <= WEEK else "month_edition" if days <= MONTH else "far_edition"
