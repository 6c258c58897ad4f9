"""Whether a description brings in somebody new: "another official", "a second man", "an official" once more."""

from __future__ import annotations

from dateline.actors.phrasing import determiner, modifiers
from dateline.actors.scene import Scene

_NEW = frozenset({"other", "second", "third", "fourth"})


def description_key(scene: Scene, head: int, name: str, country: str | None) -> str:
    """The key of the draft for a description: the last one of the same words, unless these tell of somebody else."""
    plain = f"desc:{name.casefold()}"
    known = [key for key in scene.drafts if key == plain or key.startswith(f"{plain}#")]
    if not known:
        return plain
    same = [key for key in known if scene.drafts[key].country == country]
    if not same or _is_somebody_else(scene, head, same[-1]):
        return f"{plain}#{len(known) + 1}"
    return same[-1]


def _is_somebody_else(scene: Scene, head: int, known: str) -> bool:
    """After "another", or with "a" where the one before had "a" too: a singular, in the text and not in its headline."""
    cols = scene.cols
    if cols.tag[head] not in ("NN", "NNP") or scene.document.in_headline(cols.offset[head]):
        return False
    if determiner(cols, head) == "another" or any(cols.lower[m] in _NEW for m in modifiers(cols, head)):
        return True
    if determiner(cols, head) not in ("a", "an"):
        return False
    return any(key == known and determiner(cols, token) in ("a", "an", "one") for token, key in scene.trail if token < head)
