from datetime import date

from tests.crisis import EGYPT, SUDAN, crisis, draft, on, put_together

from dateline.analysis.corpus import Corpus
from dateline.analysis.dyads import dyads
from dateline.analysis.incidents import incidents


def by_names():
    return {tuple(state.name for state in dyad.states): dyad for dyad in dyads(incidents(crisis()))}


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


def test_the_balance_per_event_is_the_mean_of_the_weights():
    assert by_names()["Ethiopia", "Sudan"].mean == -1.7


def test_a_pair_without_weights_has_no_mean():
    d = draft("Nile Post", date(2025, 5, 2), "Words", "Egypt scolded Sudan.")
    (dyad,) = dyads(incidents(put_together(Corpus((d.reading(events=(d.event("ACCUSE", "scolded", (EGYPT,), (SUDAN,)),)),)))))
    assert dyad.mean is None


def test_the_most_telling_event_is_the_most_widely_told_one_not_the_gravest():
    words = "Egypt scolded Sudan. Egypt bombed Sudan."
    first, second = (draft(outlet, date(2025, 5, 2), "Words", words) for outlet in ("Nile Post", "Horn Wire"))
    scolded = [d.event("ACCUSE", "scolded", (EGYPT,), (SUDAN,), date=on(2025, 5, 1), goldstein=-2.0) for d in (first, second)]
    bombed = first.event("ASSAULT", "bombed", (EGYPT,), (SUDAN,), date=on(2025, 5, 1), goldstein=-10.0)
    readings = first.reading(events=(scolded[0], bombed)), second.reading(events=(scolded[1],))
    (dyad,) = dyads(incidents(put_together(Corpus(readings))))
    assert dyad.most_telling.type == "ACCUSE"
