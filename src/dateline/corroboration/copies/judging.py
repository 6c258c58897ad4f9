"""Which of two texts copies the other, and how much of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dateline.archive.copy_relation import CopyKind, CopyRelation
from dateline.corroboration.copies.runs import Shingles, share
from dateline.corroboration.copies.text import Text

MINIMUM_WORDS = 27
"""Shorter texts are not judged: a headline and a line can agree by chance."""
WHOLE = 2 / 3
"""From this share of common words on a text is a copy."""
PART = 0.38
"""From this share on a part of it is. Of 1,800 real articles, each pair beyond it has paragraphs of one agency's report in
common."""
PART_OF_ONES_OWN = 0.5
"""The same where both are of one outlet, which repeats its own paragraphs of background without copying a report."""
CERTAIN = 0.85
"""From this share on it does not matter how much of what is common is quoted speech."""
OWN_WORDS = 0.4
"""So much of what two texts share stands outside quotation marks in either: two reports of one speech or letter are no copies."""
AGENCY_LEAD_DAYS = 3
"""An agency's text counts as the original of a text that appeared at most this much earlier, under the date of another zone or
as a first report that the agency's archived version has overtaken."""
ANOTHER_SOURCE = 0.2
"""So much of a text must come from a second original alone for it to count as one."""

Marks = tuple[bool, ...]


@dataclass(frozen=True, slots=True)
class Candidate:
    """An original that a text may copy: the words of the copy that stand in it, and what makes it the original."""

    text: Text
    marks: Marks
    why: str

    @property
    def share(self) -> float:
        return share(self.marks)

    @property
    def rank(self) -> tuple[bool, float, int]:
        """Of several originals an agency's is best, then the earliest."""
        day = self.text.day
        return (not self.text.is_agency, day.toordinal() if day else float("inf"), self.text.number)


def common(one: Text, other: Text, template: Shingles = frozenset()) -> tuple[Marks, Marks]:
    """For each word of either text whether it stands in the other too; `template` are runs of words that do not count."""
    return (
        one.wording.common_with(other.wording.shingles - template),
        other.wording.common_with(one.wording.shingles - template),
    )


def is_shared_narrative(one: Text, other: Text, marks: tuple[Marks, Marks]) -> bool:
    """Whether enough of what both have in common is the reporter's and not quoted speech."""
    if max(share(marks[0]), share(marks[1])) >= CERTAIN:
        return True
    return all(_unquoted(text, mark) >= OWN_WORDS for text, mark in zip((one, other), marks, strict=True))


def in_order(one: Text, other: Text, shares: tuple[float, float]) -> tuple[Text, Text, str]:
    """Original, copy and what makes the first the original.

    The original is the agency's of two that appeared within three days, or the agency's that the other credits, else that which
    credits an agency, else the earlier; of two of one day the one that holds more, else the one that was added first. `shares`
    are those of either that stand in the other.
    """
    distance = abs((one.day - other.day).days) if one.day and other.day else None
    first_share, second_share = shares
    if evidence := _agency_evidence(one, other, distance):
        is_first, why = evidence
    elif distance and one.day and other.day:
        is_first, why = one.day < other.day, f"appeared {distance} day{'s' * (distance > 1)} earlier"
    elif first_share != second_share:
        is_first, why = first_share < second_share, "holds more text"
    else:
        is_first, why = one.number < other.number, "was added first"
    return (one, other, why) if is_first else (other, one, why)


def chosen(copy: Text, candidates: Iterable[Candidate]) -> tuple[CopyRelation, ...]:
    """The relations of one text to its possible originals: the best one, and others from which further parts of it come."""
    ranked = sorted(candidates, key=lambda one: (one.share < WHOLE, *one.rank))
    kept, covered = list[Candidate](), [False] * len(copy.wording.words)
    for one in ranked:
        added = sum(mark and not known for mark, known in zip(one.marks, covered, strict=True))
        if not kept or added >= ANOTHER_SOURCE * len(covered):
            kept.append(one)
            covered = [mark or known for mark, known in zip(one.marks, covered, strict=True)]
    return tuple(_relation(copy, one, _kind(kept, share(tuple(covered)))) for one in kept)


def _kind(kept: Sequence[Candidate], covered: float) -> CopyKind:
    if covered < WHOLE:
        return "partial"
    return "merged" if len(kept) > 1 else "copy"


def _relation(copy: Text, one: Candidate, kind: CopyKind) -> CopyRelation:
    words = f"{one.share:.0%} of its words stand in the original, which {one.why}"
    if kind == "merged":
        words += "; the rest comes from another article"
    if copy.credit and copy.credit == one.text.agency:
        words += f"; it credits {copy.credit}"
    return CopyRelation(copy.article, one.text.article, round(one.share, 4), words, kind)


def _agency_evidence(one: Text, other: Text, distance: int | None) -> tuple[bool, str] | None:
    """Whether the first is the original by what both texts say of agencies, and why; None where they say nothing."""
    for is_first, original, copy in ((True, one, other), (False, other, one)):
        if original.agency and original.agency == copy.credit:
            return is_first, "is the text of the agency that the copy credits"
    if distance is None or distance > AGENCY_LEAD_DAYS:
        return None
    if one.is_agency != other.is_agency:
        return one.is_agency, "is the text of an agency"
    if not distance and (one.credit is None) != (other.credit is None):
        return one.credit is not None, "credits an agency"
    return None


def _unquoted(text: Text, marks: Marks) -> float:
    """Share of the marked words that stand outside quotation marks."""
    among = [quoted for mark, quoted in zip(marks, text.wording.quoted, strict=True) if mark]
    return 1 - sum(among) / len(among) if among else 0.0
