"""Phrases of the parse as spans of the article's text.

Labels are those of the English pipeline (ClearNLP dependencies): `relcl`, `acl`, `appos`, `prep`, `pobj`, `poss`, `compound` ...
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

from dateline.language.tokens import Token
from dateline.records import Span

CLAUSAL = frozenset({"relcl", "acl", "advcl", "ccomp", "appos", "parataxis", "cc", "conj", "punct", "dep", "preconj"})
"""Dependents that a noun phrase can do without: clauses, appositions, further conjuncts."""

_EDGE = " \t\n\r,;:.\"'“”‘’–—-()"


def token_span(token: Token) -> Span:
    """The characters of one token."""
    return Span(token.idx, token.idx + len(token))


def subtree(token: Token, without: Collection[str] = ()) -> Span:
    """From the first to the last token below `token`, leaving out dependents with the labels `without`.

    Punctuation and white space at the edges do not count.
    """
    return tight(_below(token, without))


def noun_phrase(token: Token) -> Span:
    """The noun phrase of which `token` is the head: determiners, modifiers, possessors and prepositional phrases.

    Relative clauses, appositions and further conjuncts are left out; the phrase ends where one of them begins.
    """
    kept = _below(token, CLAUSAL)
    cut = min((t.left_edge.i for t in token.rights if t.dep_ in CLAUSAL), default=None)
    return tight([t for t in kept if cut is None or t.i < cut or t.i <= token.i])


def tight(tokens: Iterable[Token]) -> Span:
    """The span from first to last token, less punctuation and white space at both ends.

    A closing full stop is kept where it belongs to an abbreviation (`U.S.`), which is one token.
    """
    solid = [t for t in tokens if not (t.is_space or (t.is_punct and t.text.strip(_EDGE) == ""))]
    if not solid:
        tokens = list(tokens)
        return token_span(tokens[0]) if tokens else Span(0, 0)
    first, last = min(solid, key=_index), max(solid, key=_index)
    return Span(first.idx, last.idx + len(last))


def _index(token: Token) -> int:
    return int(token.i)


def _below(token: Token, without: Collection[str]) -> list[Token]:
    found, todo = [token], [token]
    while todo:
        for child in todo.pop().children:
            if child.dep_ not in without:
                found.append(child)
                todo.append(child)
    return found
