"""Quotation marks around the title of a programme or a work: "told CBS' 'Face the Nation'", "'Hardball' host Chris Matthews".

They quote nobody's words. Titles are capitalised throughout (New Hart's Rules, ch. 8) and stand where a name stands: after a
possessor or "on", or before the noun for who presents or made it.
"""

from __future__ import annotations

import re

from dateline.knowledge.nouns import actor_noun, office_noun
from dateline.language.document import Document
from dateline.language.quotations import Quotation
from dateline.records import Spans

MAX_WORDS = 7
_SMALL = 3
"""Letters of a word that a title may leave without a capital: "the", "of", "and"."""
_BEFORE = re.compile(r"(?:\b(?:on|during|told|to)|\w['’]s|[sS]['’])$")
_AFTER = re.compile(r" (?:[Cc]o-?)?(?P<noun>[A-Za-z]+)(?P<name> [A-Z])?")
_WORKS = frozenset("program programme show broadcast segment series film movie novel podcast newsletter documentary".split())
_LOWER_FIRST = re.compile(r"[a-z]")


def names_a_work(document: Document, quotation: Quotation) -> bool:
    """Does it give the title of a work, rather than words of somebody?"""
    words = document.words(quotation.parts[0]).split()
    if not quotation.closed or len(quotation.parts) != 1 or not 0 < len(words) <= MAX_WORDS or not _capitalised(words):
        return False
    text = document.article.text
    before = text[max(quotation.outer.start - 20, 0) : quotation.outer.start].rstrip(" ")
    return bool(_BEFORE.search(before)) or _presented(text[quotation.outer.end : quotation.outer.end + 30])


def only_works(document: Document, content: Spans) -> bool:
    """Does the content hold nothing but titles?"""
    titles = [q.outer for q in document.quotations if any(q.outer.overlaps(s) for s in content) and names_a_work(document, q)]
    return all(any(title.contains(span) for title in titles) for span in content)


def _capitalised(words: list[str]) -> bool:
    return not _LOWER_FIRST.match(words[0]) and not any(_LOWER_FIRST.match(w) and len(w.strip(".,!?")) > _SMALL for w in words)


def _presented(after: str) -> bool:
    """The noun for a work, or for a person with the name after it."""
    found = _AFTER.match(after)
    if found is None:
        return False
    noun = found["noun"].lower()
    person = actor_noun(noun) is not None or office_noun(noun) is not None
    return noun in _WORKS or (person and found["name"] is not None)
