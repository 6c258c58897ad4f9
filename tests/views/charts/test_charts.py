"""Charts: what is drawn, what the title dares to say, and the table beside it."""

import json
import re
from datetime import date, timedelta

import altair
import pytest

from dateline.analysis.change_points import ChangePoint
from dateline.analysis.statement_flow import SpeakerFlow
from dateline.analysis.story_streams import StoryStream
from dateline.analysis.tension import Period, Tension
from dateline.analysis.volume import Volume
from dateline.views.charts import Chart, sparkline, statements_chart, stories_chart, tension_chart, theme, themed, volume_chart
from dateline.views.charts.rendering import png, svg
from dateline.views.charts.times import at, milliseconds, span_written

MONDAY = date(2018, 1, 1)
WEEK = timedelta(days=7)
HOSTILE = "<script>alert(1)</script> \u202e http://evil.example"


def period(number: int, cooperation: float, conflict: float, incidents: int = 2) -> Period:
    start = MONDAY + number * WEEK
    return Period(start, start + timedelta(days=6), cooperation, conflict, incidents, (1, 0, 1, 0) if incidents else (0, 0, 0, 0))


INDEX = Tension("PRK", "USA", "week", (period(0, 1.0, -4.0), period(1, 0.0, 0.0, 0), period(2, 7.0, -2.0)), 1, 0)
TURN = ChangePoint(MONDAY + 2 * WEEK, -3.6, -0.2, 20, 30)
VOLUMES = tuple(Volume(p.start, p.end, (3, 1, 2, 4) if p.incidents else (0, 0, 0, 0)) for p in INDEX.periods)
COUNTS = tuple((p.start, 2 * p.incidents) for p in INDEX.periods)
STREAM = StoryStream("story_1", HOSTILE, MONDAY, MONDAY + 2 * WEEK, 8, COUNTS)
FLOWS = (
    SpeakerFlow("a_1", "Kim Jong Un", 8, COUNTS),
    SpeakerFlow("a_2", "Moon Jae-in", 2, (*COUNTS[:1], (MONDAY + 2 * WEEK, 0))),
)
CHARTS = {
    "tension": tension_chart(INDEX, [TURN], link=lambda p: f"/pair?since={p.start}"),
    "quiet tension": tension_chart(Tension("PRK", "USA", "day", (), 0, 0)),
    "volume": volume_chart(VOLUMES),
    "no volume": volume_chart(()),
    "stories": stories_chart([STREAM], link=lambda s: f"/stories/{s.story}"),
    "no stories": stories_chart([]),
    "statements": statements_chart(FLOWS),
    "sparkline": sparkline(INDEX, [TURN]),
}
every_chart = pytest.mark.parametrize("chart", CHARTS.values(), ids=CHARTS)


@every_chart
def test_a_specification_is_valid_vega_lite_with_its_data_in_it(chart: Chart) -> None:
    text = json.dumps(themed(chart))
    altair.Chart.from_json(text, validate=True)
    assert '"url"' not in text
    assert "vega.github.io" not in text
    assert chart.spec["width"] == "container"
    assert chart.spec["description"] == chart.description


@every_chart
@pytest.mark.parametrize("dark", [False, True])
def test_a_chart_is_drawn_without_network(chart: Chart, dark: bool) -> None:
    assert svg(chart, dark=dark, width=340).startswith("<svg")


@every_chart
def test_rows_have_a_cell_for_each_column(chart: Chart) -> None:
    assert all(len(row) == len(chart.columns) for row in chart.rows)


def test_the_look_is_the_theme_alone() -> None:
    chart = CHARTS["tension"]
    assert {k: v for k, v in themed(chart).items() if k != "config"} == chart.spec
    assert themed(chart, dark=True)["config"] == theme(dark=True) != theme()
    colours = json.dumps(chart.spec)
    assert not any(colour in colours for colour in ("#a63603", "#4a98c9"))


def test_cooperation_and_conflict_stay_apart_in_grey() -> None:
    for dark in (False, True):
        styles = theme(dark=dark)["style"]
        for one, other in (
            ("cooperation", "conflict"),
            ("verbal-conflict", "material-conflict"),
            ("verbal-cooperation", "material-cooperation"),
        ):
            assert abs(lightness(styles[one]["color"]) - lightness(styles[other]["color"])) > 0.08


def lightness(colour: str) -> float:
    """Relative luminance as WCAG has it."""
    parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_a_picture_that_stands_alone_has_its_title_and_hostile_words_are_text() -> None:
    drawn = svg(CHARTS["stories"])
    assert "The largest story: 8 articles" in drawn
    assert "<script" not in drawn
    assert "&lt;script&gt;" in drawn
    assert png(CHARTS["sparkline"], width=200)[:4] == b"\x89PNG"


