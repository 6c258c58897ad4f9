"""The nouns around a trigger, by role: object, dative, and what stands after each preposition."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.knowledge.ontology import event_class
from dateline.knowledge.triggers import Trigger, object_class
from dateline.language.clauses import direct_object, indirect_object, is_passive, subject, surface_subject, undergoer
from dateline.language.tokens import Token, remembered

COMPLEMENTS = ("xcomp", "ccomp", "acl", "pcomp")
_PREPOSITIONAL = ("prep", "agent", "dative", "prt", "advmod", "npadvmod")
_CIRCUMSTANCE = frozenset(
    {"according", "after", "before", "following", "since", "during", "amid", "despite", "until", "because", "as", "without"}
)
"""Prepositions of when, why and by whose account: what stands after them takes no part in the deed."""
_WITHIN_COMPLEMENT = ("obj", "dat", "to", "on", "against", "with", "between", "from", "for", "of", "in", "into", "at", "through")


def roles_of(row: Trigger) -> tuple[str, ...]:
    """The roles in which a trigger may have its other side: those of its row, else those of its type."""
    own = tuple(s.rstrip("!") for s in row.sides if not s.startswith(("sym", "swap")))
    return own or event_class(row.type).sides


def role_nouns(token: Token, role: str) -> tuple[Token, ...]:
    """The nouns that fill `role` for the trigger `token`; the role is `obj`, `dat`, `comp`, `compsubj` or a preposition."""
    if role == "obj":
        return _object(token)
    if role == "dat":
        return _receiver(token)
    if role == "comp":
        return tuple(_within_complements(token))
    if role == "compsubj":
        return tuple(s for clause in complements(token) if (s := surface_subject(clause)) is not None)
    if role == "subj":
        found = subject(token)
        return (found,) if found is not None else ()
    return tuple(after_preposition(token, role))


_HELPING = frozenset({"help", "assist", "defend", "protect", "support", "aid"})


def _within_complements(token: Token) -> Iterator[Token]:
    for clause in complements(token):
        yield from (n for r in _roles_within(clause) for n in _near_nouns(clause, r))
    for clause in complements(token):
        for inner in clause.subtree:  # "willing to send arms to help defend Kuwait"
            if inner.pos_ == "VERB" and inner.i > clause.i and inner.tag_ == "VB" and inner.lemma_ in _HELPING:
                yield from _near_nouns(inner, "obj")


_SENDING = frozenset({"send", "dispatch", "despatch", "deploy"})


def _roles_within(clause: Token) -> tuple[str, ...]:
    """ "agreed to end drills with Japan" is agreed with somebody else, "to send its athletes to Japan" not with the athletes."""
    if clause.lemma_.lower() in _SENDING:
        return tuple(role for role in _WITHIN_COMPLEMENT if role != "obj")
    ending = clause.lemma_.lower() in object_class("ending")
    return ("obj", "dat", "to", "on", "against") if ending else _WITHIN_COMPLEMENT


def _near_nouns(verb: Token, role: str) -> Iterator[Token]:
    """As `role_nouns`, but no deeper than the arguments of the verb and of its object."""
    if role in ("obj", "dat"):
        yield from role_nouns(verb, role)
        return
    yield from _after(verb, role)
    noun = direct_object(verb) if not is_passive(verb) else undergoer(verb)
    if noun is not None:
        yield from _after(noun, role)
        yield from (n for measured in _after(noun, "of") for n in _after(measured, role))


def _receiver(verb: Token) -> tuple[Token, ...]:
    """The dative; also one that the parser joined to the object: "promised Bolivia radar equipment"."""
    found, thing = indirect_object(verb), direct_object(verb)
    if found is None and thing is not None and verb.i + 1 < thing.i:
        after = next(w for w in verb.doc[verb.i + 1 : thing.i + 1] if w.pos_ != "DET")
        joined = after.dep_ in ("compound", "nmod") and thing.is_ancestor(after)
        found = after if joined and after.pos_ == "PROPN" else None
    return (found,) if found is not None else ()


@remembered
def object_of(token: Token) -> Token | None:
    """What a verb is done to, or what a noun of action is of: "the arrest of X"."""
    if token.pos_ in ("VERB", "AUX"):
        return undergoer(token) or _predicative(token) or _shifted(token)
    return next(_after(token, "of"), None) or next(behind_a_day(token, "of"), None)


def _predicative(verb: Token) -> Token | None:
    """ "called home its envoy": an object that the parser takes for a predicative complement, there being no other."""
    nouns = (c for c in verb.children if c.dep_ == "oprd" and c.pos_ in ("NOUN", "PROPN"))
    return next(nouns, None) if not is_passive(verb) else None


def _shifted(verb: Token) -> Token | None:
    """ "denounced as a crime Serbia's raid": a heavy object moved behind its predicate."""
    predicates = (n for c in verb.children if c.lower_ == "as" and c.i > verb.i for n in c.children if c.dep_ == "prep")
    late = (a for n in predicates for a in n.children if a.dep_ == "appos" and any(c.dep_ == "poss" for c in a.children))
    return next(late, None)


@remembered
def complements(token: Token) -> tuple[Token, ...]:
    """The verbs of the clauses that complete the trigger: "agreed to sign", "warned that it would act"."""
    return tuple(_complements(token))


def _complements(token: Token) -> Iterator[Token]:
    for child in token.children:
        if child.dep_ in COMPLEMENTS and child.pos_ in ("VERB", "AUX") and child.i > token.i:
            yield child
            yield from (c for c in child.children if c.dep_ == "conj" and c.pos_ == "VERB")
        elif _is_gerund_clause(child, token):
            yield child
        elif child.dep_ in ("dobj", "acomp", "attr", "prep", "advcl", "dative") and child.i > token.i:
            yield from _open_clauses(child, token)


def _is_gerund_clause(child: Token, verb: Token) -> bool:
    """ "ruled out Peru setting conditions": the parser takes it for an adjunct, though nothing parts it from the verb."""
    if child.dep_ != "advcl" or child.tag_ != "VBG" or verb.pos_ != "VERB" or child.i < verb.i:
        return False
    own = any(c.dep_ == "nsubj" and c.i > verb.i for c in child.children)
    return own and direct_object(verb) is None and not any(t.is_punct or t.pos_ == "SCONJ" for t in verb.doc[verb.i : child.i])


def _open_clauses(child: Token, token: Token) -> Iterator[Token]:
    if child.dep_ == "advcl":
        if _is_infinitive(child) and token.pos_ == "VERB":
            yield child
        return
    yield from (c for c in child.children if c.dep_ in COMPLEMENTS and (c.dep_ != "acl" or _is_infinitive(c)))
    yield from (c for c in child.children if c.dep_ == "advcl" and _is_infinitive(c) and _has_for(c))


def _has_for(clause: Token) -> bool:
    """ "repeated a call for Chad to act"."""
    return any(c.dep_ == "mark" and c.lower_ == "for" for c in clause.children)


def _is_infinitive(verb: Token) -> bool:
    return any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.children)


def after_preposition(token: Token, preposition: str) -> Iterator[Token]:
    """The nouns after `preposition` that belong to the trigger, its object or its particle ("out of Ethiopia")."""
    if preposition not in token.sent.forms:
        return
    yield from _after(token, preposition)
    yield from behind_a_day(token, preposition)
    yield from (n for c in token.children if c.dep_ == "acomp" for n in _after(c, preposition))  # "is critical of"
    if any(c.dep_ in ("prt", "advmod") and c.lower_ == preposition for c in token.children):
        yield from _object(token)
    noun = direct_object(token) if token.pos_ == "VERB" and not is_passive(token) else None
    if noun is not None:
        yield from _after(noun, preposition)
        for child in noun.children:
            if child.dep_ == "prep":
                yield from (n for inner in child.children if inner.dep_ == "pobj" for n in _after(inner, preposition))
    elif token.pos_ == "VERB" and (noun := undergoer(token)) is not None:
        yield from _after(noun, preposition)
    for child in token.children:
        if child.dep_ == "prep" and child.lower_ not in _CIRCUMSTANCE:
            nouns = (inner for inner in pobj(child) if inner.pos_ == "NOUN" or preposition == "by")
            yield from (n for inner in nouns for n in _after(inner, preposition))


def behind_a_day(noun: Token, preposition: str) -> Iterator[Token]:
    """ "the capture on Tuesday of a trawler": the parser hangs what the deed is done to on the day."""
    if noun.pos_ == "NOUN" and preposition in ("of", "by"):
        days = (n for c in noun.children if c.dep_ == "prep" for n in pobj(c) if n.ent_type_ in ("DATE", "TIME"))
        things = [n for day in days for c in day.children if c.lower_ == "of" for n in pobj(c)]
        yield from things if preposition == "of" else (n for thing in things for n in _after(thing, preposition))


def _after(head: Token, preposition: str) -> Iterator[Token]:
    if preposition not in head.sent.forms:
        return
    for child in head.children:
        if child.dep_ not in _PREPOSITIONAL:
            continue
        if child.lower_ == preposition and not (child.i and child.nbor(-1).lower_ == "instead"):
            yield from pobj(child)
        for inner in child.children:
            if (
                inner.dep_ == "prep"
                and inner.lower_ == preposition
                and child.lower_ not in ("according", "instead", "because", "regardless")
            ):
                yield from pobj(inner)


def pobj(preposition: Token) -> Iterator[Token]:
    """What stands after a preposition."""
    found = [c for c in preposition.children if c.dep_ == "pobj"]
    return iter(found or _of_gerund(preposition) or _behind_article(preposition))


def _of_gerund(preposition: Token) -> list[Token]:
    """ "fired on rebels storming the fort": the parser makes the participle the object and the rebels its subject."""
    gerunds = (c for c in preposition.children if c.dep_ == "pcomp" and c.tag_ == "VBG")
    return [s for g in gerunds for s in g.children if s.dep_ == "nsubj" and s.i == preposition.i + 1 and s.pos_ != "PRON"]


def _behind_article(preposition: Token) -> list[Token]:
    """ "at the US" at the end of a headline: the parser hangs the name on the article."""
    if preposition.pos_ != "ADP" or preposition.i + 1 >= len(preposition.doc):
        return []
    article = preposition.nbor(1)
    return [c for c in article.children if c.pos_ == "PROPN"] if article.lower_ == "the" else []


def _object(token: Token) -> tuple[Token, ...]:
    found = object_of(token)
    return (found,) if found is not None else ()
