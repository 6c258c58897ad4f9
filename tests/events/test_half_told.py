"""Deeds of which one side is missing while their sentence names a party that may be it are left out."""

import pytest

import dateline


def told(text):
    return {event.type for event in dateline.read(text, published="2018-05-10", model=False).events}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("After the strike on Somalia, Kenya called for calm.", "ASSAULT"),
        ("A bombing in Somalia drew praise from Kenya.", "ASSAULT"),
        ("Two Somalis were jailed as Kenya looked on.", "COERCE"),
        ("Kenya threatened action while Uganda and Somalia held talks.", "THREATEN"),
    ],
)
def test_the_other_side_may_be_the_party_beside(text, kind):
    assert kind not in told(text)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Kenya denounced Uganda over its strike on Somalia.", "ASSAULT"),
        ("The strike on a Somali base killed two.", "ASSAULT"),
        ("Kenya bombed the port as Uganda looked on.", "ASSAULT"),
        ("Two Somalis were jailed.", "COERCE"),
        ("Two Somalis were jailed by Kenya as Uganda looked on.", "COERCE"),
        ("Kenya threatened action.", "THREATEN"),
        ("Kenya criticised the plan as Uganda and Somalia held talks.", "ACCUSE"),
    ],
)
def test_where_both_are_told_or_nobody_is_beside_the_deed_stays(text, kind):
    assert kind in told(text)
