"""Participles of saying that the parser takes for nouns: "with the minister warning him that ...", "a statement offering
to mediate".

A participle right after its subject ends in -ing like the nouns "warning" and "offering"; what follows ("that", "to"
and a verb) shows what it is.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from dateline.knowledge.cues import VerbCue, verb_cues
from dateline.language.document import Document
from dateline.language.phrases import noun_phrase, tight, token_span
from dateline.language.tokens import Token
from dateline.records import Span
from dateline.statements.draft import Draft
from dateline.statements.sources import author

_DOUBLED = frozenset({"beg", "quip", "snap", "rebut", "refer", "brag", "slam", "dub"})
_SPEAKERS = frozenset({"PERSON", "ORG", "GPE", "NORP"})
_INDEFINITE = frozenset({"a", "an", "another", "no", "any", "this"})
_NOMINAL = frozenset({"NN", "NNP", "NNPS"})


def participle_drafts(document: Document) -> Iterator[Draft]:
    """Drafts for participles that are tagged as nouns but govern a that-clause or infinitive."""
    forms = participles()
    for token in document.with_word(forms):
        if token.tag_ not in _NOMINAL or (token.i > 0 and token.nbor(-1).pos_ in ("DET", "ADJ", "ADP", "NUM")):
            continue
        if any(c.dep_ == "det" and c.lower_ in _INDEFINITE for c in token.children):
            continue  # "a U.S. warning that": a name has no such article, so this is the noun
        readings = forms[token.lower_]
        found = _that(token, readings) or _infinitive(token, readings)
        source = _source(token) if found is not None else None
        if found is not None and source is not None:
            yield _draft(document, token, found, source)


@cache
def participles() -> dict[str, tuple[VerbCue, ...]]:
    """The readings of each verb of the table by its form in -ing."""
    return {_participle(lemma): rows for lemma, rows in verb_cues().items()}


def _participle(lemma: str) -> str:
    if lemma in _DOUBLED:
        return lemma + lemma[-1] + "ing"
    return (lemma[:-1] if lemma.endswith("e") and not lemma.endswith("ee") else lemma) + "ing"


def _that(token: Token, readings: tuple[VerbCue, ...]) -> tuple[VerbCue, int] | None:
    """The reading, and the index of the first token of the content: "that", a few words on."""
    row = next((r for r in readings if "t" in r.frames and not r.particle), None)
    if row is None:
        return None
    for following in token.doc[token.i + 1 : min(token.i + 6, token.sent.end)]:
        if following.lower_ == "that" and following.i + 1 < token.sent.end:
            return row, following.i
        if following.pos_ in ("VERB", "AUX", "ADP", "PUNCT"):
            return None
    return None


def _infinitive(token: Token, readings: tuple[VerbCue, ...]) -> tuple[VerbCue, int] | None:
    row = next((r for r in readings if "2" in r.frames and not r.particle), None)
    following = token.doc[token.i + 1 : token.i + 3]
    if row is None or len(following) < 2 or following[0].lower_ != "to" or following[1].tag_ != "VB":
        return None
    return row, token.i + 1


def _source(token: Token) -> Token | None:
    """A name right before the participle, else the author of the nearest text noun before it in the sentence."""
    before = token.nbor(-1) if token.i > token.sent.start else None
    if before is not None and before.pos_ == "PROPN" and (before.ent_type_ in _SPEAKERS or token.head.lower_ == "with"):
        return before
    for earlier in reversed(token.doc[token.sent.start : token.i]):
        if earlier.pos_ == "NOUN" and (named := author(earlier)) is not None:
            return named
    return None


def _draft(document: Document, token: Token, found: tuple[VerbCue, int], source: Token) -> Draft:
    reading, start = found
    content = tight(document.doc[start : token.sent.end])
    return Draft(
        act=reading.act,
        cue=(token_span(token),),
        content=(content,),
        source=source,
        rule=f"participle {token.lower_}",
        confidence=0.6,
        source_spans=(_name_before(token) if source.i == token.i - 1 else noun_phrase(source),),
    )


def _name_before(token: Token) -> Span:
    """The run of proper nouns right before the participle; the parser makes them compounds of what follows."""
    first = token.i - 1
    while first - 1 >= token.sent.start and token.doc[first - 1].pos_ == "PROPN":
        first -= 1
    return tight(token.doc[first : token.i])
