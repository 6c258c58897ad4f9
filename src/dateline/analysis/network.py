"""Who deals with whom: parties as nodes, and between them what they did together or to each other."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import asdict, dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from dateline.analysis.digest import Counted, Selects

if TYPE_CHECKING:
    import networkx

# Parties are counted by their numbers: to group by a pair of ids takes half as long again.
# "Experts" and "his aides" are nobody who can be met a second time: groups of people are left out, unless asked for.
EDGES = """
WITH strong AS (
    SELECT i.one_no, i.other_no, count(*) AS incidents, round(coalesce(sum(i.goldstein), 0), 1) AS balance,
        round(count(*) FILTER (i.quad LIKE '%cooperation') / count(*), 3) AS cooperation
    FROM {couples} AS i
    WHERE {counted} AND (len(?) = 0 OR list_contains(?, i.one) OR list_contains(?, i.other))
    GROUP BY i.one_no, i.other_no HAVING count(*) >= ?
)
SELECT a.party AS one, b.party AS other, s.*, count(*) OVER () AS edges
FROM strong AS s
JOIN digest_parties AS a ON a.no = s.one_no
JOIN digest_parties AS b ON b.no = s.other_no
WHERE (a.kind NOT IN {groups} OR list_contains(?, a.party)) AND (b.kind NOT IN {groups} OR list_contains(?, b.party))
ORDER BY incidents DESC, abs(balance) DESC, one, other LIMIT ?"""
GROUPS = "('people', 'other', 'outlet')"
NODES = """
WITH counted AS (
    SELECT i.party_no, count(*) AS incidents FROM digest_parts AS i
    WHERE i.party_no IN (SELECT unnest(?)) AND {counted} GROUP BY i.party_no
)
SELECT p.party, p.name, p.kind, p.country, c.incidents
FROM counted AS c JOIN digest_parties AS p ON p.no = c.party_no ORDER BY c.incidents DESC, p.party"""


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
    couples = "digest_ties" if minimum > 1 else "digest_couples"
    query = EDGES.format(couples=couples, counted=counted.condition, groups=GROUPS)
    rows = select.select(query, [*counted.parameters, named, named, named, minimum, named, named, limit])
    ends = sorted({end for row in rows for end in (row["one_no"], row["other_no"])})
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
