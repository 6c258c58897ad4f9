"""Who a cue gives the words to: the phrase that names the source, and the outlets through which it came."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.knowledge.cues import noun_cues, verb_cues
from dateline.knowledge.outlets import outlet_by_name
from dateline.language.clauses import (
    agent,
    direct_object,
    doer,
    indirect_object,
    is_passive,
    prepositional_object,
    subject,
    surface_subject,
)
from dateline.language.phrases import CLAUSAL, subtree
from dateline.language.tokens import Token
from dateline.records import Span

_MEDIA_PREPOSITIONS = frozenset({"in", "during", "on", "to", "via", "through", "for"})
_ADVERBIAL = frozenset({"advcl", "acl", "prep", "dep", "ccomp"})
CITING = frozenset({"cite", "quote"})
_ASKING = frozenset({"ask", "contact", "reach", "interview", "question", "approach"})
_SPEAKING = frozenset({"speak", "talk", "write", "appear"})
_NOBODY = frozenset({"few", "nobody", "none", "no", "neither", "hardly"})
_SOME = frozenset({"a", "the", "these", "those", "last"})
""" "A few" are some."""
_EMPTY_SUBJECTS = frozenset({"it", "there"})


def source_of(verb: Token) -> Token | None:
    """The head of the phrase that names who says what `verb` reports.

    A text that speaks ("a statement saying ...", "the communique said") is kept where nobody stands behind it in the clause.
    """
    governor = governing_cue(verb)
    found = (
        quoted_source(verb) or cited_source(verb) or _accused(verb) or _who(verb, doer(governor or verb)) or _noun_before(verb)
    )
    if found is None or (found.lower_ in _EMPTY_SUBJECTS and is_passive(verb)) or is_nobody(found):
        return None
    return author(found) or found


def is_nobody(source: Token) -> bool:
    """ "Few predicted", "no official said", "none of them warned": next to nobody did."""
    counts = (c for c in source.children if c.dep_ in ("det", "amod", "nummod") and c.i < source.i)
    return any(t.lower_ in _NOBODY and (t.i == 0 or t.nbor(-1).lower_ not in _SOME) for t in (source, *counts))


def _who(verb: Token, found: Token | None) -> Token | None:
    """ "Hu Xijin, editor at the Global Times, who said": the person above the body that stands right before "who"."""
    if found is not None and found.lower_ == "who" and found.i > 1:
        return _before_who(found) or found
    if found is None or verb.dep_ != "relcl" or found != verb.head or not any(c.lower_ == "who" for c in verb.children):
        return found
    above = found
    while above.dep_ == "pobj" and above.ent_type_ in ("ORG", "GPE", "FAC") and above.head.head.pos_ in ("NOUN", "PROPN"):
        above = above.head.head
    return above.head if above != found and above.dep_ == "appos" else above


def _accused(verb: Token) -> Token | None:
    """ "Accused Spain of being rash in blaming Oslo": it is Spain that blames."""
    if verb.tag_ != "VBG" or verb.dep_ != "pcomp":
        return None
    for above in verb.ancestors:
        if above.tag_ in ("VBD", "VBZ", "VBP", "VBN") or surface_subject(above) is not None:
            accuses = any("of" in row.frames for row in verb_cues().get(above.lemma_.lower(), ()))
            phrase = prepositional_object(above, "of")
            below = phrase is not None and (phrase == verb or phrase.is_ancestor(verb))
            return direct_object(above) if accuses and below else None
    return None


def _before_who(relative: Token) -> Token | None:
    """ "The vice-president, Mike Pence - who had said ...": the person right before a mark at which the parser lost him."""
    mark, name = relative.nbor(-1), relative.nbor(-2)
    return name if mark.is_punct and name.ent_type_ == "PERSON" and name.pos_ == "PROPN" else None


def governing_cue(verb: Token) -> Token | None:
    """The verb of saying whose speaker says this too, where the parser put it inside what is said.

    "denied that it had fired and accused Spain": no "had accused", so the denier accuses. "said Spain had fired, accusing
    it of lying": Spain does not accuse itself.
    """
    if verb.lemma_ not in verb_cues():
        return None
    head = verb.head
    if verb.dep_ == "conj" and verb.tag_ == "VBD" and surface_subject(verb) is None:
        other_tense = head.tag_ in ("VBN", "VB") and any(c.dep_ == "aux" for c in head.children)
        return _cue_above(head) if other_tense else None
    if (
        verb.dep_ == "advcl"
        and verb.tag_ == "VBG"
        and (_mark_between(head, verb) or _after_condition(head, verb) or _of_pronoun(head))
    ):
        return next((a for a in head.ancestors if a.lemma_ in verb_cues() and a.tag_ in ("VBD", "VBZ", "VBP")), None)
    accused = direct_object(verb) if verb.dep_ == "advcl" and verb.tag_ == "VBG" else None
    return _cue_above(head) if accused is not None and accused.lower_ in _OTHERS else None


def _of_pronoun(head: Token) -> bool:
    """ "Spain said it was ready, calling it a mistake": where "it" says something, so does Spain."""
    found = surface_subject(head)
    return head.dep_ == "ccomp" and found is not None and found.lower_ == "it"


def _mark_between(head: Token, verb: Token) -> bool:
    """'"nobody spoke", adding that': what follows the closing mark is no part of what is quoted."""
    return sum(t.text == '"' for t in verb.doc[head.i : verb.i]) == 1


def _after_condition(head: Token, verb: Token) -> bool:
    """ "added that it could go on unless Iran is curbed, calling on China to act": whom the condition names does not call."""
    conditional = head.dep_ == "advcl" and any(c.dep_ == "mark" and c.lower_ in ("if", "unless", "until") for c in head.children)
    return conditional and head.i < verb.i and verb.left_edge.nbor(-1).text == ","


_OTHERS = frozenset({"it", "them", "him", "her"})


def _cue_above(verb: Token) -> Token | None:
    """The finite verb of saying whose clause `verb` heads."""
    above = verb.head if verb.dep_ in ("ccomp", "acl") else verb
    above = above.head if above.pos_ == "NOUN" and above.dep_ == "dobj" else above
    found = above != verb and above.tag_ in ("VBD", "VBZ", "VBP") and above.lemma_ in verb_cues()
    return above if found else None


def _noun_before(verb: Token) -> Token | None:
    """ "whose spokesman, Khalid Marzuq, claims that": the name right before a finite verb that the parser left without
    subject.
    """
    if verb.tag_ not in ("VBD", "VBZ", "VBP") or is_passive(verb):
        return None
    at = verb.i - 1
    while at > verb.sent.start and (verb.doc[at].text == "," or verb.doc[at].pos_ in ("ADV", "AUX")):
        at -= 1
    token = verb.doc[at]
    return (
        token if at >= verb.sent.start and token.pos_ in ("PROPN", "PRON") and token.ent_type_ not in ("DATE", "TIME") else None
    )


def author(noun: Token) -> Token | None:
    """Who stands behind a text: its possessor, its "by", "of" or "from", or who released it. None for anything but a text."""
    row = noun_cues().get(noun.lemma_.lower())
    if row is None or "text" not in row.frames:
        return None
    owner = next((c for c in noun.children if c.dep_ == "poss"), None) or prepositional_object(noun, "by", "from", "of")
    owner = owner or _publisher(noun) or _issuer(noun)
    if owner is not None and owner.lower_ not in ("its", "their", "his", "her") and owner.ent_type_ not in ("DATE", "GPE_PLACE"):
        return owner
    if noun.dep_ in ("dobj", "nsubjpass") and noun.head.pos_ == "VERB" and noun.head.lemma_ not in CITING:
        return doer(noun.head)
    return None


def _publisher(noun: Token) -> Token | None:
    """ "a report in the Washington Post", "the report, by the newspaper El País, said"."""
    inside = prepositional_object(noun, "in", "on")
    if inside is not None and outlet_by_name(_name(inside)) is not None:
        return inside
    for child in noun.head.children:
        if noun.dep_ == "nsubj" and child.dep_ == "prep" and child.lower_ == "by" and noun.i < child.i < noun.head.i:
            return next((c for c in child.children if c.dep_ == "pobj"), None)
    return None


def _name(noun: Token) -> str:
    """The proper nouns that end with `noun`."""
    return " ".join(t.text for t in noun.doc[noun.left_edge.i : noun.i + 1] if t.pos_ == "PROPN" or t == noun)


def _issuer(noun: Token) -> Token | None:
    """ "a leaflet that the rebels left"."""
    clauses = (c for c in noun.children if c.dep_ in ("relcl", "acl") and c.lemma_ in _ISSUING)
    return next((doer(c) for c in clauses if doer(c) != noun), None)


_ISSUING = frozenset("leave write sign send issue publish release post distribute circulate file".split())


def quoted_source(verb: Token) -> Token | None:
    """ "Reuters quoted the minister as saying": the minister; "X was quoted as saying": X."""
    citing = _citing_governor(verb)
    if citing is None:
        return None
    return subject(citing) if is_passive(citing) else direct_object(citing)


def _citing_governor(verb: Token) -> Token | None:
    """The verb of citing above "as saying"."""
    if verb.dep_ not in ("pcomp", "advcl", "prep", "xcomp") or verb.tag_ != "VBG":
        return None
    head = verb.head.head if verb.head.lower_ == "as" else verb.head
    marked = verb.head.lower_ == "as" or any(c.lower_ == "as" for c in verb.children)
    return head if marked and (head.lemma_ in CITING or head.lemma_ == "report") else None


def cited_source(verb: Token) -> Token | None:
    """ "Reuters, citing two officials, said": the officials."""
    for phrase in _citing_phrases(verb):
        cited = direct_object(phrase)
        if cited is not None and cited.ent_type_ not in ("DATE", "CARDINAL"):
            return author(cited) if is_text(cited) else cited
    return None


def speaks_as_text(verb: Token, source: Token) -> bool:
    """Is the subject of `verb` a text, whoever stands behind it?"""
    found = doer(verb) or source
    return is_text(found) or is_text(source)


def is_text(noun: Token) -> bool:
    """Does this noun name a text that speaks for its author?"""
    row = noun_cues().get(noun.lemma_.lower())
    return row is not None and "text" in row.frames


def _citing_phrases(verb: Token) -> Iterator[Token]:
    heads = [verb, *(c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass", "ccomp"))]
    for head in heads:
        for child in head.children:
            inside = head.dep_ == "ccomp" and any(c.lower_ == "that" and c.i < child.i for c in head.children)
            if child.lemma_ in CITING and child.tag_ == "VBG" and child.dep_ in _ADVERBIAL and not inside:
                yield child
        if head.dep_ == "nsubj":
            yield from citing_clauses(head)


def citing_clauses(noun: Token) -> Iterator[Token]:
    """ "Yonhap, which cited two officials"."""
    for child in noun.children:
        if child.dep_ == "relcl" and child.lemma_ in CITING and not is_passive(child):
            yield child


def media_of(verb: Token, source: Token | None) -> tuple[Token, ...]:
    """Heads of phrases that may name an outlet between the speaker and the page: teller, addressee, programme, citer."""
    citing = _citing_governor(verb)
    found = [
        *([agent(citing) if is_passive(citing) else subject(citing)] if citing is not None else []),
        *([doer(verb)] if cited_source(verb) is not None else []),
        *addressees_of(verb),
        *_interviewers(verb),
        *_as_quoted_by(verb),
        *(_quoters(source) if source is not None else ()),
        *(addressees_of(verb.head) if verb.tag_ == "VBG" and verb.dep_ == "advcl" else ()),
    ]
    return tuple(t for t in found if t is not None and t != source)


def _quoters(source: Token) -> Iterator[Token | None]:
    """ "a diplomat quoted by Al Jazeera", "a minister who spoke to the BBC"; "said the leader, Ana Ruiz, on Radio Uno"."""
    for child in source.children:
        if child.dep_ == "prep" and child.lower_ == "on":
            yield next((c for c in child.children if c.dep_ == "pobj"), None)
        if child.dep_ not in ("acl", "relcl", "advcl"):
            continue
        if child.lemma_ in (*CITING, *_ASKING):
            yield agent(child)
        elif child.lemma_ in _SPEAKING:
            yield prepositional_object(child, "to", "with", "on", "in", "for")


def _interviewers(verb: Token) -> Iterator[Token | None]:
    """ "in an interview with Y", "on CNN", "in remarks carried by Y", "speaking to Y", "asked by Y"."""
    for child in verb.children:
        if child.dep_ == "prep" and child.lower_ in _MEDIA_PREPOSITIONS:
            for noun in (c for c in child.children if c.dep_ == "pobj"):
                yield from (noun, prepositional_object(noun, "with", "to", "on", "for"), *_carriers(noun))
        elif child.dep_ in ("advcl", "acl", "prep") and child.lemma_ in _SPEAKING and child.tag_ == "VBG":
            yield prepositional_object(child, "to", "with", "on", "in", "for")
        elif child.dep_ in ("advcl", "acl", "prep") and child.lemma_ in _ASKING and child.tag_ == "VBN":
            yield agent(child) or prepositional_object(child, "by")


def _as_quoted_by(verb: Token) -> Iterator[Token | None]:
    """ "..., Ruiz said, as quoted by Interfax"; "was quoted as saying by Interfax"."""
    for child in verb.children:
        if child.dep_ in ("advcl", "prep") and child.tag_ == "VBN" and child.lemma_ in (*CITING, "carry"):
            yield agent(child) or prepositional_object(child, "by")
    if _citing_governor(verb) is not None:
        yield agent(verb) or prepositional_object(verb, "by")


def _carriers(noun: Token) -> Iterator[Token | None]:
    for child in noun.children:
        if child.dep_ in ("acl", "relcl") and child.lemma_ in _CARRYING:
            yield agent(child) or prepositional_object(child, "by", "in", "on")


_CARRYING = frozenset(
    "carry publish broadcast quote cite air print see obtain post release review hear distribute relay translate report".split()
)
"""What an outlet does with a text that it passes on: "a letter seen by Reuters", "comments published in the Sun"."""


def addressees_of(verb: Token) -> tuple[Token, ...]:
    """Whom the words are said to: the object of "told", "warned"; "to reporters"; not who is "called a patriot"."""
    names = verb.lemma_ == "call" and any(c.dep_ in ("oprd", "attr", "acomp", "ccomp") for c in verb.children)
    told = indirect_object(verb) or (direct_object(verb) if verb.lemma_ in TELLING and not names else None)
    to = prepositional_object(verb, "to") if told is None else None
    return tuple(t for t in (told, to) if t is not None)


TELLING = frozenset(
    [
        "tell",
        "warn",
        "remind",
        "assure",
        "inform",
        "brief",
        "notify",
        "caution",
        "urge",
        "ask",
        "advise",
        "reassure",
        "order",
        "instruct",
        "press",
        "call",
        "request",
        "beg",
        "implore",
    ]
)


def source_span(source: Token, cue: Span) -> Span:
    """The words that name the source, with appositions and relative clauses on the same side of the cue."""
    full = subtree(
        source, without=("advcl", "cc", "ccomp", "parataxis") if not _coordinated(source) else ("advcl", "ccomp", "parataxis")
    )
    if full.overlaps(cue):
        full = subtree(source, without=CLAUSAL - {"appos"})
    return full if not full.overlaps(cue) else Span(source.left_edge.idx, source.idx + len(source))


def _coordinated(source: Token) -> bool:
    return any(c.dep_ == "conj" and c.pos_ in ("NOUN", "PROPN", "PRON") for c in source.children)
