import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.analysis.quote import ELLIPSIS, Quote, quote_in_sentence, quote_spans, shortened
from dateline.corroboration.sentence import sentence_around
from dateline.records import Span


def span(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


@pytest.mark.parametrize(
    ("text", "words", "sentence"),
    [
        ("He came. She left at once. They slept.", "left", "She left at once."),
        ("The U.S. Navy sailed. It rained.", "sailed", "The U.S. Navy sailed."),
        ("Mr. Abe spoke. It rained.", "spoke", "Mr. Abe spoke."),
        ("A headline\n\nIt rained. He said “Go.” She went.", "said", "He said “Go.”"),
        ("A headline without a stop\n\nIt rained.", "without", "A headline without a stop"),
        ("He said “no.” Then he left.", "left", "Then he left."),
    ],
)
def test_sentence_around(text, words, sentence):
    found = sentence_around(text, span(text, words))
    assert text[found.start : found.end].strip() == sentence


def test_a_quote_keeps_the_words_and_cuts_around_them_at_word_boundaries():
    text = "After a very long night of talks in the old palace the ministers signed the treaty that nobody had thought possible before."
    quote = quote_in_sentence(text, span(text, "signed"), limit=60)
    assert quote.words == "signed"
    assert quote.before.startswith(ELLIPSIS)
    assert quote.after.endswith(ELLIPSIS)
    assert len(quote.text) <= 64
    assert set(quote.text.strip(ELLIPSIS).split()) <= set(text.split())


def test_an_interrupted_content_is_joined_by_an_ellipsis():
    text = "“We will go,” he said, “and not come back.”"
    spans = (span(text, "We will go,"), span(text, "and not come back."))
    assert quote_spans(text, spans).text == "We will go … and not come back."


def test_a_quotation_that_is_cut_open_is_closed():
    text = "he spoke of “a dark day”"
    assert quote_spans(text, (span(text, "he spoke of “a dark day"),)).text == text


@given(st.text(alphabet="ab .!\n“”A", min_size=1, max_size=80), st.data())
def test_the_sentence_holds_the_span(text, data):
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    sentence = sentence_around(text, Span(start, end))
    assert sentence.contains(Span(start, end))
    assert 0 <= sentence.start <= sentence.end <= len(text)


@given(st.text(min_size=1, max_size=400), st.integers(10, 100))
def test_a_quote_is_never_much_longer_than_its_limit(text, limit):
    assert len(quote_spans(text, (Span(0, len(text)),), limit).text) <= limit + 2


@pytest.mark.parametrize(
    ("text", "words", "marked"),
    [
        ("Asked again, he said “yes.” She left.", "said “yes", "said “yes.”"),
        ("They met, talked, and left.", "met,", "met"),
        ("They met.", "met.", "met"),
        ("The harbour was bombed.", "arbour", "harbour"),
        ("He spoke - at last - of peace.", "- at last -", "at last"),
    ],
)
def test_marked_words_are_whole_and_without_punctuation_at_their_edges(text, words, marked):
    assert quote_in_sentence(text, span(text, words)).words == marked


@pytest.mark.parametrize(
    ("text", "words", "shown"),
    [
        ("He wrote: “We trust them. They know us.”", "trust", "He wrote: “We trust them.”"),
        ("“We trust them. They know us,” he said.", "know", "“They know us,” he said."),
        ('"We trust them. They know us," he said.', "know", '"They know us," he said.'),
        ('"We trust them. They know us," he said.', "trust", '"We trust them."'),
    ],
)
def test_a_sentence_cut_out_of_a_longer_quotation_gets_its_mark_back(text, words, shown):
    assert quote_in_sentence(text, span(text, words)).text == shown


def test_mixed_marks_that_close_each_other_are_left_alone():
    text = 'it was “ready to strike" at once'
    assert quote_spans(text, (Span(0, len(text)),)).text == text


def test_a_shortened_quote_keeps_its_words():
    quote = Quote(
        "signed", "After a long night of talks in the old palace the ministers ", " the treaty that nobody had thought possible."
    )
    short = shortened(quote, 60)
    assert short.words == "signed"
    assert len(short.text) <= 64
    assert shortened(quote, 200) == quote


def test_a_quote_that_is_all_words_is_cut_at_a_word():
    assert shortened(Quote("After a long night of talks"), 12).text == "After a long…"
