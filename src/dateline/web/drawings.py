"""The drawings of a page: maps, networks and trees, made on the server so that they need no script."""

from __future__ import annotations

from markupsafe import Markup

from dateline.corroboration.origins import tree_of
from dateline.views.map import PlaceOnMap, map_svg
from dateline.views.network import Edge, Node, network_svg
from dateline.views.origin_tree import tree_svg
from dateline.views.room.incident_page import IncidentPage
from dateline.views.room.network_page import NetworkPage
from dateline.views.room.place_page import PlaceLine, PlacePage
from dateline.views.room.reader import Reader
from dateline.views.room.vouching import vouched_of
from dateline.web.addresses import article_address, incidents_address, party_key_address


def drawings_of(reader: Reader, page: object) -> dict[str, Markup]:
    """The drawings that go with what a page shows, by name; none for most pages."""
    if isinstance(page, PlacePage):
        return {"map": map_svg([_place(place, page) for place in page.places], 960, label="Map of the events")}
    if isinstance(page, NetworkPage):
        return {"network": _network(page)}
    if isinstance(page, IncidentPage):
        tree = tree_of(vouched_of(reader, page.line.id).origins)
        return {"tree": tree_svg(tree, article_address, 720)}
    return {}


def _place(place: PlaceLine, page: PlacePage) -> PlaceOnMap:
    href = incidents_address(country=place.country, since=page.since, until=page.until, about=page.about)
    where = (None, None) if place.is_state else (place.latitude, place.longitude)
    return PlaceOnMap(place.name, place.country, *where, place.incidents, place.cooperation, place.conflict, href)


def _network(page: NetworkPage) -> Markup:
    nodes = [Node(n.party, n.name, n.incidents, party_key_address(n.party), n.kind) for n in page.network.nodes]
    edges = [
        Edge(e.one, e.other, e.incidents, e.cooperation - e.conflict, incidents_address(about=e.one, other=e.other))
        for e in page.network.edges
    ]
    return network_svg(nodes, edges, 960, 640)
