"""Typing of relations: which event one side of a sentence does to the other, or none, by a trained network.

The network chooses among 15 types, as its training data do: CONCEDE and RETREAT are one there, and a last output tells them
apart (the PLOVER manual: words are conceded, deeds are a retreat). It knows nothing of factuality: what is planned, denied or
conditional is typed like what is done.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy

from dateline.errors import BadRecord
from dateline.events.relation_input import Encoded, Side, encode
from dateline.models.relations import TYPES, Floats, RelationNetwork, load_relation_network

NONE = "NONE"
YIELD = "YIELD"
BATCH = 16
SHARPNESS = 1.2
"""What the log odds of the types are multiplied with, so that the probabilities are right as often as they say: fitted on
cross-validation.
"""


@dataclass(frozen=True, slots=True)
class RelationQuery:
    """What does `source` do to `target`? Both are [start, end) in `sentence`; a target may be missing ("remained on alert")."""

    sentence: str
    source: tuple[int, int]
    target: Side


def classify_relation(sentence: str, source: tuple[int, int], target: tuple[int, int]) -> dict[str, float]:
    """The chances of the 16 PLOVER types and of `NONE`, no event from source to target; they sum to 1.

    Raises BadRecord where a side is empty, lies outside the sentence or overlaps the other.
    """
    return score_relations([RelationQuery(sentence, source, target)])[0]


def score_relations(queries: Sequence[RelationQuery]) -> list[dict[str, float]]:
    """What `classify_relation` says of each, in order; a few of like length at once."""
    for query in queries:
        _check(query)
    if not queries:
        return []
    network = load_relation_network()
    rows = [encode(network.tokenizer, q.sentence, q.source, q.target) for q in queries]
    order = sorted(range(len(rows)), key=lambda k: len(rows[k].ids))
    found: list[dict[str, float]] = [{} for _ in rows]
    for k in range(0, len(order), BATCH):
        group = order[k : k + BATCH]
        for i, chances in zip(group, _chances(network, [rows[i] for i in group]), strict=True):
            found[i] = chances
    return found


def _check(query: RelationQuery) -> None:
    for name, side in (("source", query.source), ("target", query.target)):
        if side is not None and not 0 <= side[0] < side[1] <= len(query.sentence):
            problem = f"{name}={tuple(side)} is empty or lies outside the sentence of {len(query.sentence)} characters"
            raise BadRecord("relation", problem, "give it as (start, end), end exclusive")
    if query.target is not None and query.source[0] < query.target[1] and query.target[0] < query.source[1]:
        problem = f"source={tuple(query.source)} and target={tuple(query.target)} overlap"
        raise BadRecord("relation", problem, "give the two sides as separate stretches of the sentence")


def _chances(network: RelationNetwork, rows: Sequence[Encoded]) -> Iterator[dict[str, float]]:
    """One dictionary a row."""
    shape = len(rows), max(len(row.ids) for row in rows)
    ids, roles = numpy.zeros(shape, dtype=numpy.int64), numpy.zeros(shape, dtype=numpy.int64)
    for k, row in enumerate(rows):
        ids[k, : len(row.ids)], roles[k, : len(row.ids)] = row.ids, row.roles
    places = numpy.asarray([row.places for row in rows], dtype=numpy.int64)
    logits = network.logits(ids, roles, places).astype(numpy.float64)
    types = _softmax(SHARPNESS * logits[:, : len(TYPES)])
    event, retreat = _sigmoid(logits[:, len(TYPES)]), _sigmoid(logits[:, len(TYPES) + 1])
    for k in range(len(rows)):
        yield _named(types[k] * event[k], float(retreat[k]), float(1 - event[k]))


def _named(types: Floats, retreat: float, none: float) -> dict[str, float]:
    chances = {name: float(value) for name, value in zip(TYPES, types, strict=True)}
    yielded = chances.pop(YIELD)
    return {**chances, "CONCEDE": yielded * (1 - retreat), "RETREAT": yielded * retreat, NONE: none}


def _softmax(logits: Floats) -> Floats:
    raised: Floats = numpy.exp(logits - logits.max(axis=1, keepdims=True))
    chances: Floats = raised / raised.sum(axis=1, keepdims=True)
    return chances


def _sigmoid(logits: Floats) -> Floats:
    chances: Floats = 1 / (1 + numpy.exp(-logits))
    return chances
