"""The rows of sayings in an archive: utterances, their keys, and which of them are one."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from dateline.archive.archive import Archive
from dateline.archive.memory import Kept
from dateline.corroboration.sayings.likeness import WEEKS
from dateline.corroboration.sayings.utterance import Utterance, decode, encode, keys_of
from dateline.records import content_id

FIRST = "the first article that quotes it"
KEPT = 1 << 15
"""Statements that are kept in memory: those of about a month at 50 articles a day."""
FAR_KEYS = 4
"""Keys that statements must share that lie further apart than a wording of medium length is known again; a long one has more."""
NEAR = f"""
SELECT DISTINCT greatest(mine.number, other.number) AS new, least(mine.number, other.number) AS old
FROM utterance_keys AS mine JOIN utterance_keys AS other ON mine.key = other.key
WHERE mine.number BETWEEN $2 AND $3 AND mine.number IN (SELECT unnest($1)) AND other.number <> mine.number
GROUP BY mine.number, other.number
HAVING count(*) >= {FAR_KEYS} OR coalesce(min(abs(mine.published - other.published)), 0) <= {WEEKS}
"""
Row = dict[str, Any]
Pair = tuple[int, int]


def forget(archive: Archive, articles: Collection[str]) -> None:
    """Take out what an earlier reading of these articles left behind."""
    query = "SELECT number FROM utterances WHERE article IN (SELECT unnest(?))"
    if traced := archive.first_stored.traced(articles, "sayings"):
        drop_utterances(archive, [row["number"] for row in archive.select(query, [traced])])


def drop_utterances(archive: Archive, numbers: Sequence[int]) -> None:
    """Take out these utterances, and sayings of which one article is left."""
    if not numbers:
        return
    _kept(archive).drop(numbers)
    for table in ("utterance_keys", "utterances", "saying_reports"):
        archive.execute(f"DELETE FROM {table} WHERE number IN (SELECT unnest(?))", [list(numbers)])
    drop_those_of_one_article(archive)


def drop_those_of_one_article(archive: Archive) -> None:
    """Take apart what is quoted by one article alone."""
    archive.execute(
        """DELETE FROM saying_reports WHERE saying IN (
            SELECT saying FROM saying_reports GROUP BY saying HAVING count(DISTINCT article) < 2)"""
    )


def add_utterances(archive: Archive, new: Sequence[Utterance]) -> dict[int, Utterance]:
    """Store utterances with their keys; they come back by number."""
    last = archive.select("SELECT coalesce(max(number), 0) AS last FROM utterances")[0]["last"]
    numbered = dict(enumerate(new, start=last + 1))
    rows = [
        {"number": n, "article": one.article, "statement": one.statement, "features": encode(one)} for n, one in numbered.items()
    ]
    _kept(archive).put(numbered)
    archive.insert({"utterances": rows})
    _add_keys(archive, numbered)
    return numbered


def _add_keys(archive: Archive, numbered: Mapping[int, Utterance]) -> None:
    days = {n: date.fromordinal(one.published) if one.published is not None else None for n, one in numbered.items()}
    keys = {n: keys_of(one) for n, one in numbered.items()}
    columns: dict[str, list[Any]] = {
        "number": [n for n, found in keys.items() for _ in found],
        "key": [key for found in keys.values() for key in found],
        "published": [days[n] for n, found in keys.items() for _ in found],
    }
    archive.insert_columns("utterance_keys", columns)


def near(archive: Archive, numbers: Collection[int]) -> list[Pair]:
    """Pairs of one of these utterances with another that shares a key, several where they lie far apart; the newer one first."""
    found = archive.columns(NEAR, [list(numbers), min(numbers), max(numbers)])
    return list(zip(found["new"].tolist(), found["old"].tolist(), strict=True))


def utterances(archive: Archive, numbers: Collection[int]) -> dict[int, Utterance]:
    """These utterances by number."""
    query = "SELECT number, features FROM utterances WHERE number IN (SELECT unnest(?))"
    return _kept(archive).get(
        numbers, lambda missing: {row["number"]: decode(row["features"]) for row in archive.select(query, [missing])}
    )


def numbers_of(archive: Archive, statements: Collection[str]) -> dict[str, int]:
    """For each of these statements, as far as they are compared, the number of its utterance."""
    query = "SELECT statement, number FROM utterances WHERE statement IN (SELECT unnest(?))"
    return {row["statement"]: row["number"] for row in archive.select(query, [list(statements)])}


def saying_of(archive: Archive, numbers: Collection[int]) -> dict[int, str]:
    """For those of these utterances that stand in a saying, which."""
    query = "SELECT number, saying FROM saying_reports WHERE number IN (SELECT unnest(?))"
    return {row["number"]: row["saying"] for row in archive.select(query, [list(numbers)])} if numbers else {}


def take_apart(archive: Archive, numbers: Collection[int]) -> dict[int, str]:
    """Take apart the sayings with these utterances; gives back for all their utterances, and these, in which each stood.

    One that stood by itself has a name of its own.
    """
    sayings = list(set(saying_of(archive, numbers).values()))
    rows = archive.select("SELECT number, saying FROM saying_reports WHERE saying IN (SELECT unnest(?))", [sayings])
    archive.execute("DELETE FROM saying_reports WHERE saying IN (SELECT unnest(?))", [sayings])
    return {number: f"alone {number}" for number in numbers} | {row["number"]: row["saying"] for row in rows}


def new_id(archive: Archive, statement: str, used: Collection[str], standing: Collection[str] | None = None) -> str:
    """The id of a saying that this statement opens; where an earlier reading of it opened one that still stands, another.

    `standing` are those of the `first_ids` that stand, if that was asked of many at once.
    """
    (saying,), number = first_ids([statement]), 1
    taken = bool(_standing(archive, [saying])) if standing is None else saying in standing
    while saying in used or taken:
        number += 1
        saying = content_id("say", statement, number)
        taken = bool(_standing(archive, [saying]))
    return saying


def first_ids(statements: Iterable[str]) -> list[str]:
    """The ids of sayings that these statements open if none of that id stands."""
    return [content_id("say", statement) for statement in statements]


def those_standing(archive: Archive, statements: Iterable[str]) -> set[str]:
    """Which of the first ids of these statements stand."""
    return _standing(archive, first_ids(statements))


def _standing(archive: Archive, sayings: Sequence[str]) -> set[str]:
    query = "SELECT DISTINCT saying FROM saying_reports WHERE saying IN (SELECT unnest(?))"
    return {row["saying"] for row in archive.select(query, [list(sayings)])} if sayings else set()


def move(archive: Archive, others: Collection[str], saying: str, reason: str) -> None:
    """Make the reports of other sayings reports of this one; those that opened them get a reason instead."""
    archive.execute(
        "UPDATE saying_reports SET saying = $1, reason = CASE WHEN reason = $3 THEN $4 ELSE reason END "
        "WHERE saying IN (SELECT unnest($2))",
        [saying, list(others), FIRST, reason],
    )


def add_reports(archive: Archive, rows: list[Row]) -> None:
    """Enter which utterances stand in which sayings."""
    archive.insert({"saying_reports": rows})


def row(saying: str, number: int, one: Utterance, score: float, reason: str) -> Row:
    """A row of saying_reports."""
    return {
        "saying": saying, "number": number, "article": one.article, "statement": one.statement, "score": score, "reason": reason,
    }  # fmt: skip


def _kept(archive: Archive) -> Kept[int, Utterance]:
    return archive.memory.of("utterances", KEPT)
