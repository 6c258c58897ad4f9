"""Proposals and where each actor stands on them."""

from dateline.positions.finding import AUTHORED, find_positions

__all__ = ["AUTHORED", "find_positions"]
