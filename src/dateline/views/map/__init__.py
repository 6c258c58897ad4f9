"""The map of events."""

from dateline.views.map.drawing import Fit, map_svg
from dateline.views.map.place import PlaceOnMap

__all__ = ["Fit", "PlaceOnMap", "map_svg"]
