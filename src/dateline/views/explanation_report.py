"""One explained record as a report for a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from dateline.analysis.corpus import outlet_of, published_on
from dateline.views.explain import Explanation, Passage
from dateline.views.report import CONTENT, CUE, HEADING, SOFT, SOURCE, TRIGGER
from dateline.views.wording import NO_DATE, day_words

STYLES = {"source": SOURCE, "cue": CUE, "content": CONTENT, "trigger": TRIGGER, "evidence": TRIGGER, "condition": CUE}
OTHER = "underline"


def explanation_report(explanation: Explanation) -> RenderableType:
    """Fields, the words in their paragraphs, the reason, and the records that hang together with this one."""
    return Group(*_parts(explanation))


def _parts(explanation: Explanation) -> Iterator[RenderableType]:
    yield Text.assemble((explanation.kind.capitalize(), "bold"), " ", (explanation.id, SOFT))
    yield Text(_article(explanation), SOFT)
    yield Text()
    yield _pairs(explanation.fields)
    if explanation.passages:
        yield Text("\nIn the article", HEADING)
        yield _legend(explanation)
    for passage in explanation.passages:
        yield Padding(_marked(passage), (1, 0, 0, 4), expand=False)
    if why := _why(explanation):
        yield Text("\nWhy", HEADING)
        yield Text(why)
    if explanation.related:
        yield Text("\nHangs together with", HEADING)
        yield _pairs(tuple((r.relation, f"{r.kind} {r.id}: {r.words}") for r in explanation.related))


def _article(explanation: Explanation) -> str:
    article = explanation.article
    day = day_words(published_on(article))
    facts = (article.title or article.source, outlet_of(article), "" if day == NO_DATE else day)
    elsewhere = f"also in {len(explanation.elsewhere)} other articles" if explanation.elsewhere else ""
    return " · ".join(fact for fact in (*facts, elsewhere) if fact)


def _why(explanation: Explanation) -> str:
    sure = "" if explanation.confidence is None else f"estimated chance of being right: {explanation.confidence:.0%}"
    return "\n".join(part for part in (explanation.reason, sure) if part)


def _pairs(pairs: tuple[tuple[str, str], ...]) -> Table:
    table = Table(box=None, show_header=False, pad_edge=False, padding=(0, 2, 0, 0))
    table.add_column(style=SOFT, no_wrap=True)
    table.add_column(overflow="fold")
    for name, value in pairs:
        table.add_row(name, Text(value))
    return table


def _legend(explanation: Explanation) -> Text:
    roles = dict.fromkeys(mark.role for passage in explanation.passages for mark in passage.highlights)
    return Text("marked: ", SOFT).append_text(Text(", ").join(Text(role, STYLES.get(role, OTHER)) for role in roles))


def _marked(passage: Passage) -> Text:
    text = Text(passage.text)
    for mark in passage.highlights:
        start, end = mark.span.start - passage.span.start, mark.span.end - passage.span.start
        text.stylize(STYLES.get(mark.role, OTHER), max(start, 0), min(end, len(passage.text)))
    return text
