"""Common nouns for people, offices and bodies, and the longest of them that a noun phrase ends in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from dateline.actors.known import KINDS
from dateline.knowledge.discourse import discourse_nouns
from dateline.knowledge.nouns import load_actor_nouns, load_office_nouns
from dateline.records import ActorKind

_FEMININE = ("woman", "girl", "mother", "wife", "queen", "princess", "lady", "sister", "daughter", "actress", "widow", "nun")
_MASCULINE = ("spokesman", "chairman", "king", "prince", "father", "husband", "brother", "son", "boy", "businessman", "gunman")


@dataclass(frozen=True, slots=True)
class Noun:
    """What a common noun (of one or several words) says about an actor; `office` where it names a post or rank."""

    words: tuple[str, ...]
    kind: ActorKind
    sector: str
    gender: str | None
    office: bool
    human: bool


@cache
def noun_phrases() -> dict[str, tuple[Noun, ...]]:
    """All nouns for actors by their last word, longest first; offices before ordinary nouns of the same words."""
    return _by_word([*_office_nouns(), *_actor_nouns()])


@cache
def _office_nouns() -> tuple[Noun, ...]:
    return tuple(
        Noun(_words(form), "person", row.sector or "", row.gender, True, True)
        for row in load_office_nouns()
        for form in (row.noun, row.plural)
        if form
    )


@cache
def _actor_nouns() -> tuple[Noun, ...]:
    things = discourse_nouns("thing")
    return tuple(
        Noun(_words(form), KINDS.get(row.kind, "other"), row.sector or "", _gender(row.noun), False, row.human)
        for row in load_actor_nouns()
        for form in (row.noun, row.plural)
        if form and row.noun not in things
    )


def _gender(noun: str) -> str | None:
    if noun.endswith(_FEMININE):
        return "f"
    return "m" if noun.endswith("man") or noun.endswith(_MASCULINE) else None


def _words(noun: str) -> tuple[str, ...]:
    """The words as the parser cuts them: "prosecutor 's office"."""
    return tuple(noun.casefold().replace("-", " ").replace("'s", " 's").replace("s' ", "s ' ").split())


def _by_word(nouns: Sequence[Noun]) -> dict[str, tuple[Noun, ...]]:
    found: dict[str, dict[tuple[str, ...], Noun]] = {}
    for noun in nouns:
        found.setdefault(noun.words[-1], {}).setdefault(noun.words, noun)
    return {word: tuple(sorted(rows.values(), key=lambda n: -len(n.words))) for word, rows in found.items()}


_RANKING = {"of", "the", "for", "affairs", "new", "top", "acting", "presidential", "federal", "national", "foreign"}


@cache
def office_words() -> frozenset[str]:
    """All words that offices and public bodies are named with, and those that rank them."""
    public = [row.noun for row in load_actor_nouns() if row.kind == "government_body"]
    return frozenset({w for noun in [*public, *(row.noun for row in load_office_nouns())] for w in _words(noun)} | _RANKING)


@cache
def name_endings() -> frozenset[str]:
    """Last words of nouns for bodies, also of such as are no actors when written small: "Front", "Campaign"."""
    rows = [row for row in load_actor_nouns() if not row.human]
    return frozenset(form.casefold().split()[-1] for row in rows for form in (row.noun, row.plural) if form)


@cache
def plurals() -> frozenset[str]:
    """One-word plurals of nouns for people."""
    return frozenset(row.plural.casefold() for row in load_actor_nouns() if row.plural and " " not in row.plural)


def longest_noun(before: Sequence[str]) -> Noun | None:
    """The longest known noun in which these words (lower case, without hyphens) end."""
    if not before:
        return None
    for noun in noun_phrases().get(before[-1], ()):
        if tuple(before[-len(noun.words) :]) == noun.words:
            return noun
    return None
