"""Screening many pairs at once passes on what comparing them one by one does."""

from dataclasses import replace
from itertools import combinations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.corroboration.telling import told

from dateline.corroboration.incidents.account import accounts_of
from dateline.corroboration.incidents.clustering import LINK
from dateline.corroboration.incidents.screening import screened
from dateline.corroboration.incidents.weighing import may_be_one, weigh

(RAID,) = accounts_of(told("BBC", 10, "Ethiopian forces [raided] a customs post near Humera at dawn on Sunday, Sudan said."))
STATES = [f"state {number}" for number in range(200)]
OUTLINES = st.builds(
    lambda kind, reality, states: replace(RAID, type=kind, reality=reality, states=frozenset(states)),
    st.sampled_from(("ASSAULT", "COERCE", "CONSULT", "AGREE")),
    st.sampled_from(("told", "planned", "hypothetical")),
    st.lists(st.sampled_from(STATES), max_size=4),
)


@settings(max_examples=50, deadline=None)
@given(st.lists(OUTLINES, min_size=2, max_size=12))
def test_all_that_may_be_one_are_passed_on_by_what_they_are(found):
    accounts = dict(enumerate(found, start=7))
    pairs = [(b, a) for a, b in combinations(accounts, 2)]
    one, other = (np.array(side) for side in zip(*pairs, strict=True))
    passed = screened(one, other, accounts)
    likely = [(a, b) for a, b in pairs if may_be_one(accounts[a], accounts[b])]
    reality = {number: account.reality for number, account in accounts.items()}
    assert sorted(passed.alike) == sorted((a, b) for a, b in likely if reality[a] == reality[b])
    both = [*likely, *((b, a) for a, b in likely)]
    assert sorted(passed.deeds) == sorted((a, b) for a, b in both if (reality[a], reality[b]) == ("told", "planned"))


def test_nothing_is_passed_on_of_nothing():
    passed = screened(np.array([], dtype=np.int32), np.array([], dtype=np.int32), {})
    assert passed.alike == passed.deeds == []


@settings(max_examples=80, deadline=None)
@given(
    st.sampled_from((None, True, False)),
    st.sampled_from((10, 11, 14, 25)),
    st.sampled_from(("raided", "attacked", "shelled")),
    st.sampled_from((("a_egy",), ("a_sdn",), ())),
    st.sampled_from((LINK, 2.0, -1.0)),
)
def test_what_is_cut_short_could_not_reach_the_threshold(one_story, day, deed, targets, least):
    words = f"Sudan says that troops from Ethiopia [{deed}] its customs post near Humera on Sunday."
    (other,) = accounts_of(told("AFP", day, words, targets=targets))
    whole = weigh(RAID, other, one_story=one_story)
    short = weigh(RAID, other, one_story=one_story, at_least=least)
    assert short in (None, whole)
    assert (short is not None and short.odds >= least) == (whole is not None and whole.odds >= least)
