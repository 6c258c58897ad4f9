"""Where events happen: a sentence, and the place that its event must have."""

import pytest

from articles import reading

HAPPENED = [
    ("Afghan police arrested two Iranian men in Kabul on Monday.", "COERCE", "Kabul"),
    ("In Berlin, Angela Merkel criticized Iran.", "ACCUSE", "Berlin"),
    ("Soldiers shelled Donetsk on Monday.", "ASSAULT", "Donetsk"),
    ("Iran fired a missile at Guam.", "ASSAULT", "Guam"),
    ("The Singapore summit between Kim Jong Un and Donald Trump ended on Tuesday.", "CONSULT", "Singapore"),
    ("Rex Tillerson flew from Tokyo to Seoul on Monday.", "CONSULT", "Seoul"),
    ("Mike Pompeo visited Pyongyang in May.", "CONSULT", "Pyongyang"),
    ("Mike Pompeo met Kim Jong Un during a visit to Pyongyang.", "CONSULT", "Pyongyang"),
    ("Rex Tillerson met Wang Yi on the sidelines of a summit in Manila.", "CONSULT", "Manila"),
    ("Russia and Ukraine signed an agreement in Minsk.", "SUPPORT", "Minsk"),
    ("The three Chilean officers arrested on Monday are still behind bars in Potosi.", "COERCE", "Potosi"),
    ("Russia withdrew its troops from Georgia.", "RETREAT", "Georgia"),
]
NOWHERE = [
    ("The United States imposed sanctions on Iran.", "SANCTION"),
    ("China called on North Korea to stop its tests.", "REQUEST"),
    ("John Kasich praised the American strike on an air base in Syria.", "SUPPORT"),
    ("Donald Trump blamed the hack on North Korea.", "ACCUSE"),
    ("Moscow said it would expel ten American diplomats.", "SANCTION"),
    ("Park Min-ho of Seoul condemned North Korea.", "ACCUSE"),
]


def of_type(text, kind):
    return [event for event in reading(text).events if event.type == kind]


@pytest.mark.parametrize(("text", "kind", "name"), HAPPENED)
def test_event_happened_there(text, kind, name):
    assert [event.place.name for event in of_type(text, kind) if event.place] == [name]


@pytest.mark.parametrize(("text", "kind"), NOWHERE)
def test_place_that_is_only_named_is_not_where_it_happened(text, kind):
    found = of_type(text, kind)
    assert found
    assert [event.place for event in found] == [None] * len(found)


def test_place_of_the_saying_is_not_that_of_what_is_said():
    """ "In Beijing, he said Washington was probing": he said so there; the probing is elsewhere."""
    found = of_type("In September in Beijing, Rex Tillerson said Washington was probing North Korea.", "ACCUSE")
    assert [event.place for event in found if event.trigger != (0, 0) and event.sources] == [None] * len(found)


def test_arrival_after_another_visit_has_its_own_place():
    text = "Rex Tillerson arrived in Washington after he visited Pyongyang."
    assert {e.place.name for e in of_type(text, "CONSULT") if e.place} <= {"Washington", "Pyongyang"}


def test_the_most_exact_place_of_a_clause_counts():
    found = of_type("In North Korea, protesters marched in Pyongyang on Saturday.", "PROTEST")
    assert [e.place.name for e in found if e.place] == ["Pyongyang"]
