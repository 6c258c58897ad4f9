"""A snippet shows the densest stretch; marks point at the words that were asked for."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dateline.archive.search_query import parse_query
from dateline.archive.search_snippet import LENGTH, Marker
from dateline.archive.search_terms import folded_words, term_of

FILLER = "Nothing of note was told on this day by anybody in the town. " * 12
WORDS = st.sampled_from(("missile", "Missiles", "test", "tests", "Korea’s", "North", "é\U0001f600", "freeze", "x\n\ny"))
TEXTS = st.lists(WORDS, max_size=150).map(" ".join)


def words_of(text: str, query: str) -> list[str]:
    return [text[one.start : one.end] for one in Marker(parse_query(query)).marks(text)]


def test_the_stretch_with_most_different_words_is_shown() -> None:
    text = f"A freeze. {FILLER}The dual freeze, said Wang, is a freeze. {FILLER}Dual use."
    found = Marker(parse_query("dual freeze")).snippet(text)
    assert [text[one.start : one.end] for one in found.marks] == ["dual", "freeze", "freeze"]
    assert found.text == text[found.start : found.end]
    assert "The dual freeze, said Wang, is a freeze" in found.text


def test_words_of_a_phrase_are_marked_where_they_stand_as_the_phrase() -> None:
    assert words_of("Dual use; a freeze; the dual\nfreeze’s price", '"dual freeze"') == ["dual", "freeze’s"]
    assert words_of("They tested missiles. A test.", "testing missile") == ["tested", "missiles", "test"]


def test_without_any_of_the_words_it_is_the_beginning() -> None:
    assert Marker(parse_query("korea")).snippet(FILLER).start == 0
    assert Marker(parse_query("korea")).snippet("").text == ""
    assert Marker(parse_query("")).snippet(" \n ").marks == ()


@given(TEXTS, st.sampled_from(("missile test", '"north missile" freeze', "korea", '"test missiles"')))
def test_marks_are_words_of_the_query_and_lie_within_the_snippet(text: str, typed: str) -> None:
    query = parse_query(typed)
    terms = set(map(term_of, query.required))
    found = Marker(query).snippet(text)
    assert found.text == text[found.start : found.end]
    assert len(found.text) <= LENGTH + max(map(len, text.split()), default=0)
    for one in found.marks:
        assert found.start <= one.start < one.end <= found.end
        assert term_of(folded_words(text[one.start : one.end])[0]) in terms
    every = Marker(query).marks(text)
    assert set(found.marks) <= set(every)
    assert bool(found.marks) == bool(every)
