"""A verdict on certainty, and how an outer one changes an inner one."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.knowledge.certainty import effect_of
from dateline.records import Factuality

CONDITION, COUNTERFACTUAL, ABILITY, FICTION = "is a condition", "would have", "is only able to", "in a story"
UNREAL = frozenset({COUNTERFACTUAL, "could have", "should have", "ought have"})
VERB, NOUN, ADJECTIVE = "verb above", "noun above", "adjective above"
NEGATING = frozenset({VERB, NOUN})
_RANK = {"actual": 0, "claimed": 1, "planned": 2, "hypothetical": 3, "negated": 4, "denied": 5}


@dataclass(frozen=True, slots=True)
class Certainty:
    """The verdict, the word that decided it, and the construction in which that word stands."""

    value: Factuality
    because: str
    by: str = ""

    def in_words(self) -> str:
        """ "verb above: fear"; the word alone where it says all."""
        return f"{self.by}: {self.because}" if self.by else self.because


def combine(inner: Certainty, outer: Certainty) -> Certainty:
    """What lies further out overrides: a denied plan is denied; the denial of a denial is left at denied.

    Of a word that negates, the negation is undone by one further out: "failed to prevent", "did not rule out" (Karttunen 2012).
    """
    if inner.because == "whether" or (outer.value == "hypothetical" and effect_of(inner.because, "attribute") == "planned"):
        return inner  # "prepared the ground for the planned summit"
    if outer.value == "negated" and inner.by in NEGATING and (undone := effect_of(inner.because, "not")) is not None:
        return Certainty(undone, f"not {inner.because}", "double negation")
    if outer.because in UNREAL and inner.by == "double negation":
        return inner  # the modal that the second of two verbs shares, met again at the first
    if outer.because in UNREAL and inner.value == "negated" and inner.by == VERB and effect_of(inner.because, "kept from"):
        return Certainty("actual", f"{outer.because} {inner.because}", "double negation")  # "should have been kept from it"
    if inner.value == "negated" and (outer.value == "denied" or (outer.value == "hypothetical" and inner.by in NEGATING)):
        return outer  # "may refuse to sign", "wants to prevent an attack"
    if inner.value in ("negated", "denied"):
        return Certainty("denied", inner.because, inner.by) if outer.value == "claimed" else inner
    return outer if _RANK[outer.value] > _RANK[inner.value] else inner
