"""Repairs of the parse where the parser is known to fail; each names the construction, none a sentence."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from dateline.knowledge.cues import verb_cues
from dateline.language.clauses import SUBJECTS

_FINITE = frozenset({"VBD", "VBZ", "VBP", "VBN", "MD"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})


def repair(doc: Doc) -> None:
    """Mend heads and labels in place."""
    for sentence in doc.sents:
        root = sentence.root
        if root.tag_ in _FINITE and root.pos_ in ("VERB", "AUX") and not any(c.dep_ in SUBJECTS for c in root.children):
            _give_subject(root)
    for token in doc:
        if token.dep_ == "conj" and token.tag_ in ("VBD", "VBZ") and token.lemma_ in verb_cues():
            _raise_conjunct(token)


def _give_subject(root: Token) -> None:
    """ "As reported by Newsweek, the minister, Sergey Lavrov, has blasted ...": the minister is no apposition of
    Newsweek.

    A finite main verb without subject takes the first noun phrase that the parser made an apposition of a noun in an
    opening phrase, or cut off at a comma.
    """
    for opening in root.lefts:
        if opening.dep_ in ("prep", "advcl"):
            subject = next((t for t in opening.subtree if t.dep_ == "appos" and t.pos_ in _NOMINAL and _after_comma(t)), None)
        else:
            detached = opening.dep_ in ("dep", "npadvmod", "meta", "appos", "nmod", "ccomp") and opening.pos_ in _NOMINAL
            subject = opening if detached and opening.ent_type_ not in ("DATE", "TIME") else None
        if subject is not None:
            subject.head = root
            subject.dep_ = "nsubj"
            return


def _raise_conjunct(verb: Token) -> None:
    """ "X insisted the release had been announced and accused Sudan of ...": the second verb of saying shares the first
    one's subject.

    The parser joins it to the verb of the content. It is joined to the first verb of saying where it has no subject
    of its own and both stand in the same finite tense.
    """
    content = verb.head
    saying = content.head
    if content.dep_ != "ccomp" or saying.tag_ != verb.tag_ or saying.lemma_ not in verb_cues() or saying.i > verb.i:
        return
    if any(c.dep_ in SUBJECTS for c in verb.children) or any(c.lower_ == "that" and c.dep_ == "mark" for c in verb.children):
        return
    joined = [c for c in content.children if c.dep_ == "cc" and c.i < verb.i]
    for token in (verb, *joined[-1:]):
        token.head = saying


def _after_comma(token: Token) -> bool:
    edge = token.left_edge
    return edge.i > 0 and edge.nbor(-1).text == ","
