"""People of a state who are not the state: "many Iranians", "young Americans", "millions of Syrians"."""

from __future__ import annotations

from dateline.actors.columns import Columns
from dateline.actors.phrasing import determiner

_SOME = frozenset({"some", "those", "these", "all", "most", "any", "no"})
_PARTS = frozenset(
    "dozen hundred thousand million majority minority number half third quarter percent % percentage most many some few".split()
)
"""Words for so many of a people."""


def are_some(cols: Columns, token: int) -> bool:
    """ "Many Iranians", "young Americans", "millions of Syrians": people of a state, not the state."""
    if cols.tag[token] not in ("NNPS", "NNS"):
        return determiner(cols, token) in ("those", "these")
    start = cols.sentences[cols.sentence[token]][0]
    told = [k for k in cols.kids[token] if k < token and cols.dep[k] in ("amod", "det")]
    told = [k for k in told if cols.words[k].islower() or k == start]
    if any(cols.dep[k] == "amod" or cols.lower[k] in _SOME for k in told):
        return determiner(cols, token) != "the"
    preposition = cols.head[token]
    counted = cols.dep[token] == "pobj" and cols.lower[preposition] == "of" and not told
    return counted and cols.lemma[cols.head[preposition]] in _PARTS
