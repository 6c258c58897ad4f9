"""What a text itself takes back: "We reported that X had left. It has not." """

from __future__ import annotations

from dateline.knowledge.certainty import effect_of
from dateline.knowledge.triggers import lemma_of
from dateline.language.tokens import Token

_BACK = frozenset({"it", "they", "he", "she", "this", "that"})
_LONGEST = 14


def is_taken_back(token: Token) -> bool:
    """A clause that somebody says, and right after its sentence a short one that says no more than that it is not so."""
    if not any(a.pos_ == "VERB" and effect_of(lemma_of(a), "verb") == "claimed" for a in token.ancestors):
        return False
    end = token.sent.end
    if end >= len(token.doc) or token.doc[end].lower_ not in _BACK:
        return False
    words = [t.lower_ for t in token.doc[end : end + _LONGEST + 1] if t.sent.start == end]
    if len(words) > _LONGEST:
        return False
    bare = len(words) <= 5 and words[-2:] in (["not", "."], ["n't", "."])
    return bare or {"nothing", "kind"} <= set(words) or {"nothing", "sort"} <= set(words)
