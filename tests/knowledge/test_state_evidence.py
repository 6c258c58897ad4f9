"""Signs that somebody is of a state, weighed together."""

from dateline.knowledge.state_evidence import chances, likely_state

STRONG = frozenset({"any", "is:civil", "share:0.8", "named first", "around:alone", "sentence:alone", "below:in", "last actor"})
WEAK = frozenset({"any", "is:person", "without a role", "share:0", "named later", "around:others"})


def test_chances_leave_room_for_no_state() -> None:
    found = chances({"KEN": STRONG, "EGY": WEAK})
    assert 0 < found["EGY"] < found["KEN"] < 1
    assert sum(found.values()) < 1


def test_weak_signs_give_no_state() -> None:
    assert likely_state({"EGY": WEAK}) is None
    assert likely_state({}) is None


def test_unknown_signs_weigh_nothing() -> None:
    assert chances({"KEN": STRONG | {"no such sign"}}) == chances({"KEN": STRONG})


def test_of_two_equal_states_none_is_sure() -> None:
    assert likely_state({"KEN": STRONG, "EGY": STRONG}) is None
