"""How it was done: the PLOVER mode of an event whose trigger leaves it open, and the CAMEO code that follows.

A request, refusal or threat takes its mode from what is asked, refused or threatened; an attack from its weapon.
"""

from __future__ import annotations

from collections.abc import Iterator

from dateline.events.draft import Draft
from dateline.knowledge.ontology import cameo_code, mode_told, modes_of
from dateline.language.tokens import Token

_CONTENT = frozenset({"REQUEST", "REJECT", "THREATEN"})
_SKIPPED = frozenset({"relcl", "conj", "advcl", "parataxis", "appos", "punct", "ccomp"})
_ASKED = frozenset({"xcomp", "ccomp", "dobj", "prep", "pcomp", "pobj", "acl", "compound", "amod", "nmod", "prt", "conj"})
_DEPTH = {True: 4, False: 3}


def mode_of(draft: Draft) -> str | None:
    """The mode that the trigger says or, where it says none, the words that depend on it; None where nothing tells it."""
    kind, mode = draft.row.type, draft.row.mode
    if mode is not None or not modes_of(kind):
        return mode
    return mode_told(kind, _lemmas(draft.token, content=kind in _CONTENT))


def code_of(draft: Draft, mode: str | None, contexts: tuple[str, ...]) -> str:
    """The finest CAMEO code that the trigger, the mode and the contexts determine."""
    return cameo_code(draft.row.type, mode, contexts, draft.row.cameo)


def contexts_of(mode: str | None, contexts: tuple[str, ...]) -> tuple[str, ...]:
    """The contexts with the one that a mode of the same name brings with it (PLOVER manual, section COERCE)."""
    return (*contexts, mode) if mode in ("cyber", "misinformation") and mode not in contexts else contexts


def _lemmas(token: Token, *, content: bool) -> Iterator[str]:
    """What is asked, refused or threatened is told below the trigger; a weapon by it or below it."""
    if not content:
        yield token.lemma_.lower()
        if token.dep_ in ("compound", "nmod"):
            yield token.head.lemma_.lower()
    yield from _below(token, content, _DEPTH[content])


def _below(token: Token, content: bool, depth: int) -> Iterator[str]:
    for child in token.children:
        if depth and (child.dep_ in _ASKED if content else child.dep_ not in _SKIPPED):
            yield child.lemma_.lower()
            yield from _below(child, content, depth - 1)
