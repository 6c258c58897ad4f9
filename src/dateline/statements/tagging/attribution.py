"""One cue with its source and content, as words."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.statements.tagging.decoding import CueMark


@dataclass(frozen=True, slots=True)
class Attribution:
    """One cue with the words of its source and of its content, as positions in `Words`, in order.

    `roles` are the mean chances of the words chosen as source and as content; 0 where there are none.
    """

    cue: CueMark
    source: tuple[int, ...]
    content: tuple[int, ...]
    source_probability: float
    content_probability: float


def shifted(found: Attribution, by: int) -> Attribution:
    """The same, so many words further on."""
    cue = CueMark(found.cue.first + by, found.cue.last + by, found.cue.probability)
    source, content = tuple(k + by for k in found.source), tuple(k + by for k in found.content)
    return Attribution(cue, source, content, found.source_probability, found.content_probability)
