"""Ministries and assemblies called by a proper name that every state could give its own."""

import pytest

from casts import Told


@pytest.mark.parametrize(
    ("text", "name", "code"),
    [
        ("Ecuador was angry. The Fisheries Ministry said so on Monday.", "Fisheries Ministry", "ECU GOV"),
        ("The minister of Ecuador spoke. The country's National Assembly declared the act void.", "National Assembly", "ECU LEG"),
    ],
)
def test_it_is_of_the_state_spoken_of(text, name, code):
    assert {a.code for a in Told(text).cast.actors if a.name == name} == {code}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The United States was angry. The Fisheries Ministry said so on Monday.", "Fisheries Ministry"),
        ("Ecuador remembered the battles of the Grey Army in that winter.", "Grey Army"),
        ("Ecuador was angry. The Deep Sea Fisheries Ministry said so on Monday.", "Deep Sea Fisheries Ministry"),
    ],
)
def test_what_another_state_may_have_is_left_open(text, name):
    assert {a.country for a in Told(text).cast.actors if a.name == name} <= {None}
