"""Participles that tell of a further speech act beside what is said: "said that ..., urging Iran to stop"."""

from __future__ import annotations

from dateline.knowledge.certainty import effect_of
from dateline.knowledge.triggers import lemma_of
from dateline.language.tokens import Token


def reporting_verb(token: Token) -> Token | None:
    """The verb of saying to which a participle after a comma belongs, though the parser joined it to what is said."""
    if token.tag_ == "VBG" and token.dep_ == "advcl" and token.i < token.head.i and not _marked(token):
        return token.head if effect_of(lemma_of(token.head), "verb") == "claimed" else None
    if token.tag_ != "VBG" or token.dep_ not in ("advcl", "conj", "acl", "pcomp") or not _after_comma(token):
        return None
    above = token.head
    while above.dep_ in ("conj", "advcl", "xcomp", "acomp") and above.pos_ in ("VERB", "AUX", "ADJ"):
        above = above.head
    said = above.dep_ == "ccomp" and above.i > above.head.i and above.head.pos_ == "VERB"
    finite = said and any(c.dep_ in ("nsubj", "nsubjpass", "expl") for c in above.children)
    return above.head if finite and effect_of(lemma_of(above.head), "verb") == "claimed" else None


def _marked(token: Token) -> bool:
    return any(c.dep_ in ("mark", "prep", "advmod") and c.i < token.i for c in token.children)


def _after_comma(token: Token) -> bool:
    before = token.i - 1
    while before > 0 and token.doc[before].pos_ == "ADV":
        before -= 1
    return before > 0 and (token.doc[before].text == "," or _of_series(token))


def _of_series(token: Token) -> bool:
    """The second of "condemning X and blaming Y"."""
    return token.dep_ == "conj" and token.head.tag_ == "VBG" and _after_comma(token.head)
