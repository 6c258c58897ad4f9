"""How alike two full names of people are, whatever the spelling, the order and the initials."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import zip_longest

from dateline.knowledge.name_variants import full_forms, usual_spelling
from dateline.knowledge.names import fold
from dateline.knowledge.nouns import gender_of_first_name
from dateline.knowledge.spellings import spelling_key
from dateline.knowledge.surnames import surnames_first

GENERATIONS = frozenset({"jr", "sr", "ii", "iii", "iv"})
PARTICLES = frozenset({"al", "el", "bin", "ibn", "ben", "bint", "van", "von", "der", "den", "de", "da", "di", "du", "la", "le"})
ARTICLES = frozenset({"al", "el"})
"""Left out where two words remain: "Bashar al-Assad" is "Bashar Assad"."""
ORDER = (
    "first_initial", "longer_name", "near_spelling", "spelling", "middle_name", "nickname", "initial", "known_spelling",
    "same_name",
)  # fmt: skip
"""Kinds of likeness, the weakest first; two names are as alike as the least alike of their parts."""
SAME = frozenset({"same_name", "known_spelling", "spelling"})
CONSONANTS = 2
"""Fewer consonants than this are no likeness: "Lee" and "Lou"."""
LONG_WORD = 6
"""From this length on one wrong letter is taken for a slip of the pen."""
_VOWELS = re.compile(r"(?<=.)[aeiouy]+|[gq](?=.)")
_APOSTROPHE = re.compile(r"' ?")
CACHED = 1 << 16


@dataclass(frozen=True, slots=True)
class PersonName:
    """A name in folded words, without "Jr." and the like, which is the `generation`."""

    words: tuple[str, ...]
    generation: str | None

    @property
    def letters(self) -> str:
        return "".join(self.words)

    @property
    def surname_first(self) -> bool:
        """Whether it looks Korean or Chinese; their syllables are shared by many people."""
        return len(self.words) in (2, 3) and self.words[0] in surnames_first()

    @property
    def given(self) -> str:
        return "".join(self.words[1:]) if self.surname_first else self.words[0]

    @property
    def family(self) -> str:
        return self.words[0] if self.surname_first else self.words[-1]

    @property
    def middle(self) -> tuple[str, ...]:
        return () if self.surname_first else self.words[1:-1]

    @property
    def gender(self) -> str | None:
        return None if self.surname_first else gender_of_first_name(self.words[0])


@lru_cache(CACHED)
def person_name(name: str) -> PersonName:
    """The name as it is compared; a name of one word has one word."""
    words = _APOSTROPHE.sub("", fold(name).casefold()).replace(",", " ").split()
    bare = [word for word in words if word not in ARTICLES]
    words = bare if len(bare) > 1 else words
    suffixed = len(words) > 2 and words[-1] in GENERATIONS and words[0] not in surnames_first()
    generation = words[-1] if suffixed else None
    kept = words[:-1] if generation else words
    return PersonName(tuple(kept), generation)


@lru_cache(CACHED)
def likeness(a: str, b: str) -> str | None:
    """The kind of likeness of two full names, as `identity_evidence` names it, or None where they are two names."""
    one, other = person_name(a), person_name(b)
    if min(len(one.words), len(other.words)) < 2:
        return None
    if one.letters == other.letters:
        return "same_name"
    if _turned(one, other) or _turned(other, one):
        return "other_order"
    return _by_parts(one, other) or _by_length(one.words, other.words)


def _turned(one: PersonName, other: PersonName) -> bool:
    """ "Chung-in Moon" and "Moon Chung-in", "Lavrov Sergey" and "Sergei Lavrov"."""
    if len(one.words) > 3 or len(one.words) != len(other.words):
        return False
    turned = one.words[1:] + one.words[:1]
    return all(_word(x, y) in SAME for x, y in zip(turned, other.words, strict=True))


def _by_parts(one: PersonName, other: PersonName) -> str | None:
    """Family name with family name, given name with given name, what stands between with what stands between."""
    if one.surname_first != other.surname_first:
        return None
    parts = [_word(one.family, other.family), _given(one.given, other.given), _middle(one.middle, other.middle)]
    if None in parts or parts.count("near_spelling") > 1:
        return None
    return min((part for part in parts if part), key=ORDER.index)


def _given(a: str, b: str) -> str | None:
    if a != b and (len(a) == 1 or len(b) == 1):
        return "first_initial" if a[0] == b[0] else None
    found = _word(a, b)
    if found in SAME:
        return found
    if full_forms(a) & full_forms(b):
        return "nickname"
    # A known given name that is nearly another is another: Tim and Tom, Francis and Frances.
    return None if gender_of_first_name(a) or gender_of_first_name(b) else found


def _middle(a: tuple[str, ...], b: tuple[str, ...]) -> str | None:
    """Names and initials between given and family name: none of them may contradict the other."""
    if a == b:
        return "same_name"
    longer, shorter = (a, b) if len(a) >= len(b) else (b, a)
    if not shorter:
        return "initial" if all(len(word) == 1 for word in longer) else "middle_name"
    if len(longer) > len(shorter):
        return None
    fits = [x[0] == y[0] if 1 in (len(x), len(y)) else _word(x, y) is not None for x, y in zip(a, b, strict=True)]
    return "initial" if all(fits) else None


def _by_length(a: tuple[str, ...], b: tuple[str, ...]) -> str | None:
    """One name as the beginning or the end of the other: "Mohammed bin Salman" of "Mohammed bin Salman Al Saud"."""
    longer, shorter = (a, b) if len(a) > len(b) else (b, a)
    if len(longer) == len(shorter) or shorter[-1] in PARTICLES:
        return None
    for part in (longer[: len(shorter)], longer[-len(shorter) :]):
        if all(_word(x, y) in SAME for x, y in zip(part, shorter, strict=True)):
            return "longer_name"
    return None


def _word(a: str, b: str) -> str | None:
    """How alike two words of a name are."""
    if a == b:
        return "same_name"
    if usual_spelling(a) == usual_spelling(b):
        return "known_spelling"
    if spelling_key(a) == spelling_key(b):
        return "spelling"
    bones = consonants(a)
    if len(bones) >= CONSONANTS and bones == consonants(b):
        return "near_spelling"
    return "near_spelling" if min(len(a), len(b)) >= LONG_WORD and _one_slip(a, b) else None


@lru_cache(CACHED)
def consonants(word: str) -> str:
    """What is left of the usual spelling without vowels, with one letter for g, q and k: "kdf" for Gaddafi."""
    return _VOWELS.sub(lambda found: "k" if found.group() in "gq" else "", spelling_key(usual_spelling(word)).replace("g", "k"))


def _one_slip(a: str, b: str) -> bool:
    """Whether one letter more, less or other makes one word of the other."""
    if abs(len(a) - len(b)) > 1 or a[0] != b[0]:
        return False
    start = next((place for place, (x, y) in enumerate(zip_longest(a, b)) if x != y), len(a))
    return a[start + 1 :] == b[start + 1 :] or a[start + 1 :] == b[start:] or a[start:] == b[start + 1 :]
