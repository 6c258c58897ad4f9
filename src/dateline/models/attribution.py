"""The shipped network that marks source, cue and content: two ONNX graphs with int8 weights and the word pieces they read.

The weights lie in the package, with their SHA-256 beside them; nothing is fetched. Training, data and limits are told in
`training/MODEL_CARD.md`.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path

import numpy
import numpy.typing
from tokenizers import Tokenizer

from dateline.models.shipped import FOLDER, WORD_PIECES, expected, session, verify_files

FILES = ("attribution-encoder.onnx", "attribution-linker.onnx", WORD_PIECES)
OPEN, CLOSE, UNKNOWN, PADDING = 101, 102, 100, 0
"""Word pieces of BERT's vocabulary that open and close a window, stand for an unknown word, and fill up."""
MAX_PIECES = 8
"""A word of more pieces (an address, a hash tag) is cut: its end tells nothing."""

Codes = numpy.typing.NDArray[numpy.int64]
Floats = numpy.typing.NDArray[numpy.float32]


class AttributionNetwork:
    """Shapes: b windows, n pieces, w words, c cues of one window."""

    def __init__(self, folder: Path = FOLDER) -> None:
        verify(folder)
        self._tokenizer = Tokenizer.from_file(str(folder / FILES[2]))
        self._tokenizer.no_padding()
        self._tokenizer.no_truncation()
        self._encoder, self._linker = (session(folder / name) for name in FILES[:2])
        self._pieces: dict[str, tuple[int, ...]] = {}

    def pieces(self, words: Sequence[str]) -> list[tuple[int, ...]]:
        """The word pieces of each word, at least one each."""
        new = [word for word in dict.fromkeys(words) if word not in self._pieces]
        for word, found in zip(new, self._tokenizer.encode_batch(new, add_special_tokens=False), strict=True):
            self._pieces[word] = tuple(found.ids[:MAX_PIECES]) or (UNKNOWN,)
        return [self._pieces[word] for word in words]

    def encode(self, ids: Codes, features: Codes, firsts: Codes) -> tuple[Floats, Floats]:
        """`ids` [b, n], `features` [b, n, columns], `firsts` [b, w] (place of each word's first piece) -> states [b, w, width],
        and for each word the chances to be outside of a cue, to begin and to continue one [b, w, 3].
        """
        states, cues = self._encoder.run(None, {"ids": ids, "features": features, "firsts": firsts})
        return states, cues

    def link(self, states: Floats, cues: Floats, branches: Codes, distances: Codes, sentences: Codes) -> tuple[Floats, Floats]:
        """`states` [w, width] of one window, the rest [c, w] -> log chances of neither, source, content [c, w, 3], and the log
        odds that a stretch of content begins and that it ends with the word [c, w, 2].
        """
        given = {"states": states, "cues": cues, "branches": branches, "distances": distances, "sentences": sentences}
        roles, edges = self._linker.run(None, given)
        return roles, edges


@cache
def load_attribution_network() -> AttributionNetwork:
    """The network, loaded once a process (about 0.3 s). Raises ModelError where a file is missing or damaged."""
    return AttributionNetwork()


def verify(folder: Path = FOLDER) -> str:
    """Compare all files with their hashes; return the first 8 digits of the encoder's, which name these weights."""
    return verify_files(folder, FILES)


def weights_name(folder: Path = FOLDER) -> str:
    """The first 8 digits of the encoder's hash, without reading the weights."""
    return expected(folder, FILES)[FILES[0]][:8]
