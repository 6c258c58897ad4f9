"""What a search has found as lines of a terminal: where it stands, and the words with those marked that were asked for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dateline.archive.search import ArticleHit, ArticleHits, StatementHit, StatementHits
from dateline.records import Span
from dateline.views.wording import count, day_words

LONGEST = 400
"""Characters of a statement that are shown."""
OPEN, CLOSE = "[", "]"
GAP = "…"
_CONTROLS = {code: None for code in (*range(0x20), *range(0x7F, 0xA0), *range(0x202A, 0x202F), *range(0x2066, 0x206A))}
"""Characters by which a text could change the terminal, or the order of the letters around it."""


def article_lines(found: ArticleHits) -> list[str]:
    """A line with the title, one with outlet, day and id, one with the snippet, for each; then how many there are in all."""
    return [*(line for hit in found.hits for line in _article(hit)), *_rest(found.total, len(found.hits), "article")]


def statement_lines(found: StatementHits) -> list[str]:
    """A line with the words, one with who says it where and the ids, for each; then how many there are in all."""
    return [*(line for hit in found.hits for line in _statement(hit)), *_rest(found.total, len(found.hits), "statement")]


def with_marks(text: str, marks: Sequence[Span], start: int = 0) -> str:
    """The text on one line, with marks in brackets; `start` is where it begins in the text in which the marks count."""
    return " ".join("".join(_marked(text, marks, start)).split())


def _marked(text: str, marks: Sequence[Span], start: int) -> Iterator[str]:
    at = 0
    for mark in marks:
        first, last = mark.start - start, mark.end - start
        yield _plain(text[at:first]) + OPEN + _plain(text[first:last]) + CLOSE
        at = last
    yield _plain(text[at:])


def _plain(text: str) -> str:
    return text.replace("\n", " ").replace("\t", " ").translate(_CONTROLS)


def _article(hit: ArticleHit) -> Iterator[str]:
    one = hit.snippet
    before, after = GAP if one.start else "", GAP if one.text else ""
    yield _plain(hit.title or "Without a title")
    yield f"    {_plain(hit.outlet or 'unnamed outlet')}, {day_words(hit.published)} · {hit.article} · {hit.score:.1f}"
    yield f"    {before}{with_marks(one.text, one.marks, one.start)}{after}"


def _statement(hit: StatementHit) -> Iterator[str]:
    text = hit.content[:LONGEST]
    marks = [mark for mark in hit.marks if mark.end <= LONGEST]
    who = f"{_plain(hit.speaker_name or 'somebody')} ({hit.act})"
    yield f"{who}: {with_marks(text, marks)}{GAP if len(hit.content) > LONGEST else ''}"
    where = f"{_plain(hit.outlet or 'unnamed outlet')}, {day_words(hit.published)}"
    yield f"    {where} · {hit.statement} in {hit.article} · {hit.score:.1f}"


def _rest(total: int, shown: int, noun: str) -> Iterator[str]:
    if total > shown:
        yield f"{shown} of {count(total, noun)} (--limit shows more)"
