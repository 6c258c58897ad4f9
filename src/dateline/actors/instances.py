"""Whose people these are by those who are named among them: "officials such as X and Y", "the gunman was X"."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.actors.phrasing import is_definite, number
from dateline.actors.scene import Draft, Scene
from dateline.knowledge.discourse import discourse_nouns
from dateline.knowledge.sector_words import sector_words

REACH = 16
"""Tokens after the noun within which its examples begin."""
_GIVING = frozenset({"including", "like", "namely", "notably"})
_MIXED = frozenset("leader president person people man woman critic opponent guest expert journalist".split())
"""Of whom those of several states are often named together, so that two names are asked for."""


def country_of_instances(scene: Scene, head: int) -> str | None:
    """The one state of all persons whom the text gives as examples of the noun, or as the same."""
    cols = scene.cols
    persons = list(_examples(scene, head))
    enough = 2 if cols.lemma[head] in _MIXED | discourse_nouns("relational") | discourse_nouns("between_states") else 1
    states = {person.country for person in persons}
    return states.pop() if len(persons) >= enough and len(states) == 1 else None


def _examples(scene: Scene, head: int) -> Iterator[Draft]:
    cols = scene.cols
    named = [k for k in cols.kids[head] if cols.dep[k] == "appos" and k > head]
    named += list(_identified(scene, head))
    named += list(_counted(scene, head)) if not named else []
    stop = min(head + REACH, cols.sentences[cols.sentence[head]][1])
    for i in range(head + 1, stop):
        if cols.lower[i] in _GIVING or (cols.lower[i] == "as" and cols.lower[i - 1] == "such"):
            nouns = [j for j in range(head + 1, i) if cols.tag[j] == "NNS"]
            named += [k for k in cols.kids[i] if cols.dep[k] == "pobj"] if not nouns else []
            break
    for first in named:
        yield from _persons(scene, first)


def _counted(scene: Scene, head: int) -> Iterator[int]:
    """ "The past two secretaries, X and Y", where the parser gives the names to something else: as many as are counted."""
    count, first = number(scene.cols, head), head + 2
    if count is None or scene.cols.words[head + 1 : first] != [","]:
        return
    named = next((i for i, mention in scene.names.items() if mention.start == first), None)
    if named is not None and len(scene.coordinated(named)) == count:
        yield named


def _persons(scene: Scene, first: int) -> Iterator[Draft]:
    for key in scene.coordinated(first):
        role = (scene.drafts[key].role or "").casefold().split()
        if key.startswith("person:") and not (role and role[-1] in sector_words("kin")):
            yield scene.drafts[key]


def _identified(scene: Scene, head: int) -> Iterator[int]:
    """ "The gunman was X": the name that is the predicate of the noun."""
    cols, verb = scene.cols, scene.cols.head[head]
    if cols.dep[head] == "nsubj" and cols.lemma[verb] == "be" and is_definite(cols, head) and cols.tag[head] == "NN":
        attr = cols.kid(verb, "attr")
        if attr is not None and attr in scene.names and cols.kid(verb, "neg") is None:
            yield attr
