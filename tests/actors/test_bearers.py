"""Whom "its" and "he" mean where an object, an agent or a fronted name is meant rather than the subject."""

import pytest

from casts import Told

WHOSE = [
    ("Mali is about to impose sanctions on Libya for its raid on Sudan.", "its", "Libya"),
    ("Mali will sign a treaty with Libya for its border guards.", "its", "Mali"),
    ("Mali warned Libya that its raid on Sudan threatened peace.", "its", "Libya"),
    ("Mali told Libya on Monday that it wanted peace.", "it", "Mali"),
    ("France stands behind Mali in its war with Libya.", "its", "Mali"),
    ("France met Mali in its capital.", "its", "France"),
    ("Mali praised the soldiers, who were overrun by Libya when it seized the town of Gao.", "it", "Libya"),
]


@pytest.mark.parametrize(("text", "pronoun", "meant"), WHOSE)
def test_whom_it_means(text: str, pronoun: str, meant: str) -> None:
    assert Told(text).name(pronoun) == meant


def test_he_is_the_person_whose_people_are_the_subject_before() -> None:
    told = Told("The crisis hurt Rosa Lind and Omar Saleh. Even as Trump advisers insisted that it was over, he called for calm.")
    assert told.name("he", 1) == "Donald Trump"


def test_he_is_the_person_whose_body_is_spoken_of() -> None:
    told = Told("An official said that Omar Saleh's body was found after he was killed.")
    assert told.name("he") == "Omar Saleh"
