"""Sayings as lines of a terminal: when, who, quoted by how many, and what each article gives of the words."""

from __future__ import annotations

from dateline.corroboration.sayings.telling import SaidWords, ToldSaying
from dateline.views.incident_lines import SHOWN, shortened
from dateline.views.search_lines import with_marks
from dateline.views.wording import count, day_words, says


def saying_lines(one: ToldSaying, *, reasons: bool = False) -> list[str]:
    """A head line, then a line for each report; with `reasons` all of them with ids, scores and why they are there."""
    articles = len(one.saying.articles)
    quoted_by = f"{count(articles, 'article')} of {count(len(one.outlets), 'outlet')}"
    head = f"{day_words(one.first)} — {_plain(one.speaker)} {says(one.reports[0].act)} · {quoted_by} · {one.saying.id}"
    if reasons:
        return [head, *(line for report in one.reports for line in (_words(report), _why(report)))]
    more = [f"    and {len(one.reports) - SHOWN} more"] if len(one.reports) > SHOWN else []
    return [head, *map(_words, one.reports[:SHOWN]), *more]


def _words(report: SaidWords) -> str:
    return f"    {_plain(report.outlet or 'unnamed outlet')}, {day_words(report.published)}: {shortened(_plain(report.words))}"


def _why(report: SaidWords) -> str:
    return f"        {report.statement} {report.score:.2f} {report.reason}"


def _plain(words: str) -> str:
    return with_marks(words, ())
