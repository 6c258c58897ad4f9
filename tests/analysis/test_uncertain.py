from datetime import date

from tests.crisis import ANALYST, EGYPT, ETHIOPIA, IDRIS, SUDAN, crisis, draft, on, put_together

from dateline.analysis.corpus import Corpus
from dateline.analysis.incidents import incidents
from dateline.analysis.uncertain import claimed, denied, planned


def of(*readings):
    return incidents(put_together(Corpus(readings) if readings else crisis()))


def test_the_crisis():
    assert [i.type for i in claimed(of())] == ["MOBILIZE"]
    assert [i.type for i in planned(of())] == ["CONSULT"]
    assert [i.type for i in denied(of())] == ["COERCE"]


def test_a_plan_that_is_told_as_carried_out_is_no_plan_any_more():
    early = draft("Nile Post", date(2025, 5, 1), "Plans", "Egypt will meet Sudan on 9 May.")
    late = draft("Nile Post", date(2025, 5, 9), "Talks", "Egypt met Sudan.")
    plan = early.event("CONSULT", "meet", (EGYPT, SUDAN), date=on(2025, 5, 9), factuality="planned")
    done = late.event("CONSULT", "met", (EGYPT, SUDAN), date=on(2025, 5, 9))
    assert len(planned(of(early.reading(events=(plan,))))) == 1
    assert planned(of(early.reading(events=(plan,)), late.reading(events=(done,)))) == ()


def test_denials_by_those_concerned_come_before_those_of_onlookers():
    d = draft(
        "Nile Post",
        date(2025, 5, 1),
        "Gates",
        "Amal Idris said Sudan did not bomb Egypt. Hoda Sami said Egypt did not close gates.",
    )
    own = d.said(IDRIS, "Amal Idris", "said", "Sudan did not bomb Egypt", act="deny")
    other = d.said(ANALYST, "Hoda Sami", "said", "Egypt did not close gates")
    events = (
        d.event("ASSAULT", "bomb", (SUDAN,), (EGYPT,), factuality="denied", statement=own.id),
        d.event("COERCE", "close gates", (ETHIOPIA,), (SUDAN,), factuality="denied", statement=other.id),
    )
    assert [i.type for i in denied(of(d.reading((own, other), events)))] == ["ASSAULT"]


def test_a_private_person_who_only_speaks_of_a_deed_has_not_done_it():
    d = draft("Nile Post", date(2025, 5, 1), "Gates", "Hoda Sami of Egypt said nobody attacked Sudan.")
    said = d.said(ANALYST, "Hoda Sami", "said", "nobody attacked Sudan")
    event = d.event("ASSAULT", "attacked", (ANALYST,), (SUDAN,), factuality="denied", statement=said.id)
    assert denied(of(d.reading((said,), (event,)))) == ()


def test_claims_whose_words_name_their_source_come_first():
    d = draft("Nile Post", date(2025, 5, 2), "Words", "Amal Idris said Egypt bombed Sudan. She added that Egypt robbed Sudan.")
    said = d.said(IDRIS, "Amal Idris", "said", "Egypt bombed Sudan")
    added = d.said(IDRIS, "She", "added", "that Egypt robbed Sudan")
    day = on(2025, 5, 1)
    events = (
        d.event("COERCE", "robbed", (EGYPT,), (SUDAN,), factuality="claimed", statement=added.id, date=day),
        d.event("ASSAULT", "bombed", (EGYPT,), (SUDAN,), factuality="claimed", statement=said.id, date=day),
    )
    assert [i.type for i in claimed(of(d.reading((said, added), events)))] == ["ASSAULT", "COERCE"]
