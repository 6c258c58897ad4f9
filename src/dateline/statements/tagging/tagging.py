"""Runs the network over the words of a document: windows in, attributions out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

import numpy

from dateline.models.attribution import CLOSE, OPEN, AttributionNetwork
from dateline.statements.tagging.attribution import Attribution, shifted
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
from dateline.statements.tagging.window_cache import Inputs, WindowCache, digest, ranks
from dateline.statements.tagging.windows import Window, sentence_bounds, windows

CANDIDATE = 0.4
"""Chance from which a run of words is tried as a cue; whoever decides sets a higher bar where no rule agrees."""


@dataclass(frozen=True, slots=True)
class Tagged:
    """The words of a document and what the network marked in them, in the order of the cues."""

    words: Words
    attributions: tuple[Attribution, ...]


def tag(words: Words, network: AttributionNetwork, threshold: float = CANDIDATE, kept: WindowCache | None = None) -> Tagged:
    """All attributions whose cue the network gives at least `threshold`; windows read before are taken from `kept`.

    Needs nothing but arrays, so that it may run in a thread beside the parser: the graphs run outside of Python's lock. Windows
    run one by one: the scale of the graph's bytes is that of all that run together, so company would change the results.
    """
    if not len(words):
        return Tagged(words, ())
    pieces = network.pieces(words.texts)
    lengths = [len(p) for p in pieces]
    bounds = sentence_bounds(words.sentences.tolist(), lengths)
    found: list[Attribution] = []
    for window in windows(bounds, lengths, ranks(bounds, pieces)):
        given = _inputs(words, pieces, window)
        key = digest(words, window, given, threshold)
        marked = kept.get(key) if kept is not None and key is not None else None
        if marked is None:
            marked = _read_window(network, words, window, given, threshold)
            if kept is not None and key is not None:
                kept.put(key, marked)
        found += [shifted(attribution, window.begin) for attribution in marked]
    return Tagged(words, tuple(sorted(found, key=lambda a: a.cue.first)))


def _inputs(words: Words, pieces: Sequence[tuple[int, ...]], window: Window) -> Inputs:
    """Word pieces, features of their words, and the place of each word's first piece: each of one row."""
    spread = [(p, k) for k in range(window.begin, window.end) for p in pieces[k]]
    ids = numpy.asarray([[OPEN, *(p for p, _ in spread), CLOSE]], dtype=numpy.int64)
    features = numpy.zeros((1, len(spread) + 2, words.features.shape[1]), dtype=numpy.int64)
    features[0, 1:-1] = words.features[[k for _, k in spread]]
    firsts = numpy.asarray([[1 + n for n in _offsets(pieces, window)]], dtype=numpy.int64)
    return ids, features, firsts


def _offsets(pieces: Sequence[tuple[int, ...]], window: Window) -> list[int]:
    return [0, *accumulate(len(pieces[k]) for k in range(window.begin, window.end - 1))]


def _read_window(
    network: AttributionNetwork, words: Words, window: Window, given: Inputs, threshold: float
) -> tuple[Attribution, ...]:
    """The attributions whose cues belong to this window, in words from its begin."""
    states, probabilities = (result[0] for result in network.encode(*given))
    shifted_marks = [_shift(mark, window.begin) for mark in cue_marks(probabilities, threshold)]
    own = [mark for mark in shifted_marks if window.own_begin <= mark.first < window.own_end]
    if not own:
        return ()
    logs, edges = network.link(states, *_views(words, window, own))
    odds, worth = log_odds(logs), edge_worth(edges)
    contents = content_words(odds[:, :, CONTENT], worth[:, :, 0], worth[:, :, 1])
    found = zip(own, logs, odds, contents, strict=True)
    return tuple(_attribution(_shift(mark, -window.begin), log, odd, content) for mark, log, odd, content in found)


def _attribution(mark: CueMark, log: Floats, odds: Floats, content: Masks) -> Attribution:
    """A word that is of the source is not of the content."""
    run = source_run(odds[:, SOURCE])
    source = list(range(*run)) if run is not None else []
    rest = [int(k) for k in numpy.flatnonzero(content) if k not in source]
    return Attribution(
        cue=mark,
        source=tuple(source),
        content=tuple(rest),
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
