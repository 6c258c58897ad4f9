"""News from look to look: what wakes somebody, and what does not."""

from datetime import date, datetime, timedelta

import pytest
from tests.analysis.news.archives import Looker, added
from tests.corroboration.telling import KEBEDE, told
from tests.crisis import crisis

from dateline.analysis.news.changes import Threshold
from dateline.analysis.news.finding import Asked, _decision_items, news_since_day
from dateline.analysis.news.watch import Watch
from dateline.archive import CopyRelation, open_archive
from dateline.archive.clock import utc_now
from dateline.archive.decisions_of_people import OfPeople
from dateline.corroboration.incidents import deciding, incidents

RAID = "Ethiopian forces [raided] a customs post near Humera at dawn on Sunday, Sudan said."
FIRST = told("BBC", 10, RAID)
SECOND = told("AFP", 11, "Sudan says that troops from Ethiopia [attacked] its customs post near Humera on Sunday.")
PASSED_ON = told(
    "Nile Post", 11, "Troops from Ethiopia [attacked] the customs post near Humera on Sunday, the BBC reported.", chain=("BBC",),
    says=KEBEDE,
)  # fmt: skip
THIRD = told("RFI", 12, "The [raid] on the customs post near Humera on Sunday has shaken Sudan.")
OTHER = told("Reuters", 12, "Ethiopia [handed over] food to the people of Kassala.", type="AID", date=None)


def test_what_was_told_once_is_not_told_again(tmp_path):
    looker = Looker(added(tmp_path / "a.duckdb", FIRST))
    assert looker.items() == [("appeared", "ASSAULT", ())]
    assert looker.look().items == ()


def test_another_outlet_is_a_gained_origin(tmp_path):
    looker = Looker(added(tmp_path / "a.duckdb", FIRST))
    looker.look()
    added(tmp_path / "a.duckdb", SECOND)
    assert looker.items() == [("origin", "ASSAULT", ("+ AFP",))]
    assert looker.look().items == ()


def test_an_echo_wakes_nobody(tmp_path):
    looker = Looker(added(tmp_path / "a.duckdb", FIRST))
    looker.look()
    copy = told("Delta Daily", 11, RAID)
    added(tmp_path / "a.duckdb", copy, PASSED_ON)
    with open_archive(tmp_path / "a.duckdb") as archive:
        archive.add_copies([CopyRelation(copy.article.id, FIRST.article.id, 1.0, "too short to be found")])
        assert [len(one.reports) for one in incidents(archive)] == [3]
    assert looker.look().items == ()


def test_a_threshold_on_origins_holds_an_incident_back_until_another_outlet_vouches(tmp_path):
    looker = Looker(added(tmp_path / "a.duckdb", FIRST), Asked(threshold=Threshold(2)))
    assert looker.look().items == ()
    added(tmp_path / "a.duckdb", SECOND)
    (item,) = looker.look().items
    assert (item.kind, set(item.origins)) == ("appeared", {"BBC", "AFP"})


def test_a_claim_that_another_outlet_tells_as_a_fact_has_changed(tmp_path):
    claim = told("BBC", 10, "Ethiopian forces [raided] a customs post near Humera at dawn on Sunday.", factuality="claimed")
    looker = Looker(added(tmp_path / "a.duckdb", claim))
    looker.look()
    added(tmp_path / "a.duckdb", SECOND)
    assert looker.items() == [("changed", "ASSAULT", ("claimed → actual", "+ AFP"))]


def test_a_threshold_on_factuality(tmp_path):
    claim = told("BBC", 10, "Ethiopian forces [raided] a customs post near Humera at dawn on Sunday.", factuality="claimed")
    looker = Looker(added(tmp_path / "a.duckdb", claim), Asked(threshold=Threshold(1, frozenset({"actual"}))))
    assert looker.look().items == ()
    added(tmp_path / "a.duckdb", SECOND)
    assert looker.items() == [("appeared", "ASSAULT", ("claimed → actual",))]


def test_a_denial_is_news(tmp_path):
    looker = Looker(added(tmp_path / "a.duckdb", FIRST))
    looker.look()
    denial = told(
        "AFP", 11, "Ethiopia denied that its forces [raided] a customs post near Humera at dawn on Sunday.", factuality="denied"
    )
    added(tmp_path / "a.duckdb", denial)
    assert looker.items() == [("changed", "ASSAULT", ("now disputed",))]


