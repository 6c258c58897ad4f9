"""States of an archive survive being kept as text."""

from hypothesis import given
from hypothesis import strategies as st

from dateline.analysis.news.state import IncidentState, State, Vouching, from_json

NAMES = st.lists(st.text(max_size=5), max_size=3).map(tuple)
INCIDENTS = st.builds(
    IncidentState, st.frozensets(st.text(max_size=5), max_size=3), st.text(max_size=5), st.text(max_size=5), st.booleans(),
    st.text(max_size=5), NAMES, NAMES, st.text(max_size=5), st.none() | st.builds(Vouching, NAMES, NAMES),
)  # fmt: skip
STATES = st.builds(
    State, st.frozensets(st.text(max_size=5)), st.dictionaries(st.text(max_size=5), INCIDENTS, max_size=4),
    st.dictionaries(st.text(max_size=5), NAMES, max_size=4), st.frozensets(st.text(max_size=5)),
)  # fmt: skip


@given(STATES)
def test_a_state_comes_back_equal(state):
    assert from_json(state.to_json()) == state
