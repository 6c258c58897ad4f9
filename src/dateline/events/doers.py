"""Who does the deed of a verb, beyond its grammatical subject: whoever is accused of it, kept from it, or has it as a plan."""

from __future__ import annotations

from dateline.events.arguments import complements
from dateline.events.control import blamed_whole, controlled_by, gapped_object, gerund_above, penalised
from dateline.events.denoting import is_event_noun
from dateline.knowledge.triggers import lemma_of, object_class
from dateline.language.clauses import agent, clause_head, direct_object, doer, subject, surface_subject, undergoer
from dateline.language.tokens import Token

_ORDERS = frozenset({"order", "decree", "law", "bill", "legislation", "proclamation", "directive", "measure", "edict", "act"})
_ISSUING = frozenset({"sign", "issue", "pass", "adopt", "enact", "approve", "unveil", "announce", "introduce", "impose"})
_CLAUSES = frozenset({"ROOT", "ccomp", "xcomp", "advcl", "relcl", "acl", "conj", "pcomp", "parataxis"})
_ARGUING = frozenset({"argue", "call", "campaign", "lobby", "plead", "press", "push"})
_OWN_CHOICE = frozenset({"decide", "vote", "choose", "rule", "opt"})
"""Verbs with "against" of what the subject itself might have done."""


def doer_of(verb: Token) -> Token | None:
    """As `clauses.doer`; but whoever is accused of, blamed for or kept from doing something is its doer."""
    if verb.dep_ == "xcomp" and lemma_of(verb.head) in object_class("telephoning") and direct_object(verb.head) is not None:
        return subject(verb.head)  # "called him to thank him"
    if verb.dep_ == "xcomp" and lemma_of(verb.head) == "use" and direct_object(verb.head) is not None:
        return doer_of(verb.head)  # "was accused of using a tunnel to attack them"
    if (found := controlled_by(verb)) is not None:
        return found
    if verb.dep_ == "pcomp" and verb.head.lower_ == "against":
        return _of_opposed(verb.head)
    if verb.dep_ == "pcomp" and (found := _of_gerund(verb.head)) is not None:
        return found
    if verb.dep_ == "pcomp" and verb.head.lower_ == "for" and lemma_of(verb.head.head) in _ARGUING:
        return None  # "argued for attacking Iran": whoever might
    if verb.dep_ == "xcomp" and verb.head.pos_ == "ADJ" and verb.head.head.dep_ == "pcomp":
        return doer_of(verb.head.head)  # "kept Iran from being able to hit it"
    if verb.dep_ == "acl" and (found := _of_participle(verb)) is not None:
        return found
    if (gerund := gerund_above(verb)) is not None:
        return doer_of(gerund)
    who = _of_speech(verb) or _of_series(verb) or _stranded(verb) or _one_of(verb) or doer(verb)
    return (_issuer(who) or _deed_there(verb, who)) if who is not None and verb.dep_ == "relcl" else who


def _issuer(text: Token) -> Token | None:
    """ "signed an order that bans imports": whoever signed it bans them."""
    issued = text.dep_ == "dobj" and lemma_of(text) in _ORDERS and lemma_of(text.head) in _ISSUING
    return subject(text.head) if issued else None


def _of_speech(verb: Token) -> Token | None:
    """ "Chad's speech in which he called them evil": Chad's leader, whoever else the article speaks of."""
    who = surface_subject(verb) if verb.dep_ == "relcl" else None
    told = who is not None and who.lower_ in ("he", "she", "it", "they") and _owner(verb.head) is not None
    within = any(c.dep_ == "prep" and any(n.tag_ == "WDT" for n in c.children) for c in verb.children)
    return _owner(verb.head) if told and within else None


