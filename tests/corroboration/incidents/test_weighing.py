"""Which two accounts tell one event: type, sides, time, words, and what keeps them apart."""

from datetime import date

import pytest
from tests.corroboration.telling import told

from dateline.corroboration.incidents.account import accounts_of
from dateline.corroboration.incidents.clustering import LINK
from dateline.corroboration.incidents.weighing import weigh
from dateline.records import DateInterval

RAID = "Ethiopian forces [raided] a customs post near Humera at dawn on Sunday, Sudan said."
SAME = "Sudan says that troops from Ethiopia [attacked] its customs post near Humera on Sunday."


def account(*where, **fields):
    (one,) = accounts_of(told(*where, **fields))
    return one


def odds(one, other):
    verdict = weigh(one, other)
    return -99.0 if verdict is None else verdict.odds


def day(number):
    return DateInterval(date(2025, 3, number), date(2025, 3, number))


def test_one_deed_in_other_words():
    verdict = weigh(account("BBC", 10, RAID), account("AFP", 11, SAME))
    assert verdict.odds >= LINK
    assert "the same day" in verdict.reason
    assert 0.5 < verdict.score < 1


@pytest.mark.parametrize(
    "other",
    [
        {"date": day(3)},
        {"sources": ("a_egy",)},
        {"targets": ("a_egy",)},
        {"type": "SUPPORT"},
        {"factuality": "planned"},
    ],
)
def test_another_day_or_side_or_type_or_a_plan_is_another_event(other):
    assert odds(account("BBC", 10, RAID), account("AFP", 11, SAME, **other)) < LINK


def test_a_denial_belongs_to_what_it_denies():
    claimed = account("BBC", 10, RAID)
    denied = account("AFP", 11, "Ethiopia denied that its forces [raided] a customs post near Humera.", factuality="denied")
    assert odds(claimed, denied) >= LINK


def test_a_plan_is_weighed_with_its_deed_only_when_asked_for():
    plan, deed = account("BBC", 8, RAID, factuality="planned"), account("AFP", 10, RAID)
    assert weigh(plan, deed) is None
    assert weigh(plan, deed, across=True).odds >= LINK


def test_what_is_dated_after_its_article_is_a_plan():
    assert account("BBC", 5, RAID).reality == "planned"
    assert account("BBC", 9, RAID).reality == "told"


def test_an_undated_account_fits_the_days_before_its_article():
    dated = account("BBC", 10, RAID)
    soon, late = (account("AFP", number, SAME, date=None) for number in (11, 31))
    assert odds(dated, soon) > odds(dated, late)


def test_two_deeds_of_one_sentence_are_two():
    body = "Ethiopia freed two engineers and [halted] the filling of a dam on the Nile."
    freed = account("BBC", 10, body.replace("[halted]", "halted").replace("freed", "[freed]"), type="RETREAT", targets=())
    halted = account("AFP", 10, body, type="CONCEDE", targets=())
    assert odds(freed, halted) < LINK


def test_the_first_test_is_not_the_second():
    first = account("BBC", 10, "Ethiopia carried out its first missile [test] near Mekelle.", type="MOBILIZE", targets=())
    second = account("AFP", 10, "Ethiopia carried out its second missile [test] near Mekelle.", type="MOBILIZE", targets=())
    assert (
        odds(first, second)
        < LINK
        <= odds(first, account("RFI", 10, "Ethiopia's first missile [test], near Mekelle.", type="MOBILIZE", targets=()))
    )


def test_weighing_has_no_direction():
    one, other = account("BBC", 10, RAID), account("AFP", 11, SAME, targets=())
    assert weigh(one, other).odds == weigh(other, one).odds
