"""The incidents of an archive as records, read from its rows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from datetime import date

from dateline.archive.archive import Archive
from dateline.corroboration.incidents.account import Account
from dateline.corroboration.incidents.incident import Incident, Report
from dateline.corroboration.incidents.store import decode
from dateline.errors import ArchiveError
from dateline.records import DateInterval, Precision

REPORTS = """
SELECT r.incident, r.article, r.event, r.score, r.reason, a.features, s.story
FROM incident_reports AS r JOIN event_accounts AS a ON a.number = r.number
LEFT JOIN story_articles AS s ON s.article = r.article {where} ORDER BY r.number
"""
OF_ARTICLES = "WHERE r.incident IN (SELECT incident FROM incident_reports WHERE article IN (SELECT unnest(?)))"
WHOLE = "SELECT incident FROM incident_reports WHERE incident = ? LIMIT 1"
BEGINNING = "SELECT DISTINCT incident FROM incident_reports WHERE starts_with(incident, ?) ORDER BY incident"
WIDTHS: tuple[tuple[int, Precision], ...] = ((0, "day"), (6, "week"), (30, "month"), (92, "quarter"), (366, "year"))
"""Days between first and last, and what an interval of at most so many is."""


def incidents(archive: Archive, articles: Collection[str] | None = None) -> tuple[Incident, ...]:
    """All incidents, or those of which one of these articles tells, in order of time; undated ones by their first report."""
    parameters = [] if articles is None else [list(articles)]
    rows = archive.select(REPORTS.format(where="" if articles is None else OF_ARTICLES), parameters)
    return tuple(sorted(_gathered(rows), key=_when))


def incidents_told_by(archive: Archive, articles: Collection[str]) -> tuple[Incident, ...]:
    """The incidents as they would be if only these articles were there: without the reports of all others, in no order."""
    return tuple(_gathered(archive.select(REPORTS.format(where="WHERE r.article IN (SELECT unnest(?))"), [list(articles)])))


def incidents_with_ids(archive: Archive, keys: Sequence[str]) -> tuple[Incident, ...]:
    """The incidents of these ids, in no order; an id that there is none of is passed over."""
    return tuple(_gathered(archive.select(REPORTS.format(where="WHERE r.incident IN (SELECT unnest(?))"), [list(keys)])))


def incident(archive: Archive, words: str) -> Incident:
    """The incident with this id, or with the only id that begins so; raises ArchiveError where there is none, or several."""
    words = words if words.startswith("inc_") else f"inc_{words}"
    found = [row["incident"] for row in archive.select(WHOLE, [words.strip()]) or archive.select(BEGINNING, [words.strip()])]
    if len(found) != 1:
        why = f"{len(found)} incidents have ids that begin with" if found else "no incident has the id"
        raise ArchiveError(f"{archive.path}: {why} {words!r} (`dateline incidents list` shows them)")
    return _gathered(archive.select(REPORTS.format(where="WHERE r.incident = ?"), found))[0]


def _gathered(rows: Iterable[dict[str, object]]) -> list[Incident]:
    groups: dict[str, list[tuple[Report, Account, str | None]]] = {}
    for row in rows:
        report = Report(str(row["article"]), str(row["event"]), float(str(row["score"])), str(row["reason"]))
        story = row["story"] if isinstance(row["story"], str) else None
        groups.setdefault(str(row["incident"]), []).append((report, decode(str(row["features"])), story))
    return [_incident(key, told) for key, told in groups.items()]


def _incident(key: str, told: Sequence[tuple[Report, Account, str | None]]) -> Incident:
    ranked = sorted(told, key=lambda report: _telling(report[1]))
    accounts = [account for _, account, _ in ranked]
    types = Counter(account.type for account in accounts)
    sources, targets = _sides(accounts)
    return Incident(
        id=key,
        reports=tuple(report for report, _, _ in ranked),
        type=max(types, key=lambda kind: (types[kind], kind == accounts[0].type)),
        reality=accounts[0].reality,
        when=_narrowest(accounts),
        first_reported=min((date.fromordinal(a.published) for a in accounts if a.published), default=None),
        sources=sources,
        targets=targets,
        story=_commonest(story for _, _, story in ranked),
    )


def _commonest(stories: Iterable[str | None]) -> str | None:
    found = Counter(story for story in stories if story).most_common(1)
    return found[0][0] if found else None


def _telling(account: Account) -> tuple[bool, bool, int, str]:
    """Best first: vouched for by its article, dated to the day, early."""
    return account.factuality != "actual", account.day is None, account.published or 0, account.event


def _sides(accounts: Iterable[Account]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """All who are named on each side, nobody on both."""
    sources: dict[str, None] = {}
    targets: dict[str, None] = {}
    for account in accounts:
        sources.update((member.country or member.name, None) for member in account.sources)
        targets.update((member.country or member.name, None) for member in account.targets)
    return tuple(sources), tuple(key for key in targets if key not in sources)


def _narrowest(accounts: Iterable[Account]) -> DateInterval | None:
    dated = [a for a in accounts if a.is_dated]
    if not dated:
        return None
    best = min(dated, key=lambda a: (a.first is None or a.last is None, (a.last or 0) - (a.first or 0), a.lag))
    first, last = (date.fromordinal(day) if day else None for day in (best.first, best.last))
    return DateInterval(first, last, _precision(first, last), "published" if best.lag else "text")


def _precision(first: date | None, last: date | None) -> Precision:
    if first is None or last is None:
        return "other"
    return next((name for width, name in WIDTHS if (last - first).days <= width), "other")


def _when(one: Incident) -> tuple[date, str]:
    start = one.when.start or one.when.end if one.when else None
    return start or one.first_reported or date.max, one.id
