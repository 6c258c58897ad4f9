"""What the parser's networks decided about each word, as small numbers: tag, relation, type of entity, place in it, head."""

from __future__ import annotations

import numpy
from spacy.tokens import Doc

from dateline.language.parsing.cache import Marks
from dateline.language.parsing.columns import Numbers, columns

LABELLED = ("TAG", "DEP", "ENT_TYPE")
COLUMNS = (*LABELLED, "ENT_IOB", "HEAD")
"""The columns of marks; a head is told by how many words it stands further on."""
SHORT = 2**15
"""Words up to which a stretch has its heads in reach of two bytes."""


class LabelCodes:
    """Small numbers for the hashes by which spaCy knows labels; there are about a hundred labels."""

    def __init__(self) -> None:
        self._codes: dict[int, int] = {}

    def marks(self, doc: Doc) -> Marks:
        """One row a word."""
        found = columns(doc, COLUMNS)
        labels, places = numpy.unique(found[:, : len(LABELLED)], return_inverse=True)
        codes = numpy.array([self._codes.setdefault(label, len(self._codes)) for label in labels.tolist()])
        coded = codes[places].reshape(len(found), len(LABELLED))
        every = numpy.hstack([coded, found[:, len(LABELLED) :].astype(numpy.int64)])
        return every.astype(numpy.int16 if len(doc) < SHORT else numpy.int32)

    def annotations(self, marks: Marks) -> Numbers:
        """The columns as `Doc.from_array` wants them."""
        labels = numpy.array(list(self._codes), dtype=numpy.uint64)
        rest = marks[:, len(LABELLED) :].astype(numpy.int64).astype(numpy.uint64)
        return numpy.hstack([labels[marks[:, : len(LABELLED)]], rest])
