"""Bringing the sayings of an archive up to date after articles were added: only what they quote is compared."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence

from dateline.archive.archive import Archive
from dateline.contract import from_json
from dateline.corroboration.sayings import store
from dateline.corroboration.sayings.decision_store import wishes
from dateline.corroboration.sayings.regrouping import regroup
from dateline.corroboration.sayings.settling import settle
from dateline.corroboration.sayings.store import Pair
from dateline.corroboration.sayings.utterance import utterances_of
from dateline.records import Reading

AT_ONCE = 64


def bring_up_to_date(archive: Archive, articles: Sequence[str], readings: Iterable[Reading] | None = None) -> None:
    """Compare the statements of these articles with the archive's, and store which quote one utterance.

    `readings` of the articles spare reading them from the archive. Belongs into the transaction that adds the articles.
    """
    with archive.transaction():
        store.forget(archive, articles)
        told = readings if readings is not None else _stored(archive, articles)
        new = store.add_utterances(archive, [one for reading in told for one in utterances_of(reading)])
        if new:
            settle(archive, new, wishes(archive))


def correct(archive: Archive, before: Sequence[Reading], after: Sequence[Reading]) -> None:
    """Compare anew what is told otherwise of articles since they were corrected; all other statements stay where they stand."""
    old, new = ({one.statement: one for reading in readings for one in utterances_of(reading)} for readings in (before, after))
    touched = {statement for statement in old.keys() | new.keys() if old.get(statement) != new.get(statement)}
    with archive.transaction():
        store.drop_utterances(archive, list(store.numbers_of(archive, touched).values()))
        again = store.add_utterances(archive, [one for statement, one in new.items() if statement in touched])
        if again:
            settle(archive, again, wishes(archive))


def resettle(archive: Archive, numbers: Collection[int], undone: Sequence[Pair] = ()) -> None:
    """Work out anew the sayings with these utterances, from single statements, after a user's decision.

    `undone` are pairs that a user kept apart till now: they are compared anew as what once was one saying.
    """
    with archive.transaction():
        before = store.take_apart(archive, numbers)
        again, wanted = store.utterances(archive, before), wishes(archive)
        before |= _as_one(undone, before)
        if again:
            regroup(archive, again, before, wanted)
            settle(archive, again, wanted)
        store.drop_those_of_one_article(archive)


def _as_one(undone: Sequence[Pair], before: Mapping[int, str]) -> dict[int, str]:
    """These in the saying in which most of those stand that stayed."""
    stayed = Counter(before[stayer] for stayer, _ in undone).most_common(1)
    return {number: saying for saying, _ in stayed for pair in undone for number in pair}


def renew(archive: Archive) -> None:
    """Compare the statements of articles that were added before there were sayings."""
    query = """SELECT id FROM articles WHERE id IN (SELECT article FROM statements WHERE speaker IS NOT NULL)
        AND id NOT IN (SELECT article FROM utterances) ORDER BY number"""
    waiting = [row["id"] for row in archive.select(query)]
    for start in range(0, len(waiting), AT_ONCE):
        bring_up_to_date(archive, waiting[start : start + AT_ONCE])


def _stored(archive: Archive, articles: Sequence[str]) -> Iterable[Reading]:
    rows = archive.select("SELECT contract FROM readings WHERE article IN (SELECT unnest(?))", [list(articles)])
    return (from_json(row["contract"]) for row in rows)
