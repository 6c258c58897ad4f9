"""Noun phrases in words: the noun that a phrase ends in, determiners, number, the phrase without its determiner."""

from __future__ import annotations

from dateline.actors.columns import Columns
from dateline.actors.lexicon import Noun, longest_noun, plurals

DEFINITE = frozenset({"the", "this", "that", "these", "those", "both"})
INDEFINITE = frozenset({"a", "an", "another", "some", "any", "several", "many", "one", "each", "every", "no"})
_NUMBERS = {"two": 2, "three": 3, "four": 4, "both": 2, "pair": 2, "trio": 3, "five": 5, "six": 6}
_NO_MODIFIERS = frozenset({"det", "poss", "case", "nummod", "predet", "preconj", "quantmod", "cc"})
_LONGEST_COMPOUND = 4
LONGEST_COMPLEMENT = 8
"""Tokens after its head with which a phrase may still serve as a name."""


def noun_of(cols: Columns, head: int) -> Noun | None:
    """The longest known noun for actors in which the phrase before and at `head` ends."""
    start = max(cols.left[head], head - _LONGEST_COMPOUND)
    words = [w.strip(".") for w in cols.lower[start : head + 1] if w != "-"]
    if cols.lower[head + 1 : head + 2] == ["of"]:
        for end in (head + 3, head + 4):
            whole = longest_noun([*words, *cols.lower[head + 1 : end]])
            if whole is not None and whole.office and len(whole.words) > end - head - 1:
                return whole
    return longest_noun(words) or longest_noun([*words[:-1], cols.lemma[head]])


def determiner(cols: Columns, head: int) -> str | None:
    """The article, demonstrative or quantifier of a phrase, in lower case."""
    for k in cols.kids[head]:
        if k < head and cols.dep[k] in ("det", "predet", "preconj"):
            return cols.lower[k]
    return None


def number(cols: Columns, head: int) -> int | None:
    """How many a phrase counts, if two to six in words or figures: "both", "all three"."""
    for i in range(cols.left[head], head + 1):
        if cols.lower[i] in _NUMBERS:
            return _NUMBERS[cols.lower[i]]
        if cols.words[i].isdigit() and 1 < int(cols.words[i]) < 7:
            return int(cols.words[i])
    return None


def is_counted(cols: Columns, head: int) -> bool:
    """With a number before it."""
    return any(cols.dep[k] == "nummod" for k in cols.kids[head])


def is_definite(cols: Columns, head: int) -> bool:
    """With "the", "this" or a possessor; a bare singular noun of a headline counts too."""
    word = determiner(cols, head)
    return word in DEFINITE


def is_plural(cols: Columns, head: int) -> bool:
    """By tag, or a plural of the tables that the parser took for a name ("Ministers" at the start of a sentence)."""
    if cols.lower[head] == "police":
        return False
    return cols.tag[head] in ("NNS", "NNPS") or (cols.tag[head] == "NNP" and cols.lower[head] in plurals())


def bare_start(cols: Columns, head: int) -> int:
    """Where a phrase begins without its determiner."""
    start = cols.left[head]
    while start < head and (
        cols.dep[start] in ("det", "predet", "preconj", "punct", "cc", "advmod", "quantmod")
        or cols.lower[start] in ("at", "about", "around", "over", "nearly", "almost")
        or cols.pos[start] in ("SPACE", "PUNCT")
        or cols.tag[start] in ("PRP$", "WP$")
    ):
        start += 1
    return start


def modifiers(cols: Columns, head: int) -> list[int]:
    """Adjectives and nouns right before the head within its phrase, without determiner, number and possessor."""
    kept: list[int] = []
    for i in range(head - 1, bare_start(cols, head) - 1, -1):
        owned = cols.dep[cols.head[i]] == "poss" and cols.head[i] != head
        if cols.dep[i] in _NO_MODIFIERS or cols.pos[i] in ("NUM", "SPACE") or owned:
            continue
        if cols.pos[i] not in ("ADJ", "NOUN", "PROPN", "VERB", "ADV") and cols.words[i] != "-":
            break
        kept.append(i)
    kept.reverse()
    return kept if not kept or cols.words[kept[0]] != "-" else kept[1:]


def complement_end(cols: Columns, head: int, *prepositions: str) -> int:
    """Past the last token of the phrase with its first complements ("member of the delegation"); commas end it."""
    end = head + 1
    for k in cols.kids[head]:
        if k == end and cols.dep[k] in ("prep", "amod", "acl") and (not prepositions or cols.lower[k] in prepositions):
            end = _right_end(cols, k)
    return end


def _right_end(cols: Columns, token: int) -> int:
    last = token
    while right := [
        k for k in cols.kids[last] if k > last and cols.dep[k] not in ("punct", "relcl", "acl", "appos", "cc", "conj", "advcl")
    ]:
        last = right[-1]
    for i in range(token, last + 1):
        if cols.words[i] in (",", ";", ":", "—", "–") or cols.words[i] in '"“”':
            return i
    return last + 1
