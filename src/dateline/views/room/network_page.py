"""Who deals with whom: the network of actors, for the drawing and the table beside it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from dateline.analysis.network import Edge, Network, Node, network_of
from dateline.views.room.asking import parties_called
from dateline.views.room.reader import Reader

MOST_NODES, MOST_EDGES = 34, 90


@dataclass(frozen=True, slots=True)
class NetworkPage:
    """The network asked for: actors and what is between them, those with most incidents first."""

    since: date | None
    until: date | None
    about: str | None
    network: Network
    names: dict[str, str]


def network_page(reader: Reader, since: date | None = None, until: date | None = None, about: str | None = None) -> NetworkPage:
    """The network of a period; with `about` that of the actors meant."""
    parties = parties_called(reader, about)
    found = network_of(reader, since, until, parties=parties or (), limit=MOST_EDGES)
    shown = _largest(found)
    return NetworkPage(since, until, about, shown, {node.party: node.name for node in shown.nodes})


def _largest(found: Network) -> Network:
    """As many of the largest actors as a drawing can hold, and the edges between them."""
    edges = list(found.edges)
    nodes = sorted(found.nodes, key=lambda node: (-node.incidents, node.name))[:MOST_NODES]
    kept = {node.party for node in nodes}
    drawn = tuple(edge for edge in edges if edge.one in kept and edge.other in kept)
    linked = {key for edge in drawn for key in (edge.one, edge.other)}
    return Network(tuple(n for n in nodes if n.party in linked), drawn, found.left_out + len(edges) - len(drawn))


__all__ = ["Edge", "NetworkPage", "Node", "network_page"]