def _of_gerund(preposition: Token) -> Token | None:
    """ "accused him of lying", "Chad's plan for invading", "blamed Iraq for stoking the war by sending arms"."""
    if preposition.lower_ == "by":
        return _of_means(preposition)
    governor = preposition.head
    if preposition.lower_ == "into" and governor.dep_ in _CLAUSES and direct_object(governor) is not None:
        return direct_object(governor)  # "pushed Chad into stopping its tests", also where "pressure" is taken for a noun
    if preposition.lower_ == "in" and (reason_for := _judged_in(governor)) is not None:
        return reason_for
    if (first := _same_phrase_before(preposition)) is not None:
        return doer_of(first)
    if (object_ := gapped_object(preposition) or penalised(preposition)) is not None:
        return object_
    if (owner := _owner(governor)) is not None or preposition.lower_ not in ("of", "for", "from"):
        return owner if governor.dep_ != "pobj" or owner is not None else _owner_above(governor)
    if governor.pos_ == "ADJ":
        return held_responsible(governor)
    if governor.pos_ == "ADP":
        governor = governor.head  # "accused him of lying and of sending arms"
    controlling = object_class("object-control")
    if (object_ := blamed_whole(governor)) is not None:
        return object_
    judged = preposition.lower_ == "for" and governor.lemma_ in object_class("chiding")
    return undergoer(governor) if governor.pos_ == "VERB" and (governor.lemma_ in controlling or judged) else None


def _same_phrase_before(preposition: Token) -> Token | None:
    """ "accused Chad of using force in the south and of arresting them", where the parser joins the second "of" to "in"."""
    if preposition.dep_ != "conj" or preposition.head.lower_ == preposition.lower_:
        return None
    gerunds = (a for a in preposition.ancestors if a.dep_ == "pcomp" and a.head.lower_ == preposition.lower_)
    return next(gerunds, None)


def _judged_in(governor: Token) -> Token | None:
    """ "thanked Chad for being helpful in freeing them", "mocked Chad for its eagerness in expelling them": Chad."""
    clause = governor.head if governor.pos_ == "ADJ" else governor
    if clause.dep_ == "pcomp" and lemma_of(clause) == "be":
        return doer_of(clause)
    verb = governor.head.head if governor.dep_ == "pobj" else governor
    reasons = (n for c in verb.children if c.lower_ == "for" for n in c.children if n.dep_ == "pobj")
    its = any(c.dep_ == "poss" and c.pos_ == "PRON" for n in reasons for c in n.children)
    return direct_object(verb) if its and lemma_of(verb) in object_class("chiding") | {"thank", "praise"} else None


def _of_participle(verb: Token) -> Token | None:
    """ "..., convinced that"; "sent a letter warning him"; but "has reports Chad is arming" tells of Chad."""
    noun = verb.head
    if verb.tag_ == "VBN" and verb.i and verb.nbor(-1).text == "," and agent(verb) is None and complements(verb):
        return noun
    written = (
        verb.tag_ == "VBG" and surface_subject(verb) is None and noun.lemma_ in object_class("message") and noun.dep_ == "dobj"
    )
    return doer(noun.head) if written else None


def _of_opposed(preposition: Token) -> Token | None:
    """ "voted against sending troops": who votes; "warned Chad against it": Chad; "argued against it": whoever might."""
    governor = preposition.head
    verb = governor if governor.pos_ == "VERB" else clause_head(governor)
    if lemma_of(verb) in _OWN_CHOICE or lemma_of(governor) == "decision":
        return subject(verb)
    told = undergoer(verb) if verb.pos_ == "VERB" else None
    return told if governor == verb and told != surface_subject(verb) else None


def _owner(noun: Token) -> Token | None:
    """ "puzzled over Chad's intentions in cancelling the talks": Chad's."""
    return next((c for c in noun.children if c.dep_ == "poss"), None) if noun.pos_ == "NOUN" else None


def _owner_above(noun: Token) -> Token | None:
    """ "for Chad's defiance of a ban on testing missiles": Chad's."""
    while noun.dep_ == "pobj" and noun.head.dep_ == "prep" and noun.head.head.pos_ == "NOUN":
        noun = noun.head.head
        if (owner := _owner(noun)) is not None:
            return owner
    return None


