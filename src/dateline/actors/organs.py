"""Whose "the Foreign Ministry" or "the country's National Assembly" is: proper names of which every state has one."""

from __future__ import annotations

from dateline.actors.owners import NOBODY, owner, salient_country
from dateline.actors.phrasing import determiner
from dateline.actors.scene import Draft, Scene
from dateline.knowledge.discourse import discourse_nouns

LONGEST = 2
"""Words of a name that says no more than which organ of a state it is."""
_WITHOUT_MINISTRIES = frozenset({"USA"})


def country_of_organ(scene: Scene, draft: Draft, head: int) -> str | None:
    """The state spoken of, as for "the ministry" in small letters; with "the country's", the state meant by that."""
    if not draft.key.startswith("name:") or draft.kind != "government_body":
        return None
    cols = scene.cols
    lord = scene.draft(cols.kid(head, "poss") or head)
    if lord is not None and lord.kind == "state":
        return lord.country
    bare = determiner(cols, head) in ("the", None) and owner(scene, head) == NOBODY
    country = salient_country(scene, head) if bare and _is_organ(draft) else None
    return None if country in _WITHOUT_MINISTRIES and draft.name.casefold().endswith("ministry") else country


def _is_organ(draft: Draft) -> bool:
    """Forces with a capital ("the Red Army") are as often of the past or of another state."""
    words = draft.name.casefold().split()
    known = {" ".join(words), *words[-1:]} & discourse_nouns("organ")
    return bool(known) and len(words) <= LONGEST and "MIL" not in (draft.code or "")
