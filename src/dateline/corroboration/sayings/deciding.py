"""What users decide about sayings: these statements quote one utterance, these do not; and taking a decision back."""

from __future__ import annotations

from collections.abc import Collection

from dateline.archive.archive import Archive
from dateline.archive.record_decisions import RecordKey
from dateline.corroboration.deciding import Deciding, Decisions, Whole
from dateline.corroboration.sayings import decision_store, store, updating
from dateline.errors import ArchiveError

MEANT = """
WITH placed AS (
    SELECT u.statement, r.saying, starts_with(u.statement, $1) OR starts_with(split_part(u.statement, '_', 2), $1) AS is_named,
        coalesce(starts_with(r.saying, $1) OR starts_with(split_part(r.saying, '_', 2), $1), false) AS is_in
    FROM utterances AS u LEFT JOIN saying_reports AS r ON r.number = u.number
)
SELECT DISTINCT coalesce(saying, statement) AS id, CASE WHEN is_named THEN statement END AS named
FROM placed WHERE is_named OR is_in
"""
MEMBERS = "SELECT article, statement AS id FROM saying_reports WHERE saying = ? ORDER BY statement IS DISTINCT FROM ?, number"
ALONE = "SELECT article, statement AS id FROM utterances WHERE statement = ?"


def merge(archive: Archive, a: str, b: str, because: str) -> Decisions:
    """Record a user's decision that two sayings, or statements by themselves, are one utterance; ids, or beginnings of ids.

    Raises ArchiveError where one is not known, both are one, or both stand in one article and nowhere else.
    """
    records = (*_found(archive, a).records, *_found(archive, b).records)
    if len(records) > 1 and len({record.article for record in records}) == 1:
        raise ArchiveError(f"{a} and {b} stand in one article (a saying is what several articles quote)")
    return _SAYINGS.merge(archive, a, b, because)


def _found(archive: Archive, words: str) -> Whole:
    """The saying that is meant by its id or that of a statement in it, the named one first; or a statement by itself."""
    found = archive.select(MEANT, [words.strip()])
    if len(found) != 1:
        why = f"{len(found)} sayings or statements have ids that begin with" if found else "no saying or statement has the id"
        hint = "`dateline statements list --reasons` shows them; a statement needs a speaker"
        raise ArchiveError(f"{archive.path}: {why} {words!r} ({hint})")
    saying, named = found[0]["id"], found[0]["named"]
    rows = archive.select(MEMBERS, [saying, named]) or archive.select(ALONE, [saying])
    return Whole(saying, tuple(RecordKey(row["article"], row["id"]) for row in rows))


def _resettle(archive: Archive, statements: Collection[str], undone: Decisions) -> None:
    numbers = store.numbers_of(archive, statements)
    splits = [(numbers[one.a], numbers[one.b]) for one in undone if one.kind == "split" and one.pair <= numbers.keys()]
    updating.resettle(archive, list(numbers.values()), splits)


_SAYINGS = Deciding("saying", "statements", decision_store.stored, _found, _resettle)
split, undo = _SAYINGS.split, _SAYINGS.undo