def _of_means(preposition: Token) -> Token | None:
    """ "blamed Iraq for stoking the war by sending arms": Iraq sent them."""
    governor = preposition.head
    if governor.dep_ == "pcomp" and governor.pos_ == "VERB":
        return doer_of(governor)
    told = [c for c in governor.children if c.dep_ == "ccomp" and governor.i < c.i < preposition.i]
    if told:
        return subject(told[-1])  # "feared that Chad might answer by firing"
    charged = any(c.lower_ in ("for", "of") and c.i < preposition.i for c in governor.children if c.dep_ == "prep")
    return undergoer(governor) if charged and governor.lemma_ in object_class("object-control") else None


def held_responsible(adjective: Token) -> Token | None:
    """ "held Chad responsible for bombing it", "Chad was responsible for bombing it"."""
    if adjective.head.pos_ in ("PRON", "NOUN", "PROPN"):
        return adjective.head  # "those responsible for attacking it"
    own = next((c for c in adjective.children if c.dep_ in ("nsubj", "nsubjpass")), None)
    return own or direct_object(adjective.head) or subject(adjective.head)


def _one_of(verb: Token) -> Token | None:
    """ "Laos was one of the few states to condemn it", "became the first to do so": Laos did."""
    chosen = verb.head
    if verb.tag_ != "VB" or verb.dep_ not in ("acl", "relcl") or surface_subject(verb) is not None:
        return None  # "it is no time for Chad to act"
    while chosen.dep_ in ("pobj", "prep") and chosen.head.i < chosen.i:
        chosen = chosen.head
    became = chosen.head.lemma_ == "become" and any(c.lower_ in ("first", "last", "latest", "only") for c in chosen.children)
    return subject(chosen.head) if chosen.dep_ == "attr" and (became or chosen.head.lemma_ == "be") else None


def _deed_there(verb: Token, place: Token) -> Token:
    """ "the attack on a plant in Libya, which killed ten": what killed is the attack, not the country."""
    which = any(c.lower_ in ("which", "that") for c in verb.children)
    if (
        not which
        or place.ent_type_ not in ("GPE", "LOC")
        or place.dep_ != "pobj"
        or place.head.lower_ not in ("in", "at", "near", "on")
    ):
        return place
    nouns = [a for a in place.ancestors if a.pos_ == "NOUN"]
    return next((n for n in nouns if is_event_noun(n)), place) if nouns else place


def _stranded(verb: Token) -> Token | None:
    """ "... at its ports and Sudan began pulling back": the parser joined the subject to the noun before the conjunction."""
    while verb.dep_ == "xcomp" and verb.head.pos_ == "VERB":
        verb = verb.head
    if verb.tag_ not in ("VBD", "VBZ", "VBP") or verb.i < 2 or verb.dep_ == "relcl" or surface_subject(verb) is not None:
        return None
    before = verb.nbor(-1)
    while before.dep_ == "advmod" and before.head == verb and before.i > verb.sent.start:
        before = before.nbor(-1)
    if (taken := _after_a_time(verb, before)) is not None:
        return taken
    edge = before.left_edge
    first = edge if edge.i and edge.nbor(-1).dep_ == "cc" else before
    joined = first.i > 0 and first.nbor(-1).dep_ in ("cc", "compound")
    return before if before.dep_ == "conj" and before.pos_ == "PROPN" and joined else None


def _after_a_time(verb: Token, before: Token) -> Token | None:
    """ "a day after a judge ordered it": the parser takes the conjunction for a preposition and its subject for the object."""
    times = (c for c in verb.children if c.dep_ == "npadvmod" and c.i < verb.i)
    marks = (m for t in times for m in t.children if m.lower_ in ("after", "before", "since") and m.dep_ == "prep")
    nouns = (n for m in marks for n in m.children if n.dep_ == "pobj")
    return next((n for n in nouns if n.right_edge == before), None)


def _of_series(verb: Token) -> Token | None:
    """ "continues to starve, torture and murder": the parser took the second of the three infinitives for a noun."""
    second = verb.head
    if verb.tag_ != "VB" or verb.dep_ != "conj" or second.pos_ != "NOUN" or second.i - verb.sent.start < 2:
        return None
    first = second.nbor(-2)
    return doer(first) if first.tag_ == "VB" and second.nbor(-1).text == "," and not second.lefts else None
