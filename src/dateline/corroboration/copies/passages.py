"""Where a copy and its original differ, word by word, and what they have in common."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from dateline.corroboration.copies.runs import Wording
from dateline.records import Span

Kind = Literal["changed", "added", "left out"]


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage that differs: where it stands in the copy and in the original, and its words there.

    Where one of them lacks it, the span there is empty and says where it would stand. Offsets count from the beginning of either
    text.
    """

    kind: Kind
    in_copy: Span
    in_original: Span
    copy_words: str
    original_words: str


def differing_passages(copy: str, original: str) -> tuple[Passage, ...]:
    """What was changed, added or left out, in the order of the copy; case, punctuation and white space do not count.

    Ratcliff and Metzener's gestalt matching over words, as in `difflib`.
    """
    one, other = Wording(copy), Wording(original)
    return tuple(_passages(one, other))


def _passages(one: Wording, other: Wording) -> Iterator[Passage]:
    matcher = SequenceMatcher(None, one.words, other.words, autojunk=False)
    for tag, i, j, k, m in matcher.get_opcodes():
        if tag != "equal":
            here, there = _stretch(one, i, j), _stretch(other, k, m)
            kind: Kind = "changed" if i < j and k < m else "added" if i < j else "left out"
            yield Passage(kind, here, there, one.text[slice(*here)], other.text[slice(*there)])


def _stretch(wording: Wording, first: int, end: int) -> Span:
    """From the first word to the last, or the empty place before the word `first`."""
    if first < end:
        return Span(wording.spans[first].start, wording.spans[end - 1].end)
    at = wording.spans[first].start if first < len(wording.spans) else len(wording.text)
    return Span(at, at)


def is_common(text: str, other: str, span: Span) -> bool:
    """Whether at least half of the words of a stretch of the text stand in runs that the other text has too."""
    wording = Wording(text)
    marks = wording.common_with(Wording(other).shingles)
    inside = [mark for mark, place in zip(marks, wording.spans, strict=True) if span.overlaps(place)]
    return bool(inside) and 2 * sum(inside) >= len(inside)
