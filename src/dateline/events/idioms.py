"""Words of conflict that are no conflict: fixed phrases, and sentences about sport, films and shares."""

from __future__ import annotations

import re

from spacy.tokens import Doc
from spacy.tokens import Span as Tokens

from dateline.knowledge.triggers import idioms, other_domain_words
from dateline.language import Document

_SCORE = re.compile(r"\d{1,2}[-–]\d{1,2}")
_RIVALRY = frozenset({"beat", "thrash", "crush", "defeat", "win", "lose", "draw"})


def idiomatic(doc: Doc) -> frozenset[int]:
    """The indices of the tokens that belong to a fixed phrase without an event."""
    found: set[int] = set()
    table = idioms()
    for token in doc:
        for key in {token.lower_, token.lemma_.lower()}:
            for phrase in table.get(key, ()):
                if _matches(doc, token.i, phrase):
                    found.update(range(token.i, token.i + len(phrase)))
    return frozenset(found)


def _matches(doc: Doc, start: int, phrase: tuple[str, ...]) -> bool:
    tokens = doc[start : start + len(phrase)]
    return len(tokens) == len(phrase) and all(
        word in (t.lower_, t.lemma_.lower()) for word, t in zip(phrase, tokens, strict=True)
    )


def about_games(document: Document) -> frozenset[int]:
    """The offsets at which paragraphs about sport, show business or shares begin."""
    return frozenset(p.start for p in document.paragraphs if _of_games(document, document.tokens(p)))


def _of_games(document: Document, paragraph: Tokens) -> bool:
    """One sure word, a score beside a verb of rivalry, or two doubtful words of one domain."""
    table = other_domain_words()
    doubtful: dict[str, set[str]] = {}
    for token in paragraph:
        domain = table.get(token.text)
        if domain is not None and document.quotation_at(token.idx):
            continue  # figures of speech within quotation marks do not make an article about the stage
        if domain is not None and domain.endswith("if two"):
            doubtful.setdefault(domain, set()).add(token.text)
        elif domain is not None or (_SCORE.fullmatch(token.text) and any(t.lemma_ in _RIVALRY for t in token.sent)):
            return True
    return any(len(words) > 1 for words in doubtful.values())
