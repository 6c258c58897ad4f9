"""Who deals with whom: parties as nodes, and between them what they did together or to each other."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import asdict, dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from dateline.analysis.digest import Counted, Selects

if TYPE_CHECKING:
    import networkx

# Source with target, and the joint doers of what has no direction with each other. "Experts" and "his aides" are nobody who
# can be met a second time, so groups of people are left out, unless asked for.
EDGES = """
WITH parties AS (
    SELECT s.party, any_value(CASE WHEN s.is_state THEN 'state' ELSE x.kind END) AS kind
    FROM digest_sides AS s JOIN digest_actors AS x ON x.id = s.identity
    GROUP BY s.party
),
couples AS (
    SELECT DISTINCT least(a.party, b.party) AS one, greatest(a.party, b.party) AS other, i.id, i.goldstein, i.quad
    FROM digest_incidents AS i
    JOIN digest_types AS t ON t.type = i.type
    JOIN digest_sides AS a ON a.incident = i.id AND a.side = 'source'
    JOIN digest_sides AS b ON b.incident = i.id AND b.party <> a.party AND (b.side = 'target' OR t.is_symmetric)
    WHERE {counted}
)
SELECT c.one, c.other, count(*) AS incidents, round(coalesce(sum(c.goldstein), 0), 1) AS balance,
    round(count(*) FILTER (c.quad LIKE '%cooperation') / count(*), 3) AS cooperation,
    count(*) OVER () AS edges
FROM couples AS c
JOIN parties AS a ON a.party = c.one
JOIN parties AS b ON b.party = c.other
WHERE (len(?) = 0 OR list_contains(?, c.one) OR list_contains(?, c.other))
    AND (list_contains({kinds}, a.kind) OR list_contains(?, c.one))
    AND (list_contains({kinds}, b.kind) OR list_contains(?, c.other))
GROUP BY c.one, c.other HAVING count(*) >= ?
ORDER BY incidents DESC, abs(balance) DESC, c.one, c.other LIMIT ?"""
KINDS = "['state', 'government_body', 'intergovernmental', 'armed_group', 'person', 'company']"
NODES = """
SELECT s.party, any_value(s.name) AS name, any_value(CASE WHEN s.is_state THEN 'state' ELSE x.kind END) AS kind,
    any_value(CASE WHEN s.is_state THEN s.party ELSE x.country END) AS country, count(DISTINCT s.incident) AS incidents
FROM digest_sides AS s
JOIN digest_actors AS x ON x.id = s.identity
JOIN digest_incidents AS i ON i.id = s.incident
WHERE s.party IN (SELECT unnest(?)) AND {counted}
GROUP BY s.party ORDER BY incidents DESC, s.party"""


@dataclass(frozen=True, slots=True)
class Node:
    """A party: a state by its ISO code with all who act for it, or an actor by its id across articles."""

    party: str
    name: str
    kind: str
    country: str | None
    incidents: int


@dataclass(frozen=True, slots=True)
class Edge:
    """Incidents between two parties, each once; `balance` sums their weights, the shares say how many were of which kind."""

    one: str
    other: str
    incidents: int
    balance: float
    cooperation: float
    conflict: float


@dataclass(frozen=True, slots=True)
class Network:
    """The parties that deal with each other most, those first; `left_out` edges are weaker than these."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    left_out: int


def network_of(
    select: Selects, since: date | None = None, until: date | None = None, *, parties: Collection[str] = (), minimum: int = 2,
    limit: int = 60, claimed: bool = False,
) -> Network:  # fmt: skip
    """The edges of at least `minimum` incidents in this time; those of some parties alone where any are given."""
    counted, named = Counted(since, until, claimed), sorted(parties)
    query = EDGES.format(counted=counted.condition, kinds=KINDS)
    rows = select.select(query, [*counted.parameters, *([named] * 5), minimum, limit])
    ends = sorted({end for row in rows for end in (row["one"], row["other"])})
    nodes = select.select(NODES.format(counted=counted.condition), [ends, *counted.parameters])
    left_out = rows[0]["edges"] - len(rows) if rows else 0
    return Network(tuple(Node(**node) for node in nodes), tuple(_edge(row) for row in rows), left_out)


def as_graph(network: Network) -> networkx.Graph[str]:
    """A networkx graph of parties with `name`, `kind`, `country` and `incidents`; `weight` of an edge is its incidents."""
    import networkx

    graph: networkx.Graph[str] = networkx.Graph()
    for node in network.nodes:
        graph.add_node(node.party, **_attributes(node, "party"))
    for edge in network.edges:
        graph.add_edge(edge.one, edge.other, weight=edge.incidents, **_attributes(edge, "one", "other"))
    return graph


def graphml(network: Network) -> str:
    """The graph as GraphML, which Gephi, Cytoscape and others read."""
    import networkx

    return "\n".join(networkx.generate_graphml(as_graph(network)))


def _edge(row: dict[str, Any]) -> Edge:
    shares = row["cooperation"], round(1 - row["cooperation"], 3)
    return Edge(row["one"], row["other"], row["incidents"], row["balance"], *shares)


def _attributes(record: Node | Edge, *without: str) -> dict[str, str | int | float]:
    """GraphML knows no missing value: what is None is left out."""
    return {key: value for key, value in asdict(record).items() if value is not None and key not in without}
