"""The network of actors as SVG: who deals with whom, how much, and whether in conflict or in cooperation."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

import numpy as np
from markupsafe import Markup

from dateline.views.network.graph import Edge, Node, edge_words, joining, node_words, ranked, telling
from dateline.views.network.layout import layout
from dateline.views.svg import Point, cut, drawing, element, group, link, number, text, width_of

LEGEND = 34
SMALLEST, LARGEST = 4.0, 17.0
"""Pixels: radius of a node."""
THINNEST, THICKEST = 1.0, 7.0
"""Pixels: width of an edge."""
FAINT = 2.0
"""Pixels: narrower edges are paler too."""
SMALL, LARGE = 11.0, 14.0
"""Size of the names."""
LONGEST = 136.0
BEND = 0.09
"""How far an edge swings out, by its length."""


def network_svg(
    nodes: Sequence[Node], edges: Sequence[Edge], width: int = 720, height: int = 520, *, label: str = "Network of actors"
) -> Markup:
    """The network of these nodes and of the edges between them; it reads best with 10 to 40 nodes.

    The links of nodes are reached by keyboard in the order of their size, those of edges by pointing alone: a table beside the
    drawing should have both.
    """
    return _network(ranked(nodes), tuple(edges), (width, height), label)


@lru_cache(maxsize=32)
def _network(shown: tuple[Node, ...], edges: tuple[Edge, ...], size: tuple[int, int], label: str) -> Markup:
    joined = joining(edges, shown)
    drawn = telling(joined)
    sizes = _Sizes(shown, joined)
    halves = np.array([sizes.half(node) for node in shown]).reshape(-1, 2)
    places = layout(shown, joined, halves, size)
    body = (
        group(_edges(drawn, shown, places, sizes), class_="net-edges"),
        group((_node(node, places[node.key], sizes) for node in shown), class_="net-nodes"),
        group(_legend(size, len(joined) - len(drawn)), class_="legend", aria_hidden="true"),
    )
    return drawing((size[0], size[1] + LEGEND), label, *body, class_="network")


class _Sizes:
    """How large nodes, names and edges are, beside the largest of each."""

    def __init__(self, nodes: Sequence[Node], edges: Sequence[Edge]) -> None:
        self._most = max((node.incidents for node in nodes), default=1)
        self._strongest = max((edge.incidents for edge in edges), default=1)

    def radius(self, node: Node) -> float:
        return max(SMALLEST, LARGEST * self._share(node))

    def letters(self, node: Node) -> float:
        return round(SMALL + (LARGE - SMALL) * self._share(node))

    def stroke(self, edge: Edge) -> float:
        return max(THINNEST, THICKEST * math.sqrt(edge.incidents / self._strongest))

    def half(self, node: Node) -> Point:
        """Half the width and half the height of a node with the name under it, and some air."""
        letters, radius = self.letters(node), self.radius(node)
        wide = width_of(cut(node.name, letters, LONGEST), letters)
        return max(radius, wide / 2) + 4, radius + letters * 0.75 + 3

    def _share(self, node: Node) -> float:
        return math.sqrt(max(node.incidents, 0) / max(self._most, 1))


def _edges(edges: Sequence[Edge], nodes: Sequence[Node], places: Mapping[str, Point], sizes: _Sizes) -> Iterator[Markup]:
    names = {node.key: node.name for node in nodes}
    raised = {node.key: _lift(node, sizes) for node in nodes}
    for edge in edges:
        ends = [(places[key][0], places[key][1] - raised[key]) for key in sorted((edge.one, edge.other))]
        stroke = sizes.stroke(edge)
        dashes, faint = _dashes(edge, stroke), "net-line net-faint" if stroke < FAINT else "net-line"
        line = element("path", d=_curve(*ends), stroke_width=stroke, stroke_dasharray=dashes, class_=faint)
        reach = element("path", d=_curve(*ends), class_="net-reach")
        words = edge_words(edge, (names[edge.one], names[edge.other]))
        yield link(edge.href, words, reach, line, class_=f"net-{edge.leaning}", tabindex="-1" if edge.href else None)


def _curve(start: Point, end: Point) -> str:
    across, down = end[0] - start[0], end[1] - start[1]
    middle = ((start[0] + end[0]) / 2 - down * BEND, (start[1] + end[1]) / 2 + across * BEND)
    return f"M{_pair(start)}Q{_pair(middle)} {_pair(end)}"


def _pair(point: Point) -> str:
    return f"{number(point[0])} {number(point[1])}"


def _dashes(edge: Edge, stroke: float) -> str | None:
    """Cooperation is a whole line, conflict is broken, what is both is dotted and broken."""
    unit = number(max(stroke, 2.0))
    long = number(max(stroke, 2.0) * 2.5)
    return {"cooperation": None, "conflict": f"{long} {unit}", "mixed": f"{long} {unit} {unit} {unit}"}[edge.leaning]


def _lift(node: Node, sizes: _Sizes) -> float:
    """How far the disc of a node stands above the middle of disc and name."""
    return sizes.letters(node) * 0.6


def _node(node: Node, at: Point, sizes: _Sizes) -> Markup:
    radius, letters = sizes.radius(node), sizes.letters(node)
    x, y = at[0], at[1] - _lift(node, sizes)
    style = "halo net-large" if letters > SMALL else "halo"
    words = text(
        (x, y + radius + letters), cut(node.name, letters, LONGEST), font_size=letters, text_anchor="middle", class_=style
    )
    shape = _shape(node, (x, y), radius)
    reach = element("circle", cx=x, cy=y, r=max(radius + 3, 9), class_="hit")
    return link(node.href, node_words(node), reach, shape, words, class_="net-node")


def _shape(node: Node, at: Point, radius: float) -> Markup:
    """States are discs, people rings, all others squares."""
    x, y = at
    if node.kind == "state":
        return element("circle", cx=x, cy=y, r=radius, class_="net-state")
    if node.kind == "person":
        return element("circle", cx=x, cy=y, r=radius, class_="net-person")
    side = radius * 1.77
    return element("rect", x=x - side / 2, y=y - side / 2, width=side, height=side, class_="net-body")


def _legend(size: tuple[int, int], weaker: int) -> Iterator[Markup]:
    x, y = 8.0, size[1] + LEGEND / 2 + 4
    for leaning, balance in (("cooperation", 1.0), ("conflict", -1.0), ("mixed", 0.0)):
        dashes = _dashes(Edge("", "", 1, balance), 3.0)
        line = element("path", d=f"M{number(x)} {number(y)}h34", stroke_width=3, stroke_dasharray=dashes, class_="net-line")
        yield group((line,), class_=f"net-{leaning}")
        words = "both" if leaning == "mixed" else leaning
        yield text((x + 40, y + 4), words)
        x += 40 + width_of(words, SMALL) + 16
    x += 14
    for kind, words in (("state", "state"), ("person", "person"), ("organisation", "body")):
        yield _shape(Node("", "", 0, "", kind), (x, y), 5)
        yield text((x + 10, y + 4), words)
        x += 10 + width_of(words, SMALL) + 20
    words = f"{weaker:,} weaker ties not drawn" if weaker else "the wider, the more incidents"
    yield text((size[0] - 8, y + 4), words, text_anchor="end")
