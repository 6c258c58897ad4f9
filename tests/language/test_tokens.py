"""The tokens that rules read say what spaCy's say."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles import document
from dateline.language.tokens import Parse, remembered
from dateline.models import load_parser

TEXT = (
    'Spain\'s minister of the interior, Ana Ruiz, said on Monday that 12 ships and "three boats" had been seized, searched and sunk. '
    "Who paid? Nobody in the U.S. knows. A hearing is scheduled on the issue today that few will attend.\n\nLisbon did not."
)
WORDS = "text lower_ lemma_ tag_ pos_ dep_ ent_type_ ent_iob_ whitespace_".split()
SIMPLE = "i idx is_space is_punct is_quote is_alpha is_lower is_upper like_num is_sent_start".split()
RELATIVES = "children lefts rights subtree ancestors conjuncts sent".split()
ONE = "head left_edge right_edge".split()


def both(text):
    doc = load_parser()(text)
    return Parse(doc), doc


def told(token):
    one = {name: getattr(token, name) for name in (*WORDS, *SIMPLE)}
    near = {name: getattr(token, name).i for name in ONE}
    return {**one, **near, **{name: [t.i for t in getattr(token, name)] for name in RELATIVES}, "length": len(token)}


@pytest.mark.parametrize("text", [TEXT, "Ana", " \n ", "", '- "yes" - he   said .  ', TEXT.lower(), TEXT[::-1]])
def test_every_property_is_that_of_spacy(text):
    mine, theirs = both(text)
    assert [told(t) for t in mine] == [told(t) for t in theirs]
    assert [s.text for s in mine.sents] == [s.text for s in theirs.sents]
    assert [(e.text, e.label_, e.start_char, e.end_char) for e in mine.ents] == [
        (e.text, e.label_, e.start_char, e.end_char) for e in theirs.ents
    ]


@settings(max_examples=60, deadline=None)
@given(st.integers(-60, 60), st.integers(-60, 60), st.integers(-9, 9), st.integers(-9, 9))
def test_stretches_are_those_of_spacy(start, end, inner, last):
    mine, theirs = both(TEXT)
    one, other = mine[start:end], theirs[start:end]
    assert (one.start, one.end, one.text, one.start_char, one.end_char, len(one)) == (
        other.start,
        other.end,
        other.text,
        other.start_char,
        other.end_char,
        len(other),
    )
    assert one[inner:last].text == other[inner:last].text
    if len(other):
        assert one.root.i == other.root.i
        assert one[-1].i == other[-1].i


def test_neighbours_and_those_above():
    mine, theirs = both(TEXT)
    assert [t.nbor(1).i for t in mine[:-1]] == [t.nbor(1).i for t in theirs[:-1]]
    for index in (-1, len(mine)):
        with pytest.raises(IndexError):
            mine[0].nbor(index)
    assert [[a.is_ancestor(b) for a in mine] for b in mine] == [[a.is_ancestor(b) for a in theirs] for b in theirs]


def test_tokens_are_made_once():
    mine = document(TEXT).doc
    assert mine[3] is mine[3:4][0] is mine[3].head.doc[3]
    assert mine[3].sent is mine[0].sent
    assert mine[:3] == mine[0:3] != mine[:2]


def test_what_the_tree_decides_is_asked_once():
    asked = []

    @remembered
    def length(token):
        asked.append(token.i)
        return len(token)

    one, other = document(TEXT).doc[1:3]
    assert [length(one), length(other), length(one)] == [len(one), len(other), len(one)]
    assert asked == [1, 2]
