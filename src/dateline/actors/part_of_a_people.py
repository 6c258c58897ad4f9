"""People of a state who are not the state: "many Iranians", "young Americans", "millions of Syrians"."""

from __future__ import annotations

from dateline.actors.columns import Columns
from dateline.actors.phrasing import determiner
from dateline.knowledge.discourse import discourse_nouns

_SOME = frozenset({"some", "those", "these", "all", "most", "any", "no"})
_PARTS = frozenset(
    "dozen hundred thousand million majority minority number half third quarter percent % percentage most many some few".split()
)
"""Words for so many of a people."""
_TOLD_APART = ("det", "nummod", "amod", "compound")
"""With one of these a people's plural is the state, or some of the people by another rule."""


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


def live_or_suffer(cols: Columns, token: int) -> bool:
    """ "Iranians vote", "Israelis live in fear", "rockets killed Israelis", "Iranians' lives": what people do, not states.

    With "the" and with other verbs a plural is the state: "the Iranians agreed", "Russians attacked".
    """
    if cols.tag[token] not in ("NNPS", "NNS") or any(cols.dep[k] in _TOLD_APART for k in cols.kids[token]):
        return False
    verb, role = cols.head[token], cols.dep[token]
    if role == "conj" and cols.tag[verb] in ("NNPS", "NNS"):
        return live_or_suffer(cols, verb)
    if role == "nsubj":
        return cols.lemma[verb] in discourse_nouns("lives")
    if role in ("dobj", "nsubjpass"):
        return cols.lemma[verb] in discourse_nouns("harmed")
    if role == "poss":
        return cols.lemma[verb] in discourse_nouns("private")
    return role == "pobj" and _is_of_people(cols, verb)


def _is_of_people(cols: Columns, preposition: int) -> bool:
    """ "Among Russians", "the lives of Iranians"."""
    if cols.lower[preposition] == "of":
        return cols.lemma[cols.head[preposition]] in discourse_nouns("private")
    return cols.lower[preposition] == "among"
