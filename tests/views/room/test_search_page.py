"""Full text, with the words found in it."""

from hypothesis import given
from hypothesis import strategies as st

from dateline.records import Span
from dateline.views.room.search_page import SHOWN_WORDS, cut_pieces, pieces, search_page


@st.composite
def marked(draw, longest=60):
    text = draw(st.text("abc d", max_size=longest))
    ends = st.tuples(st.integers(0, len(text)), st.integers(0, len(text))).map(sorted)
    return text, draw(st.lists(ends.map(lambda pair: Span(*pair)), max_size=6))


@given(marked())
def test_the_pieces_are_the_text_and_every_marked_letter_is_marked(found):
    text, marks = found
    made = pieces(text, marks)
    assert "".join(piece for piece, _ in made) == text
    assert all(piece for piece, _ in made)
    letters = [is_marked for piece, is_marked in made for _ in piece]
    assert letters == [any(mark.start <= n < mark.end for mark in marks) for n in range(len(text))]


@given(before=st.integers(0, 3000), after=st.integers(0, 3000))
def test_a_long_text_is_cut_around_the_first_words_found(before, after):
    text = f"{'a' * before}found{'b' * after}"
    made = cut_pieces(text, [Span(before, before + 5)])
    assert ("found", True) in made
    assert sum(len(piece) for piece, _ in made if piece != "…") == min(len(text), SHOWN_WORDS)
    assert "".join(piece for piece, _ in made if piece != "…") in text


def test_articles_and_statements_have_the_words(reader):
    page = search_page(reader, "gates")
    assert page.paged.total == len(page.articles) > 0
    assert all("gate" in "".join(text.lower() for text, is_marked in hit.snippet if is_marked) for hit in page.articles)
    assert page.statements_total == len(page.statements) > 0


def test_nothing_is_found_by_nothing(reader):
    for words in ("", "xyzzy", "%", "'"):
        page = search_page(reader, words)
        assert page.articles == page.statements == ()
