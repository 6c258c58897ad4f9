"""Keys under which names that may mean one actor come together, so that nobody is compared with the whole archive."""

from __future__ import annotations

from functools import lru_cache

from dateline.corroboration.identity.person_names import PARTICLES, consonants, person_name
from dateline.knowledge.name_variants import full_forms
from dateline.knowledge.names import fold
from dateline.knowledge.spellings import spelling_key


@lru_cache(maxsize=1 << 15)
def person_keys(name: str) -> frozenset[str]:
    """For each word that may be the family name its consonants, with the first letter of what may be the given name.

    A name of one word has none: a bare surname is nobody's.
    """
    words = person_name(name).words
    if len(words) < 2:
        return frozenset()
    rest = [word for word in words[1:] if word not in PARTICLES and len(word) > 1]
    pairs = [(word, words[0]) for word in rest] + [(words[0], word) for word in rest]
    return frozenset(f"{_bones(family)} {initial}" for family, given in pairs for initial in _initials(given))


@lru_cache(maxsize=1 << 15)
def body_key(name: str) -> str:
    """The sounds of all words together: "alkaida" for al-Qaeda and Al Qaida."""
    return "body " + "".join(spelling_key(word) for word in fold(name).casefold().replace("'", "").split())


def _bones(word: str) -> str:
    found = consonants(word)
    return found if len(found) > 1 else spelling_key(word)


def _initials(given: str) -> set[str]:
    """First sounds of the name and of the names of which it is short."""
    return {consonants(form)[:1] for form in full_forms(given)}
