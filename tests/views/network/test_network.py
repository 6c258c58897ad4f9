import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.views.network import Edge, Node, network_svg
from drawn import HOSTILE, NAMESPACE, by_class, links, parsed, words

USA = Node("USA", "United States", 90, "/actors/USA", "state")
PRK = Node("PRK", "North Korea", 60, "/actors/PRK", "state")
MOON = Node("moon", "Moon Jae-in", 20, "/actors/moon", "person")
UN = Node("un", "United Nations", 9, "/actors/un", "organisation")
EDGES = [Edge("USA", "PRK", 40, -0.8, "/pairs/a"), Edge("PRK", "moon", 12, 0.6, "/pairs/b"), Edge("USA", "un", 3, 0.1)]


def middle(root, href):
    (node,) = (n for n in root.iter(f"{NAMESPACE}a") if n.get("href") == href)
    (shape,) = by_class(node, "hit")
    return float(shape.get("cx")), float(shape.get("cy"))


def test_nodes_are_links_in_the_order_of_their_size():
    root = parsed(network_svg([UN, MOON, USA, PRK], EDGES))
    assert [node.get("aria-label") for node in links(root)] == [
        "United States: 90 incidents",
        "North Korea: 60 incidents",
        "Moon Jae-in: 20 incidents",
        "United Nations: 9 incidents",
    ]


def test_edges_differ_by_class_and_by_dashes():
    root = parsed(network_svg([UN, MOON, USA, PRK], EDGES))
    dashes = {}
    for leaning in ("conflict", "cooperation", "mixed"):
        group = by_class(root, f"net-{leaning}")[0]
        dashes[leaning] = by_class(group, "net-line")[0].get("stroke-dasharray")
    assert dashes["cooperation"] is None
    assert len(set(dashes.values())) == 3


def test_edges_say_who_and_what():
    root = parsed(network_svg([USA, PRK], EDGES))
    (edge,) = (node for node in root.iter(f"{NAMESPACE}a") if node.get("tabindex") == "-1")
    assert edge.get("aria-label") == "United States and North Korea: 40 incidents, mostly conflict"


def test_the_stronger_edge_is_wider():
    root = parsed(network_svg([USA, PRK, MOON, UN], EDGES))
    first, last = (float(by_class(root, f"net-{kind}")[0][-1].get("stroke-width")) for kind in ("mixed", "conflict"))
    assert first < last


def test_kinds_have_shapes_of_their_own():
    root = parsed(network_svg([USA, MOON, UN], []))
    assert [len(by_class(root, name)) for name in ("net-state", "net-person", "net-body")] == [2, 2, 2]


def test_those_who_deal_with_each_other_stand_nearer():
    nodes = [Node(str(i), f"Actor {i}", 10, f"/{i}", "state") for i in range(8)]
    edges = [Edge(str(a), str(b), 20, 0) for half in (range(4), range(4, 8)) for a in half for b in half if a < b]
    root = parsed(network_svg(nodes, [*edges, Edge("0", "4", 1, 0)]))
    at = [middle(root, f"/{i}") for i in range(8)]

    def gap(a, b):
        return ((at[a][0] - at[b][0]) ** 2 + (at[a][1] - at[b][1]) ** 2) ** 0.5

    within = [gap(a, b) for a in range(4) for b in range(a)]
    across = [gap(a, b) for a in range(4) for b in range(4, 8)]
    assert sum(within) / len(within) < 0.75 * sum(across) / len(across)


def test_no_name_covers_another_node():
    nodes = [Node(str(i), f"Minister number {i}", 1 + i, f"/{i}", "person") for i in range(30)]
    root = parsed(network_svg(nodes, [Edge("29", str(i), 1 + i, 0) for i in range(29)]))
    at = [middle(root, f"/{i}") for i in range(30)]
    close = [(a, b) for a in range(30) for b in range(a) if abs(at[a][0] - at[b][0]) < 40 and abs(at[a][1] - at[b][1]) < 12]
    assert close == []


def test_only_telling_edges_of_a_thicket_are_drawn():
    nodes = [Node(str(i), str(i), 5, f"/{i}", "state") for i in range(20)]
    edges = [Edge(str(a), str(b), 1 + (a * b) % 7, 0, f"/{a}-{b}") for a in range(20) for b in range(a)]
    root = parsed(network_svg(nodes, edges))
    drawn = [node for node in root.iter(f"{NAMESPACE}a") if node.get("tabindex") == "-1"]
    assert 60 <= len(drawn) < 110
    assert f"{190 - len(drawn)} weaker ties not drawn" in words(root)


def test_names_are_text():
    root = parsed(network_svg([Node("a", HOSTILE, 3, f"/{HOSTILE}", "state"), USA], [Edge("a", "USA", 1, 0, HOSTILE)]))
    assert any("<script>" in (node.get("aria-label") or "") for node in root.iter())


def test_the_order_of_nodes_and_edges_does_not_matter():
    assert network_svg([USA, PRK, MOON, UN], EDGES) == network_svg([UN, MOON, PRK, USA], EDGES[::-1])


@pytest.mark.parametrize("nodes", [[], [USA], [USA, PRK], [USA, USA]])
def test_few_nodes_make_a_drawing(nodes):
    assert len(links(parsed(network_svg(nodes, [Edge("USA", "USA", 2, 0), Edge("USA", "gone", 2, 0)])))) == len(set(nodes))


@settings(max_examples=25, deadline=None)
@given(
    st.lists(
        st.builds(
            Node, st.sampled_from("abcdef"), st.text(max_size=20), st.integers(0, 99), st.text(max_size=3), st.text(max_size=3)
        )
    ),
    st.lists(st.builds(Edge, st.sampled_from("abcdef"), st.sampled_from("abcdef"), st.integers(0, 50), st.floats(-1, 1))),
)
def test_any_network_can_be_drawn(nodes, edges):
    parsed(network_svg(nodes, edges))
