"""Numbers before a unit of time, in digits or words: "twenty-five", "1,000", "two and a half", "half a"."""

from __future__ import annotations

import re
from fractions import Fraction

from dateline.times.grammar import NUMBERS, one_of, plain

HALF = Fraction(1, 2)
AND_A_HALF = r"(?:[\s-]and[\s-]a[\s-]half|[\s-]1/2|\s?½)"
AMOUNT = rf"(?:(?:\d{{1,3}}(?:,\d{{3}})+|\d{{1,4}}(?:\.\d{{1,2}})?|{one_of(NUMBERS)}){AND_A_HALF}?|half[\s-]an?|a[\s-]half|½)"
"""A number that `amount` reads; it must be followed by a unit."""

_AND_A_HALF = re.compile(AND_A_HALF + "$")


def amount(text: str) -> Fraction:
    """The number that a match of `AMOUNT` says."""
    words = plain(text).replace(",", "")
    if words in ("½", "half a", "half an", "half-a", "half-an", "a half", "a-half"):
        return HALF
    whole = _AND_A_HALF.sub("", words)
    return _whole(whole) + (HALF if whole != words else 0)


def _whole(words: str) -> Fraction:
    if words[0].isdigit():
        return Fraction(words)
    return Fraction(NUMBERS[words] if words in NUMBERS else NUMBERS[words.replace("-", " ")])
