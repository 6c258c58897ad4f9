"""What is set of the parser beside its weights: how words are cut, and lemmas that its rules do not know."""

import pytest

from articles import document
from dateline.models import PREFIXED, lemma_of_prefixed, load_parser

WORDS = [
    ("They re-imposed sanctions on Norway.", "re-imposed", "reimpose", "VERB"),
    ("He was re-elected in May.", "re-elected", "reelect", "VERB"),
    ("Norway agreed to co-operate with Chad.", "co-operate", "cooperate", "VERB"),
    ("Norway praised the co-operation of Chad.", "co-operation", "cooperation", "NOUN"),
    ("They must de-escalate the dispute.", "de-escalate", "de-escalate", "VERB"),
    ("They pre-empted an attack.", "pre-empted", "preempt", "VERB"),
]


@pytest.mark.parametrize(("text", "word", "lemma", "kind"), WORDS)
def test_a_word_with_a_prefix_is_one_word(text, word, lemma, kind):
    token = next(t for t in document(text).doc if t.text == word)
    assert (token.lemma_, token.pos_) == (lemma, kind)


@pytest.mark.parametrize("word", ["co-founder", "US-led", "pre-Brexit", "Rio-de-Janeiro", "re-", "anti-re-election", "co-pilot"])
def test_other_hyphens_part_words_as_before(word):
    assert PREFIXED.fullmatch(word) is None


def test_the_lemma_keeps_its_hyphen_where_the_word_has_no_other_spelling():
    assert lemma_of_prefixed("Re-entered", "VBD", "VERB") == "re-enter"


def test_offsets_are_those_of_the_text():
    text = 'He said: "Re-elected, (re-elected) and re-opened."'
    assert [t.idx for t in load_parser()(text) if "-" in t.text] == [
        text.index(w) for w in ("Re-elected", "re-elected", "re-opened")
    ]
