"""Bringing the sayings of an archive up to date after articles were added: only what they quote is compared."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from dateline.archive.archive import Archive
from dateline.archive.memory import Kept
from dateline.contract import from_json
from dateline.corroboration.incidents.incident import SaidIn, Saying
from dateline.corroboration.sayings.likeness import Match, match
from dateline.corroboration.sayings.utterance import Utterance, decode, encode, keys_of, utterances_of
from dateline.records import Reading, content_id

FIRST = "the first article that quotes it"
AT_ONCE = 64
KEPT = 1 << 16
"""Statements that are kept in memory: those of about two months at 50 articles a day."""
NEAR = """
SELECT DISTINCT mine.number AS new, other.number AS old
FROM utterance_keys AS mine JOIN utterance_keys AS other ON mine.key = other.key
WHERE mine.number >= $1 AND other.number < mine.number
"""
Row = dict[str, Any]
Pair = tuple[int, int]


def bring_up_to_date(archive: Archive, articles: Sequence[str], readings: Iterable[Reading] | None = None) -> None:
    """Compare the statements of these articles with the archive's, and store which quote one utterance.

    `readings` of the articles spare reading them from the archive. Belongs into the transaction that adds the articles.
    """
    with archive.transaction():
        _forget(archive, articles)
        told = readings if readings is not None else _stored(archive, articles)
        new = _numbered(archive, [one for reading in told for one in utterances_of(reading)])
        if new:
            _settle(archive, new)


def renew(archive: Archive) -> None:
    """Compare the statements of articles that were added before there were sayings."""
    query = """SELECT id FROM articles WHERE id IN (SELECT article FROM statements WHERE speaker IS NOT NULL)
        AND id NOT IN (SELECT article FROM utterances) ORDER BY number"""
    waiting = [row["id"] for row in archive.select(query)]
    for start in range(0, len(waiting), AT_ONCE):
        bring_up_to_date(archive, waiting[start : start + AT_ONCE])


def sayings(archive: Archive) -> tuple[Saying, ...]:
    """All utterances that several articles quote, in the order of adding."""
    query = """SELECT r.saying, r.article, r.statement, r.score, r.reason, u.features
        FROM saying_reports AS r JOIN utterances AS u ON u.number = r.number ORDER BY r.number"""
    groups: dict[str, list[Row]] = {}
    for row in archive.select(query):
        groups.setdefault(row["saying"], []).append(row)
    return tuple(_saying(key, rows) for key, rows in groups.items())


def _saying(key: str, rows: Sequence[Row]) -> Saying:
    speakers = [decode(row["features"]).speaker for row in rows]
    speaker = next((one for one in speakers if one.name), speakers[0])
    reports = tuple(SaidIn(row["article"], row["statement"], row["score"], row["reason"]) for row in rows)
    return Saying(key, speaker.name or speaker.country, reports)


def _stored(archive: Archive, articles: Sequence[str]) -> Iterable[Reading]:
    rows = archive.select("SELECT contract FROM readings WHERE article IN (SELECT unnest(?))", [list(articles)])
    return (from_json(row["contract"]) for row in rows)


def _forget(archive: Archive, articles: Sequence[str]) -> None:
    rows = archive.select("SELECT number FROM utterances WHERE article IN (SELECT unnest(?))", [list(articles)])
    numbers = [row["number"] for row in rows]
    if not numbers:
        return
    _kept(archive).drop(numbers)
    for table in ("utterance_keys", "utterances", "saying_reports"):
        archive.execute(f"DELETE FROM {table} WHERE number IN (SELECT unnest(?))", [numbers])
    archive.execute(
        """DELETE FROM saying_reports WHERE saying IN (
            SELECT saying FROM saying_reports GROUP BY saying HAVING count(DISTINCT article) < 2)"""
    )


def _numbered(archive: Archive, new: Sequence[Utterance]) -> dict[int, Utterance]:
    last = archive.select("SELECT coalesce(max(number), 0) AS last FROM utterances")[0]["last"]
    numbered = dict(enumerate(new, start=last + 1))
    rows = [
        {"number": n, "article": one.article, "statement": one.statement, "features": encode(one)} for n, one in numbered.items()
    ]
    _kept(archive).put(numbered)
    keys = [{"number": n, "key": key} for n, one in numbered.items() for key in keys_of(one)]
    archive.insert({"utterances": rows, "utterance_keys": keys})
    return numbered


def _settle(archive: Archive, new: Mapping[int, Utterance]) -> None:
    pairs = [(row["new"], row["old"]) for row in archive.select(NEAR, [min(new)])]
    known = dict(new) | _utterances(archive, {old for _, old in pairs} - new.keys())
    matches = {pair: found for pair in pairs if (found := match(known[pair[0]], known[pair[1]]))}
    where = _where(archive, {number for pair in matches for number in pair})
    rows: list[Row] = []
    for pair, found in sorted(matches.items(), key=lambda item: (-item[1].score, item[0])):
        rows += _joined(archive, pair, found, known, where)
    archive.insert({"saying_reports": rows})


def _joined(archive: Archive, pair: Pair, found: Match, known: Mapping[int, Utterance], where: dict[int, str]) -> list[Row]:
    """The rows that this match adds; one that would put together two sayings is passed over."""
    older = min(pair)
    placed = [number for number in pair if number in where]
    if len(placed) == 2:
        return []
    if placed:
        added = next(number for number in pair if number not in where)
        where[added] = where[placed[0]]
        return [_row(where[added], added, known[added], found.score, f"{found.reason}; with {known[placed[0]].statement}")]
    newer = max(pair)
    saying = content_id("say", known[older].statement)
    where |= {older: saying, newer: saying}
    reason = f"{found.reason}; with {known[older].statement}"
    return [_row(saying, older, known[older], 1.0, FIRST), _row(saying, newer, known[newer], found.score, reason)]


def _row(saying: str, number: int, one: Utterance, score: float, reason: str) -> Row:
    return {
        "saying": saying, "number": number, "article": one.article, "statement": one.statement, "score": score, "reason": reason,
    }  # fmt: skip


def _utterances(archive: Archive, numbers: Collection[int]) -> dict[int, Utterance]:
    query = "SELECT number, features FROM utterances WHERE number IN (SELECT unnest(?))"
    return _kept(archive).get(
        numbers, lambda missing: {row["number"]: decode(row["features"]) for row in archive.select(query, [missing])}
    )


def _kept(archive: Archive) -> Kept[int, Utterance]:
    return archive.memory.of("utterances", KEPT)


def _where(archive: Archive, numbers: Collection[int]) -> dict[int, str]:
    query = "SELECT number, saying FROM saying_reports WHERE number IN (SELECT unnest(?))"
    return {row["number"]: row["saying"] for row in archive.select(query, [list(numbers)])} if numbers else {}
