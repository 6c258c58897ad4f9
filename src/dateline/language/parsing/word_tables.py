"""Part of speech, morphology and lemma: what the pipeline's tables say of a word with its tag and relation.

spaCy asks its 179 patterns and its rules of lemmas for every word anew. Nearly all patterns are about one word, so what they say
depends on that word, its tag and its relation, and is asked once; where a pattern of several words ("there's", "gonna") fits, the
words around it are asked for together.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy
from spacy.language import Language
from spacy.lookups import Lookups
from spacy.matcher import Matcher
from spacy.tokens import Doc, Token

from dateline.language.parsing.columns import Numbers, columns, write_columns

Row = tuple[int, ...]
Asked = tuple[tuple[int, int, int], ...]
"""Of each word: its hash, tag, relation."""

SAID = ("TAG", "POS", "MORPH", "LEMMA", "DEP")
MOST = 200_000
"""Words with tag and relation that are remembered; then all are forgotten (about 60 MB)."""


class WordTables:
    """Needs a pipeline with `attribute_ruler` and `lemmatizer`."""

    def __init__(self, nlp: Language) -> None:
        self._vocab = nlp.vocab
        self._steps = nlp.get_pipe("attribute_ruler"), nlp.get_pipe("lemmatizer")
        _look_up_at_once(self._steps[1].lookups)  # type: ignore[attr-defined]
        patterns = [p["patterns"] for p in self._steps[0].patterns]  # type: ignore[attr-defined]
        several = [words for each in patterns for words in each if len(words) > 1]
        self._several = Matcher(nlp.vocab, validate=False)
        if several:
            self._several.add("several", several)
        self._reach = max(map(len, several), default=1) - 1
        self._known: dict[Asked, tuple[Row, ...]] = {}
        self._rows: dict[tuple[int, int, int], Row] = {}

    def say(self, asked: Sequence[tuple[int, int, int]]) -> Numbers:
        """One row for each word, of the columns `SAID`, as though no pattern of several words fitted."""
        known = self._rows
        if len(known) > MOST:
            known.clear()
            self._known.clear()
        unknown = tuple(set(asked).difference(known))
        if unknown:
            known.update(zip(unknown, self._ask_each(unknown), strict=True))
        return numpy.array([known[word] for word in asked], dtype=numpy.uint64).reshape(len(asked), len(SAID))

    def mend(self, doc: Doc, asked: Sequence[tuple[int, int, int]]) -> None:
        """Set what patterns of several words say."""
        for _, start, end in self._several(doc, allow_missing=True):
            low = max(start - self._reach, 0)
            around = tuple(asked[low : end + self._reach])
            if around not in self._known:
                self._known[around] = self._ask(around)
            for token, row in zip(doc[start:end], self._known[around][start - low :], strict=False):
                _set(token, row)

    def _ask_each(self, words: Asked) -> list[Row]:
        """Words of anywhere are asked for together, but those alone that a pattern of several would join."""
        doc = self._tagged(words)
        joined = {i for _, start, end in self._several(doc, allow_missing=True) for i in range(start, end)}
        rows = list(self._said(doc))
        for i in joined:
            (rows[i],) = self._ask((words[i],))
        return rows

    def _ask(self, words: Asked) -> tuple[Row, ...]:
        return self._said(self._tagged(words))

    def _tagged(self, words: Asked) -> Doc:
        doc = Doc(self._vocab, words=[self._vocab.strings[orth] for orth, _, _ in words])
        write_columns(doc, ("TAG", "DEP"), numpy.array([row[1:] for row in words], dtype=numpy.uint64))
        return doc

    def _said(self, doc: Doc) -> tuple[Row, ...]:
        for step in self._steps:
            doc = step(doc)
        return tuple(map(tuple, columns(doc, SAID).tolist()))


def _look_up_at_once(tables: Lookups) -> None:
    """The lemmatiser asks whether a form is among up to 57,528 words, which it has as a list: that takes half a millisecond."""
    index = tables.get_table("lemma_index")
    for part_of_speech, forms in list(index.items()):
        index[part_of_speech] = frozenset(forms)


def _set(token: Token, row: Row) -> None:
    token.tag, token.pos, morph, token.lemma, token.dep = row
    token.set_morph(morph)  # type: ignore[attr-defined]
