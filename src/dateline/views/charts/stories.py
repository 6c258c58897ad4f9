"""The largest stories as ridges over time, in the order in which they begin."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from dateline.analysis.story_streams import StoryStream
from dateline.views.charts.chart import Chart
from dateline.views.charts.ridges import Ridge, ridges
from dateline.views.charts.times import span_written

COLUMNS = ("story", "first", "last", "articles")


def stories_chart(streams: Sequence[StoryStream], *, link: Callable[[StoryStream], str] | None = None) -> Chart:
    """Articles on each story by period, on a common scale; `link` gives the address that a click on a story opens."""
    series = [Ridge(s.story, s.title, s.counts, f"{s.articles} articles", link(s) if link else None) for s in streams]
    description = _description(streams)
    spec = ridges(series, description, common=True, unit="articles")
    rows = tuple((s.title, s.first, s.last, s.articles) for s in streams)
    subtitle = "Articles on each of the largest stories, in the order in which they begin"
    return Chart("stories", _title(streams), subtitle, description, spec, COLUMNS, rows)


def _title(streams: Sequence[StoryStream]) -> str:
    if not streams:
        return "No stories in this time"
    largest = max(streams, key=lambda stream: stream.articles)
    return f"The largest story: {largest.articles} articles, {span_written(largest.first, largest.last)}"


def _description(streams: Sequence[StoryStream]) -> str:
    told = (f"{s.title} ({s.articles} articles, {span_written(s.first, s.last)})" for s in streams)
    return f"{len(streams)} stories. {'; '.join(told)}."
