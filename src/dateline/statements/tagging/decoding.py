"""From the network's probabilities to cues, sources and contents."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy
import numpy.typing

Floats = numpy.typing.NDArray[numpy.float32]
Masks = numpy.typing.NDArray[numpy.bool_]

OUTSIDE, SOURCE, CONTENT = range(3)
SWITCH, EDGE = 0.0, 1.0
"""Nats that beginning or ending a stretch of content costs, and the share of the network's own odds for an edge that counts."""
_LEAST = 1e-6


@dataclass(frozen=True, slots=True)
class CueMark:
    """A run of words, `first` to `last`, and the mean probability that they are a cue."""

    first: int
    last: int
    probability: float


def cue_marks(probabilities: Floats, threshold: float) -> Iterator[CueMark]:
    """Runs of words whose chance to be of a cue reaches `threshold`.

    `probabilities` has one row a word: outside, first word of a cue, later word of a cue.
    """
    inside = 1 - probabilities[:, 0]
    first: int | None = None
    for k in range(len(inside) + 1):
        ends = k == len(inside) or inside[k] < threshold or probabilities[k, 1] > probabilities[k, 2]
        if first is not None and ends:
            yield CueMark(first, k - 1, float(inside[first:k].mean()))
            first = None
        if k < len(inside) and first is None and inside[k] >= threshold:
            first = k


def source_run(log_odds: Floats) -> tuple[int, int] | None:
    """The run of words with the highest sum of log odds (Kadane), as first word and end; None where no word is likely.

    A source is one phrase: of two candidates the better one stays.
    """
    best, found, total, first = 0.0, None, 0.0, 0
    for k, odds in enumerate(log_odds.tolist()):
        if total <= 0:
            total, first = 0.0, k
        total += odds
        if total > best:
            best, found = total, (first, k + 1)
    return found


def edge_worth(odds: Floats, switch: float = SWITCH, share: float = EDGE) -> Floats:
    """What it is worth to begin or end a stretch of content at each word, by the log odds that one does."""
    worth: Floats = share * odds - switch
    return worth


def content_words(log_odds: Floats, begin: Floats, end: Floats) -> Masks:
    """The most probable words of content for each cue: Viterbi over in and out of it.

    All [cues, words]: log odds to be content, worth of beginning with a word, worth of ending with it -> [cues, words]. What
    runs over either edge of the window neither begins nor ends there.
    """
    cues, words = log_odds.shape
    outside, inside = numpy.zeros(cues, dtype=numpy.float32), log_odds[:, 0].copy()
    from_inside = numpy.zeros((words, 2, cues), dtype=numpy.bool_)
    for k in range(1, words):
        left, entered = inside + end[:, k - 1], outside + begin[:, k]
        from_inside[k, 0], from_inside[k, 1] = left > outside, inside > entered
        outside, inside = numpy.maximum(outside, left), numpy.maximum(inside, entered) + log_odds[:, k]
    chosen = numpy.zeros((cues, words), dtype=numpy.bool_)
    chosen[:, -1] = inside > outside
    every = numpy.arange(cues)
    for k in range(words - 1, 0, -1):
        chosen[:, k - 1] = from_inside[k, chosen[:, k].astype(numpy.int64), every]
    return chosen


def log_odds(log_probabilities: Floats) -> Floats:
    """Of log chances: how much likelier than not."""
    chances = numpy.exp(log_probabilities)
    odds: Floats = numpy.log(chances + _LEAST) - numpy.log(1 - chances + _LEAST)
    return odds
