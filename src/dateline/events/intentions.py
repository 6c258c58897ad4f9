"""Saying what one will do, or will not do, is an act of its own: a promise, a threat or a refusal.

The manual codes cooperation that is only announced as AGREE and announced coercion as THREATEN; what somebody says they will not
grant, attend or sign is a REJECT. What others foresee stays what it is, planned.
"""

from __future__ import annotations

from dataclasses import replace

from dateline.events.arguments import role_nouns
from dateline.events.draft import Draft
from dateline.events.scene import Scene
from dateline.events.verdict import Certainty
from dateline.knowledge.certainty import effect_of
from dateline.knowledge.triggers import Trigger, lemma_of, object_class
from dateline.language.clauses import is_negated, modal, surface_subject
from dateline.language.tokens import Token
from dateline.records import Factuality

_GIVING = frozenset({"AID", "COOPERATE", "SUPPORT", "RETREAT"})
_HARMING = frozenset({"SANCTION", "COERCE", "ASSAULT"})
_COOPERATIVE = frozenset({"AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "CONCEDE", "RETREAT"})
_WORDS = frozenset({"SUPPORT", "REQUEST", "ACCUSE", "REJECT", "AGREE", "THREATEN"})
_INTENT = frozenset({"will", "would", "shall", "'ll", "wo"})
_MEANING = frozenset({"intend", "plan", "mean", "want", "wish", "intention", "desire"})
_THREATS = {
    "SANCTION": ("relations", "131"),
    "COERCE": ("arrest", "132"),
    "ASSAULT": ("violence", "138"),
    "REJECT": ("relations", "131"),
}
_SETTLING = "057"
"""The code of signing an agreement."""


def as_act(scene: Scene, draft: Draft) -> Draft:
    """The draft as the promise, threat or refusal that it tells; unchanged where it tells none."""
    if draft.row.word_class != "verb" or not draft.sources:
        return draft
    if _rung_up(draft):
        return replace(draft, certainty=Certainty("actual", "said by telephone"))
    if _is_refusal(draft) and not _is_imagined(scene, draft.token):
        return _turned(draft, "REJECT", None, "120", "says what they will not do")
    if not _announced(scene, draft):
        return draft
    if draft.row.type in (*_GIVING, "CONCEDE") and _on_condition(draft.token):
        return _turned(draft, "THREATEN", "relations", "131", "says what they will do unless")
    if draft.certainty.value == "hypothetical" and draft.certainty.by == "condition":
        return _under_a_condition(scene, draft)
    if draft.certainty.value != "planned":
        return draft
    if draft.row.type in _GIVING:
        row = replace(draft.row, type="AGREE", mode=None, cameo="033" if draft.row.type == "AID" else "03")
        return replace(draft, row=row)  # the help itself is still to come
    if _is_harm(draft):
        return _turned(draft, "THREATEN", *_THREATS[draft.row.type], "says what they will do against somebody")
    return draft


def _is_harm(draft: Draft) -> bool:
    """What it is a threat to announce."""
    if draft.row.type == "REJECT":
        return draft.row.mode == "meet"
    return draft.row.type in _HARMING and not (draft.row.type == "SANCTION" and _is_decided(draft))


_DECIDING = frozenset({"announce", "decide", "confirm", "reveal"})


def _is_decided(draft: Draft) -> bool:
    """ "announced it will sanction six banks", "will announce sanctions": no threat, but a penalty that is to come."""
    counted = any(c.dep_ == "nummod" for n in role_nouns(draft.token, "obj") for c in n.children)
    deciding = {lemma_of(draft.token), lemma_of(draft.token.head)} & _DECIDING
    return bool(deciding) or (draft.row.mode == "expel" and counted)


def _is_hearsay(scene: Scene, verb: Token) -> bool:
    """ "reportedly told them that it would leave if": that it was offered is itself only reported."""
    statement = scene.statement_around(verb)
    cue = scene.document.token_at(statement.cue[0].start) if statement is not None and statement.cue else None
    words = (cue, *cue.children) if cue is not None else ()
    return any(effect_of(w.lower_, "adverb") == "claimed" for w in words if w.dep_ == "advmod")


def _under_a_condition(scene: Scene, draft: Draft) -> Draft:
    """ "would let them in if ..." may agree; "will cut off the gas if ..." threatens: saying so is doing it."""
    if draft.token.dep_ == "advcl" or not _is_main_clause(draft.token):
        return draft
    if draft.row.type in (*_GIVING, "CONCEDE"):
        value: Factuality = "claimed" if _is_hearsay(scene, draft.token) else "actual"
        offered = Certainty(value, "offers it on a condition", "statement")  # the offer is made, though nothing granted yet
        return replace(draft, row=replace(draft.row, type="AGREE", mode=None, cameo="03"), certainty=offered)
    if draft.row.type in _HARMING:
        return _turned(draft, "THREATEN", *_THREATS[draft.row.type], "says what they will do against somebody if")
    return draft


def _is_main_clause(verb: Token) -> bool:
    """The condition hangs on the verb itself; it is not that condition."""
    return not any(c.dep_ == "mark" and c.lower_ in ("if", "unless", "once", "provided") for c in verb.children)


def _turned(draft: Draft, kind: str, mode: str | None, cameo: str, because: str) -> Draft:
    row: Trigger = replace(draft.row, type=kind, mode=mode, cameo=cameo)
    return replace(draft, row=row, certainty=Certainty("actual", because))


def _is_refusal(draft: Draft) -> bool:
    if draft.row.type not in _COOPERATIVE or draft.certainty.value not in ("negated", "denied"):
        return False
    verb = draft.token
    if is_negated(verb) and modal(verb) in _INTENT:
        return not _of_nobody(verb)
    above = verb.head.head if verb.dep_ == "pcomp" else verb.head
    if lemma_of(above) in _MEANING and verb.dep_ in ("xcomp", "acl", "pcomp"):
        governor = above.head if above.pos_ == "NOUN" else above
        return is_negated(above) or is_negated(governor) or any(c.lower_ == "no" for c in above.children)
    return _comes_to_nothing(draft, above)


def _is_imagined(scene: Scene, verb: Token) -> bool:
    """ "even if Chad bombed them, they would not give up": what the writer foresees, not what they have said."""
    clauses = (c for c in verb.children if c.dep_ == "advcl")
    conditional = modal(verb) == "would" and any(w.lower_ == "if" and w.dep_ == "mark" for c in clauses for w in c.children)
    return conditional and scene.statement_around(verb) is None


def _of_nobody(verb: Token) -> bool:
    """ "a deal that no official would endorse" tells what is unthinkable, not what somebody refuses."""
    who = surface_subject(verb)
    return who is not None and any(c.lower_ == "no" and c.dep_ == "det" for c in who.children)


def _comes_to_nothing(draft: Draft, above: Token) -> bool:
    """ "failed to reach agreement"."""
    settling = draft.row.type == "AGREE" or draft.row.cameo == _SETTLING
    return settling and draft.token.dep_ == "xcomp" and lemma_of(above) in object_class("failing")


def _on_condition(verb: Token) -> bool:
    """ "will withdraw unless ..."."""
    clauses = (c for c in verb.children if c.dep_ == "advcl")
    return any(c.lower_ == "unless" for clause in clauses for c in clause.children)


def _rung_up(draft: Draft) -> bool:
    """ "called him to congratulate him": and did."""
    above = draft.token.head
    purpose = draft.token.dep_ in ("xcomp", "advcl") and draft.token.tag_ == "VB" and not is_negated(above)
    rang = lemma_of(above) in object_class("telephoning") and above.tag_ in ("VBD", "VBN")
    return purpose and rang and draft.row.type in _WORDS


def _announced(scene: Scene, draft: Draft) -> bool:
    """Whoever will do it says so: the speaker of the statement around is among those who act, or acts for the same country."""
    statement = scene.statement_around(draft.token)
    if statement is None or statement.speaker is None or modal(_head_verb(draft.token)) not in _INTENT:
        return False
    mine = {scene.country(a) or a for a in scene.cast.expand(statement.speaker)}
    return any((scene.country(s) or s) in mine for s in draft.sources)


def _head_verb(verb: Token) -> Token:
    """The verb that carries the modal: of "will sign and send" the first."""
    shared = verb.dep_ == "conj" and verb.tag_ == "VB" and modal(verb) is None
    return verb.head if shared else verb
