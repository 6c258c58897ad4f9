from hypothesis import given
from hypothesis import strategies as st

from articles import document
from dateline.language.phrases import noun_phrase, subtree, tight

TEXT = "The Spanish minister of the interior, who left on Friday, and his aide met two senior officials of the port of Lisbon."


def phrase(word, find):
    found = document(TEXT)
    return found.words(find(next(t for t in found.doc if t.text == word)))


def test_a_noun_phrase_keeps_its_of_phrase_and_drops_clauses():
    assert phrase("minister", noun_phrase) == "The Spanish minister of the interior"
    assert phrase("officials", noun_phrase) == "two senior officials of the port of Lisbon"


def test_a_subtree_keeps_everything():
    assert phrase("minister", subtree).startswith("The Spanish minister of the interior, who left on Friday")


@given(st.integers(0, 20), st.integers(1, 6))
def test_tight_spans_lie_within_their_tokens(start, length):
    doc = document(TEXT).doc
    tokens = list(doc[start : start + length])
    if tokens:
        span = tight(tokens)
        assert tokens[0].idx <= span.start <= span.end <= tokens[-1].idx + len(tokens[-1])
