"""Ragged contents, mended by the parse."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles import document
from dateline.records import Span
from dateline.statements.tagging.bounds import mended


def span(text, words):
    start = text.index(words)
    return Span(start, start + len(words))


@pytest.mark.parametrize(
    ("text", "pieces", "others", "wanted"),
    [
        (
            "Yonhap said the envoy, who attended the meeting, promised a new round.",
            ["the envoy, who", "promised a new round"],
            ["said"],
            ["the envoy, who attended the meeting, promised a new round"],
        ),
        (
            "The dam, Spain said, would be finished in May.",
            ["The dam", "would be finished in May"],
            ["Spain", "said"],
            ["The dam", "would be finished in May"],
        ),
        (
            "The North claimed it detonated a bomb, carrying out its sixth nuclear test.",
            ["it detonated a bomb, carrying out its sixth"],
            ["claimed"],
            ["it detonated a bomb, carrying out its sixth nuclear test"],
        ),
        ("Spain said it was sorry. France laughed at the minister.", ["it was sorry", "the minister"], ["said"], ["it was sorry", "the minister"]),
    ],
)  # fmt: skip
def test_gaps_are_closed_and_phrases_finished(text, pieces, others, wanted):
    made = document(text)
    found = mended(made, tuple(span(text, p) for p in pieces), tuple(span(text, o) for o in others))
    assert [made.words(s) for s in found] == wanted


TEXT = "Spain said the old port, which France had built, would not be closed before its sixth summer."


@settings(max_examples=40, deadline=None)
@given(st.lists(st.integers(0, len(TEXT)), min_size=2, max_size=6, unique=True))
def test_nothing_of_a_content_is_lost(cuts):
    cuts = sorted(cuts)[: len(cuts) // 2 * 2]
    made, given_spans = document(TEXT), tuple(Span(a, b) for a, b in zip(cuts[::2], cuts[1::2], strict=True))
    found = mended(made, given_spans, ())
    assert all(any(f.contains(g) for f in found) for g in given_spans)
    assert list(found) == sorted(found)