def test_a_notebook_shows_a_picture() -> None:
    shown = CHARTS["sparkline"]._repr_mimebundle_()
    assert shown["image/svg+xml"].startswith("<svg")
    assert "North Korea" in shown["text/plain"]


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        (-3.6, -0.2, "conflict eased"),
        (-3.6, 2.0, "conflict turned to cooperation"),
        (1.0, 3.0, "cooperation grew"),
        (-1.0, -4.0, "conflict sharpened"),
        (3.0, 0.2, "cooperation cooled"),
        (3.0, -2.0, "cooperation turned to conflict"),
    ],
)
def test_the_title_says_what_the_numbers_say(before: float, after: float, words: str) -> None:
    chart = tension_chart(INDEX, [ChangePoint(MONDAY + 2 * WEEK, before, after, 20, 30)])
    assert chart.title == f"North Korea and United States: {words} in the week of 15 January 2018"


def test_without_a_change_the_title_claims_none() -> None:
    chart = tension_chart(INDEX)
    assert chart.title == "North Korea and United States: cooperation and conflict"
    assert "No change point" in chart.description
    assert "dashed" not in chart.subtitle


def test_quiet_periods_are_in_the_time_but_not_in_the_table() -> None:
    chart = CHARTS["tension"]
    assert [row[:3] for row in chart.rows] == [
        (MONDAY, date(2018, 1, 7), -3.0), (MONDAY + 2 * WEEK, date(2018, 1, 21), 5.0)
    ]  # fmt: skip
    first, last = chart.spec["datasets"]["frame"]
    assert (first["from"], last["to"]) == (milliseconds(MONDAY), milliseconds(date(2018, 1, 22)))
    assert [p["address"] for p in chart.spec["datasets"]["periods"]] == ["/pair?since=2018-01-01", "/pair?since=2018-01-15"]


def test_deeds_stand_nearer_to_the_line_than_words() -> None:
    placed = {
        n: [sum(ends) for ends in zip(*bounds, strict=True)] for n, bounds in rectangles(svg(CHARTS["volume"], width=400)).items()
    }
    light, dark = theme()["style"]["verbal-conflict"]["color"], theme()["style"]["material-conflict"]["color"]
    assert placed[dark][0] < placed[light][0]
    light, dark = theme()["style"]["verbal-cooperation"]["color"], theme()["style"]["material-cooperation"]["color"]
    assert placed[dark][0] > placed[light][0]
    assert len(CHARTS["volume"].spec["datasets"]["periods"]) == 2


def rectangles(drawn: str) -> dict[str, list[tuple[float, float]]]:
    """Top and height of the drawn bars by colour."""
    found: dict[str, list[tuple[float, float]]] = {}
    for top, height, colour in re.findall(r'd="M[-\d.]+,([-\d.]+)h[-\d.]+v([-\d.]+)h[-\d.]+Z" fill="(#\w+)"', drawn):
        found.setdefault(colour, []).append((float(top), float(height)))
    return found


def test_ridges_share_a_scale_only_where_they_compare() -> None:
    """Stories compare; who speaks least would not be seen beside who speaks most."""
    tall, flat = STREAM, StoryStream("story_2", "Small", MONDAY, MONDAY, 1, ((MONDAY, 1), (MONDAY + 2 * WEEK, 0)))
    area = theme()["style"]["area"]["color"]
    assert [round(height) for _, height in rectangles(svg(stories_chart([tall, flat])))[area]] == [31, 31, 8]
    assert [round(height) for _, height in rectangles(svg(statements_chart(FLOWS)))[area]] == [31, 31, 31]


@pytest.mark.parametrize(
    ("flows", "title"),
    [
        (FLOWS, "Kim Jong Un has more than twice as many statements as anybody else"),
        ((FLOWS[0], FLOWS[0]), "Most statements: Kim Jong Un and Kim Jong Un"),
        (FLOWS[:1], "Kim Jong Un said most in the week of 1 January 2018: 4 statements"),
        ((), "No statements in this time"),
    ],
)
def test_titles_of_statements(flows: tuple[SpeakerFlow, ...], title: str) -> None:
    assert statements_chart(flows).title == title


def test_days_are_written_short() -> None:
    assert span_written(date(2018, 3, 5), date(2018, 3, 11)) == "5–11 March 2018"
    assert span_written(date(2018, 3, 26), date(2018, 4, 1)) == "26 March – 1 April 2018"
    assert span_written(date(2018, 12, 31), date(2019, 1, 6)) == "31 December 2018 – 6 January 2019"
    assert [at(date(2018, 3, 5), step) for step in ("day", "week", "month")] == [
        "on 5 March 2018", "in the week of 5 March 2018", "in March 2018"
    ]  # fmt: skip
