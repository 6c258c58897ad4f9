"""Deeds of which one side is missing, though their sentence names a party that may be it: left out.

Of the events of eval/judged/sides-international.tsv that are so told, .09 are right in type and sides in half a, .13 in half b:
this sentence or one before it nearly always tells who the missing side is.
"""

from __future__ import annotations

from dateline.events.beside import parties_beside, words_of_actors
from dateline.events.draft import Draft
from dateline.events.scene import Scene

_BY_SOMEBODY = frozenset({"COERCE", "SANCTION"})


def half_told(scene: Scene, draft: Draft) -> bool:
    """ "the strike on Chad that Libya denounced", "was hit by penalties, Libya said", "vowed revenge as Libya's men came"."""
    return _lacks_side(draft) and bool(parties_beside(scene, draft, words_of_actors(scene, draft)))


def _lacks_side(draft: Draft) -> bool:
    kind, by_verb = draft.row.type, draft.row.word_class == "verb" and bool(draft.row.words)
    if bool(draft.sources) == bool(draft.targets):
        return False
    if kind == "ASSAULT":
        return draft.row.word_class == "noun"
    return by_verb and ((kind == "THREATEN" and not draft.targets) or (kind in _BY_SOMEBODY and not draft.sources))
