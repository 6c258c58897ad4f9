"""Columns of a text's words, as arrays of the numbers by which spaCy knows labels and words."""

from __future__ import annotations

from collections.abc import Sequence

import numpy
import numpy.typing
from spacy.tokens import Doc

Numbers = numpy.typing.NDArray[numpy.uint64]


def columns(doc: Doc, names: Sequence[str]) -> Numbers:
    """One row a word, one column for each attribute ("TAG", "HEAD")."""
    return doc.to_array(list(names)).reshape(len(doc), len(names)).astype(numpy.uint64, copy=False)


def write_columns(doc: Doc, names: Sequence[str], numbers: Numbers) -> None:
    """Set them, as `columns` gives them."""
    doc.from_array(list(names), numbers)  # type: ignore[arg-type]
