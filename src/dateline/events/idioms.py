"""Words of conflict that are no conflict: fixed phrases, and paragraphs about sport, films and shares."""

from __future__ import annotations

import re
from functools import cache

from dateline.events.scene import Scene
from dateline.knowledge.triggers import idioms, object_class, other_domain_words
from dateline.records import Span

_SCORE = re.compile(r"\d{1,2}[-–]\d{1,2}")


def idiomatic(scene: Scene) -> frozenset[int]:
    """The indices of the tokens that belong to a fixed phrase without an event."""
    found: set[int] = set()
    table = idioms()
    for index, keys in enumerate(zip(scene.words, scene.lemmas, strict=True)):
        if keys[0] in table or keys[1] in table:
            for phrase in (p for key in set(keys) for p in table.get(key, ())):
                if _matches(scene, index, phrase):
                    found.update(range(index, index + len(phrase)))
    return frozenset(found)


def _matches(scene: Scene, start: int, phrase: tuple[str, ...]) -> bool:
    end = start + len(phrase)
    forms = zip(scene.words[start:end], scene.lemmas[start:end], strict=True)
    return end <= len(scene.words) and all(word in pair for word, pair in zip(phrase, forms, strict=True))


def about_games(scene: Scene) -> frozenset[int]:
    """The offsets at which paragraphs about sport, show business or shares begin."""
    return frozenset(p.start for p in scene.document.paragraphs if _of_games(scene, p))


def _of_games(scene: Scene, paragraph: Span) -> bool:
    """One sure word, a score beside a verb of rivalry, or two doubtful words of one domain."""
    tokens = scene.document.tokens(paragraph)
    lowers = scene.words[tokens.start : tokens.end]
    if not _table_words().isdisjoint(lowers) and _of_domain(scene, tokens.start, lowers):
        return True
    rivals = not object_class("rivalry").isdisjoint(scene.lemmas[tokens.start : tokens.end])
    return rivals and any(_SCORE.fullmatch(word) for word in lowers)


def _of_domain(scene: Scene, start: int, lowers: tuple[str, ...]) -> bool:
    doubtful: dict[str, set[str]] = {}
    for index, word in enumerate(lowers, start):
        domain = other_domain_words().get(word)
        # Figures of speech within quotation marks do not make an article about the stage; "League" may be the Arab one.
        if domain is None or not scene.document.doc[index].is_lower or scene.document.quotation_at(scene.document.doc[index].idx):
            continue
        if not domain.endswith("if two"):
            return True
        doubtful.setdefault(domain, set()).add(word)
    return any(len(words) > 1 for words in doubtful.values())


@cache
def _table_words() -> frozenset[str]:
    return frozenset(other_domain_words())
