"""Contents that hang on a noun: "claims that ...", "its threat to sue", "the bloc's rejection of '...'" and quoted
fragments of a speech act.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dateline.knowledge.cues import NounCue, noun_cues
from dateline.language.clauses import doer, is_negated, prepositional_object
from dateline.language.document import Document
from dateline.language.phrases import subtree, tight, token_span
from dateline.language.quotations import Quotation
from dateline.language.tokens import Token
from dateline.records import Act, Span, Spans
from dateline.statements.cues import Cue
from dateline.statements.draft import Draft
from dateline.statements.quoted import SCARE_WORDS
from dateline.statements.sources import author, media_of, source_of, source_span

_LIGHT = frozenset(
    {
        "make",
        "issue",
        "give",
        "repeat",
        "send",
        "voice",
        "renew",
        "deliver",
        "sound",
        "offer",
        "provide",
        "reject",
        "deny",
        "dismiss",
        "express",
    }
)


_PRESS = frozenset({"media", "press", "newspaper", "news", "television", "radio"})
""" "Media reports that": whose reports they are."""
_HOLDERS = frozenset({"NORP", "GPE", "ORG"})
""" "A U.S. warning that", "Russian claims that": names and adjectives of peoples before the noun say whose it is."""
_NONE = frozenset({"no", "little", "neither", "any"})
""" "Offered no hint that" gives none."""


def nominal_drafts(document: Document) -> Iterator[Draft]:
    """Drafts for nouns of saying with a that-clause or infinitive of their own."""
    table = noun_cues()
    for token in document.with_lemma(table):
        row = table[token.lemma_.lower()]
        if token.pos_ in ("NOUN", "PROPN") and row.frames & {"t", "2", "o2"}:
            draft = _draft(row, token)
            if draft is not None:
                yield draft


def _draft(row: NounCue, noun: Token) -> Draft | None:
    clause = _clause(row, noun)
    if clause is None or clause.left_edge.i < noun.i or any(c.lower_ in _NONE for c in noun.lefts):
        return None
    source = _holder(noun)
    if source is None:
        return _existing(row, noun, clause)
    content = _from_asked(noun, clause) if "o2" in row.frames and "t" not in row.frames else tight(clause.subtree)
    return Draft(
        act=row.act,
        cue=(token_span(noun),),
        content=(content,),
        source=source,
        rule=f"{noun.lemma_.lower()} that" if "t" in row.frames else f"{noun.lemma_.lower()} to",
        confidence=0.6,
        source_spans=(token_span(source),) if source.i > noun.i else (subtree(source),),
    )


def _existing(row: NounCue, noun: Token, clause: Token) -> Draft | None:
    """ "there are fears that": nobody is named."""
    verb = noun.head
    if noun.dep_ not in ("attr", "nsubj") or not any(c.dep_ == "expl" for c in verb.children) or is_negated(verb):
        return None
    cue, rule = tight(verb.doc[verb.i : noun.i + 1]), f"{noun.lemma_.lower()} of nobody named"
    return Draft(act=row.act, cue=(cue,), content=(subtree(clause),), source=None, rule=rule, confidence=0.6)


def _clause(row: NounCue, noun: Token) -> Token | None:
    for child in noun.children:
        participle = child.tag_ == "VBG" and not any(c.dep_ == "aux" for c in child.children)
        if child.dep_ not in ("acl", "relcl", "ccomp") or participle:
            continue
        that = any(c.lower_ == "that" and (c.dep_ == "mark" or c.tag_ == "IN") for c in child.children)
        infinitive = any(c.dep_ == "aux" and c.lower_ == "to" for c in child.children)
        if (that and "t" in row.frames) or (infinitive and "2" in row.frames):
            return child
    return _asked(noun) if "o2" in row.frames else None


def _from_asked(noun: Token, clause: Token) -> Span:
    """From who should do it, after "for", "on" or "to", to the end of the infinitive."""
    after = noun.nbor(1)
    first = after.i + 1 if after.lower_ in ("for", "on", "to", "upon") and clause.i > after.i + 1 else noun.i + 1
    return tight(noun.doc[first : clause.right_edge.i + 1])


def _asked(noun: Token) -> Token | None:
    """ "its call for Spain to leave", "an appeal to both sides to leave": the infinitive with who should do it."""
    for token in noun.doc[noun.i + 1 : min(noun.i + 12, noun.sent.end)]:
        infinitive = token.tag_ == "VB" and any(c.lower_ == "to" and c.dep_ == "aux" for c in token.children)
        if infinitive and (token.head == noun or token.head.head == noun or noun.is_ancestor(token)):
            return token
        if token.pos_ in ("VERB", "AUX") and not infinitive:
            return None
    return None


def _holder(noun: Token) -> Token | None:
    """Possessor, by- or from-phrase, "on social media", the press of "press reports", the subject of a light verb
    ("issued a warning that"), or the people before the noun ("a U.S. warning that").
    """
    owner = next((c for c in noun.children if c.dep_ == "poss"), None) or prepositional_object(
        noun, "by", "from", "on", "of", "in"
    )
    if owner is not None and owner.ent_type_ not in ("DATE", "TIME"):
        return owner
    press = next((c for c in noun.children if c.dep_ == "compound" and c.lower_ in _PRESS), None)
    if press is not None:
        return press
    if noun.dep_ == "dobj" and noun.head.lemma_ in _LIGHT - {"reject", "deny", "dismiss"}:
        return doer(noun.head)
    return next((c for c in noun.lefts if c.dep_ in ("amod", "compound", "nmod") and c.ent_type_ in _HOLDERS), None)


def fragment_drafts(document: Document, cues: Sequence[Cue], taken: Sequence[Span]) -> Iterator[Draft]:
    """A quoted fragment inside the clause of a speech act: "thanked China for its '...'", "the bloc's rejection of '...'"."""
    by_verb = {cue.verb.i: cue for cue in cues}
    for quotation in document.quotations:
        inner = Span(quotation.start, quotation.end)
        words = len(document.words(inner).split())
        if any(t.overlaps(inner) for t in taken) or words < SCARE_WORDS - _after_particle(document, quotation, by_verb):
            continue
        draft = _verbal_fragment(document, quotation, by_verb) or _nominal_fragment(document, quotation)
        if draft is not None:
            yield draft


def _after_particle(document: Document, quotation: Quotation, cues: dict[int, Cue]) -> bool:
    """ "spoke of 'paid hands'": quoted words that are all that the cue governs say something, few as they are."""
    opening = document.token_at(quotation.outer.start)
    before = opening.nbor(-1) if opening is not None and opening.i > 1 else None
    cue = cues.get(before.i - 1) if before is not None else None
    return cue is not None and cue.particles == (before,)


def _first_word(document: Document, quotation: Quotation) -> Token | None:
    return document.token_at(quotation.start)


def _verbal_fragment(document: Document, quotation: Quotation, cues: dict[int, Cue]) -> Draft | None:
    word = _first_word(document, quotation)
    if word is None:
        return None
    for ancestor in [word, *word.ancestors]:
        cue = cues.get(ancestor.i)
        if cue is None or ancestor.idx >= quotation.outer.start:
            continue
        reading = cue.reading("x")
        source = source_of(ancestor) if reading is not None else None
        if reading is None or source is None:
            return None
        return _fragment(_object_around(quotation, ancestor), reading.act, ancestor, source, cue.span)
    return None


def _nominal_fragment(document: Document, quotation: Quotation) -> Draft | None:
    word = _first_word(document, quotation)
    for ancestor in [word, *word.ancestors] if word is not None else []:
        row = noun_cues().get(ancestor.lemma_.lower())
        if row is None or "of" not in row.frames or ancestor.idx >= quotation.outer.start:
            continue
        owner = next((c for c in ancestor.children if c.dep_ == "poss"), None) or author(ancestor)
        return _fragment(quotation.parts, row.act, ancestor, owner, token_span(ancestor)) if owner is not None else None
    return None


def _object_around(quotation: Quotation, verb: Token) -> Spans:
    """The whole object or prepositional object of the verb that the quoted words belong to: "the 'chaotic' state of affairs"."""
    for child in verb.children:
        heads = [child] if child.dep_ == "dobj" else [c for c in child.children if c.dep_ in ("pobj", "pcomp")]
        for head in heads:
            whole = subtree(head)
            if child.i > verb.i and whole.contains(Span(quotation.start + 1, quotation.end - 1)):
                return (whole,)
    return quotation.parts


def _fragment(content: Spans, act: Act, governor: Token, source: Token, cue: Span) -> Draft:
    return Draft(
        act=act,
        cue=(cue,),
        content=content,
        source=source,
        rule=f"quoted words of {governor.lemma_.lower()}",
        confidence=0.6,
        media=media_of(governor, source) if governor.pos_ == "VERB" else (),
        source_spans=(source_span(source, cue),),
    )
