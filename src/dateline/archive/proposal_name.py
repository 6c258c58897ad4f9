"""Under which name positions on one proposal come together."""

from __future__ import annotations

import re
import unicodedata

DETERMINERS = frozenset(
    ("a", "an", "the", "this", "that", "these", "those", "its", "their", "his", "her", "our", "your", "my", "any", "some", "such")
)


def proposal_name(proposal: str) -> str:
    """Small letters, no accents, no determiners, no punctuation: "The U.S. 'dual freeze'" is "us dual freeze".

    Where nothing else is left the folded text itself is the name.
    """
    folded = unicodedata.normalize("NFKD", proposal.casefold())
    plain = "".join(character for character in folded if not unicodedata.combining(character))
    words = re.findall(r"\w+", re.sub(r"['’]s\b|(?<=\w)\.(?=\w|\s|$)", "", plain))
    return " ".join(word for word in words if word not in DETERMINERS) or plain.strip()
