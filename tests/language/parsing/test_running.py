"""The parse of real articles is that of spaCy's own pipeline, word for word, whatever is already known and in whatever company."""

import random
from functools import cache

import numpy
import pytest
from spacy.attrs import DEP, ENT_IOB, ENT_TYPE, HEAD, LEMMA, MORPH, NORM, ORTH, POS, SENT_START, SPACY, TAG

from articles import article
from dateline.language.document import tokenise
from dateline.language.parsing import ParseCache, fill
from dateline.models import load_parser
from dateline.records import Article
from dateline.samples import sample_folder
from dateline.sources import read_sources

WRITTEN = [ORTH, NORM, SPACY, TAG, POS, MORPH, LEMMA, DEP, HEAD, ENT_IOB, ENT_TYPE, SENT_START]


@cache
def samples():
    return [one for one in read_sources([str(sample_folder())]) if isinstance(one, Article)][:16]


@cache
def by_spacy(one):
    doc = tokenise(load_parser(), one)
    return next(load_parser().pipe([doc])).to_array(WRITTEN)


def parsed(articles, kept, together=8):
    docs = [tokenise(load_parser(), one) for one in articles]
    for k in range(0, len(docs), together):
        fill(docs[k : k + together], kept)
    return docs


def same(articles, docs):
    return [numpy.array_equal(doc.to_array(WRITTEN), by_spacy(one)) for one, doc in zip(articles, docs, strict=True)]


def test_as_spacy_parses_without_and_with_the_cache():
    kept = ParseCache()
    assert all(same(samples(), parsed(samples(), ParseCache(0))))
    assert all(same(samples(), parsed(samples(), kept)))
    missing = kept.use().missing
    assert all(same(samples(), parsed(samples(), kept)))
    assert kept.use().missing == missing  # nothing was parsed the second time


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9])
def test_any_part_may_be_known_already(share):
    """The words beside a stretch that is parsed alone are parsed otherwise than in the article; what is kept of it is not."""
    everything, part, draw = ParseCache(), ParseCache(), random.Random(7)
    parsed(samples(), everything)
    for key, (marks, _) in everything._kept.items():
        if draw.random() < share:
            part.put(key, marks)
    order = draw.sample(samples(), len(samples()))
    assert all(same(order, parsed(order, part, together=draw.randint(1, 8))))


def test_a_copy_with_another_beginning_and_end_is_parsed_there_alone():
    body = samples()[0].text.split("\n\n", 1)[1]
    copy = article("The agency told this first, as others did.\n\n" + body + "\n\nMore is to follow here.", "Another headline")
    kept = ParseCache()
    parsed(samples(), kept)
    before = kept.use()
    docs = parsed([copy], kept)
    assert all(same([copy], docs))
    assert kept.use().taken - before.taken > 0.7 * len(docs[0])


def test_a_small_cache_forgets_and_changes_nothing():
    kept = ParseCache(20_000)
    assert all(same(samples(), parsed(samples(), kept)))
    assert all(same(samples()[::-1], parsed(samples()[::-1], kept)))
    assert kept.use().size <= 20_000


SEVERAL = [
    "They're gonna leave, and they ain't here. Let's go! There's a port; there are two.",
    "You've gotta see it, y'all. C'mon, it's what there is.",
    "Gonna sign. Is there a deal? There's. There",
    "\n\n  There \n is.",
]


@pytest.mark.parametrize("text", SEVERAL)
def test_patterns_of_several_words(text):
    one = article(text)
    assert same([one], parsed([one], ParseCache(0))) == [True]


@pytest.mark.parametrize("text", ["x", "  x  ", "\n\n\nx.\n\n\n", "“”", "word " * 3000])
def test_odd_texts(text):
    one = article(text)
    assert same([one], parsed([one], ParseCache(0))) == [True]
