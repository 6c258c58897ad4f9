"""Whose deed a verb without a subject of its own tells, where it is that of an object: controllers that the parser's tree hides.

"Pressure on Chad to leave", "turned to rebels to carry out raids", "caught Chad sending troops", "blamed Chad for the raid and
Libya for arming the raiders": the understood subject is the object nearest before (Huddleston and Pullum 2002, ch. 14).
"""

from __future__ import annotations

from dateline.knowledge.triggers import lemma_of, object_class
from dateline.language.clauses import direct_object, is_passive, surface_subject
from dateline.language.tokens import Token

_SHARING = ("conj", "xcomp")


def controlled_by(verb: Token) -> Token | None:
    """The object that does what the infinitive or participle tells."""
    if surface_subject(verb) is not None or is_passive(verb):
        return None
    if verb.tag_ == "VB":
        return _before_infinitive(verb) or _for_whom(verb) or _taught(verb)
    return _caught(verb) if verb.tag_ == "VBG" else None


def gerund_above(verb: Token) -> Token | None:
    """The gerund after a preposition whose doer a verb shares: "accused Chad of arming them and sending troops", "of wanting to".

    Also where the gerund governs the phrase in which the verb stands: "of using it as a pretext for bombing".
    """
    if verb.dep_ == "pcomp":
        above = _clause_of(verb.head)
    elif verb.dep_ in _SHARING and _shares(verb):
        above = verb.head
    else:
        return None
    if above is None or surface_subject(above) is not None or is_passive(above):
        return None
    reaches = above.dep_ == "pcomp" or gerund_above(above) is not None
    return above if reaches and above.pos_ == "VERB" else None


def _clause_of(preposition: Token) -> Token | None:
    """The gerund within whose object or adjunct a preposition stands: nouns and prepositions alone lie between them."""
    above = preposition.head
    while above.dep_ in ("pobj", "dobj", "prep") and above.pos_ in ("NOUN", "ADP", "SCONJ"):
        above = above.head
    return above if above.tag_ == "VBG" and above.dep_ == "pcomp" and above != preposition.head else None


def _shares(verb: Token) -> bool:
    if surface_subject(verb) is not None or is_passive(verb):
        return False
    return verb.tag_ == verb.head.tag_ if verb.dep_ == "conj" else verb.tag_ == "VB" and direct_object(verb.head) is None


def _before_infinitive(verb: Token) -> Token | None:
    """The noun right before "to", as object of a word that gets others to act or says who is able or willing to."""
    mark = next((c for c in verb.children if c.dep_ == "aux" and c.lower_ == "to"), None)
    before = mark.nbor(-1) if mark is not None and mark.i > mark.sent.start else None
    if before is None or before.pos_ not in ("NOUN", "PROPN", "PRON"):
        return None
    if before.dep_ == "dobj":
        urged = verb.dep_ in ("advcl", "xcomp") and verb.head == before.head
        return before if urged and lemma_of(before.head) in object_class("making-act") else None
    if before.dep_ != "pobj" or before.head.lower_ not in ("to", "on", "upon", "for", "of"):
        return None
    return before if _gets_to_act(before.head) else None


def _for_whom(verb: Token) -> Token | None:
    """ "a good time for Chad to test it": Chad; but "left for Chad to sign it" went there."""
    mark = next((c for c in verb.children if c.dep_ == "aux" and c.lower_ == "to"), None)
    before = mark.nbor(-1) if mark is not None and mark.i > mark.sent.start else None
    if before is None or before.dep_ != "pobj" or before.head.lower_ != "for" or before.pos_ not in ("PROPN", "PRON"):
        return None
    away = lemma_of(before.head.head) in _SETTING_OUT or any(lemma_of(a) in _SETTING_OUT for a in (verb.head,))
    return before if not away else None


_SETTING_OUT = frozenset({"leave", "depart", "head", "sail", "fly", "set", "embark", "bind", "work", "wait"})
"""Verbs with "for" of a destination, or of whom the subject itself serves."""


def _gets_to_act(preposition: Token) -> bool:
    """ "Pressure on", "payments to", "the will of", "turned to"; the parser may join the preposition to the verb above."""
    above = preposition.head
    thing = direct_object(above) if above.pos_ == "VERB" else above
    if preposition.lower_ == "of":
        return thing == above and lemma_of(above) in object_class("capacity")
    turned = above.pos_ == "VERB" and lemma_of(above) in object_class("relying") and preposition.lower_ != "of"
    return turned or (thing is not None and thing.i < preposition.i and lemma_of(thing) in object_class("inducement"))


def _taught(verb: Token) -> Token | None:
    """ "trained rebels on how to lay mines": the rebels."""
    how = verb.dep_ == "pcomp" and any(c.lower_ == "how" for c in verb.children)
    teaching = verb.head.head
    return direct_object(teaching) if how and lemma_of(teaching) in object_class("making-act") else None


def _caught(verb: Token) -> Token | None:
    """ "caught Chad sending troops": Chad."""
    catching = verb.head
    thing = direct_object(catching) if catching.pos_ == "VERB" and lemma_of(catching) in object_class("catching") else None
    return thing if thing is not None and verb.i == thing.right_edge.i + 1 and verb.dep_ in ("advcl", "xcomp", "ccomp") else None


def gapped_object(preposition: Token) -> Token | None:
    """ "blames the rebels for the raid and Chad for arming them": Chad, which the parser joins to the raid."""
    verb = preposition.head
    first = next((c for c in verb.children if c.dep_ == "prep" and c.lower_ == preposition.lower_), None)
    before = preposition.nbor(-1) if preposition.i else None
    if verb.pos_ != "VERB" or first is None or first.i >= preposition.i or before is None:
        return None
    return before if before.dep_ == "conj" and before.pos_ == "PROPN" and before.i > first.i else None


def penalised(preposition: Token) -> Token | None:
    """ "sanctions on Chad for testing missiles", "imposed sanctions on Chad for testing them": on whom the penalty lies."""
    governor = preposition.head
    penalty = direct_object(governor) if governor.pos_ == "VERB" else governor
    penal = penalty is not None and lemma_of(penalty) in object_class("sanction") | {"retaliation", "revenge"}
    if preposition.lower_ != "for" or not (penal or lemma_of(governor) in ("impose", "slap", "levy", "retaliate")):
        return None
    words = (governor, penalty) if penalty is not None else (governor,)
    phrases = (c for w in words for c in w.children if c.dep_ == "prep" and c.lower_ in ("on", "against") and c.i < preposition.i)
    return next((n for p in phrases for n in p.children if n.dep_ == "pobj"), None)


def blamed_whole(noun: Token) -> Token | None:
    """ "blaming raids by Chad for forcing them out", where the parser joins "for" to Chad: the raids."""
    while noun.dep_ == "pobj" and noun.head.dep_ == "prep" and noun.head.head.pos_ in ("NOUN", "PROPN"):
        noun = noun.head.head
    return noun if noun.dep_ == "dobj" and lemma_of(noun.head) in object_class("object-control") else None
