"""How one person's name varies between newspapers where no rule tells it: usual spellings, short forms of given names."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache

from dateline.knowledge.tables import read_rows


@dataclass(frozen=True, slots=True)
class Nickname:
    """A given name and its short and familiar forms."""

    name: str
    forms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Spellings:
    """Spellings of one name in small letters; the first stands for all."""

    spellings: tuple[str, ...]
    language: str


@cache
def full_forms(name: str) -> frozenset[str]:
    """In small letters: the name itself and the given names of which it is a short form ("ted": edward, theodore)."""
    return frozenset({name, *_full_forms().get(name, ())})


@cache
def usual_spelling(word: str) -> str:
    """The spelling that stands for this one; the word itself where the table has none. Small letters without accents."""
    return _usual_spellings().get(word, word)


@cache
def _full_forms() -> dict[str, set[str]]:
    forms: defaultdict[str, set[str]] = defaultdict(set)
    for row in read_rows("nicknames.tsv", Nickname):
        for form in row.forms:
            forms[form.casefold()].add(row.name.casefold())
    return dict(forms)


@cache
def _usual_spellings() -> dict[str, str]:
    return {word: row.spellings[0] for row in read_rows("name_spellings.tsv", Spellings) for word in row.spellings}
