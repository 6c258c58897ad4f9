"""Runs the network over the words of a document: windows in, attributions out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

import numpy

from dateline.models.attribution import CLOSE, OPEN, AttributionNetwork
from dateline.statements.tagging.branches import branches, distances, sentence_steps
from dateline.statements.tagging.decoding import (
    CONTENT,
    SOURCE,
    CueMark,
    Floats,
    Masks,
    content_words,
    cue_marks,
    edge_worth,
    log_odds,
    source_run,
)
from dateline.statements.tagging.features import Codes, Words
from dateline.statements.tagging.windows import Window, sentence_bounds, windows

BATCH = 4
"""Windows run together: more do not run faster on few cores, and take memory."""
CANDIDATE = 0.4
"""Chance from which a run of words is tried as a cue; whoever decides sets a higher bar where no rule agrees."""


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


@dataclass(frozen=True, slots=True)
class Tagged:
    """The words of a document and what the network marked in them, in the order of the cues."""

    words: Words
    attributions: tuple[Attribution, ...]


def tag(words: Words, network: AttributionNetwork, threshold: float = CANDIDATE) -> Tagged:
    """All attributions whose cue the network gives at least `threshold`.

    Needs nothing but arrays, so that it may run in a thread beside the parser: the graphs run outside of Python's lock.
    """
    if not len(words):
        return Tagged(words, ())
    pieces = network.pieces(words.texts)
    lengths = [len(p) for p in pieces]
    chosen = windows(sentence_bounds(words.sentences.tolist(), lengths), lengths)
    found: list[Attribution] = []
    for k in range(0, len(chosen), BATCH):
        group = chosen[k : k + BATCH]
        states, cues = network.encode(*_inputs(words, pieces, group))
        for r, window in enumerate(group):
            size = window.end - window.begin
            found += _attributions(network, words, window, (states[r, :size], cues[r, :size]), threshold)
    return Tagged(words, tuple(sorted(found, key=lambda a: a.cue.first)))


def _inputs(words: Words, pieces: Sequence[tuple[int, ...]], group: Sequence[Window]) -> tuple[Codes, Codes, Codes]:
    """Word pieces, features of their words, and the place of each word's first piece, padded with zeros."""
    spread = [[(p, k) for k in range(w.begin, w.end) for p in pieces[k]] for w in group]
    n, m = max(map(len, spread)) + 2, max(w.end - w.begin for w in group)
    ids = numpy.zeros((len(group), n), dtype=numpy.int64)
    features = numpy.zeros((len(group), n, words.features.shape[1]), dtype=numpy.int64)
    firsts = numpy.zeros((len(group), m), dtype=numpy.int64)
    for r, (window, row) in enumerate(zip(group, spread, strict=True)):
        ids[r, : len(row) + 2] = [OPEN, *(p for p, _ in row), CLOSE]
        features[r, 1 : len(row) + 1] = words.features[[k for _, k in row]]
        firsts[r, : window.end - window.begin] = [1 + n for n in _offsets(pieces, window)]
    return ids, features, firsts


def _offsets(pieces: Sequence[tuple[int, ...]], window: Window) -> list[int]:
    return [0, *accumulate(len(pieces[k]) for k in range(window.begin, window.end - 1))]


def _attributions(
    network: AttributionNetwork, words: Words, window: Window, marked: tuple[Floats, Floats], threshold: float
) -> Iterator[Attribution]:
    """The attributions whose cues belong to this window."""
    states, probabilities = marked
    shifted = [_shift(mark, window.begin) for mark in cue_marks(probabilities, threshold)]
    own = [mark for mark in shifted if window.own_begin <= mark.first < window.own_end]
    if not own:
        return
    logs, edges = network.link(states, *_views(words, window, own))
    odds, worth = log_odds(logs), edge_worth(edges)
    contents = content_words(odds[:, :, CONTENT], worth[:, :, 0], worth[:, :, 1])
    for mark, log, odd, content in zip(own, logs, odds, contents, strict=True):
        yield _attribution(mark, log, odd, content, window.begin)


def _attribution(mark: CueMark, log: Floats, odds: Floats, content: Masks, begin: int) -> Attribution:
    """A word that is of the source is not of the content."""
    run = source_run(odds[:, SOURCE])
    source = list(range(*run)) if run is not None else []
    rest = [int(k) for k in numpy.flatnonzero(content) if k not in source]
    return Attribution(
        cue=mark,
        source=tuple(k + begin for k in source),
        content=tuple(k + begin for k in rest),
        source_probability=_mean_chance(log, source, SOURCE),
        content_probability=_mean_chance(log, rest, CONTENT),
    )


def _mean_chance(log: Floats, places: Sequence[int], role: int) -> float:
    return float(numpy.exp(log[places, role]).mean()) if places else 0.0


def _shift(mark: CueMark, by: int) -> CueMark:
    return CueMark(mark.first + by, mark.last + by, mark.probability)


def _views(words: Words, window: Window, marks: Sequence[CueMark]) -> tuple[Floats, Codes, Codes, Codes]:
    """Of each cue a mask of its words, and what each word of the window is to it."""
    begin, end = window.begin, window.end
    cues = numpy.zeros((len(marks), end - begin), dtype=numpy.float32)
    for row, mark in zip(cues, marks, strict=True):
        row[mark.first - begin : mark.last + 1 - begin] = 1
    seen = numpy.stack([branches(words, m.first, m.last, begin, end) for m in marks])
    away = numpy.stack([distances(m.first, m.last, begin, end) for m in marks])
    steps = numpy.stack([sentence_steps(words, m.first, begin, end) for m in marks])
    return cues, seen, away, steps
