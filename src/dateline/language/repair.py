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
            _join_headline_verbs(root)
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


def _join_headline_verbs(root: Token) -> None:
    """ "North Korea fires missile, says mainland is in reach": two deeds of one subject, not a content before its saying.

    The second verb has no subject, on either side; it becomes a conjunct of the first, which has one.
    """
    first = next((c for c in root.lefts if c.dep_ == "ccomp" and any(g.dep_ in SUBJECTS for g in c.lefts)), None)
    nominal = any(c.pos_ in _NOMINAL for c in root.rights)
    if first is None or nominal or root.i == 0 or root.nbor(-1).text != "," or first.tag_ != root.tag_:
        return
    first.head, first.dep_ = first, "ROOT"
    root.head, root.dep_ = first, "conj"


def _raise_conjunct(verb: Token) -> None:
    """ "X insisted the release had been announced and accused Sudan of ...": the second verb of saying shares the first
    one's subject.

    The parser joins it to a verb of the content, or to a participle. It is joined to the first verb of saying where it has
    no subject of its own and both stand in the same finite tense.
    """
    if any(c.dep_ in SUBJECTS for c in verb.children) or any(c.lower_ == "that" and c.dep_ == "mark" for c in verb.children):
        return
    saying = _saying_above(verb)
    if saying is None:
        return
    joined = [c for c in verb.head.children if c.dep_ == "cc" and c.i < verb.i]
    for token in (verb, *joined[-1:]):
        token.head = saying


def _saying_above(verb: Token) -> Token | None:
    """The verb of saying whose content the parser made this verb a part of; only the first finite verb above decides."""
    below = verb
    for above in verb.ancestors:
        finite = above.tag_ in ("VBD", "VBZ", "VBP")
        if below.dep_ == "ccomp" and above.tag_ == verb.tag_ and above.i < verb.i and above.lemma_ in verb_cues():
            return above
        if finite and not (above.dep_ == "ccomp" and above == verb.head) and above.dep_ != "ccomp":
            return None
        below = above
    return None


def _after_comma(token: Token) -> bool:
    edge = token.left_edge
    return edge.i > 0 and edge.nbor(-1).text == ","
