from hypothesis import given
from hypothesis import strategies as st

from dateline.language.paragraphs import paragraphs


def test_each_line_is_a_paragraph():
    text = "Headline\n\n  One two. \nThree.\n"
    assert [text[p.start : p.end] for p in paragraphs(text)] == ["Headline", "One two.", "Three."]


def test_hard_wrapped_lines_are_one_paragraph():
    text = "The ministry said on Tuesday that the talks would be held\nin the capital before the end of the month."
    assert len(paragraphs(text)) == 1


@given(st.text())
def test_every_solid_character_lies_in_exactly_one_paragraph(text):
    found = paragraphs(text)
    covered = [i for p in found for i in range(p.start, p.end)]
    assert len(covered) == len(set(covered))
    assert {i for i, c in enumerate(text) if not c.isspace()} <= set(covered)
