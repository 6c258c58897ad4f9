"""Who deals with whom."""

import networkx
import pytest

from dateline.analysis.network import as_graph, graphml, network_of
from digests import Told, crisis_archive, digest_of, weeks_after


@pytest.fixture
def archive(tmp_path):
    told = [
        Told(weeks_after(0), -4.0), Told(weeks_after(1), 7.0), Told(weeks_after(2), -1.0), Told(weeks_after(2), -1.0, standing="denied"),
        Told(weeks_after(0), 2.0, ("KOR", "USA")), Told(weeks_after(0), 2.0, ("KOR", "USA")), Told(weeks_after(0), 2.0, ("FRA", "USA")),
    ]  # fmt: skip
    with digest_of(tmp_path / "a.duckdb", told) as opened:
        yield opened


def test_edges_count_incidents_and_weigh_them(archive):
    network = network_of(archive)
    assert [(e.one, e.other, e.incidents, e.balance) for e in network.edges] == [("PRK", "USA", 3, 2.0), ("KOR", "USA", 2, 4.0)]
    assert (network.edges[0].cooperation, network.edges[0].conflict) == (0.333, 0.667)
    assert [(n.party, n.incidents) for n in network.nodes] == [("USA", 6), ("PRK", 3), ("KOR", 2)]


def test_the_time_the_parties_and_the_limit(archive):
    assert [e.incidents for e in network_of(archive, weeks_after(0), weeks_after(1)).edges] == [2, 2]
    assert [e.one for e in network_of(archive, parties={"FRA"}, minimum=1).edges] == ["FRA"]
    assert network_of(archive, limit=1).left_out == 1
    assert network_of(archive, weeks_after(9)).nodes == ()


def test_graph_and_graphml_hold_the_same(archive):
    network = network_of(archive)
    graph = as_graph(network)
    assert graph.edges["PRK", "USA"]["weight"] == 3
    assert graph.nodes["KOR"]["kind"] == "state"
    assert dict(networkx.parse_graphml(graphml(network)).edges) == dict(graph.edges)


def test_joint_actors_of_talks_deal_with_each_other(tmp_path):
    with crisis_archive(tmp_path / "c.duckdb") as archive:
        edges = {(e.one, e.other): e for e in network_of(archive.digested(), minimum=1).edges}
    assert {("EGY", "ETH"), ("EGY", "SDN"), ("ETH", "SDN")} == set(edges)
    assert edges["EGY", "ETH"].conflict == 0.0
