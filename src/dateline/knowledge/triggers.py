"""Words that carry an event, with the conditions under which they do; classes of nouns; figures of speech that do not."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Protocol

from dateline.knowledge.tables import read_rows


@dataclass(frozen=True)
class Trigger:
    """One row of triggers.tsv: the table's own header says what each column holds."""

    words: tuple[str, ...]
    word_class: str
    with_: tuple[str, ...]
    object: tuple[str, ...]
    type: str
    mode: str | None
    cameo: str
    sides: tuple[str, ...]

    @cached_property
    def nouns(self) -> frozenset[str]:
        """All lemmas that the object may have, classes spelt out."""
        classes = (object_class(o[1:]) for o in self.object if o.startswith("@"))
        return frozenset(self.object).union(*classes)

    @cached_property
    def other_conditions(self) -> tuple[str, ...]:
        """The conditions on the object that are not a matter of its lemma."""
        named = (
            "any",
            "none",
            "actor",
            "state",
            "place",
            "person",
            "people",
            "count",
            "own",
            "passive",
            "subjunctive",
            "prospective",
            "gerund",
        )
        return tuple(o for o in self.object if o in named or ":" in o)

    @property
    def particularity(self) -> int:
        """How many conditions the row has; the row with more of them decides."""
        vague = set(self.object) <= {"any", "none", "actor"}
        return 2 * bool(self.with_) + (bool(self.object) if vague else 2)


@dataclass(frozen=True, slots=True)
class _Class:
    name: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Repair:
    forms: tuple[str, ...]
    lemma: str


@dataclass(frozen=True, slots=True)
class _Counted:
    verbs: tuple[str, ...]
    what: str


@dataclass(frozen=True, slots=True)
class _Idiom:
    phrase: str


@dataclass(frozen=True, slots=True)
class _Domain:
    words: tuple[str, ...]
    domain: str


@cache
def triggers() -> Mapping[tuple[str, str], tuple[Trigger, ...]]:
    """The rows for each (lemma, word class), the most particular first."""
    found: dict[tuple[str, str], list[Trigger]] = {}
    for row in read_rows("triggers.tsv", Trigger):
        for word in row.words:
            found.setdefault((word, row.word_class), []).append(row)
    return {key: tuple(sorted(rows, key=lambda r: -r.particularity)) for key, rows in found.items()}


@cache
def lemma_repairs() -> Mapping[str, str]:
    """The right lemma of verb forms, in lower case, that the parser's lemmatiser gets wrong."""
    return {form: row.lemma for row in read_rows("lemma_repairs.tsv", _Repair) for form in row.forms}


class Word(Protocol):
    """What of a token its lemma is told by."""

    @property
    def lower_(self) -> str: ...
    @property
    def lemma_(self) -> str: ...
    @property
    def tag_(self) -> str: ...


def lemma_of(token: Word) -> str:
    """The lemma in lower case, repaired where the parser gets it wrong."""
    return lemma_repairs().get(token.lower_) or _common(token)


def _common(token: Word) -> str:
    """The parser's lemma; a plural that it takes for a name keeps its "s" there: "Rockets were fired"."""
    lemma = token.lemma_.lower()
    return lemma.removesuffix("s") if token.tag_ == "NNPS" and not lemma.endswith("ss") else lemma


@cache
def trigger_lemmas() -> frozenset[str]:
    """The lemmas of all rows, whatever their word class."""
    return frozenset(lemma for lemma, _ in triggers())


@cache
def object_class(name: str) -> frozenset[str]:
    """The lemmas of a class; empty for an unknown name."""
    return _classes().get(name, frozenset())


@cache
def counted_at() -> Mapping[str, str]:
    """What is counted at a verb: the dead of "kill", the arrested of "detain"."""
    return {verb: row.what for row in read_rows("counted_deeds.tsv", _Counted) for verb in row.verbs}


@cache
def idioms() -> Mapping[str, tuple[tuple[str, ...], ...]]:
    """Fixed phrases without an event, as lower-case words, by their first word."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for row in read_rows("event_idioms.tsv", _Idiom):
        words = tuple(row.phrase.split())
        found.setdefault(words[0], []).append(words)
    return {first: tuple(phrases) for first, phrases in found.items()}


@cache
def other_domain_words() -> Mapping[str, str]:
    """Words of sport, show business and business, with their domain; "if two" follows where one word alone proves nothing."""
    return {word: row.domain for row in read_rows("other_domains.tsv", _Domain) for word in row.words}


@cache
def _classes() -> dict[str, frozenset[str]]:
    return {row.name: frozenset(row.words) for row in read_rows("object_classes.tsv", _Class)}
