"""The shipped network that says which event one side of a sentence does to the other: an ONNX graph with int8 weights.

Training, data and limits are told in `training/MODEL_CARD.md`.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import numpy
import numpy.typing
from tokenizers import Tokenizer

from dateline.models.shipped import FOLDER, WORD_PIECES, expected, session, verify_files

FILES = ("relations.onnx", WORD_PIECES)
TYPES = (
    "AGREE", "CONSULT", "SUPPORT", "YIELD", "COOPERATE", "AID", "REQUEST", "ACCUSE",
    "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
)  # fmt: skip
"""The classes of the first outputs; YIELD is CONCEDE or RETREAT, which another output tells apart."""

Codes = numpy.typing.NDArray[numpy.int64]
Floats = numpy.typing.NDArray[numpy.floating]


class RelationNetwork:
    """Shapes: b sentences, n pieces."""

    def __init__(self, folder: Path = FOLDER) -> None:
        verify_files(folder, FILES)
        self.tokenizer = Tokenizer.from_file(str(folder / WORD_PIECES))
        self.tokenizer.no_padding()
        self.tokenizer.no_truncation()
        self._graph = session(folder / FILES[0])

    def logits(self, ids: Codes, roles: Codes, places: Codes) -> Floats:
        """`ids` and `roles` [b, n], padded with 0, `places` [b, 2] of the opening markers -> log odds [b, types + 2]: of the
        types against each other, that there is an event, that a YIELD is a RETREAT.
        """
        found: Floats = self._graph.run(None, {"ids": ids, "roles": roles, "places": places})[0]
        return found


@cache
def load_relation_network() -> RelationNetwork:
    """The network, loaded once a process (about 0.2 s). Raises ModelError where a file is missing or damaged."""
    return RelationNetwork()


def relation_weights_name(folder: Path = FOLDER) -> str:
    """The first 8 digits of the graph's hash, without reading the weights."""
    return expected(folder, FILES)[FILES[0]][:8]
