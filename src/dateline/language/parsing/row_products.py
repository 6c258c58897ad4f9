"""Matrix products of the parser's networks by numpy's library, made so that a row's result is the same in any company.

It multiplies some four times as fast as the library that spaCy brings. There, what becomes of a row depends on how many rows are
multiplied with it, though not on which they are: the rows that are left over from whole blocks go another way, and few rows go
another way than many. Of whole blocks every row goes the same way, so rows are filled up to whole blocks.
"""

from __future__ import annotations

from functools import cache
from typing import Any

import numpy
import numpy.typing
from spacy.language import Language
from thinc.api import NumpyOps
from threadpoolctl import ThreadpoolController

Floats = numpy.typing.NDArray[numpy.float32]

BLOCK = 192
"""Rows; a multiple of what OpenBLAS's kernels for x86-64 and 64-bit Arm take at once (4 to 48)."""
LAYERS = ("maxout", "precomputable_affine", "linear", "softmax")
"""Layers that multiply all words of many texts at once."""


class RowProducts(NumpyOps):  # type: ignore[misc]
    """As thinc's, but for the products of rows with the transposed weights of a layer."""

    def gemm(self, x: Any, y: Any, out: Any = None, trans1: bool = False, trans2: bool = False) -> Any:
        """As thinc calls it; all but one kind is left to thinc."""
        if trans1 or not trans2 or x.dtype != numpy.float32 or not len(x):
            return super().gemm(x, y, out=out, trans1=trans1, trans2=trans2)
        if out is None:
            return row_products(x, y)
        out[...] = row_products(x, y)
        return out


def row_products(rows: Floats, weights: Floats) -> Floats:
    """`rows` [n, k] with `weights` [m, k] -> [n, m]."""
    number = len(rows)
    filled = numpy.zeros((-(-number // BLOCK) * BLOCK, rows.shape[1]), dtype=numpy.float32)
    filled[:number] = rows
    return numpy.ascontiguousarray((filled @ weights.T)[:number])


@cache
def multiplying() -> ThreadpoolController:
    """Of the libraries that multiply; for products as small as these a second thread costs more than it saves."""
    return ThreadpoolController()


def multiply_by_rows(nlp: Language) -> None:
    """Let the pipeline's networks multiply so."""
    for name in ("tok2vec", "parser", "ner"):
        for layer in nlp.get_pipe(name).model.walk():  # type: ignore[attr-defined]
            if layer.name in LAYERS:
                layer.ops = RowProducts()
