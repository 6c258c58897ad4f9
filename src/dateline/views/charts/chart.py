"""A chart: what is drawn, what it is called, and the table beside it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

Spec = dict[str, Any]
"""A Vega-Lite specification as JSON knows it."""


@dataclass(frozen=True, slots=True)
class Chart:
    """A Vega-Lite specification with its data and without colours (`themed` gives it those), and the same as a table.

    `title` is a sentence that the numbers bear out, `subtitle` says how to read the chart, `description` is what those hear who
    do not see it. `columns` and `rows` are the table: periods in which nothing happened are left out of it.
    """

    key: str
    title: str
    subtitle: str
    description: str
    spec: Spec
    columns: tuple[str, ...]
    rows: tuple[tuple[object, ...], ...]

    def _repr_mimebundle_(self, **_: object) -> dict[str, str]:
        """How a notebook shows it: drawn here, without network or script."""
        from dateline.views.charts.rendering import svg

        return {"image/svg+xml": svg(self), "text/plain": f"{self.title}. {self.description}"}


def with_data(skeleton: Spec, description: str, slots: int, **data: Sequence[Mapping[str, object]]) -> Spec:
    """A specification whose layers name their data, with the data under these names; `slots` periods share the width."""
    datasets = {name: list(rows) for name, rows in data.items()}
    return {**skeleton, "description": description, "params": [{"name": "slots", "value": max(slots, 1)}], "datasets": datasets}
