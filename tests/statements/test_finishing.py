"""Last repairs of statements: glosses of the writer, guesses, things that show."""

import pytest

from articles import document
from dateline.reading import read_document


def told(text):
    made = document(text)
    return [(s.act, " ".join(made.words(span) for span in s.content)) for s in read_document(made).statements]


def test_a_gloss_of_the_writer_is_no_part_of_the_content():
    found = told("Kim said that they must not be suspended, referring to the missile tests.")
    assert [content.removeprefix("that ") for _, content in found] == ["they must not be suspended"]


def test_what_somebody_seems_to_think_is_not_said():
    assert all(act == "believe" for act, _ in told("Spain seems to have concluded that the port must close."))


def test_what_a_thing_shows_is_not_said():
    assert all(act == "believe" for act, _ in told("History suggests that the port will stay open."))


@pytest.mark.parametrize(
    "text", ["A war was needed to remind the country that peace is dear.", "The map helps explain why the port was closed."]
)
def test_infinitives_of_need_and_help_report_nothing(text):
    assert told(text) == []
