"""Where the nodes of a network stand: those that deal much with each other side by side, none over another."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from dateline.views.network.graph import Edge, Node
from dateline.views.svg import Point

Places = npt.NDArray[np.float64]

MAJORIZATIONS = 120
ROUNDS = 250
GOLDEN = math.pi * (3 - math.sqrt(5))
UNRELATED = 1.3
"""How far from each other nodes are that nothing joins, by the longest way that there is."""


def layout(nodes: Sequence[Node], edges: Sequence[Edge], halves: Places, size: Point) -> dict[str, Point]:
    """The middle of each node by its key, in a drawing of that size; the same for the same network.

    `halves` has for each node half the width and half the height that it and its name take.
    """
    if not nodes:
        return {}
    places = _spread(_sprung(nodes, edges), size)
    for _ in range(ROUNDS):
        pushed = _kept_in(_apart(places, halves), halves, size)
        if np.abs(pushed - places).max() < 0.05:
            break
        places = pushed
    return {node.key: (float(x), float(y)) for node, (x, y) in zip(nodes, places, strict=True)}


def _sprung(nodes: Sequence[Node], edges: Sequence[Edge]) -> Places:
    """Places without unit at which the distances in the drawing come as near as can be to those in the network.

    Stress majorization: E. Gansner, Y. Koren, S. North, "Graph drawing by stress majorization", Graph Drawing 2004,
    https://doi.org/10.1007/978-3-540-31843-9_25; it begins at the classical scaling of the distances.
    """
    distances = _distances(nodes, edges)
    np.fill_diagonal(distances, 1.0)
    weights = 1.0 / distances**2
    np.fill_diagonal(weights, 0.0)
    inverse = np.linalg.pinv(_laplacian(weights))
    places = _scaled(distances)
    for _ in range(MAJORIZATIONS):
        apart = np.linalg.norm(places[:, None, :] - places[None, :, :], axis=2)
        pull = weights * distances / np.maximum(apart, 1e-6)
        np.fill_diagonal(pull, 0.0)
        places = inverse @ _laplacian(pull) @ places
    return np.asarray(places)


def _distances(nodes: Sequence[Node], edges: Sequence[Edge]) -> Places:
    """Shortest ways between all nodes (Floyd and Warshall): an edge is the shorter the more incidents it has."""
    position = {node.key: i for i, node in enumerate(nodes)}
    found = np.full((len(nodes), len(nodes)), np.inf)
    np.fill_diagonal(found, 0.0)
    for edge in edges:
        one, other = position[edge.one], position[edge.other]
        found[one, other] = found[other, one] = 1.0 / (0.5 + math.log1p(edge.incidents))
    for middle in range(len(nodes)):
        found = np.minimum(found, found[:, middle, None] + found[None, middle, :])
    near = found[np.isfinite(found)]
    return np.where(np.isfinite(found), found, near.max() * UNRELATED if near.max() else 1.0)


def _laplacian(weights: Places) -> Places:
    return np.asarray(np.diag(weights.sum(axis=1)) - weights)


def _scaled(distances: Places) -> Places:
    """Classical scaling: the two main axes of the distances; nodes on one spot are set apart by a spiral."""
    count = len(distances)
    centring = np.eye(count) - 1.0 / count
    values, vectors = np.linalg.eigh(-0.5 * centring @ distances**2 @ centring)
    main = vectors[:, ::-1][:, :2] * np.sqrt(np.maximum(values[::-1][:2], 0.0))
    angle = np.arange(count) * GOLDEN
    spiral = np.column_stack((np.cos(angle), np.sin(angle))) * 0.05
    return np.asarray(_padded(main) + spiral)


def _padded(places: Places) -> Places:
    """With a second column where one node has but one axis."""
    return np.column_stack((places, np.zeros((len(places), 2 - places.shape[1]))))


def _spread(places: Places, size: Point) -> Places:
    """Turned so that the longer way lies along the longer side, then stretched over the drawing, evenly rather than true."""
    middle = places - places.mean(axis=0)
    if len(places) > 2:
        _, _, axes = np.linalg.svd(middle, full_matrices=False)
        middle = middle @ (axes * np.sign(axes.sum(axis=1, keepdims=True) + 1e-9)).T
    even = 0.5 * middle / np.maximum(np.abs(middle).max(axis=0), 1e-9) + 0.5 * _by_rank(middle)
    return np.asarray((even * 0.46 + 0.5) * np.array(size))


def _by_rank(places: Places) -> Places:
    """From -1 to 1, each as far from the next: what would crowd in the middle comes apart."""
    ranks = places.argsort(axis=0, kind="stable").argsort(axis=0, kind="stable")
    return np.asarray(2 * ranks / max(len(places) - 1, 1) - 1)


def _apart(places: Places, halves: Places) -> Places:
    """One step of pushing nodes that overlap away from each other, along the shorter way out."""
    gap = places[:, None, :] - places[None, :, :]
    over = halves[:, None, :] + halves[None, :, :] - np.abs(gap)
    touching = (over > 0).all(axis=2) & ~np.eye(len(places), dtype=bool)
    across = touching & (over[:, :, 0] < over[:, :, 1])
    upright = touching & ~across
    order = np.sign(np.arange(len(places))[:, None] - np.arange(len(places))[None, :])
    way = np.where(np.abs(gap) < 1e-9, order[:, :, None], np.sign(gap))
    push = way * np.maximum(over, 0) * 0.5 * np.stack((across, upright), axis=2)
    return np.asarray(places + push.sum(axis=1) * 0.6)


def _kept_in(places: Places, halves: Places, size: Point) -> Places:
    return np.asarray(np.clip(places, halves, np.maximum(np.array(size) - halves, halves)))
