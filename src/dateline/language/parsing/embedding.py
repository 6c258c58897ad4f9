"""The vectors of words before their neighbours are seen, computed once for each form.

A third of what the parser's convolutions cost goes into these vectors, which depend on a word's form alone; the form, as spaCy's
embedding has it, is one row of hashes (norm, prefix, suffix, shape, spaces). Rows are computed one for one, so that a vector
remembered is the vector computed, to the last bit.
"""

from __future__ import annotations

from typing import Any, cast

import numpy
import numpy.typing
from spacy.language import Language
from thinc.api import Model

Vectors = numpy.typing.NDArray[numpy.float32]
Forms = numpy.typing.NDArray[numpy.uint64]

MOST = 60_000
"""Forms that are remembered of each network (23 MB); then all are forgotten."""
LAYERS = ("extract_features", "list2ragged", "with_array", "with_array", "ragged2list")
"""What spaCy's embedding is made of: features, two changes of layout around the two that compute."""


def remember_embeddings(nlp: Language) -> None:
    """Let the pipeline's two convolutions remember; an embedding that is made otherwise is left as it is."""
    for name in ("tok2vec", "ner"):
        for model in nlp.get_pipe(name).model.walk():  # type: ignore[attr-defined]
            if tuple(layer.name.partition("(")[0] for layer in model.layers) == LAYERS:
                model._func = _Remembering().forward


class _Remembering:
    """The forward pass of one embedding."""

    def __init__(self) -> None:
        self._places: dict[bytes, int] = {}
        self._vectors: Vectors = numpy.zeros((0, 0), dtype=numpy.float32)

    def forward(self, model: Model[Any, Any], docs: Any, is_train: bool) -> tuple[list[Vectors], Any]:
        """As thinc calls it; only for use, not for training."""
        forms = [cast(Forms, rows) for rows in model.layers[0].predict(docs)]
        keys = [_keys(rows) for rows in forms]
        if len(self._places) > MOST:
            self._places.clear()
        new = {
            key: row
            for rows, some in zip(forms, keys, strict=True)
            for row, key in zip(rows, some, strict=True)
            if key not in self._places
        }
        if new:
            self._learn(model, new)
        return [self._vectors[[self._places[key] for key in some]] for some in keys], None

    def _learn(self, model: Model[Any, Any], new: dict[bytes, Forms]) -> None:
        made: Vectors = model.layers[3].predict(model.layers[2].predict(numpy.stack(list(new.values()))))
        known = self._vectors if self._places else made[:0]
        self._places.update({key: len(known) + k for k, key in enumerate(new)})
        self._vectors = numpy.concatenate([known, made])


def _keys(rows: Forms) -> list[bytes]:
    width = rows.shape[1] * rows.itemsize
    return cast(list[bytes], numpy.ascontiguousarray(rows).view(f"V{width}").reshape(len(rows)).tolist())
