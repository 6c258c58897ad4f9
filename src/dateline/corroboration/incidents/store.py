"""The rows of incidents in an archive: accounts, their keys, and which of them are one."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import fields
from typing import Any

import pyarrow as pa

from dateline.archive.archive import Archive
from dateline.archive.memory import Kept
from dateline.corroboration.incidents import membership
from dateline.corroboration.incidents.account import Account, Member, Members, shared
from dateline.corroboration.incidents.keys import keys_of
from dateline.corroboration.incidents.screening import Numbers

NEAR = """
SELECT DISTINCT greatest(mine.number, other.number) AS one, least(mine.number, other.number) AS other
FROM event_account_keys AS mine JOIN event_account_keys AS other ON mine.key = other.key
WHERE mine.number BETWEEN $2 AND $3 AND mine.number IN (SELECT unnest($1)) AND other.number <> mine.number
GROUP BY mine.number, other.number HAVING count(*) >= 2
"""
KEPT = 1 << 15
"""Accounts that are kept in memory: those of two months at 50 articles a day, for keys reach two months back."""
_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
_FIELDS = [field.name for field in fields(Account)]
_SETS = frozenset({"trigger", "core", "words", "times", "ordinals"})
_SIDES = frozenset({"sources", "targets", "parties"})


def forget(archive: Archive, articles: Collection[str]) -> None:
    """Take out what an earlier reading of these articles left behind."""
    query = "SELECT number FROM event_accounts WHERE article IN (SELECT unnest(?))"
    if traced := archive.first_stored.traced(articles, "incidents"):
        drop_accounts(archive, [row["number"] for row in archive.select(query, [traced])])


def drop_accounts(archive: Archive, numbers: Sequence[int]) -> None:
    """Take out these accounts, and what they were put together with stays."""
    if not numbers:
        return
    _kept(archive).drop(numbers)
    membership.forget(archive)
    archive.execute("DELETE FROM event_account_keys WHERE number IN (SELECT unnest(?))", [list(numbers)])
    for table in ("event_accounts", "incident_reports"):
        archive.execute(f"DELETE FROM {table} WHERE number IN (SELECT unnest(?))", [list(numbers)])
    archive.execute(
        """DELETE FROM incident_links WHERE incident NOT IN (SELECT incident FROM incident_reports)
        OR other NOT IN (SELECT incident FROM incident_reports)"""
    )


def add_accounts(archive: Archive, accounts: Sequence[Account]) -> dict[int, Account]:
    """Store accounts with their keys; they come back by number."""
    last = archive.select("SELECT coalesce(max(number), 0) AS last FROM event_accounts")[0]["last"]
    numbered = dict(enumerate(accounts, start=last + 1))
    _kept(archive).put(numbered)
    rows = [{"number": n, "article": a.article, "event": a.event, "features": encode(a)} for n, a in numbered.items()]
    archive.insert({"event_accounts": rows})
    keys = {n: keys_of(a) for n, a in numbered.items()}
    numbers = [n for n, found in keys.items() for _ in found]
    archive.insert_columns("event_account_keys", {"number": numbers, "key": [key for found in keys.values() for key in found]})
    return numbered


def near(archive: Archive, numbers: Collection[int]) -> tuple[Numbers, Numbers]:
    """Pairs of one of these accounts with another that shares two keys: the newer ones, and the older ones."""
    found = archive.columns(NEAR, [list(numbers), min(numbers), max(numbers)])
    return found["one"], found["other"]


def numbers_of(archive: Archive, events: Collection[str]) -> dict[str, int]:
    """For each of these events, as far as they are known, the number of its account."""
    query = "SELECT event, number FROM event_accounts WHERE event IN (SELECT unnest(?))"
    return {row["event"]: row["number"] for row in archive.select(query, [list(events)])}


def accounts(archive: Archive, numbers: Iterable[int]) -> dict[int, Account]:
    """These accounts by number."""
    query = "SELECT number, features FROM event_accounts WHERE number IN (SELECT unnest(?))"
    return _kept(archive).get(
        numbers, lambda missing: {row["number"]: decode(row["features"]) for row in archive.select(query, [missing])}
    )


def _kept(archive: Archive) -> Kept[int, Account]:
    return archive.memory.of("event accounts", KEPT)


def drop_reports(archive: Archive, incidents: Collection[str]) -> None:
    """Take apart these incidents; their accounts stay."""
    membership.forget(archive)
    for table, column in (("incident_reports", "incident"), ("incident_links", "incident"), ("incident_links", "other")):
        archive.execute(f"DELETE FROM {table} WHERE {column} IN (SELECT unnest(?))", [list(incidents)])


def add_links(archive: Archive, links: Mapping[tuple[str, str], tuple[float, str]]) -> None:
    """Enter for pairs of a deed and a plan, by incident, how sure it is that they belong together, and why."""
    if not links:
        return
    query = "SELECT incident, other FROM incident_links WHERE incident IN (SELECT unnest(?))"
    known = {(row["incident"], row["other"]) for row in archive.select(query, [[incident for incident, _ in links]])}
    rows = [
        {"incident": incident, "other": other, "kind": "deed_of", "score": score, "reason": reason}
        for (incident, other), (score, reason) in links.items()
        if (incident, other) not in known
    ]
    archive.insert({"incident_links": rows})


def move(archive: Archive, merged: Mapping[str, str]) -> None:
    """Make the reports of incidents reports of those that took them in, and their links theirs."""
    if not merged:
        return
    given = pa.table({"old": list(merged), "new": list(merged.values())})
    for table, column in (("incident_reports", "incident"), ("incident_links", "incident"), ("incident_links", "other")):
        archive.execute(f"UPDATE {table} SET {column} = given.new FROM given WHERE {table}.{column} = given.old", given=given)
    membership.note_merged(archive, merged)


def encode(account: Account) -> str:
    """The account as a JSON list of its fields."""
    return _ENCODER.encode([_plain(name, getattr(account, name)) for name in _FIELDS])


def decode(features: str) -> Account:
    """The account that `encode` wrote."""
    return Account(*(_rebuilt(name, value) for name, value in zip(_FIELDS, json.loads(features), strict=True)))


def _plain(name: str, value: Any) -> Any:
    if name == "states":
        return sorted(value)
    if name in _SETS:
        return " ".join(sorted(value))
    if name in _SIDES:
        return [[member.country, member.name] for member in value]
    return value


def _rebuilt(name: str, value: Any) -> Any:
    if name == "states":
        return frozenset(value)
    if name in _SETS:
        return frozenset(value.split())
    if name in _SIDES:
        return _members(value)
    if name == "amounts":
        return tuple((what, number) for what, number in value)
    return tuple(value) if name == "place" and value else value


def _members(value: Iterable[Sequence[str]]) -> Members:
    return shared(tuple(Member(*pair) for pair in value))
