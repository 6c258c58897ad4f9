"""Charts as pictures, and the script that draws them in a page: all made here, nothing fetched."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from dateline.views.charts.chart import Chart
from dateline.views.charts.kept_text import kept_text
from dateline.views.charts.themes import standing_alone

if TYPE_CHECKING:
    from types import ModuleType

WIDTH = 720
VEGA_LITE = "6.4"
"""The version that specifications are written in: what Altair 6 writes."""


def svg(chart: Chart, *, dark: bool = False, width: int = WIDTH) -> str:
    """The chart under its title as SVG, so many pixels wide."""
    drawn: str = _convert().vegalite_to_svg(standing_alone(chart, width, dark=dark), vl_version=VEGA_LITE, allowed_base_urls=[])
    return drawn


def png(chart: Chart, *, dark: bool = False, width: int = WIDTH, scale: float = 2.0) -> bytes:
    """The chart under its title as PNG, `scale` times as many pixels wide."""
    spec = standing_alone(chart, width, dark=dark)
    drawn: bytes = _convert().vegalite_to_png(spec, vl_version=VEGA_LITE, scale=scale, allowed_base_urls=[])
    return drawn


@cache
def javascript_bundle() -> str:
    """Vega, Vega-Lite and Vega-Embed in one script, which sets `vegaEmbed`, `vega` and `vegaLite`.

    It takes seconds to make, and is kept among the user's caches for the next time. With `ast: true` Vega-Embed interprets
    expressions, so that no page needs `unsafe-eval` for it.
    """
    name = f"vega-{_convert().__version__}-{VEGA_LITE}.js"
    return kept_text(name, lambda: str(_convert().javascript_bundle(vl_version=VEGA_LITE)))


def _convert() -> ModuleType:
    import vl_convert

    return vl_convert
