"""Proper names of an article as places on the map."""

from dateline.places.toponyms import PlaceMention, find_places

__all__ = ["PlaceMention", "find_places"]
