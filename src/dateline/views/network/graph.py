"""The actors of a network and what joins them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dateline.views.svg import counted

MIXED = 0.25
"""How far from 0 a balance must be to be called one or the other."""
STRONGEST, OF_EACH = 60, 2
"""How many edges a drawing can bear: the strongest of all, and the strongest of each node."""


@dataclass(frozen=True, slots=True)
class Node:
    """An actor; `kind` is that of the records: state, government_body, organisation, person ..."""

    key: str
    name: str
    incidents: int
    href: str
    kind: str


@dataclass(frozen=True, slots=True)
class Edge:
    """What happened between two nodes, named by their keys; `balance` runs from -1, all conflict, to 1, all cooperation."""

    one: str
    other: str
    incidents: int
    balance: float
    href: str = ""

    @property
    def leaning(self) -> str:
        """cooperation, conflict or mixed."""
        if abs(self.balance) < MIXED:
            return "mixed"
        return "cooperation" if self.balance > 0 else "conflict"


def ranked(nodes: Iterable[Node]) -> tuple[Node, ...]:
    """Each node once, those with most incidents first."""
    return tuple(sorted({node.key: node for node in nodes}.values(), key=lambda node: (-node.incidents, node.name, node.key)))


def joining(edges: Iterable[Edge], nodes: Sequence[Node]) -> tuple[Edge, ...]:
    """The edges between two of these nodes, the weakest first, so that the strongest is drawn over it."""
    keys = {node.key for node in nodes}
    found = (edge for edge in edges if {edge.one, edge.other} <= keys and edge.one != edge.other and edge.incidents > 0)
    return tuple(sorted(found, key=lambda edge: (edge.incidents, edge.one, edge.other)))


def telling(edges: Sequence[Edge]) -> tuple[Edge, ...]:
    """Of edges in the order of their strength the strongest of all and the strongest of each node: more hide each other."""
    strongest = set(edges[-STRONGEST:])
    of_node: Counter[str] = Counter()
    for edge in reversed(edges):
        of_node.update((edge.one, edge.other))
        if min(of_node[edge.one], of_node[edge.other]) <= OF_EACH:
            strongest.add(edge)
    return tuple(edge for edge in edges if edge in strongest)


def node_words(node: Node) -> str:
    """What is said of a node."""
    return f"{node.name}: {counted(node.incidents, 'incident', 'incidents')}"


def edge_words(edge: Edge, names: tuple[str, str]) -> str:
    """What is said of an edge between nodes of these names."""
    leaning = {"mixed": "conflict and cooperation", "conflict": "mostly conflict", "cooperation": "mostly cooperation"}
    return f"{names[0]} and {names[1]}: {counted(edge.incidents, 'incident', 'incidents')}, {leaning[edge.leaning]}"
