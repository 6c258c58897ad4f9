"""Whom a judgement is of that a supplement tells: "Chad closed the border, a move that Libya condemned" condemns Chad.

A noun phrase in apposition to a whole clause, or after "in", sums up what the clause tells (supplements with a clausal anchor:
Huddleston and Pullum 2002, ch. 15); who does that is judged with it. So is whoever made the demand or offer that a relative
clause says is refused.
"""

from __future__ import annotations

from dateline.events.denoting import Ids, actors_of, others
from dateline.events.doers import doer_of
from dateline.events.draft import Draft
from dateline.events.scene import Scene
from dateline.knowledge.triggers import lemma_of, object_class
from dateline.language.clauses import direct_object, is_passive
from dateline.language.tokens import Token

_JUDGING = frozenset({"ACCUSE", "SUPPORT", "REJECT"})


def anchored(scene: Scene, draft: Draft) -> Ids:
    """The doers of the clause that the judged noun sums up, or of the demand or offer that it is."""
    noun = _judged_noun(draft.token) if draft.row.type in _JUDGING else None
    anchor = (_summed_up(noun) or _made(noun)) if noun is not None else None
    who = doer_of(anchor) if anchor is not None else None
    return others(scene, actors_of(scene, who, anchor), draft.sources) if who is not None else ()


def _judged_noun(verb: Token) -> Token | None:
    """The noun that the participle or relative clause says is judged."""
    noun = verb.head
    if noun.pos_ != "NOUN" or any(c.dep_ == "poss" for c in noun.children):
        return None
    if verb.dep_ == "acl" and verb.tag_ == "VBN":
        return noun
    return noun if verb.dep_ == "relcl" and (is_passive(verb) or direct_object(verb) == noun) else None


def _summed_up(noun: Token) -> Token | None:
    """The verb of the clause before: "..., a move", "... in a move"."""
    indefinite = any(c.lower_ in ("a", "an", "another") for c in noun.children)
    first = noun.left_edge
    behind_comma = first.i > noun.sent.start and first.nbor(-1).text in (",", "—", "–")  # whatever the parser makes of it
    within = noun.dep_ == "pobj" and noun.head.lower_ == "in"
    if not (indefinite and (behind_comma or within) and lemma_of(noun) in object_class("summing-up")):
        return None
    return next((a for a in noun.ancestors if a.pos_ in ("VERB", "AUX") and a.i < noun.i), None)


def _made(noun: Token) -> Token | None:
    """The verb of "issued demands", "made an offer"."""
    verb = noun.head
    making = lemma_of(verb) in object_class("proposing") | object_class("making-demand")
    return verb if noun.dep_ == "dobj" and making and lemma_of(noun) in object_class("demanded") else None
