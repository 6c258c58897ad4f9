"""Names of the tables in the text."""

import pytest

from casts import Told


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("He wrote to the United States Congress.", "Congress"),
        ("Members of al Qaeda in the Arabian Peninsula fled.", "al-Qaeda in the Arabian Peninsula"),
        ("The Pakistan Taliban met.", "Pakistani Taliban"),
    ],
)
def test_longer_names_of_known_bodies(text: str, name: str) -> None:
    assert name in Told(text).names()
    assert not {"United States", "al-Qaeda", "Pakistan", "Taliban"} & Told(text).names()
