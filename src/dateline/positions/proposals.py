"""What is proposed: noun phrases that name a plan, a deal or a measure, and the short names they go by.

A name is the article's own words without determiner, owner and place: "an American proposal for a joint monitoring
mission at the dam" is "joint monitoring mission", "a US plan to post observers" is "plan to post observers".
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from dateline.knowledge.stances import proposal_nouns
from dateline.language.clauses import conjuncts, direct_object, prepositional_object
from dateline.language.document import Document
from dateline.language.phrases import tight
from dateline.language.quotations import Quotation
from dateline.language.tokens import Token
from dateline.positions.authors import owners
from dateline.records import Span

MAX_WORDS = 12
QUOTED = 6
"""Words of the longest name in quotation marks."""
_OUTER = frozenset({"det", "poss", "predet", "nummod", "case", "punct", "preconj", "neg"})
_DEFINING = frozenset({"for", "of", "on", "with", "between", "to", "in", "about", "over", "against"})
_EVALUATIVE = frozenset(
    """
    new other own latest proposed planned controversial disputed so-called such same final interim further any previous first
    second next last late recent initial original possible potential alleged reported current existing ongoing full
    red front historic big major key whole entire immediate quick early direct upcoming
    """.split()
)
_BARE_MARKS = re.compile(r"^[\W_]+|[\W_]+$")
_TRAILING = re.compile(r"(?: (?:and|or|the|a|an|of|on|with|to|for|in|by|that))+$", re.IGNORECASE)
_LEADING = re.compile(r"^(?:the|a|an|its|their|his|her) ", re.IGNORECASE)
_MEETING = "encounter"
MEDIATION = "mediation"
"""The noun of "mediate", which has no object to name a proposal."""
_SAID_ENOUGH = "named"


@dataclass(frozen=True, slots=True)
class Proposal:
    """A named proposal; `owners` are heads of phrases that say whose it is, `also` what else the same words call it."""

    name: str
    head: Token
    owners: tuple[Token, ...] = ()
    also: tuple[str, ...] = ()


def kind_of(token: Token) -> str | None:
    """The kind of the noun in the table of proposal nouns."""
    return proposal_nouns().get(token.lemma_.lower())


def is_proposal_noun(token: Token) -> bool:
    """Is this a noun for something that parties can be for or against?"""
    if token.lower_ == "plans" and token.i and token.nbor(-1).ent_type_ in ("PERSON", "ORG"):
        # "Trump plans to speak" is a verb, whatever its tag.
        return False
    named = token.ent_type_ in ("ORG", "PERSON", "FAC", "WORK_OF_ART", "EVENT") and token.ent_iob_ == "B"
    return token.pos_ in ("NOUN", "PROPN") and not named and kind_of(token) is not None


def is_plan(token: Token) -> bool:
    """A plan, deal or idea that somebody makes, not a measure like talks or sanctions; the inner noun of a container
    counts too.
    """
    return kind_of(token) in ("container", "text") or any(kind_of(a) == "container" for a in token.ancestors)


def named_proposal(document: Document, noun: Token) -> Proposal | None:
    """The proposal that this noun heads; None for a bare "the plan", which names nothing by itself."""
    kind = kind_of(noun)
    if kind is None:
        return None
    if kind == "container":
        inner = _contained(noun)
        found = _from(document, inner, tuple(owners(noun))) if inner is not None else None
        if found is not None and (" " in found.name or is_proposal_noun(found.head)):
            return found
    return _from(document, noun, tuple(owners(noun)))


def meeting(document: Document, noun: Token, verb: Token) -> Proposal | None:
    """ "hold talks with Seoul", "Seoul and Pyongyang must start talks": a bare noun, named by the parties around its verb."""
    if kind_of(noun) != _MEETING:
        return None
    partner = prepositional_object(verb, "with")
    if partner is not None:
        return Proposal(f"{noun.text} with {_plain(document, _party(partner))}", noun, also=(noun.text,))
    parties = [p for s in verb.children if s.dep_ == "nsubj" for p in conjuncts(s)]
    if len(parties) != 2:
        return None
    names = " and ".join(_plain(document, _party(p)) for p in parties)
    return Proposal(f"{noun.text} between {names}", noun, also=(noun.text,))


def mediating(document: Document, verb: Token) -> Proposal | None:
    """ "mediate between Seoul and Pyongyang" by the verb."""
    between = next((c for c in verb.children if c.dep_ == "prep" and c.lower_ in ("between", "in")), None)
    tokens = [verb, *(list(between.subtree)[: MAX_WORDS - 1] if between is not None else [])]
    name = _name(document, tight(tokens)) if between is not None else MEDIATION
    return Proposal(name, verb, also=(MEDIATION,) if between is not None else ())


def coined(document: Document, noun: Token) -> Proposal:
    """The phrase around any noun as a name, where the text says that it is one."""
    return Proposal(_name(document, tight([*_before(noun), noun])), noun, tuple(owners(noun)))


def quoted_name(document: Document, token: Token) -> Token | None:
    """The noun right after the quotation marks in which this token stands: a "freeze for freeze" *agreement*."""
    quotation = document.quotation_at(token.idx)
    if quotation is None or not _is_short(document, quotation):
        return None
    noun = document.token_at(quotation.outer.end + 1)
    return noun if noun is not None and is_proposal_noun(noun) else None


def bare_reference(token: Token) -> bool:
    """Does this phrase only point back to a proposal: "it", "the text", "such an agreement", "the plan"?"""
    if token.lower_ in ("it", "this", "that") and token.pos_ == "PRON":
        return True
    if not is_proposal_noun(token):
        return False
    pointing = any(
        c.lower_ in ("the", "this", "that", "such", "its") for c in token.children if c.dep_ in ("det", "predet", "amod", "poss")
    )
    return pointing and not any(c.dep_ in ("compound", "prep", "acl") for c in token.children)


def stands_alone(noun: Token) -> bool:
    """Whether nothing around the noun says which: "sanctions", not "oil sanctions" or "its sanctions"."""
    return not any(c.dep_ not in ("punct", "cc", "conj", "case", "appos", "relcl") for c in noun.children)


def _from(document: Document, head: Token, owned: tuple[Token, ...]) -> Proposal | None:
    modifiers = _before(head)
    quoted = _quoted_before(document, head)
    if quoted is not None:
        return Proposal(quoted, head, owned, (f"{quoted} {head.text}",))
    tokens = [*modifiers, head, *(_against_whom(head) if modifiers else _after(head))]
    if len(tokens) == 1 and kind_of(head) is not None and kind_of(head) != _SAID_ENOUGH:
        tokens = _with_owner(head, owned)
    name = _TRAILING.sub("", _name(document, tight(tokens))) if tokens else ""
    return Proposal(name, head, owned) if name and len(name.split()) <= MAX_WORDS else None


def _with_owner(head: Token, owned: tuple[Token, ...]) -> list[Token]:
    """ "a U.S. blueprint", "the Sochi conference", "the Iran deal": a state or place names it, where nothing else does."""
    near = [o for o in owned if o.i < head.i and o.dep_ in ("amod", "compound", "nmod") and o.pos_ != "PRON"]
    near += [c for c in head.lefts if c.dep_ in ("amod", "compound", "nmod") and c.ent_type_ in ("GPE", "NORP", "LOC")]
    return list(head.doc[near[0].left_edge.i : head.i + 1]) if near and kind_of(head) != "container" else []


def _quoted_before(document: Document, head: Token) -> str | None:
    """The name in quotation marks right before the noun: a "freeze for freeze" agreement."""
    for quotation in document.quotations:
        if 0 < head.idx - quotation.outer.end <= 1 and _is_short(document, quotation):
            return _name(document, Span(quotation.start, quotation.end))
    return None


def _is_short(document: Document, quotation: Quotation) -> bool:
    return len(document.words(Span(quotation.start, quotation.end)).split()) <= QUOTED


def _name(document: Document, span: Span) -> str:
    words = re.sub(r"[“”„\"‘]|’(?!\w)|(?<!\w)'|'(?!\w)", "", document.words(span))
    return _LEADING.sub("", _BARE_MARKS.sub("", " ".join(words.split())))


def _party(token: Token) -> list[Token]:
    return [t for t in token.lefts if t.dep_ == "compound"] + [token]


def _plain(document: Document, tokens: list[Token]) -> str:
    """The words of a party, with the full stop of an abbreviation."""
    return document.words(tight(tokens))


def _before(head: Token) -> list[Token]:
    """Modifiers that belong to the name: compounds and adjectives, but no owner, determiner or evaluation."""
    kept: list[Token] = []
    for child in head.lefts:
        if child.dep_ in _OUTER or child.lower_ == "," or child.ent_type_ in ("GPE", "NORP") or child.lower_ in _EVALUATIVE:
            kept = [] if child.dep_ in ("det", "poss", "predet") else kept
            continue
        if child.dep_ in ("amod", "compound", "nmod", "npadvmod", "advmod", "quantmod"):
            kept.extend(t for t in child.subtree if not t.is_space)
    comma = max((n for n, t in enumerate(kept) if t.lower_ == ","), default=-1)
    return kept[comma + 1 :]


def _after(head: Token) -> list[Token]:
    """One phrase that defines the proposal: "talks with X", "sanctions on Y", "plan to post observers"."""
    for child in head.rights:
        if child.dep_ == "prep" and child.lower_ in _DEFINING and not _is_whereabouts(child):
            return [t for t in child.subtree if t.i > head.i][: MAX_WORDS - 2]
        if child.dep_ in ("acl", "relcl") and any(c.lower_ == "to" and c.dep_ == "aux" for c in child.children):
            target = direct_object(child)
            end = target.i if target is not None else child.i
            return list(head.doc[head.i + 1 : end + 1])
    return _torn_off(head)


def _against_whom(head: Token) -> list[Token]:
    """ "tougher sanctions on North Korea": the state right after a name that has modifiers."""
    after = head.nbor(1) if head.i + 1 < len(head.doc) else head
    noun = next((c for c in after.children if c.dep_ == "pobj"), None)
    if after.lower_ not in ("on", "against", "with") or noun is None or noun.ent_type_ != "GPE":
        return []
    return list(head.doc[after.i : noun.i + 1])


def _torn_off(head: Token) -> list[Token]:
    """ "accepted the halt in exploration": the phrase right after the noun that the parser hung on the verb."""
    after = head.nbor(1) if head.i + 1 < len(head.doc) else head
    own = after.dep_ == "prep" and after.head == head.head and head.dep_ == "dobj" and after.lower_ in _DEFINING
    if not own or after.lower_ == "to" or _is_whereabouts(after):
        return []
    noun = next(c for c in after.children if c.dep_ in ("pobj", "pcomp"))
    return list(head.doc[after.i : noun.i + 1])


def _is_whereabouts(preposition: Token) -> bool:
    """ "talks in Geneva", "a vote on Tuesday": where and when, not what."""
    noun = next((c for c in preposition.children if c.dep_ in ("pobj", "pcomp")), None)
    return noun is None or noun.ent_type_ in ("DATE", "TIME") or (preposition.lower_ == "in" and noun.ent_type_ in ("GPE", "LOC"))


def _contained(noun: Token) -> Token | None:
    """What a "proposal for" or "idea of" is about; in "a call for owners to act" that is no thing."""
    for child in noun.rights:
        if child.dep_ == "prep" and child.lower_ in ("for", "of"):
            inner = next((c for c in child.children if c.dep_ == "pobj"), None)
            after = child.right_edge.i + 1
            acts = after < len(noun.doc) and noun.doc[after].lower_ == "to" and child.lower_ == "for"
            return None if acts else inner
    return None
