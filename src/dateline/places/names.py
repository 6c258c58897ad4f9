"""Which words of an article may name a place: names that the parser takes for one, listed names, and what stands after "in".

The parser's labels miss what is no usual name ("the 38th parallel", "the English Channel") and take short names for people
("in Nancy"); lists and prepositions find those.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from functools import cache

from dateline.knowledge.discourse import discourse_nouns
from dateline.knowledge.sites import names_by_first_word
from dateline.knowledge.states import load_states
from dateline.language import Document
from dateline.language.tokens import Token
from dateline.records import Span

_PLACE_ENTITIES = frozenset({"GPE", "LOC", "FAC", "ORG"})
_LOCATING = frozenset({"in", "near", "into", "outside", "from", "to", "at", "through"})
_SURELY = frozenset({"in", "near", "into", "outside"})
"""Prepositions after which a single name is a place though the same word names people."""
_NAME_GOES_ON = re.compile(r"[-\s]?[A-Z]")
_COMPASS = re.compile(r"(?:north|south|east|west|northeast|northwest|southeast|southwest)ern|central")
MAX_WORDS = 3


def place_names(document: Document, people: Collection[Span]) -> tuple[Span, ...]:
    """Spans that may be toponyms; those within the name of a person are left out."""
    entities = {Span(e.start_char, e.end_char) for e in document.doc.ents if e.label_ in _PLACE_ENTITIES}
    plain = entities | set(_listed(document)) | set(_after_prepositions(document))
    return tuple(sorted(s for s in plain if not _in_person(s, people) or _surely_place(document, s, people)))


def _in_person(span: Span, people: Collection[Span]) -> bool:
    return any(span.overlaps(person) for person in people)


def _surely_place(document: Document, span: Span, people: Collection[Span]) -> bool:
    """ "a house in Nancy": a single name after "in", which the article never uses of a person elsewhere."""
    word = document.words(span)
    token = document.token_at(span.start)
    if token is None or token.i == 0 or token.nbor(-1).lower_ not in _SURELY:
        return False
    overlapping = [p for p in people if p.overlaps(span)]
    return all(p == span for p in overlapping) and not any(p not in overlapping and word in document.words(p) for p in people)


@cache
def _names() -> dict[str, tuple[str, ...]]:
    """Listed names, the longest first, by their first word; of states those of several words ("Guinea-Bissau")."""
    found = dict(names_by_first_word())
    for name in (name for state in load_states() for name in state.all_names if " " in name or "-" in name):
        word = name.replace("-", " ").split()[0].casefold()
        found[word] = tuple(sorted({*found.get(word, ()), name}, key=lambda n: (-len(n), n)))
    return found


def _listed(document: Document) -> Iterator[Span]:
    """Names of the tables of states, sites, regions and waters, as long as the tables have them."""
    names, text = _names(), document.article.text
    for token in document.with_word(names):
        if not (token.text[0].isupper() or token.text[0].isdigit()) or token.ent_type_ == "PERSON":
            continue
        found = next((n for n in names[token.lower_] if _stands_at(text, token.idx, n)), None)
        if found is not None and (" " in found or "-" in found or _is_whole_name(token)):
            yield Span(token.idx, token.idx + len(found))


def _is_whole_name(token: Token) -> bool:
    """Not the "Washington" of "Denzel Washington"."""
    before = token.nbor(-1) if token.i else None
    goes_before = (
        before is not None and before.pos_ == "PROPN" and before.ent_type_ == token.ent_type_ and not token.is_sent_start
    )
    return token.pos_ == "PROPN" and not goes_before


def _stands_at(text: str, offset: int, name: str) -> bool:
    """The name in any case but that of abbreviations, and as a whole: not the "Northern Territory" of "Northern Territorys"."""
    end = offset + len(name)
    there = text[offset:end]
    same = there == name if name.isupper() else there.casefold() == name.casefold()
    follows_name = " " not in name and _NAME_GOES_ON.match(text, end) is not None
    return same and not text[end : end + 1].isalnum() and not follows_name


def _after_prepositions(document: Document) -> Iterator[Span]:
    """Capitalised words after a preposition of place, or as object of a verb of going, that the parser takes for no place."""
    starts = [_first_of_name(t) for t in document.with_word(_LOCATING)]
    objects = (c for t in document.with_lemma(discourse_nouns("visited")) for c in t.children if c.dep_ == "dobj")
    for first in (*starts, *objects):
        if (
            first is not None
            and first.text[0].isupper()
            and first.ent_type_ not in _PLACE_ENTITIES
            and not document.in_headline(first.idx)
        ):
            last = _end_of_name(first)
            yield Span(first.idx, last.idx + len(last))


def _first_of_name(preposition: Token) -> Token | None:
    """The word after the preposition, or after "the" and a point of the compass."""
    doc, i = preposition.doc, preposition.i + 1
    while i < len(doc) and (doc[i].lower_ == "the" or _COMPASS.fullmatch(doc[i].lower_)):
        i += 1
    return doc[i] if i < len(doc) else None


def _end_of_name(first: Token) -> Token:
    last, doc = first, first.doc
    while last.i + 1 < len(doc) and last.i - first.i + 1 < MAX_WORDS:
        after = doc[last.i + 1]
        if not (after.text[0].isupper() and after.pos_ == "PROPN" and not after.is_sent_start):
            break
        last = after
    return last
