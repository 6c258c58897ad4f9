"""When something was said: the time of the saying, and no other that its sentence names."""

import pytest

from articles import PUBLISHED, reading

assert PUBLISHED.strftime("%A") == "Thursday"

SAID = [
    ("Norway said on Tuesday that it would open the port.", "2024-05-14"),
    ("On Tuesday, Norway said that it would open the port.", "2024-05-14"),
    ("Norway told reporters late Tuesday that it would open the port.", "2024-05-14"),
    ("Norway said in a statement released on Tuesday that it would open the port.", "2024-05-14"),
    ("Speaking at a rally in Oslo on Tuesday, Ana Ruiz said that Norway would open the port.", "2024-05-14"),
    ("In an interview that aired Tuesday, Ana Ruiz said that Norway would open the port.", "2024-05-14"),
    ("In a 2002 interview, Ana Ruiz said that Norway would open the port.", "2002-01-01"),
    ("Ana Ruiz met the Danes on Tuesday and said that Norway would open the port.", "2024-05-14"),
    ("Ana Ruiz resigned on Tuesday, saying that Norway had closed the port.", "2024-05-14"),
    ("Denmark left the port on Tuesday, when Norway said that it would build another.", "2024-05-14"),
]
NOT_SAID = [
    "Norway, which closed the port on Tuesday, said that it would open it again.",
    "Ana Ruiz, who was elected in 2011, said that Norway would open the port.",
    "After talks with Denmark on Tuesday, Norway said that it would open the port.",
    "Norway tested a missile on Tuesday, which it said could reach the port.",
    "Ana Ruiz said that it would leave the 2015 agreement.",
    "The ships left the port in 2011 after Norway said that it would be closed.",
]


@pytest.mark.parametrize(("text", "day"), SAID)
def test_the_saying_has_its_time(text, day):
    said = reading(text).statements
    assert [str(s.date.start) for s in said if s.date] == [day]


@pytest.mark.parametrize("text", NOT_SAID)
def test_other_times_are_not_those_of_the_saying(text):
    said = reading(text).statements
    assert said
    assert [s.date for s in said] == [None] * len(said)


def test_nothing_said_is_dated_after_the_article():
    said = reading("Speaking before a summit in Oslo on 22 May 2024, Ana Ruiz said that Norway would wait.").statements
    assert all(s.date is None for s in said)
