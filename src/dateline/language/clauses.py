"""Who does what in a clause: subjects (also understood ones), objects, agents, voice, polarity, modality.

The understood subject follows the control relations of English grammar (Huddleston and Pullum 2002, ch. 14):
conjoined verbs share theirs, an open complement takes that of its governor (its object, where the governor is an
object-control verb), a participle or relative clause modifies the noun that does the deed.
"""

from __future__ import annotations

from collections.abc import Iterator

from dateline.knowledge.triggers import object_class
from dateline.language.tokens import Token, remembered

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
SUBJECT_CONTROL = frozenset({"promise", "threaten", "vow", "pledge", "offer", "agree", "refuse", "decline"})
"""Verbs whose complement shares their subject even where they have an object ("promised him to renew")."""

_TAKING_OBJECTS = frozenset({"aux", "dobj", "dative", "ccomp", "xcomp", "prt"})
_NEGATIONS = frozenset({"not", "n't", "never", "no", "neither", "nor", "nobody", "none", "nothing"})
_RELATIVES = frozenset({"who", "which", "that", "whom", "whose"})


@remembered
def surface_subject(verb: Token) -> Token | None:
    """The subject that stands in the clause of `verb` itself."""
    for child in verb.children:
        if child.dep_ in SUBJECTS and child.dep_ != "expl":
            return child
    return _subject_of_auxiliary(verb) or _detached_subject(verb)


def _subject_of_auxiliary(verb: Token) -> Token | None:
    """ "Spain was 'misleading' them": before a quotation mark the parser hangs the subject on the auxiliary."""
    auxiliaries = (c for c in verb.lefts if c.dep_ in ("aux", "auxpass"))
    return next((c for a in auxiliaries for c in a.lefts if c.dep_ in ("nsubj", "nsubjpass")), None)


def subject(verb: Token, depth: int = 0) -> Token | None:
    """The head of the surface or understood subject of `verb`; a relative pronoun is replaced by its antecedent.

    For a passive this is who or what undergoes the deed; see `agent`. None where nobody is understood.
    """
    found = surface_subject(verb)
    if found is not None:
        return antecedent(found)
    if depth > 4:
        return None
    return _understood_subject(verb, depth)


def _understood_subject(verb: Token, depth: int) -> Token | None:
    head = verb.head
    if head == verb:
        return None
    if verb.dep_ == "xcomp" and head.pos_ in ("VERB", "AUX", "ADJ"):
        controller = None if head.lemma_ in SUBJECT_CONTROL else direct_object(head)
        controller = (
            None if controller is not None and controller.ent_type_ in ("DATE", "TIME") else controller
        )  # "spent hours drilling"
        return controller or subject(_verb_of(head), depth + 1)
    if verb.dep_ in ("conj", "advcl", "ccomp", "pcomp", "prep", "aux", "auxpass", "acomp", "dep") or head.pos_ in (
        "ADP",
        "SCONJ",
    ):
        governor = clause_head(head)
        if governor == verb:
            return None
        bare = verb.tag_ == "VB" and all(c.lower_ == "do" for c in verb.children if c.dep_ == "aux")  # "'Do not go,' he said"
        shares = verb.dep_ != "ccomp" or (verb.tag_ in ("VB", "VBG", "VBN") and not bare)
        return subject(governor, depth + 1) if shares and governor.pos_ in ("VERB", "AUX") else _possessor(head)
    if verb.dep_ == "acl" and verb.tag_ == "VBG" and _place_of_going(head):
        return subject(clause_head(head), depth + 1)
    if verb.dep_ in ("acl", "relcl"):
        return head if _modifies_doer(verb) else _possessor(head)
    return None


def _verb_of(token: Token) -> Token:
    """The verb that governs a predicate: for "is ready to sign", `is`."""
    return token.head if token.pos_ == "ADJ" and token.head.pos_ in ("AUX", "VERB") else token


def _place_of_going(noun: Token) -> bool:
    """ "marched to the consulate chanting": those who march chant."""
    return noun.dep_ == "pobj" and noun.head.lower_ in ("to", "towards", "toward", "through", "past", "outside", "into", "along")


def _modifies_doer(verb: Token) -> bool:
    """In "officials briefed on it" and "troops crossing" the noun is the subject; in "a plan to strike" it is not."""
    return verb.tag_ in ("VBG", "VBN", "VBZ", "VBD", "VBP") or verb.head.ent_type_ in ("PERSON", "ORG", "GPE", "NORP")


def _possessor(noun: Token) -> Token | None:
    """In "Egypt's threat to sue" and "Egypt's decision" the possessor is the understood subject."""
    return next((c for c in noun.children if c.dep_ == "poss"), None)


def _detached_subject(verb: Token) -> Token | None:
    """ "Sergey Lavrov, has blasted ...": a noun phrase before the verb that the parser cut off at a comma."""
    if verb.dep_ != "ROOT" or verb.tag_ not in ("VBD", "VBZ", "VBP", "VBN", "MD"):
        return None
    for child in verb.lefts:
        if child.dep_ in ("dep", "npadvmod", "meta", "appos", "nmod") and child.pos_ in ("PROPN", "NOUN", "PRON"):
            return child if child.ent_type_ not in ("DATE", "TIME") else None
    return None


