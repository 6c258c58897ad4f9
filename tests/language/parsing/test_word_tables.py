"""Words that are asked for together get what each gets alone."""

import numpy
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.language.parsing.columns import columns
from dateline.language.parsing.word_tables import SAID, WordTables
from dateline.models import load_parser

TEXT = (
    "There's a deal, and they're gonna sign it: the mice ate the wolves' cheeses, he ain't seen geese, and let's see who'd gotta pay. "
    "Ministers met their better halves in Ōsaka."
)


def words():
    doc = load_parser()(TEXT)
    return [tuple(row) for row in columns(doc, ("ORTH", "TAG", "DEP")).tolist()]


@settings(max_examples=30, deadline=None)
@given(st.randoms(use_true_random=False))
def test_together_and_alone(draw):
    asked = words()
    draw.shuffle(asked)
    alone = WordTables(load_parser())
    one_by_one = numpy.vstack([alone.say([word]) for word in asked])
    assert (WordTables(load_parser()).say(asked) == one_by_one).all()


@pytest.mark.parametrize(("at", "lemma"), [("mice", "mouse"), ("ate", "eat"), ("cheeses", "cheese")])
def test_lemmas_are_those_of_the_pipeline(at, lemma):
    doc = load_parser()(TEXT)
    token = next(t for t in doc if t.text == at)
    row = WordTables(load_parser()).say([(token.orth, token.tag, token.dep)])[0]
    assert doc.vocab.strings[int(row[SAID.index("LEMMA")])] == token.lemma_ == lemma
