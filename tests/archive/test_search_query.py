"""What is typed is read as words, phrases and filters; nothing is an error."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.archive.search_query import MOST_WORDS, SearchFilters, SearchQuery, day_of, parse_query


def test_words_phrases_and_what_must_not_stand() -> None:
    query = parse_query('North “dual freeze” -china -"red line" Jae-in -c-d')
    assert query.words == ("north",)
    assert query.phrases == (("dual", "freeze"), ("jae", "in"))
    assert (query.without, query.without_phrases) == (("china",), (("red", "line"), ("c", "d")))
    assert query.required == ("north", "dual", "freeze", "jae", "in")


def test_prefixes_are_filters() -> None:
    query = parse_query('talks outlet:"BBC News" Speaker:trump act:deny since:2017-04 until:2017-02')
    assert query == SearchQuery(
        words=("talks",), filters=SearchFilters("BBC News", "trump", "deny", date(2017, 4, 1), date(2017, 2, 28))
    )


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("since:yesterday", ("since", "yesterday")),
        ("until:2017-13", ("until", "2017", "13")),
        ("outlet: talks", ("outlet", "talks")),
        ('outlet:""', ("outlet",)),
        ('"never closed', ("never", "closed")),
        ("other:thing", ("other", "thing")),
        ("-", ()),
        ("", ()),
        ('""', ()),
        ("'; DROP TABLE articles; --", ("drop", "table", "articles")),
    ],
)
def test_bad_input_is_searched_as_words(typed: str, words: tuple[str, ...]) -> None:
    query = parse_query(typed)
    assert query.required == words
    assert not query.filters.narrow


@given(st.text(max_size=300) | st.text('-":outletspakrsince 0123-%_\\\n', max_size=300))
def test_nothing_is_an_error(typed: str) -> None:
    query = parse_query(typed)
    assert len(query.words) <= MOST_WORDS
    assert sum(map(len, query.phrases)) <= MOST_WORDS
    assert all(word.isalnum() or not word.isascii() for word in query.required)


def test_a_megabyte_is_cut() -> None:
    assert parse_query("abc " * 300_000).words == ("abc",)
    assert len(parse_query(" ".join(map(str, range(300_000)))).words) == MOST_WORDS


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("2016", date(2016, 1, 1), date(2016, 12, 31)),
        ("2016-02", date(2016, 2, 1), date(2016, 2, 29)),
        ("2016-02-30", None, None),
        ("0000", None, None),
        ("16", None, None),
    ],
)
def test_days_may_be_partial(words: str, first: date | None, last: date | None) -> None:
    assert (day_of(words), day_of(words, last=True)) == (first, last)


def test_a_filter_that_is_given_wins_over_one_that_is_typed() -> None:
    typed = SearchFilters(outlet="BBC", act="say")
    assert typed.under(SearchFilters(outlet="Reuters", speaker="x")) == SearchFilters("Reuters", "x", "say")
