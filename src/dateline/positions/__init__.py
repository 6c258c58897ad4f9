"""Proposals and where each actor stands on them."""

from dateline.positions.finding import find_positions

__all__ = ["find_positions"]
