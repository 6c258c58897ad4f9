"""Bringing the incidents of an archive up to date after articles were added.

Only the events of those articles are compared, each with those that share a key: adding k articles costs k.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator, Sequence

from dateline.archive.archive import Archive
from dateline.contract import from_json
from dateline.corroboration.incidents import membership, store
from dateline.corroboration.incidents.account import accounts_of
from dateline.corroboration.incidents.matching import Matching
from dateline.records import Reading

logger = logging.getLogger(__name__)

AT_ONCE = 64
"""Articles of an older archive that are compared and committed together."""


def bring_up_to_date(archive: Archive, articles: Sequence[str], readings: Iterable[Reading] | None = None) -> None:
    """Compare the events of these articles with the archive's, and store in which incident each stands.

    `readings` of the articles spare reading them from the archive. Belongs into the transaction that adds the articles, after
    the stories have been brought up to date.
    """
    with archive.transaction():
        store.forget(archive, articles)
        told = readings if readings is not None else _stored(archive, articles)
        new = [account for reading in told for account in accounts_of(reading)]
        if new:
            Matching(archive, store.add_accounts(archive, new)).settle()


def correct(archive: Archive, before: Sequence[Reading], after: Sequence[Reading]) -> None:
    """Compare anew what is told otherwise of articles since they were corrected; all other reports stay where they stand."""
    old, new = ({one.event: one for reading in readings for one in accounts_of(reading)} for readings in (before, after))
    touched = {event for event in old.keys() | new.keys() if old.get(event) != new.get(event)}
    with archive.transaction():
        store.drop_accounts(archive, list(store.numbers_of(archive, touched).values()))
        again = [account for event, account in new.items() if event in touched]
        if again:
            Matching(archive, store.add_accounts(archive, again)).settle()


def resettle(archive: Archive, numbers: Iterable[int]) -> None:
    """Work out anew the incidents with these accounts, from single reports, after a user's decision."""
    with archive.transaction():
        old = membership.whole_incidents_with(archive, list(numbers))
        accounts = store.accounts(archive, [number for members in old.values() for number in members])
        store.drop_reports(archive, old)
        if accounts:
            Matching(archive, accounts).settle()


def renew(archive: Archive) -> None:
    """Compare the events of articles that were added before there were incidents."""
    query = """SELECT id FROM articles WHERE id IN (SELECT article FROM events)
        AND id NOT IN (SELECT article FROM event_accounts) ORDER BY number"""
    waiting = [row["id"] for row in archive.select(query)]
    if waiting:
        logger.info("the events of %d articles are compared for the first time", len(waiting))
    for start in range(0, len(waiting), AT_ONCE):
        bring_up_to_date(archive, waiting[start : start + AT_ONCE])


def _stored(archive: Archive, articles: Sequence[str]) -> Iterator[Reading]:
    rows = archive.select("SELECT contract FROM readings WHERE article IN (SELECT unnest(?))", [list(articles)])
    return (from_json(row["contract"]) for row in rows)
