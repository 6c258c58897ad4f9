"""A small chart in a line of a table: bars above and below nothing, and marks where the course turned."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from markupsafe import Markup

from dateline.views.svg import drawing, element, number

LEAST = 0.8
"""Pixels: height of a bar that is not nothing."""
MARK = 5.0
"""Pixels that marks take at the lower edge."""


def sparkline_svg(
    values: Sequence[float | None], marks: Sequence[int] = (), width: int = 160, height: int = 36, *, label: str = ""
) -> Markup:
    """Bars for values of equal spans of time, above the line for cooperation, below it for conflict; None where nothing is known.

    Each mark is a position in `values` before which the course turns. All bars of one side are one shape: the chart stays small.
    """
    known = [value for value in values if value is not None]
    up, down = max([0.0, *known]), max([0.0, *(-value for value in known)])
    rest = height - (MARK + 1 if marks else 0) - 2
    scale = rest / (up + down) if up + down else 0.0
    zero = 1 + (up * scale if scale else rest / 2)
    step = width / max(len(values), 1)
    body = (
        element("path", d="".join(_bars(values, 1, (step, zero), scale)), class_="pos"),
        element("path", d="".join(_bars(values, -1, (step, zero), scale)), class_="neg"),
        element("path", d=f"M0 {number(zero)}h{number(width)}", class_="spark-zero"),
        element("path", d="".join(_marks(marks, step, height)), class_="spark-mark") if marks else Markup(""),
    )
    return drawing((width, height), label, *body, class_="spark", role="img")


def _bars(values: Sequence[float | None], sign: int, place: tuple[float, float], scale: float) -> Iterator[str]:
    step, zero = place
    wide = number(max(step * 0.8, min(step, 0.6)))
    for position, value in enumerate(values):
        if value is not None and value * sign > 0:
            tall = max(LEAST, abs(value) * scale) * -sign
            yield f"M{number(position * step)} {number(zero)}v{number(tall)}h{wide}v{number(-tall)}z"


def _marks(marks: Sequence[int], step: float, height: int) -> Iterator[str]:
    """Small triangles that point up to where the course turned."""
    for mark in marks:
        yield f"M{number(mark * step - 3)} {number(height)}l3-{number(MARK)} 3 {number(MARK)}z"
