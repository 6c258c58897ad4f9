"""The look of charts, light and dark; a specification says what is drawn, a theme how."""

from __future__ import annotations

from textwrap import wrap
from typing import Any

from dateline.views.charts.chart import Chart, Spec

FONT = "Liberation Sans, Helvetica Neue, Arial, sans-serif"

# Blue and orange stay apart for all kinds of colour blindness; of the two the conflict is by far the darker one on white paper,
# so that they stay apart in grey as well. Material events are the stronger tone of their side.
LIGHT = {
    "text": "#1f2933", "quiet": "#5b6770", "line": "#c9cfd4", "rule": "#1f2933", "paper": "#ffffff", "area": "#5b7a99",
    "cooperation": "#4a98c9", "cooperation-text": "#1f6aa5", "conflict": "#a63603", "conflict-text": "#a63603",
    "verbal cooperation": "#9ecae1", "material cooperation": "#2b7bba",
    "verbal conflict": "#f0a35e", "material conflict": "#a63603",
}  # fmt: skip
DARK = {
    "text": "#e8ebee", "quiet": "#a3adb5", "line": "#414b54", "rule": "#e8ebee", "paper": "#14181c", "area": "#86a5c4",
    "cooperation": "#8cc4ee", "cooperation-text": "#8cc4ee", "conflict": "#d9601a", "conflict-text": "#f08a4b",
    "verbal cooperation": "#cfe6f7", "material cooperation": "#6fb1e4",
    "verbal conflict": "#f5b987", "material conflict": "#d9601a",
}  # fmt: skip
TITLE_LETTER, SUBTITLE_LETTER = 9.4, 6.4
"""Pixels of a letter on average."""
FILLED = ("cooperation", "conflict", "area", "verbal cooperation", "material cooperation", "verbal conflict", "material conflict")


def theme(*, dark: bool = False) -> Spec:
    """A Vega-Lite `config`, which any chart of this package can be shown with."""
    colours = DARK if dark else LIGHT
    return {
        "background": "transparent",
        "font": FONT,
        "padding": {"left": 2, "right": 6, "top": 4, "bottom": 2},
        "view": {"stroke": None},
        "axis": _axis(colours),
        "title": {
            "anchor": "start", "frame": "group", "offset": 14, "subtitlePadding": 5, "color": colours["text"], "fontSize": 17,
            "fontWeight": 600, "subtitleColor": colours["quiet"], "subtitleFontSize": 12.5,
        },
        "style": {name.replace(" ", "-"): {"color": colours[name]} for name in FILLED} | _lines(colours) | _texts(colours),
    }  # fmt: skip


def themed(chart: Chart, *, dark: bool = False) -> Spec:
    """The specification in its colours, on the ground of the page and without its title, which the page writes."""
    return {**chart.spec, "config": theme(dark=dark)}


def standing_alone(chart: Chart, width: int, *, dark: bool = False) -> Spec:
    """The specification as a picture of its own: under its title, on its own ground, so many pixels wide."""
    title = {
        "text": wrap(chart.title, round(width / TITLE_LETTER)),
        "subtitle": wrap(chart.subtitle, round(width / SUBTITLE_LETTER)),
    }
    ground = {"background": (DARK if dark else LIGHT)["paper"], "padding": 16}
    return {**themed(chart, dark=dark), **ground, "width": width, "title": title}


def _axis(colours: dict[str, str]) -> dict[str, Any]:
    return {
        "labelColor": colours["quiet"], "labelFontSize": 11.5, "labelPadding": 5, "title": None, "domain": False,
        "tickColor": colours["line"], "gridColor": colours["line"], "gridOpacity": 0.6, "tickSize": 4, "labelOverlap": True,
    }  # fmt: skip


def _lines(colours: dict[str, str]) -> dict[str, Any]:
    return {
        "zero": {"color": colours["quiet"], "strokeWidth": 1},
        "ground": {"color": colours["line"], "strokeWidth": 1},
        "balance": {"color": colours["text"], "thickness": 1.6, "opacity": 1},
        "change": {"color": colours["rule"], "strokeWidth": 1, "strokeDash": [3, 3]},
    }


def _texts(colours: dict[str, str]) -> dict[str, Any]:
    plain = {"color": colours["text"], "fontSize": 12, "font": FONT}
    return {
        "label": {**plain},
        "label-strong": {**plain, "fontWeight": 600},
        "label-cooperation": {**plain, "color": colours["cooperation-text"], "fontWeight": 600},
        "label-conflict": {**plain, "color": colours["conflict-text"], "fontWeight": 600},
        "label-quiet": {**plain, "color": colours["quiet"], "fontSize": 11.5},
    }
