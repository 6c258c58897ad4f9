from tests.crisis import crisis

from dateline.analysis.dyads import dyads
from dateline.analysis.timeline import incidents, tellings


def by_names():
    return {tuple(state.name for state in dyad.states): dyad for dyad in dyads(incidents(tellings(crisis())))}


def test_the_balance_sums_distinct_events_once():
    dyad = by_names()["Ethiopia", "Sudan"]
    assert dyad.balance == -5.0
    assert dyad.quad == (1, 0, 2, 0)
    assert dyad.most_telling.type == "REJECT"


def test_claims_denials_and_plans_do_not_count():
    types = {incident.type for dyad in by_names().values() for incident in dyad.incidents}
    assert types == {"REJECT", "ACCUSE", "SUPPORT", "CONSULT"}


def test_joint_talks_count_for_each_pair_and_coalitions_do_not_act_on_each_other():
    assert by_names()["Egypt", "Ethiopia"].balance == 1.0


def test_only_states_make_pairs():
    assert all(state.is_state for dyad in by_names().values() for state in dyad.states)
