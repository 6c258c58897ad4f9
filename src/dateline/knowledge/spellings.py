"""One key for the many spellings of a name that was written in another script: Nebenzia and Nebenzya, Sergei and Sergey.

A key only says that two spellings may be the same name; whoever compares people looks at country, office and day as well.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from string import ascii_lowercase

from dateline.knowledge.names import fold
from dateline.knowledge.tables import read_rows


@dataclass(frozen=True, slots=True)
class SpellingRule:
    """A pair of letters sequences: `written` becomes `key`; `_` is the edge of a word. `example`: two names that become one."""

    written: str
    key: str
    example: tuple[str, ...]


@cache
def spelling_rules() -> tuple[SpellingRule, ...]:
    """All rules of spelling_rules.tsv, in the order in which they apply."""
    return read_rows("spelling_rules.tsv", SpellingRule)


def spelling_keys(names: Iterable[str]) -> list[str]:
    """The key of each name: its letters without spaces, after all rules.

    All names go through a rule together, since a replacement in one long text costs a tenth of one in each name.
    """
    return keys_of_folded(fold(name).casefold().replace("\n", " ") for name in names)


def keys_of_folded(names: Iterable[str]) -> list[str]:
    """The keys of names that are folded, in small letters and on one line each; letters that are not Latin have none."""
    text = "_" + "_\n_".join(names).replace(" ", "_").encode("ascii", "ignore").decode() + "_"
    for rule in spelling_rules():
        text = text.replace(rule.written, rule.key)
    for letter in ascii_lowercase:
        text = text.replace(letter + letter, letter)
    return text.replace("_", "").split("\n")


@lru_cache(maxsize=1 << 16)
def spelling_key(name: str) -> str:
    """The key of one name."""
    return spelling_keys([name])[0]


def reordered(name: str) -> tuple[str, ...]:
    """The name with its last word first and with its first word last: "Lavrov Sergey", "Jong-un Kim"."""
    words = name.split()
    if len(words) < 2:
        return ()
    return tuple(dict.fromkeys((" ".join([words[-1], *words[:-1]]), " ".join([*words[1:], words[0]]))))
