from datetime import date

from tests.crisis import EGYPT, SUDAN, crisis, draft

from dateline.analysis.corpus import Corpus
from dateline.analysis.passing_on import most_relayed, passing_on


def test_copies_and_chains_make_an_outlet_one_that_passes_on():
    found = {one.outlet: one for one in passing_on(crisis())}
    assert set(found) == {"Delta Daily", "Khartoum Star"}
    assert found["Delta Daily"].copies == 1
    assert found["Khartoum Star"].passed_on == 4
    assert found["Khartoum Star"].via == ("Horn Wire",)
    assert found["Khartoum Star"].example is not None


def test_the_agencies_that_others_pass_on():
    (wire,) = most_relayed(crisis(), 3)
    assert (wire.outlet, wire.others, wire.records) == ("Horn Wire", 1, 4)


def test_an_agencys_credit_makes_a_text_the_agencys():
    d = draft("Delta Daily", date(2025, 5, 2), "Talks", "CAIRO (AP) — Egypt met Sudan.")
    (found,) = passing_on(Corpus((d.reading(events=(d.event("CONSULT", "met", (EGYPT, SUDAN)),)),)))
    assert (found.copies, found.via) == (1, ("AP",))


def test_one_outlet_under_two_names_passes_on_nobody():
    d = draft("CNN (Web News)", date(2025, 5, 2), "Talks", "Egypt met Sudan, CNN has learned.")
    event = d.event("CONSULT", "met", (EGYPT, SUDAN), reported_by=("CNN",))
    corpus = Corpus((d.reading(events=(event,)),))
    assert (passing_on(corpus), most_relayed(corpus, 3)) == ((), ())
