"""The network of actors."""

from dateline.views.network.drawing import network_svg
from dateline.views.network.graph import Edge, Node

__all__ = ["Edge", "Node", "network_svg"]
