"""Words of conflict that are no conflict: fixed phrases, and sentences about sport, films and shares."""

from __future__ import annotations

import re

from spacy.tokens import Doc, Token

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
    return frozenset(p.start for p in document.paragraphs if any(_of_games(t) for t in document.tokens(p)))


def _of_games(token: Token) -> bool:
    if token.is_lower and token.text in other_domain_words():
        return True
    return bool(_SCORE.fullmatch(token.text)) and any(t.lemma_ in _RIVALRY for t in token.sent)
