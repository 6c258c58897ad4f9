"""A verdict on certainty, and how an outer one changes an inner one."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.knowledge.certainty import effect_of
from dateline.records import Factuality

CONDITION, COUNTERFACTUAL, ABILITY = "is a condition", "would have", "is only able to"
_RANK = {"actual": 0, "claimed": 1, "planned": 2, "hypothetical": 3, "negated": 4, "denied": 5}


@dataclass(frozen=True, slots=True)
class Certainty:
    """The verdict and the word that decided it."""

    value: Factuality
    because: str


def combine(inner: Certainty, outer: Certainty) -> Certainty:
    """What lies further out overrides: a denied plan is denied; the denial of a denial is left at denied."""
    if inner.because == "whether" or (outer.value == "hypothetical" and effect_of(inner.because, "attribute") == "planned"):
        return inner  # "prepared the ground for the planned summit"
    if inner.value == "negated" and outer.value == "denied":
        return outer
    if inner.value in ("negated", "denied"):
        return Certainty("denied", inner.because) if outer.value == "claimed" else inner
    return outer if _RANK[outer.value] > _RANK[inner.value] else inner
