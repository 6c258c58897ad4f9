"""People told by those beside whom they are named or by the body where they serve: "the envoy and three other diplomats"."""

from __future__ import annotations

from dateline.actors.owners import owner
from dateline.actors.phrasing import modifiers, noun_of
from dateline.actors.scene import Scene
from dateline.knowledge.discourse import discourse_nouns

_SERVE = frozenset("work serve employ assign station post accredit attach base".split())
_AT = frozenset({"at", "to", "in", "for", "with"})
_ANYWHERE = frozenset("leader country nation state power government player minister".split())
"""Nouns whose others are mostly of other states: "Trump and other leaders"."""
_ANYBODY = frozenset("people person man woman child victim passenger terrorist extremist militant investor".split())
"""Nouns of no calling, of whom those beside them tell nothing."""

_KIN = frozenset(
    "father mother parent brother sister sibling son daughter child wife husband grandmother grandfather cousin".split()
)


def country_beside(scene: Scene, head: int) -> str | None:
    """The state of those beside whom others of their kind are named, or of the body where they serve."""
    return _of_first(scene, head) or _of_post(scene, head) or _of_kin(scene, head)


def _of_first(scene: Scene, head: int) -> str | None:
    """ "The Russian ambassador and three other diplomats", "he and other officials"."""
    cols, first = scene.cols, scene.cols.head[head]
    if cols.dep[head] != "conj" or first > head or "other" not in {cols.lower[m] for m in modifiers(cols, head)}:
        return None
    noun = noun_of(cols, head)
    shut_out = _ANYWHERE | _ANYBODY | discourse_nouns("between_states") | discourse_nouns("captive")
    if noun is None or not noun.human or cols.lemma[head] in shut_out:
        return None
    while cols.dep[first] == "conj" and cols.head[first] < first:
        first = cols.head[first]
    countries = {scene.drafts[key].country for key in scene.coordinated(first, head)}
    person = scene.draft(first)
    serves = person is not None and person.kind in ("person", "people", "government_body")
    return countries.pop() if serves and len(countries) == 1 else None


def _of_post(scene: Scene, head: int) -> str | None:
    """ "Officials working at the Russian Embassy", "officers assigned to Russia's mission"."""
    cols = scene.cols
    noun = noun_of(cols, head)
    if noun is None or not noun.human:
        return None
    for verb in (k for k in cols.kids[head] if cols.dep[k] == "acl" and cols.lemma[k] in _SERVE):
        for k in (k for k in cols.kids[verb] if cols.lower[k] in _AT and k > verb):
            body = cols.kid(k, "pobj")
            found = scene.draft(body) if body is not None else None
            if found is not None and found.kind == "government_body":
                return found.country
    return None


def _of_kin(scene: Scene, head: int) -> str | None:
    """ "Her father, mother and two brothers": of the state of the first of somebody's kin."""
    cols, first = scene.cols, head
    while cols.dep[first] in ("conj", "appos") and cols.head[first] < first:
        first = cols.head[first]
    owned = any(cols.tag[k] == "PRP$" or cols.dep[k] == "poss" for k in cols.kids[first])
    if first == head or not owned or not {cols.lemma[first], cols.lemma[head]} <= _KIN:
        return None
    return scene.country(first)


def country_by_explanation(scene: Scene, head: int) -> str | None:
    """ "Unit 77, an arm of the Serbian army": the state of whoever owns what stands in apposition to the mention."""
    cols = scene.cols
    apposed = (k for k in cols.kids[head] if cols.dep[k] == "appos" and k > head and cols.tag[k] == "NN" and k not in scene.names)
    told = (k for k in apposed if cols.words[cols.left[k] - 1] == ",")
    return next((c for k in told if (c := owner(scene, k).country) is not None), None)
