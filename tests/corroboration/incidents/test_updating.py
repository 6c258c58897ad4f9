"""Incidents of an archive: found when articles are added, whatever the order, and kept when one is read again."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import permutations
from pathlib import Path

import pytest
from tests.corroboration.telling import told

from dateline.archive import Archive, open_archive
from dateline.corroboration.incidents import bring_up_to_date, deciding, incident, incidents, renew
from dateline.corroboration.incidents.decision_store import decisions
from dateline.corroboration.incidents.telling import Wanted
from dateline.corroboration.incidents.telling import told as shown
from dateline.errors import ArchiveError
from dateline.records import DateInterval

FIRST = told("BBC", 10, "Ethiopian forces [raided] a customs post near Humera at dawn on Sunday, Sudan said.")
SECOND = told("AFP", 11, "Sudan says that troops from Ethiopia [attacked] its customs post near Humera on Sunday.")
THIRD = told("RFI", 12, "The [raid] on the customs post near Humera on Sunday has shaken Sudan.")
OTHER = told(
    "BBC", 20, "Ethiopian forces [shelled] a market in Gallabat.", date=DateInterval(date(2025, 3, 19), date(2025, 3, 19))
)
PLAN = told("BBC", 7, "Ethiopia plans to [raid] a customs post near Humera on Sunday.", factuality="planned")


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with open_archive(tmp_path / "a.duckdb") as opened:
        yield opened


def add(archive: Archive, *readings) -> None:
    for one in readings:
        archive.add(one)
        bring_up_to_date(archive, [one.article.id])


def groups(archive: Archive) -> set[frozenset[str]]:
    return {frozenset(one.articles) for one in incidents(archive)}


def ids(*readings) -> frozenset[str]:
    return frozenset(reading.article.id for reading in readings)


def test_three_articles_tell_one_incident_in_any_order(tmp_path):
    for number, order in enumerate(permutations((FIRST, SECOND, THIRD, OTHER))):
        with open_archive(tmp_path / f"{number}.duckdb") as archive:
            add(archive, *order)
            assert groups(archive) == {ids(FIRST, SECOND, THIRD), ids(OTHER)}


def test_each_report_has_a_score_and_a_reason(archive):
    add(archive, FIRST, SECOND)
    (one,) = incidents(archive)
    opened, joined = one.reports
    assert (opened.score, opened.reason) == (1.0, "the first report of it")
    assert 0.5 < joined.score < 1
    assert joined.reason.endswith(f"with {opened.event}")
    assert (one.type, one.sources, one.targets, one.when.start) == ("ASSAULT", ("ETH",), ("SDN",), date(2025, 3, 9))


def test_a_second_reading_leaves_nothing_behind(archive):
    add(archive, FIRST, SECOND, replace(FIRST, events=()))
    assert groups(archive) == {ids(SECOND)}
    add(archive, SECOND, SECOND)
    assert archive.select("SELECT count(*) AS n FROM incident_reports")[0]["n"] == 1
    orphans = "SELECT count(*) AS n FROM event_account_keys WHERE number NOT IN (SELECT number FROM event_accounts)"
    assert archive.select(orphans)[0]["n"] == 0


def test_a_plan_is_linked_with_its_deed_and_not_merged(archive):
    add(archive, PLAN, FIRST)
    plan, deed = sorted(incidents(archive), key=lambda one: one.reality)
    (link,) = archive.select("SELECT * FROM incident_links")
    assert (link["incident"], link["other"], link["kind"]) == (deed.id, plan.id, "deed_of")
    assert groups(archive) == {ids(PLAN), ids(FIRST)}


def test_articles_added_before_there_were_incidents(archive):
    archive.add(FIRST, SECOND)
    renew(archive)
    assert groups(archive) == {ids(FIRST, SECOND)}


def test_a_split_holds_also_when_more_is_added_and_can_be_undone(archive):
    add(archive, FIRST, SECOND)
    (one,) = incidents(archive)
    made = deciding.split(archive, one.id, [SECOND.events[0].id], "another post")
    assert groups(archive) == {ids(FIRST), ids(SECOND)}
    add(archive, THIRD)
    assert not any(group >= ids(FIRST, SECOND) for group in groups(archive))
    deciding.undo(archive, made[0].number)
    assert groups(archive) == {ids(FIRST, SECOND, THIRD)}


def test_a_merge_holds_also_when_an_article_is_read_again(archive):
    add(archive, FIRST, OTHER)
    a, b = incidents(archive)
    deciding.merge(archive, a.id, b.id[:10], "one campaign")
    assert groups(archive) == {ids(FIRST, OTHER)}
    add(archive, OTHER)
    assert groups(archive) == {ids(FIRST, OTHER)}
    deciding.undo(archive, 1)
    assert groups(archive) == {ids(FIRST), ids(OTHER)}
    assert [one.stands for one in decisions(archive)] == [False]


def test_what_cannot_be_decided(archive):
    add(archive, FIRST)
    (one,) = incidents(archive)
    with pytest.raises(ArchiveError, match="one incident already"):
        deciding.merge(archive, one.id, one.id, "why")
    with pytest.raises(ArchiveError, match="at least one report must stay"):
        deciding.split(archive, one.id, [], "why")
    with pytest.raises(ArchiveError, match="no incident has the id"):
        incident(archive, "inc_0000")
    with pytest.raises(ArchiveError, match="no decision has the number 7"):
        deciding.undo(archive, 7)


def test_what_is_asked_for(archive):
    add(archive, FIRST, SECOND, OTHER)
    assert len(shown(archive, Wanted(about="Sudan"))) == 2
    assert not shown(archive, Wanted(about="Chad"))
    assert [one.incident.articles for one in shown(archive, Wanted(since=date(2025, 3, 15)))] == [(OTHER.article.id,)]
    (two,) = shown(archive, Wanted(origins=2))
    assert two.outlets == ("BBC", "AFP")


@pytest.mark.parametrize("forgetting", [False, True])
def test_what_is_kept_in_memory_changes_nothing(archive: Archive, forgetting: bool) -> None:
    for one in (FIRST, SECOND, OTHER, PLAN, replace(SECOND, events=()), SECOND, THIRD):
        add(archive, one)
        if forgetting:
            archive.memory.clear()
    found = {frozenset(report.event for report in one.reports) for one in incidents(archive)}
    assert {event.id for reading in (FIRST, SECOND, THIRD) for event in reading.events} in found
    assert len(found) == 3


def test_a_merge_after_a_split_brings_all_together_again(archive):
    add(archive, FIRST, SECOND, THIRD)
    (one,) = incidents(archive)
    deciding.split(archive, one.id, [THIRD.events[0].id], "another raid")
    assert groups(archive) == {ids(FIRST, SECOND), ids(THIRD)}
    deciding.merge(archive, *(one.id for one in incidents(archive)), "it is one after all")
    assert groups(archive) == {ids(FIRST, SECOND, THIRD)}


def test_a_decision_is_undone_also_where_the_event_has_another_id_by_now(archive):
    add(archive, FIRST, SECOND)
    deciding.split(archive, incidents(archive)[0].id, [SECOND.events[0].id], "another post")
    add(archive, replace(SECOND, events=(replace(SECOND.events[0], id="ev_anew"),)))
    assert groups(archive) == {ids(FIRST), ids(SECOND)}
    deciding.undo(archive, 1)
    assert groups(archive) == {ids(FIRST, SECOND)}


@pytest.mark.parametrize("forgetting", [False, True])
def test_what_opened_an_incident_leaves_it_when_it_is_read_otherwise(archive, forgetting):
    add(archive, FIRST, SECOND)
    (event,) = FIRST.events
    day = DateInterval(date(2025, 2, 20), date(2025, 2, 20))
    other = replace(FIRST, events=(replace(event, type="AID", sources=event.targets, targets=event.sources, date=day),))
    add(archive, other)
    if forgetting:
        archive.memory.clear()
    assert groups(archive) == {ids(FIRST), ids(SECOND)}
    assert {one.type for one in incidents(archive)} == {"AID", "ASSAULT"}
    add(archive, THIRD)
    assert groups(archive) == {ids(FIRST), ids(SECOND, THIRD)}
    add(archive, FIRST)
    assert groups(archive) == {ids(FIRST, SECOND, THIRD)}
