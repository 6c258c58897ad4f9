from __future__ import annotations

import pytest

from dateline.archive.proposal_name import proposal_name


@pytest.mark.parametrize(
    ("proposal", "name"),
    [
        ("the dual freeze", "dual freeze"),
        ("The “Dual Freeze”", "dual freeze"),
        ("talks between the U.S. and North Korea", "talks between us and north korea"),
        ("talks between the US and North Korea", "talks between us and north korea"),
        ("China's proposal", "china proposal"),
        ("a fill-in-stages deal", "fill in stages deal"),
        ("an élysée plan", "elysee plan"),
        ("this", "this"),
    ],
)
def test_names_of_one_proposal_come_together(proposal: str, name: str) -> None:
    assert proposal_name(proposal) == name
