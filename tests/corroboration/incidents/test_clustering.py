"""Clusters are disjoint, hold what belongs together, and never what is barred or impossible."""

from hypothesis import given
from hypothesis import strategies as st

from dateline.corroboration.incidents.clustering import LINK, Clusters, Join
from dateline.corroboration.verdict import Verdict

SIZE = 7
PAIRS = [(a, b) for a in range(SIZE) for b in range(a)]
ODDS = st.lists(st.one_of(st.none(), st.floats(-8, 5)), min_size=len(PAIRS), max_size=len(PAIRS))


def clustered(odds, apart=frozenset()):
    known = dict(zip(PAIRS, odds, strict=True))
    verdicts = {pair: None if value is None else Verdict(value, ("any_two",), "incident") for pair, value in known.items()}
    clusters = Clusters([{n} for n in range(SIZE)], apart, {n: (False, False, n, str(n)) for n in range(SIZE)})
    likely = [Join(pair, v) for pair, v in verdicts.items() if v is not None and v.odds >= LINK]
    clusters.join(likely, lambda a, b: verdicts[max(a, b), min(a, b)])
    return clusters.groups(), verdicts


@given(ODDS)
def test_groups_are_disjoint_and_complete_and_hold_no_impossible_pair(odds):
    groups, verdicts = clustered(odds)
    assert sorted(n for group in groups for n in group) == list(range(SIZE))
    for group in groups:
        assert all(verdicts[pair] is not None for pair in PAIRS if group >= set(pair))


@given(ODDS, st.sets(st.sampled_from(PAIRS)))
def test_what_is_barred_is_never_together(odds, barred):
    groups, _ = clustered(odds, frozenset(map(frozenset, barred)))
    assert not any(group >= set(pair) for group in groups for pair in barred)


def test_a_third_never_brings_two_days_together():
    odds = dict.fromkeys(PAIRS, -9.0) | {(1, 0): 3.0, (2, 1): 3.0, (2, 0): None}
    groups, _ = clustered([odds[pair] for pair in PAIRS])
    assert not any(group >= {0, 2} for group in groups)
