"""Repairs of the parse where the parser is known to fail; each names the construction, none a sentence."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from dateline.knowledge.cues import verb_cues
from dateline.language import tokens
from dateline.language.clauses import SUBJECTS
from dateline.models import PREFIXED, lemma_of_prefixed

_FINITE = frozenset({"VBD", "VBZ", "VBP", "VBN", "MD"})
_MENDED_TAGS, _MENDED_LABELS = ("VBD", "VBZ", "VBG", "VBN"), ("amod", "conj", "advcl", "acl")
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
_ANSWERS = frozenset({"comment", "answer", "say", "elaborate", "discuss", "respond", "confirm", "speculate"})


def repair(doc: Doc) -> None:
    """Mend heads, labels and lemmas in place."""
    for word in PREFIXED.finditer(doc.text):
        _whole_lemma(doc, word.start(), word.end())
    for sentence in doc.sents:
        root = sentence.root
        if root.tag_ in _FINITE and root.pos_ in ("VERB", "AUX") and not any(c.dep_ in SUBJECTS for c in root.children):
            _give_subject(root)
            _join_headline_verbs(root)
        if root.tag_ == "NNS" and any(c.dep_ in SUBJECTS for c in root.children):
            _make_verb(root)
    for by in _authorships(doc):
        by.head, by.dep_ = doc[by.i - 1], "prep"
    _mend_participles(doc)


def _mend_participles(doc: Doc) -> None:
    for token in _participles(doc):
        if token.tag_ == "VBD" and token.dep_ == "amod" and token.head.dep_ == "conj" and token.head.head.pos_ == "VERB":
            _part_from_object(token)
        if token.dep_ == "conj" and token.tag_ in ("VBD", "VBZ") and (token.lemma_ in verb_cues() or gives_no_answer(token)):
            _raise_conjunct(token)
        if token.tag_ == "VBG" and token.dep_ == "advcl":
            _part_subjects(token)
        if token.dep_ == "acl" and token.tag_ in ("VBN", "VBD"):
            _open_relative(token)


def _whole_lemma(doc: Doc, start: int, end: int) -> None:
    """ "re-elected": the lemmatiser knows the word only without its prefix."""
    words = doc.char_span(start, end)
    if words is not None and len(words) == 1:
        words[0].lemma_ = lemma_of_prefixed(words[0].text, words[0].tag_, words[0].pos_)


def _participles(doc: Doc) -> Iterator[Token]:
    """The verbs that may need it, and some more: no repair makes another verb one of these."""
    strings = doc.vocab.strings
    tags, labels = ({strings[name] for name in names} for names in (_MENDED_TAGS, _MENDED_LABELS))
    for index, (tag, label) in enumerate(doc.to_array(["TAG", "DEP"]).tolist()):
        if tag in tags and label in labels:
            yield doc[index]


def _authorships(doc: Doc) -> Iterator[Token]:
    """ "condemned the launch by North Korea": whoever is named right behind the object of an active verb has made it."""
    word = doc.vocab.strings["by"]
    for index, lower in enumerate(doc.to_array("LOWER").tolist()):
        by = doc[index] if lower == word else None
        if by is not None and index and by.dep_ in ("prep", "agent") and doc[index - 1].dep_ == "dobj" and _is_active(by.head):
            author = next((c for c in by.children if c.dep_ == "pobj"), None)
            if doc[index - 1].head == by.head and author is not None and author.ent_type_ in _NAMES:
                yield by


_NAMES = frozenset({"GPE", "NORP", "ORG", "PERSON"})


def _is_active(verb: Token) -> bool:
    passive = any(c.dep_ == "auxpass" for c in verb.children)
    return verb.pos_ == "VERB" and not passive and (verb.tag_ != "VBN" or any(c.dep_ == "aux" for c in verb.children))


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


def _make_verb(root: Token) -> None:
    """ "The president plans to act", where the tagger sees plans: what has a subject and an infinitive of its own is a verb."""
    infinitives = [c for c in root.rights if c.dep_ == "acl" and any(w.lower_ == "to" and w.dep_ == "aux" for w in c.lefts)]
    if infinitives:
        root.tag_, root.pos_ = "VBZ", "VERB"
        infinitives[0].dep_ = "xcomp"


def _part_from_object(verb: Token) -> None:
    """ "attacked ships, and tortured Otto Warmbier": a finite verb before a name is no attribute of it."""
    thing = verb.head
    verb.head, verb.dep_ = thing.head, "conj"
    thing.head, thing.dep_ = verb, "dobj"


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
        content = below.dep_ == "ccomp" or (below.dep_ == "xcomp" and below == verb.head and below.tag_ == "VB")
        if content and above.tag_ == verb.tag_ and above.i < verb.i and above.lemma_ in verb_cues():
            return above
        if finite and not (above.dep_ == "ccomp" and above == verb.head) and above.dep_ != "ccomp":
            return None
        below = above
    return None


def gives_no_answer(verb: Token | tokens.Token) -> bool:
    """ "Declined to comment", "refused to say": what a speaker does to a reporter, never what a content tells."""
    answers = (c for c in verb.children if c.dep_ == "xcomp" and c.lemma_ in _ANSWERS)
    return verb.lemma_ in ("decline", "refuse") and any(True for _ in answers)


def _part_subjects(verb: Token) -> None:
    """ "With Ruiz accusing Spain of deceit and Oslo announcing it will": the name right before the second participle does that.

    The parser joins it to the last noun of the first deed.
    """
    name = verb.nbor(-1) if verb.i > 0 else verb
    joint = name.left_edge.nbor(-1) if name.left_edge.i > 0 else name
    if name.dep_ != "conj" or name.pos_ != "PROPN" or joint.dep_ != "cc" or any(c.dep_ in SUBJECTS for c in verb.children):
        return
    first = next((a for a in name.ancestors if a.tag_ == "VBG" and a.dep_ == "pcomp" and a.head.lower_ == "with"), None)
    if first is not None and first != verb:
        name.head, name.dep_, joint.head = verb, "nsubj", first
        verb.head, verb.dep_ = first, "conj"


def _open_relative(verb: Token) -> None:
    """ "Spain freed fishermen the Chinese navy arrested": the navy is no other name of the fishermen, but arrested them.

    An apposition stands after a comma or a dash; where it does not and a participle hangs on it, this is a relative clause
    without its pronoun. So it is where a verb or a preposition has got two objects in a row.
    """
    doer = verb.head
    noun = _noun_before(doer)
    if noun is None or doer.i > verb.i or any(c.dep_ == "agent" for c in verb.children):
        return
    before = [t for t in verb.doc[noun.i + 1 : doer.left_edge.i] if not t.is_quote]
    if any(t.is_punct for t in before):
        return
    verb.head, verb.dep_ = noun, "relcl"
    doer.head, doer.dep_ = verb, "nsubj"


def _noun_before(doer: Token) -> Token | None:
    """What the parser takes to stand beside it: what it would be another name of, or the object before it."""
    if doer.dep_ == "appos":
        return doer.head if doer.head.i < doer.left_edge.i else None
    if doer.dep_ not in ("dobj", "pobj"):
        return None
    return next((c for c in doer.head.children if c.dep_ == doer.dep_ and c.i < doer.left_edge.i), None)


def _after_comma(token: Token) -> bool:
    edge = token.left_edge
    return edge.i > 0 and edge.nbor(-1).text == ","
