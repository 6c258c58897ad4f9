"""Remembered vectors are the computed ones, to the last bit, also when all are forgotten between two batches."""

import numpy
import pytest

from articles import article
from dateline.language.document import tokenise
from dateline.language.parsing import embedding
from dateline.language.parsing.embedding import LAYERS, _Remembering
from dateline.models import load_parser

TEXTS = [
    "Spain closed the port of Cadiz on Monday.",
    "Spain closed it. Portugal, Spain said, did not.",
    "x",
    "Cadiz, Cadiz; Cadiz!",
]


def embeddings():
    models = [load_parser().get_pipe(name).model for name in ("tok2vec", "ner")]
    return [one for model in models for one in model.walk() if tuple(x.name.partition("(")[0] for x in one.layers) == LAYERS]


def computed(model, docs):
    given = docs
    for layer in model.layers:
        given = layer.predict(given)
    return given


@pytest.mark.parametrize("most", [60_000, 3])
def test_remembered_vectors_are_the_computed_ones(most, monkeypatch):
    monkeypatch.setattr(embedding, "MOST", most)
    assert len(embeddings()) == 2
    for model in embeddings():
        remembering = _Remembering()
        for together in (TEXTS, TEXTS[::-1], TEXTS[1:2]):
            docs = [tokenise(load_parser(), article(text)) for text in together]
            found, _ = remembering.forward(model, docs, False)
            assert all(numpy.array_equal(a, b) for a, b in zip(found, computed(model, docs), strict=True))
