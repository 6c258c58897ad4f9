"""States and parties that a phrase counts and no name tells: "other nations", "all sides", "most governments"."""

from __future__ import annotations

from dateline.actors.descriptions import describe
from dateline.actors.phrasing import is_plural
from dateline.actors.scene import Scene
from dateline.knowledge.discourse import discourse_nouns

_STATES = frozenset({"country", "nation", "government", "power", "state"})
_SIDES = frozenset({"side", "party"})
_GREAT = frozenset({"world", "major", "global", "great", "regional", "big"})
_SOME = frozenset("all other many several most some more fellow certain neighbouring neighboring foreign western".split())
"""Words without which "countries" are nobody in particular."""


def several_states(scene: Scene, token: int) -> str | None:
    """Nobody where the phrase points back ("these nations") or tells how many ("the two sides")."""
    cols = scene.cols
    told = {cols.lower[k] for k in cols.kids[token] if k < token}
    counted = cols.lemma[token] in _STATES and told & _SOME
    if cols.lower[token] == "world" and _is_addressed(scene, token):
        draft = describe(scene, token, None)
        draft.name = "world"
        return draft.key
    sided = cols.lemma[token] in _SIDES and "all" in told
    great = cols.lemma[token] == "power" and told & _GREAT
    if not is_plural(cols, token) or not (counted or sided or great) or any(cols.dep[k] == "poss" for k in cols.kids[token]):
        return None
    draft = describe(scene, token, None)
    if "all" in told and not draft.name.startswith("all "):
        draft.name = f"all {draft.name}"
    return draft.key


def _is_addressed(scene: Scene, token: int) -> bool:
    """ "Pleaded with the world", "warned the world": those who live in it; not "all over the world", "the Arab world"."""
    cols, verb = scene.cols, scene.cols.head[token]
    if cols.dep[token] in ("pobj", "nsubj") and cols.lower[cols.left[token] - 1] in ("on", "upon", "with", "to"):
        verb = cols.head[cols.left[token] - 1]
    plain = [cols.lower[k] for k in cols.kids[token] if k < token] == ["the"]
    return plain and cols.lemma[verb] in discourse_nouns("addressing")
