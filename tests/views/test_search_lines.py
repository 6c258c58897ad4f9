"""Hits as lines: where, when, which, with the words marked; nothing of a text reaches the terminal as a command."""

from __future__ import annotations

from datetime import date

from dateline.archive.search import ArticleHit, ArticleHits, StatementHit, StatementHits
from dateline.archive.search_query import SearchQuery
from dateline.archive.search_snippet import Snippet
from dateline.records import Span
from dateline.views.search_lines import LONGEST, article_lines, statement_lines, with_marks

DAY = date(2018, 1, 9)


def article(text: str, *marks: Span, start: int = 0, title: str | None = "Talks") -> ArticleHit:
    return ArticleHit("art_1", title, "Wire", DAY, DAY, 3.14, Snippet(start, start + len(text), text, marks))


def statement(content: str, *marks: Span) -> StatementHit:
    return StatementHit("art_1", "s_1", "Talks", None, None, None, "deny", "kim", "kim", "Kim", content, marks, 2.0)


def test_an_article_is_three_lines() -> None:
    hits = ArticleHits(7, (article("the dual\nfreeze", Span(104, 108), Span(109, 115), start=100),), SearchQuery())
    assert article_lines(hits) == [
        "Talks",
        "    Wire, 9 January 2018 · art_1 · 3.1",
        "    …the [dual] [freeze]…",
        "1 of 7 articles (--limit shows more)",
    ]


def test_a_statement_tells_who_says_it() -> None:
    assert statement_lines(StatementHits(1, (statement("no talks", Span(3, 8)),), SearchQuery())) == [
        "Kim (deny): no [talks]",
        "    unnamed outlet, undated · s_1 in art_1 · 2.0",
    ]


def test_a_long_statement_is_cut() -> None:
    line = statement_lines(StatementHits(1, (statement("talks " * 100, Span(0, 5), Span(594, 599)),), SearchQuery()))[0]
    assert line.startswith("Kim (deny): [talks] talks")
    assert line.endswith("…")
    assert len(line) < LONGEST + 30


def test_control_characters_are_left_out() -> None:
    lines = article_lines(ArticleHits(1, (article("a\x1b[31m b\u202ec", title="T\x07\r\nx"),), SearchQuery()))
    assert not any(ord(sign) < 32 or sign == "\u202e" for line in lines for sign in line)
    assert with_marks("a\x1bb", [Span(0, 3)]) == "[ab]"