def test_a_decision_of_a_user_corrects(tmp_path):
    looker = Looker(added(tmp_path / "a.duckdb", FIRST, SECOND))
    looker.look()
    with open_archive(tmp_path / "a.duckdb") as archive:
        (one,) = incidents(archive)
        deciding.split(archive, one.id, [one.reports[1].event], "another post")
    found = looker.items()
    assert {kind for kind, _, _ in found} == {"corrected"}
    assert all("split: another post" in what for _, _, what in found)


def test_a_new_reading_of_old_articles_is_counted_and_not_told(tmp_path):
    looker = Looker(added(tmp_path / "a.duckdb", FIRST, OTHER))
    looker.look()
    with open_archive(tmp_path / "a.duckdb") as archive:
        archive.execute("UPDATE articles SET added_at = added_at + INTERVAL 1 DAY WHERE id = ?", [FIRST.article.id])
    news = looker.look()
    assert (news.items, news.read_anew) == ((), 1)


@pytest.mark.parametrize(
    ("watch", "deeds"),
    [
        (Watch(), {"ASSAULT", "AID"}),
        (Watch(actors=("Sudan",)), {"ASSAULT", "AID"}),
        (Watch(actors=("Egypt",)), set()),
        (Watch(pairs=(("Ethiopia", "Sudan"),)), {"ASSAULT", "AID"}),
        (Watch(pairs=(("Egypt", "Sudan"),)), set()),
        (Watch(words=("customs  post",)), {"ASSAULT"}),
        (Watch(words=("post customs",)), set()),
        (Watch(words=("Kassala",)), {"AID"}),
    ],
)
def test_what_is_watched(tmp_path, watch, deeds):
    looker = Looker(added(tmp_path / "a.duckdb", FIRST, OTHER), Asked(watch))
    assert {deed for _, deed, _ in looker.items()} == deeds


def test_positions_and_statements_that_are_watched(tmp_path):
    wire, copy, reactions, echo, talks = crisis().readings
    looker = Looker(added(tmp_path / "a.duckdb", wire), Asked(Watch(actors=("Amal Idris",), proposals=("filling of the dam",))))
    assert [deed for _, deed, _ in looker.items("position")] == ["oppose"]
    added(tmp_path / "a.duckdb", copy)
    assert looker.look().items == ()
    added(tmp_path / "a.duckdb", talks)
    items = looker.look().items
    assert [(i.kind, i.deed, i.what) for i in items if i.subject == "position"] == [
        ("changed", "conditional", ("oppose → conditional",))
    ]
    assert {i.deed for i in items if i.subject == "statement"} == {"offer", "say"}
    assert reactions.article.id != echo.article.id


def test_since_a_day_goes_by_when_articles_were_first_read(tmp_path):
    path = added(tmp_path / "a.duckdb", FIRST)
    with open_archive(path) as archive:
        archive.execute("UPDATE ledger SET read_at = read_at - INTERVAL 10 DAY")
    added(path, SECOND, OTHER)
    today = utc_now().date()
    with open_archive(path, read_only=True) as archive:
        recent = news_since_day(archive, today - timedelta(days=1), Asked())[0]
        old = news_since_day(archive, date(2020, 1, 1), Asked())[0]
    assert [(i.kind, i.deed) for i in recent.items] == [("appeared", "AID"), ("origin", "ASSAULT")]
    assert {(i.kind, i.deed) for i in old.items} == {("appeared", "AID"), ("appeared", "ASSAULT")}


def test_the_same_news_has_the_same_guid(tmp_path):
    path = added(tmp_path / "a.duckdb", FIRST, OTHER)
    one, other = Looker(path).look(), Looker(path).look()
    guids = [item.guid for item in one.items]
    assert guids == [item.guid for item in other.items]
    assert len(set(guids)) == 2


def test_a_decision_over_several_reports_is_told_once(tmp_path):
    looker = Looker(added(tmp_path / "a.duckdb", FIRST, SECOND, THIRD), Asked(threshold=Threshold(standings=frozenset())))
    looker.look()
    with open_archive(tmp_path / "a.duckdb") as archive:
        one = max(incidents(archive), key=lambda one: len(one.reports))
        made = deciding.split(archive, one.id, [one.reports[1].event], "another post")
        assert len(made) > 1
    found = looker.look().items
    assert [item.id for item in found if item.subject == "decision"] == [f"incident_decisions:{made[0].number}"]


def test_another_decision_in_the_same_words_is_told_too():
    def decision(number):
        return OfPeople(f"corrections:{number}", "corrections", frozenset(), "confirm: read", datetime(2025, 3, 1), {})

    (item,) = _decision_items([decision(1), decision(2)], {"corrections:1"})
    assert item.id == "corrections:2"
