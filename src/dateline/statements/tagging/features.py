"""What the network is told of each word beside its word pieces: casing (its base is uncased), quotation marks, layout, parse.

Codes are positions in the tuples below; training and reading share this file, so the tuples are part of the weights:
append, never reorder.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy
import numpy.typing

from dateline.language.document import Document
from dateline.language.tokens import Token

Codes = numpy.typing.NDArray[numpy.int64]

CASES = ("none", "lower", "Title", "UPPER", "mixed")
QUOTES = ("outside", "inside", "first", "last", "only")
STARTS = ("none", "sentence", "paragraph", "headline")
TAGS = (
    "", "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SYM",
    "VERB", "X", "SPACE",
)  # fmt: skip
DEPENDENCIES = (
    "", "ROOT", "acl", "acomp", "advcl", "advmod", "agent", "amod", "appos", "attr", "aux", "auxpass", "case", "cc", "ccomp",
    "compound", "conj", "csubj", "csubjpass", "dative", "dep", "det", "dobj", "expl", "intj", "mark", "meta", "neg", "nmod",
    "npadvmod", "nsubj", "nsubjpass", "nummod", "oprd", "parataxis", "pcomp", "pobj", "poss", "preconj", "predet", "prep",
    "prt", "punct", "quantmod", "relcl", "xcomp",
)  # fmt: skip
ENTITIES = (
    "", "CARDINAL", "DATE", "EVENT", "FAC", "GPE", "LANGUAGE", "LAW", "LOC", "MONEY", "NORP", "ORDINAL", "ORG", "PERCENT",
    "PERSON", "PRODUCT", "QUANTITY", "TIME", "WORK_OF_ART",
)  # fmt: skip

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "case": CASES,
    "quote": QUOTES,
    "start": STARTS,
    "tag": TAGS,
    "dependency": DEPENDENCIES,
    "entity": ENTITIES,
}
"""The columns of `Words.features`, in order, with their codes."""

_TAG = {name: code for code, name in enumerate(TAGS)}
_DEPENDENCY = {name: code for code, name in enumerate(DEPENDENCIES)}
_ENTITY = {name: code for code, name in enumerate(ENTITIES)}


@dataclass(frozen=True)
class Words:
    """The words of a document, white space left out; all arrays have one row a word.

    `tokens` are positions in `doc`; `starts` and `ends` offsets into the text; `heads` positions in these arrays (a
    root is its own head); `sentences` the number of the sentence; `features` one column for each of `COLUMNS`.
    """

    texts: tuple[str, ...]
    tokens: Codes
    starts: Codes
    ends: Codes
    heads: Codes
    sentences: Codes
    features: Codes

    def __len__(self) -> int:
        return len(self.texts)


def words_of(document: Document) -> Words:
    """All words of a document with their features."""
    tokens = [t for t in document.doc if not t.is_space]
    place = {t.i: k for k, t in enumerate(tokens)}
    heads = [_head(t, place) for t in tokens]
    numbers = {t.i: n for n, sentence in enumerate(document.doc.sents) for t in sentence}
    columns = [[_case(t) for t in tokens], _quotes(document, tokens), _starts(document, tokens)]
    columns += [[_TAG.get(t.pos_, 0) for t in tokens], [_DEPENDENCY.get(t.dep_, 0) for t in tokens]]
    columns += [[_ENTITY.get(t.ent_type_, 0) for t in tokens]]
    return Words(
        texts=tuple(t.text for t in tokens),
        tokens=_codes([t.i for t in tokens]),
        starts=_codes([t.idx for t in tokens]),
        ends=_codes([t.idx + len(t) for t in tokens]),
        heads=_codes(heads),
        sentences=_codes([numbers[t.i] for t in tokens]),
        features=numpy.stack([_codes(column) for column in columns], axis=1),
    )


def _codes(values: list[int]) -> Codes:
    return numpy.asarray(values, dtype=numpy.int64)


def _head(token: Token, place: Mapping[int, int]) -> int:
    head = token.head
    while head.i not in place and head.head.i != head.i:
        head = head.head
    return place.get(head.i, place[token.i])


def _case(token: Token) -> int:
    text = token.text
    if not any(c.isalpha() for c in text):
        return 0
    if text.islower():
        return 1
    if text.istitle() or (text[0].isupper() and text[1:].islower()):
        return 2
    return 3 if text.isupper() and len(text) > 1 else 4


def _quotes(document: Document, tokens: list[Token]) -> list[int]:
    """Each part of a quotation marks its first and last word: one part a paragraph."""
    parts = sorted(part for quotation in document.quotations for part in quotation.parts)
    codes, k = [0] * len(tokens), 0
    for part in parts:
        while k < len(tokens) and tokens[k].idx < part.start:
            k += 1
        first = k
        while k < len(tokens) and tokens[k].idx < part.end:
            codes[k] = 1
            k += 1
        if k > first:
            codes[first], codes[k - 1] = 2, 3
            codes[first] = 4 if k - first == 1 else 2
    return codes


def _starts(document: Document, tokens: list[Token]) -> list[int]:
    """Is the word the first of a sentence, of a paragraph, of the headline?"""
    paragraphs = {p.start for p in document.paragraphs}
    codes = []
    for token in tokens:
        code = 2 if token.idx in paragraphs else int(bool(token.is_sent_start))
        codes.append(3 if code == 2 and document.in_headline(token.idx) else code)
    return codes
