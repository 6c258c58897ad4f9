"""What a person is, by calling, title and master."""

import pytest

from casts import Told


@pytest.mark.parametrize(
    ("text", "name", "code"),
    [
        ("Omar Haddad is a farmer. He left Mali.", "Omar Haddad", "AGR"),
        ("Omar Haddad is not a farmer. He left Mali.", "Omar Haddad", "farmer"),
        ("National Dairy Association President Ann Reed spoke.", "Ann Reed", "NGO"),
        ("Marie Dubois, a spokeswoman for House Speaker Paul Ryan, spoke.", "Marie Dubois", "LEG"),
        ("Marie Dubois, a spokeswoman for President Barack Obama, spoke.", "Marie Dubois", "GOV"),
        ("The United States wrote. Sven Lund, undersecretary of Defense for Intelligence, spoke.", "Sven Lund", "GOV"),
        ("Omar Haddad, a senior Qaeda operative, died.", "Omar Haddad", "UAF"),
        ("Refugee populations grew.", "Refugee populations", "REF"),
    ],
)
def test_callings_titles_and_masters_tell_the_sector(text: str, name: str, code: str) -> None:
    found = Told(text).actor(name)
    assert found is not None
    assert code in (found.code or "farmer").split(" ")
