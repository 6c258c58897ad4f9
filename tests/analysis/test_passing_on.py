from tests.crisis import crisis

from dateline.analysis.passing_on import most_relayed, passing_on


def test_copies_and_chains_make_an_outlet_one_that_passes_on():
    found = {one.outlet: one for one in passing_on(crisis())}
    assert set(found) == {"Delta Daily", "Khartoum Star"}
    assert found["Delta Daily"].copies == 1
    assert found["Khartoum Star"].passed_on == 3
    assert found["Khartoum Star"].via == ("Horn Wire",)
    assert found["Khartoum Star"].example is not None


def test_the_agencies_that_others_pass_on():
    (wire,) = most_relayed(crisis(), 3)
    assert (wire.outlet, wire.others, wire.records) == ("Horn Wire", 1, 3)
