"""Known names, found in the tokens of an article: the longest name that begins at a token, in the right letter case."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

from dateline.actors.columns import Columns
from dateline.knowledge.names import fold, fold_once
from dateline.knowledge.tables import kept_for_good
from dateline.records import ActorKind

Use = Literal["name", "capital", "adjective", "people"]
LONGEST = 9
"""Tokens in the longest name that is looked for."""
_SMALL_OPENERS = frozenset({"world", "al", "el"})
"""Words that open a name in small letters: "world powers", "al Qaeda"."""
_FIRST_WORD = re.compile(r"[^\s'-]+")


@dataclass(frozen=True, slots=True)
class Entry:
    """A name of a known actor. `key` is the same for all its names; `strict` names count only where something is reported."""

    key: str
    name: str
    kind: ActorKind
    country: str | None
    code: str | None
    use: Use = "name"
    aliases: tuple[str, ...] = ()
    strict: bool = False
    origin: str = ""


@dataclass(frozen=True, slots=True)
class Match:
    """A known name at tokens `start` to `end` (exclusive), with all actors that it may mean."""

    start: int
    end: int
    entries: tuple[Entry, ...]


class Names(Protocol):
    """Where a gazetteer has its names from."""

    def __iter__(self) -> Iterator[str]:
        """All folded names."""

    def named(self, key: str) -> Sequence[tuple[str, Entry]]:
        """The names of that key, as they are written, with what they mean."""


class ListedNames:
    """Names that are given one by one."""

    def __init__(self, names: Iterable[tuple[str, Entry]]) -> None:
        self._rows: dict[str, dict[tuple[str, Entry], None]] = {}
        with kept_for_good():
            for name, entry in names:
                self._rows.setdefault(fold_once(name), {})[name, entry] = None

    def __iter__(self) -> Iterator[str]:
        """All folded names."""
        return iter(self._rows)

    def named(self, key: str) -> Sequence[tuple[str, Entry]]:
        """The names of that key in the order in which they were given."""
        return tuple(self._rows.get(key, ()))


class Gazetteer:
    """Entries by folded name; built once a process."""

    def __init__(self, names: Names) -> None:
        self._names = names
        self._first = {first_word(key) for key in names}
        self._openers: dict[str, bool] = {}

    def find(self, text: str) -> tuple[Entry, ...]:
        """The entries of a name written like this."""
        key = fold(text)
        small = key.casefold()
        rows = self._names.named(key) or (self._names.named(small) if small != key else ())
        if not rows:
            return ()
        found = dict.fromkeys(entry for name, entry in rows if _same_case(name, text))
        return tuple(found)

    def matches(self, cols: Columns) -> Iterator[Match]:
        """Names in the order of the text; none overlaps another."""
        at = 0
        while at < len(cols):
            match = self._at(cols, at) if self._may_begin(cols, at) else None
            if match is not None:
                yield match
            at = match.end if match else at + 1

    def _may_begin(self, cols: Columns, at: int) -> bool:
        word = cols.words[at]
        if word not in self._openers:
            self._openers[word] = self._opens(word)
        return self._openers[word]

    def _opens(self, word: str) -> bool:
        if not (word[0].isupper() or word[0].isdigit() or word in _SMALL_OPENERS):
            return False
        plain = fold(word)
        return first_word(plain) in self._first or first_word(plain.casefold()) in self._first

    def _at(self, cols: Columns, at: int) -> Match | None:
        stop = min(at + LONGEST, len(cols), cols.sentences[cols.sentence[at]][1])
        texts = cols.texts(at, stop)
        for end in range(stop, at, -1):
            if cols.pos[end - 1] in ("PUNCT", "SPACE") and cols.words[end - 1] != "D.C.":
                continue
            if end - at > 1 and cols.words[end - 1] in ("'s", "’s"):
                continue
            entries = self.find(texts[end - at - 1])
            if entries:
                return Match(at, end, entries)
        return None


def _inner_capital(word: str) -> bool:
    return any(c.isupper() for c in word[1:]) and any(c.islower() for c in word)


def first_word(folded: str) -> str:
    """The first word of a folded name, up to a space, hyphen or apostrophe."""
    word = folded.partition(" ")[0]
    if word and "-" not in word and "'" not in word:
        return word
    found = _FIRST_WORD.match(folded)
    return found.group() if found else folded


def _same_case(name: str, text: str) -> bool:
    """A capital of the table's name has to be a capital in the text; the text may have more (headlines)."""
    known = name[4:] if name[:4].lower() == "the " else name
    if _inner_capital(known) and " " not in known:
        return text == known or text.isupper()
    pairs = zip(known.split(), text.split(), strict=False)
    return all(b[0].isupper() or not a[0].isupper() for a, b in pairs)
