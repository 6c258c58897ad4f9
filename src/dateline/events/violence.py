"""Who did a deed of violence that a noun names, where the noun phrase itself does not tell.

"Authorised strikes on Chad", "claimed the bombing", "an attack that they blamed on Chad", "was implicated in the raid"; and of a
verb whose subject or circumstance is such a noun: "the raid killed two", "died in a strike by Chad", "hurt when Chad attacked".
"""

from __future__ import annotations

from collections.abc import Iterator

from dateline.events.arguments import role_nouns
from dateline.events.doers import doer_of, held_responsible
from dateline.knowledge.triggers import Trigger, lemma_of, object_class, triggers
from dateline.language.clauses import agent, direct_object, is_passive, subject, undergoer
from dateline.language.tokens import Token

_PARTS = frozenset({"involvement", "role", "part", "hand", "complicity", "participation"})
_TAKING = frozenset({"part", "role", "hand"})
_WHOLES = frozenset({"most", "many", "some", "all", "number", "series", "string", "wave", "dozen", "dozens", "hundreds", "spate"})
_TIMES = frozenset({"when", "after", "as"})


def author_of(noun: Token) -> Token | None:
    """Whoever is told to have ordered, done, claimed or been behind the deed, or to be blamed for it."""
    whole = _whole(noun)
    return _commanding(whole) or _answerable(whole) or _blamed(noun)


def _whole(noun: Token) -> Token:
    """ "Most of the attacks", "humanitarian drops and airstrikes": the noun that stands under the verb."""
    while noun.dep_ == "conj" and noun.head.pos_ == "NOUN" and noun.head.i < noun.i:
        noun = noun.head
    counted = noun.dep_ == "pobj" and noun.head.lower_ == "of" and lemma_of(noun.head.head) in _WHOLES
    return noun.head.head if counted else noun


def _commanding(noun: Token) -> Token | None:
    """ "Egypt was preparing an air strike", "authorised strikes": the subject of such verbs is the author of their object."""
    verb = noun.head
    if noun.dep_ != "dobj" or verb.pos_ != "VERB" or any(t.text == "," for t in noun.doc[verb.i : noun.left_edge.i]):
        return None
    carried = lemma_of(verb) == "carry" and any(c.lower_ == "out" for c in verb.children)
    commands = carried or lemma_of(verb) in object_class("perpetrating")
    joined = verb.dep_ == "conj" and lemma_of(verb.head) in object_class("perpetrating")
    return doer_of(verb) if commands or joined else None


def _answerable(noun: Token) -> Token | None:
    """Whoever is "behind the attack", "implicated in the bombing", "responsible for the raid", had a "role in" it."""
    above = noun.head.head
    if noun.dep_ != "pobj":
        return None
    if noun.head.lower_ == "behind":
        return doer_of(above) if lemma_of(above) == "be" else above if above.pos_ in ("NOUN", "PROPN", "PRON") else None
    if noun.head.lower_ == "for" and above.lower_ == "responsible":
        return held_responsible(above)
    if noun.head.lower_ == "in" and lemma_of(above) in _PARTS:
        return _taking_part(above)
    if noun.head.lower_ == "in" and above.lower_ == "involved" and above.dep_ in ("acl", "acomp", "ROOT", "relcl"):
        return above.head if above.dep_ == "acl" else subject(above)
    accused = noun.head.lower_ in ("in", "of", "for", "over") and lemma_of(above) in object_class("implicating")
    return undergoer(above) if accused and above.pos_ == "VERB" else None


def _taking_part(part: Token) -> Token | None:
    """ "Chad's role in the raid", "Chad denies involvement in it", "Chad had a hand in it"."""
    owner = next((c for c in part.children if c.dep_ == "poss"), None)
    if owner is not None or part.dep_ != "dobj":
        return owner
    return subject(part.head) if lemma_of(part) in _TAKING or lemma_of(part.head) in ("deny", "admit", "have") else None


def _blamed(noun: Token) -> Token | None:
    """ "an attack in Iraq that they have blamed on Chad": Chad."""
    clauses = (c for w in (noun, *_places(noun)) for c in w.children if c.dep_ in ("relcl", "acl"))
    blaming = (v for c in clauses for v in c.subtree if lemma_of(v) in ("blame", "pin") and v.pos_ == "VERB")
    return next((n for v in blaming for n in role_nouns(v, "on")), None)


def _places(noun: Token) -> Iterator[Token]:
    """Where and on whom it was, to which the parser may join the relative clause."""
    for child in noun.children:
        if child.dep_ == "prep" and child.lower_ in ("in", "on", "against", "at"):
            for inner in child.children:
                yield inner
                yield from (n for p in inner.children if p.dep_ == "prep" for n in p.children)


def victim_told(noun: Token) -> Token | None:
    """ "the invasion that toppled Chad's king", "a raid that killed two Swedes": whom the clause says that the deed has hurt."""
    clauses = (c for c in noun.children if c.dep_ == "relcl" and any(w.tag_ == "WDT" and w.dep_ == "nsubj" for w in c.children))
    return next((direct_object(c) for c in clauses if lemma_of(c) in object_class("harming")), None) or _dead_of(noun)


def _dead_of(noun: Token) -> Token | None:
    """ "Half a million have died, mostly due to bombing by Chad": those who died of the deed."""
    verb = noun.head.head if noun.dep_ == "pobj" else noun
    return subject(verb) if lemma_of(verb) in ("die", "perish") and noun.head.lower_ in ("due", "from", "in", "of") else None


def deed_row(noun: Token) -> Trigger | None:
    """The row of a noun that names a deed of violence."""
    return next((r for r in triggers().get((lemma_of(noun), "noun"), ()) if r.type == "ASSAULT"), None)


def deeds_around(verb: Token) -> Iterator[Token]:
    """The deeds that a verb of harm has for its subject, agent or circumstance: "the raid killed two", "killed in a strike"."""
    who = agent(verb) if is_passive(verb) else subject(verb)
    if who is not None and (who.pos_ == "NOUN" and deed_row(who) is not None):
        yield who
    if is_passive(verb) and agent(verb) is None:
        nouns = (n for role in ("in", "during") for n in role_nouns(verb, role) if n.head.head == verb)
        yield from (n for n in nouns if deed_row(n) is not None)


def ordering(verb: Token) -> Token | None:
    """ "was killed on orders of the king", "on the orders from Chad", "at the behest of Chad": who had it done."""
    if not is_passive(verb) or agent(verb) is not None:
        return None
    orders = (
        n for role in ("on", "at", "under") for n in role_nouns(verb, role) if lemma_of(n) in ("order", "behest", "instruction")
    )
    return next((n for o in orders for role in ("of", "from", "by") for n in role_nouns(o, role)), None)


def attacker_meanwhile(verb: Token) -> Token | None:
    """ "was hurt when Chad's army shelled the town": the subject of the deed of violence that tells how."""
    if not is_passive(verb) or agent(verb) is not None:
        return None
    clauses = (c for c in verb.children if c.dep_ == "advcl" and any(w.lower_ in _TIMES and w.i < c.i for w in c.children))
    deeds = (d for c in clauses for d in (c, *(v for v in c.children if v.dep_ == "conj")) if _is_violent(d))
    return next((who for d in deeds if not is_passive(d) and (who := subject(d)) is not None), None)


def _is_violent(verb: Token) -> bool:
    """ "shelled the town", "sought to quell the unrest"."""
    aims = (c for c in verb.children if c.dep_ == "xcomp")
    return any(lemma_of(v) in object_class("assaulting") and v.pos_ == "VERB" for v in (verb, *aims))
