"""Proper names of an article as places on the map."""

from dateline.places.finding import find_places
from dateline.places.toponyms import PlaceMention

__all__ = ["PlaceMention", "find_places"]
