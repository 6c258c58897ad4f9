"""Runs the pipeline over tokenised texts: networks where nothing is known yet, then tables."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

import numpy
from spacy.language import Language
from spacy.tokens import Doc

from dateline.language.parsing.cache import Marks, ParseCache
from dateline.language.parsing.columns import columns, write_columns
from dateline.language.parsing.embedding import remember_embeddings
from dateline.language.parsing.marks import LabelCodes
from dateline.language.parsing.row_products import multiply_by_rows, multiplying
from dateline.language.parsing.stretches import Stretch, margins, runs, stretches
from dateline.language.parsing.word_tables import SAID, WordTables
from dateline.models import load_parser

NETWORKS = ("tok2vec", "tagger", "parser", "ner")
WRITTEN = (*SAID, "ENT_TYPE", "ENT_IOB", "HEAD")


class Piece(NamedTuple):
    """Stretches `first` up to `last` of text number `text`, to be parsed as one; `doc` begins with token `low` of that text."""

    text: int
    first: int
    last: int
    doc: Doc
    low: int


class Pipeline:
    """The loaded parser with what it remembers of labels and words."""

    def __init__(self, nlp: Language) -> None:
        remember_embeddings(nlp)
        multiply_by_rows(nlp)
        self._networks = [nlp.get_pipe(name) for name in NETWORKS]
        self._labels, self._tables = LabelCodes(), WordTables(nlp)

    def fill(self, docs: Sequence[Doc], kept: ParseCache) -> None:
        """Write the parse into texts whose sentence starts are marked."""
        parts = [stretches(doc) for doc in docs]
        found, pieces = _look_up(docs, parts, kept)
        self._run([piece.doc for piece in pieces])
        for piece in pieces:
            marks = self._labels.marks(piece.doc)
            for stretch in parts[piece.text][piece.first : piece.last]:
                found[stretch.key] = marks[stretch.start - piece.low : stretch.end - piece.low]
                kept.put(stretch.key, found[stretch.key])
        for doc, known in zip(docs, parts, strict=True):
            if known:
                self._write(doc, numpy.concatenate([found[stretch.key] for stretch in known]))

    def _run(self, docs: Sequence[Doc]) -> None:
        if not docs:
            return
        with multiplying().limit(limits=1, user_api="blas"):
            for network in self._networks:
                network.set_annotations(docs, network.predict(docs))  # type: ignore[attr-defined]

    def _write(self, doc: Doc, marks: Marks) -> None:
        labels = self._labels.annotations(marks)
        asked = list(zip(columns(doc, ["ORTH"])[:, 0].tolist(), labels[:, 0].tolist(), labels[:, 1].tolist(), strict=True))
        said = self._tables.say(asked)
        write_columns(doc, WRITTEN, numpy.hstack([said, labels[:, 2:]]))
        self._tables.mend(doc, asked)


def fill(docs: Sequence[Doc], kept: ParseCache) -> None:
    """Parse texts together; what was parsed before is taken from the cache."""
    _pipeline().fill(docs, kept)


@cache
def _pipeline() -> Pipeline:
    return Pipeline(load_parser())


def _look_up(docs: Sequence[Doc], parts: Sequence[Sequence[Stretch]], kept: ParseCache) -> tuple[dict[bytes, Marks], list[Piece]]:
    """The marks that are known, and the pieces that must be parsed for the others, each once."""
    found: dict[bytes, Marks] = {}
    coming: set[bytes] = set()
    pieces: list[Piece] = []
    for number, (doc, known) in enumerate(zip(docs, parts, strict=True)):
        wanted = [_is_wanted(stretch, found, coming, kept) for stretch in known]
        for first, last in runs(wanted, known):
            low, high = margins(known[first].start, known[last - 1].end, len(doc))
            pieces.append(Piece(number, first, last, _cut(doc, low, high), low))
    return found, pieces


def _is_wanted(stretch: Stretch, found: dict[bytes, Marks], coming: set[bytes], kept: ParseCache) -> bool:
    """Whether it must be parsed; what is kept of it is noted as found, what must be parsed as coming."""
    words = stretch.end - stretch.start
    if stretch.key in found or stretch.key in coming:
        kept.spare(words)
        return False
    marks = kept.get(stretch.key, words)
    if marks is None:
        coming.add(stretch.key)
        return True
    found[stretch.key] = marks
    return False


def _cut(doc: Doc, low: int, high: int) -> Doc:
    """Tokens `low` up to `high` as a text of their own."""
    told = columns(doc, ("SPACY", "NORM", "SENT_START"))[low:high]
    words = [token.text for token in doc[low:high]]
    piece = Doc(doc.vocab, words=words, spaces=told[:, 0].astype(bool).tolist())
    write_columns(piece, ("NORM", "SENT_START"), told[:, 1:])
    return piece
