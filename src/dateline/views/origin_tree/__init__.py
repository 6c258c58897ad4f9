"""The tree of origins of an incident, drawn."""

from dateline.views.origin_tree.drawing import tree_svg

__all__ = ["tree_svg"]