def antecedent(token: Token) -> Token:
    """The noun that a relative pronoun stands for; any other token is its own antecedent."""
    if token.lower_ in _RELATIVES and token.tag_ in ("WP", "WDT", "WP$", "IN"):
        for ancestor in token.ancestors:
            if ancestor.dep_ == "relcl":
                return ancestor.head
    return token


@remembered
def direct_object(verb: Token) -> Token | None:
    """The direct object; for a relative clause whose relative pronoun is the object, the antecedent."""
    for child in verb.children:
        if child.dep_ in ("dobj", "obj"):
            return antecedent(child)
    return None


def indirect_object(verb: Token) -> Token | None:
    """Whom something is told or given: the dative, with or without "to"."""
    for child in verb.children:
        if child.dep_ == "dative":
            return child if child.pos_ != "ADP" else next((c for c in child.children if c.dep_ == "pobj"), None)
    return None


def prepositional_object(token: Token, *prepositions: str) -> Token | None:
    """The noun (or gerund) after one of these prepositions that depends on `token`."""
    for child in token.children:
        if child.dep_ in ("prep", "agent", "dative") and child.lower_ in prepositions:
            for inner in child.children:
                if inner.dep_ in ("pobj", "pcomp"):
                    return inner
    return None


def agent(verb: Token) -> Token | None:
    """Who does it in a passive: the noun after "by"."""
    for child in verb.children:
        if child.dep_ == "agent":
            return next((c for c in child.children if c.dep_ == "pobj"), None)
    return None


@remembered
def is_passive(verb: Token) -> bool:
    """Passive by auxiliary, by agent, or as a bare participle ("a diplomat quoted by Al Jazeera", "two Swedes killed")."""
    if any(c.dep_ in ("nsubjpass", "auxpass", "agent") for c in verb.children):
        return True
    if any(c.dep_ == "nsubj" for c in verb.children):
        return _is_headline_passive(verb)
    if verb.dep_ == "conj" and verb.tag_ == "VBN" and not any(c.dep_ in ("aux", "nsubj") for c in verb.children):
        return verb.head.tag_ == "VBN" and is_passive(verb.head)
    return verb.tag_ == "VBN" and verb.dep_ in ("acl", "relcl", "advcl") and not any(c.dep_ == "aux" for c in verb.children)


def _is_headline_passive(verb: Token) -> bool:
    """ "Two killed, three Danes kidnapped in Mali": done to the subject, though the parser sees an active verb."""
    if verb.tag_ not in ("VBN", "VBD") or verb.lemma_ not in object_class("undergoing"):
        return False
    if verb.dep_ in ("relcl", "acl"):  # "the soldiers Somalia killed"
        return False
    shared = any(c.dep_ == "conj" and c.pos_ == "VERB" for c in verb.children)  # "the blast killed and wounded dozens"
    return not (shared or any(c.dep_ in _TAKING_OBJECTS or c.tag_ in ("WP", "WDT") for c in verb.children))


def doer(verb: Token) -> Token | None:
    """Who does the deed of `verb`, whatever the voice."""
    return agent(verb) if is_passive(verb) else subject(verb)


def undergoer(verb: Token) -> Token | None:
    """To whom or what it is done, whatever the voice."""
    return subject(verb) if is_passive(verb) else direct_object(verb)


def is_negated(token: Token) -> bool:
    """A negative word in the clause of `token`: "did not", "never", "no longer", "no soldier crossed", "neither side has"."""
    if any(c.dep_ == "neg" or c.lower_ in ("never", "n't", "not") or _no_longer(c) for c in token.children):
        return True
    found = surface_subject(token)
    return found is not None and _negative_phrase(found)


def _no_longer(adverb: Token) -> bool:
    """ "no longer supports the plan": it did, and does not."""
    return adverb.lower_ == "longer" and adverb.dep_ == "advmod" and adverb.i > 0 and adverb.doc[adverb.i - 1].lower_ == "no"


def _negative_phrase(noun: Token) -> bool:
    return noun.lower_ in _NEGATIONS or any(
        c.lower_ in _NEGATIONS and c.dep_ in ("det", "neg", "preconj", "advmod", "cc:preconj") for c in noun.children
    )


def modal(verb: Token) -> str | None:
    """The modal auxiliary of the clause in lower case ("would", "'ll" as "will"); None where there is none."""
    for child in verb.children:
        if child.tag_ == "MD":
            return {"'ll": "will", "wo": "will", "'d": "would", "ca": "can", "sha": "shall"}.get(child.lower_, child.lower_)
    if verb.dep_ == "conj" and surface_subject(verb) is None and verb.head.pos_ in ("VERB", "AUX"):
        return modal(verb.head)
    return None


def conjuncts(token: Token) -> tuple[Token, ...]:
    """`token` and what is joined to it by "and", "or" or commas, in order."""
    return (token, *_following_conjuncts(token))


def _following_conjuncts(token: Token) -> Iterator[Token]:
    for child in token.children:
        if child.dep_ == "conj":
            yield child
            yield from _following_conjuncts(child)


def clause_head(token: Token) -> Token:
    """The verb (or root) of the clause in which `token` stands."""
    while token.pos_ not in ("VERB", "AUX") and token.head != token:
        token = token.head
    return token
