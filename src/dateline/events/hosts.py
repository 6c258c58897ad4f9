"""Countries in which forces are stationed, or to which they are sent, are where they are, not whom they are moved against."""

from __future__ import annotations

from dataclasses import replace

from dateline.events.beside import words_of_actors
from dateline.events.draft import Draft
from dateline.events.scene import Scene
from dateline.language.tokens import Token

_AT = frozenset({"to", "in", "at"})


def without_host(scene: Scene, draft: Draft) -> Draft:
    """ "sent troops to Chad", "deployed tanks in Chad": no target; "into Chad", "to the border with Chad" is against it.

    Of the events of eval/judged/sides-international.tsv with such a target none is right.
    """
    if draft.row.type != "MOBILIZE" or draft.row.mode != "troops" or not draft.targets:
        return draft
    named = words_of_actors(scene, draft)
    words = [word for target in draft.targets for word in named.get(target, ())]
    hosts = bool(words) and all(scene.is_state(t) for t in draft.targets) and all(_is_place(word) for word in words)
    return replace(draft, targets=()) if hosts else draft


def _is_place(word: Token) -> bool:
    """A name right after "to", "in" or "at", or joined to one."""
    first = word
    while first.dep_ in ("conj", "compound") and first.head != first:
        first = first.head
    return first.dep_ == "pobj" and first.head.lower_ in _AT and (first.pos_ == "PROPN" or first == word)
