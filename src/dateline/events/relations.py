"""Typing of relations: which event one side of a sentence does to the other, or none, by a trained network.

The network chooses among 15 types, as its training data do: CONCEDE and RETREAT are one there, and a last output tells them
apart (the PLOVER manual: words are conceded, deeds are a retreat). It knows nothing of factuality: what is planned, denied or
conditional is typed like what is done.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import blake2b

import numpy

from dateline.errors import BadRecord
from dateline.events.relation_input import Encoded, Side, encode
from dateline.language.parsing import Kept
from dateline.models.relations import TYPES, Floats, RelationNetwork, load_relation_network

NONE = "NONE"
YIELD = "YIELD"
OF_CHANCES = 1700
"""Bytes that the chances of a query take."""
SHARPNESS = 1.2
"""What the log odds of the types are multiplied with, so that the probabilities are right as often as they say: fitted on
cross-validation.
"""


RelationCache = Kept[dict[str, float]]
"""Chances by the digest of what was asked."""


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


def score_relations(queries: Sequence[RelationQuery], kept: RelationCache | None = None) -> list[dict[str, float]]:
    """What `classify_relation` says of each, in order; sentences asked about before are taken from `kept`.

    They run one by one: the scale of the graph's bytes is that of all that run together, so company would change the results.
    """
    for query in queries:
        _check(query)
    return [_score(query, kept) for query in queries]


def _score(query: RelationQuery, kept: RelationCache | None) -> dict[str, float]:
    network = load_relation_network()
    if kept is None:
        return _chances(network, encode(network.tokenizer, query.sentence, query.source, query.target))
    key = blake2b(
        repr((query.sentence, tuple(query.source), query.target and tuple(query.target))).encode(), digest_size=16
    ).digest()
    found = kept.get(key)
    if found is None:
        found = _chances(network, encode(network.tokenizer, query.sentence, query.source, query.target))
        kept.keep(key, found, OF_CHANCES)
    return dict(found)


def _check(query: RelationQuery) -> None:
    for name, side in (("source", query.source), ("target", query.target)):
        if side is not None and not 0 <= side[0] < side[1] <= len(query.sentence):
            problem = f"{name}={tuple(side)} is empty or lies outside the sentence of {len(query.sentence)} characters"
            raise BadRecord("relation", problem, "give it as (start, end), end exclusive")
    if query.target is not None and query.source[0] < query.target[1] and query.target[0] < query.source[1]:
        problem = f"source={tuple(query.source)} and target={tuple(query.target)} overlap"
        raise BadRecord("relation", problem, "give the two sides as separate stretches of the sentence")


def _chances(network: RelationNetwork, row: Encoded) -> dict[str, float]:
    ids, roles, places = (numpy.asarray([values], dtype=numpy.int64) for values in (row.ids, row.roles, row.places))
    logits = network.logits(ids, roles, places).astype(numpy.float64)
    types = _softmax(SHARPNESS * logits[:, : len(TYPES)])
    event, retreat = _sigmoid(logits[:, len(TYPES)]), _sigmoid(logits[:, len(TYPES) + 1])
    return _named(types[0] * event[0], float(retreat[0]), float(1 - event[0]))


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
