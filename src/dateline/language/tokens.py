"""The parse as plain objects that every rule reads: a field costs a tenth of asking spaCy, which decodes a string each time.

Names and meaning are those of spaCy's `Token`, `Span` and `Doc`. Everything is read once, when all repairs are made; nothing is
changed after. A token is made once, so that `is` and `==` say the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import wraps
from itertools import pairwise
from typing import Any, TypeVar, overload

import numpy
from spacy.tokens import Doc
from spacy.tokens import Token as SpacyToken

_WORDS = ("ORTH", "LOWER", "LEMMA", "TAG", "POS", "DEP", "ENT_TYPE")
_FLAGS = ("IS_SPACE", "IS_PUNCT", "IS_QUOTE", "LIKE_NUM", "SPACY")
_IOB = SpacyToken.iob_strings()


@dataclass(slots=True, eq=False, repr=False)
class Token:
    """One word or mark with its place in the tree; `left_edge` and `right_edge` bound what stands below it."""

    doc: Parse
    i: int
    idx: int
    text: str
    lower_: str
    lemma_: str
    tag_: str
    pos_: str
    dep_: str
    ent_type_: str
    ent_iob_: str
    is_space: bool
    is_punct: bool
    is_quote: bool
    like_num: bool
    is_followed_by_space: bool
    is_sent_start: bool
    head: Token = field(init=False)
    left_edge: Token = field(init=False)
    right_edge: Token = field(init=False)
    sent: Tokens = field(init=False)
    children: tuple[Token, ...] = field(init=False)
    _subtree: tuple[Token, ...] | None = field(init=False, default=None)
    _answers: dict[Callable[[Token], Any], Any] | None = field(init=False, default=None)

    def __len__(self) -> int:
        return len(self.text)

    def __repr__(self) -> str:
        return self.text

    @property
    def is_alpha(self) -> bool:
        return self.text.isalpha()

    @property
    def is_lower(self) -> bool:
        return self.text.islower()

    @property
    def is_upper(self) -> bool:
        return self.text.isupper()

    @property
    def whitespace_(self) -> str:
        return " " if self.is_followed_by_space else ""

    @property
    def lefts(self) -> list[Token]:
        """The children before it."""
        return [c for c in self.children if c.i < self.i]

    @property
    def rights(self) -> list[Token]:
        """The children after it."""
        return [c for c in self.children if c.i > self.i]

    @property
    def subtree(self) -> tuple[Token, ...]:
        """It and all below it, in order."""
        if self._subtree is None:
            before = [t for c in self.children if c.i < self.i for t in c.subtree]
            self._subtree = (*before, self, *(t for c in self.children if c.i > self.i for t in c.subtree))
        return self._subtree

    @property
    def ancestors(self) -> Iterator[Token]:
        """Its head, the head of that, up to the root."""
        below, above = self, self.head
        while above is not below:
            yield above
            below, above = above, above.head

    def is_ancestor(self, descendant: Token) -> bool:
        """Whether `descendant` stands below it."""
        return any(above is self for above in descendant.ancestors)

    @property
    def conjuncts(self) -> tuple[Token, ...]:
        """All that it is joined to, not itself; the first comes first, then what hangs on that."""
        first = self
        while first.dep_ == "conj" and first.head is not first:
            first = first.head
        found = [first]
        for word in found:
            found += [c for c in word.rights if c.dep_ == "conj"]
        return tuple(w for w in found if w is not self)

    def nbor(self, distance: int) -> Token:
        """The token so many places on; raises IndexError outside the text."""
        if self.i + distance < 0:
            raise IndexError(distance)
        return self.doc.tokens[self.i + distance]


Answer = TypeVar("Answer")


def remembered(question: Callable[[Token], Answer]) -> Callable[[Token], Answer]:
    """For what only the tree decides: of each token it is asked once, however many rules ask."""

    @wraps(question)
    def asked(token: Token) -> Answer:
        known = token._answers
        if known is None:
            known = token._answers = {}
        if question not in known:
            known[question] = question(token)
        answer: Answer = known[question]
        return answer

    return asked


class Tokens(Sequence[Token]):
    """Neighbouring tokens, from `start` up to, not including, `end`; equal to those with the same bounds."""

    __slots__ = ("_forms", "doc", "end", "start")

    def __init__(self, doc: Parse, start: int, end: int) -> None:
        self.doc, self.start, self.end = doc, start, end
        self._forms: frozenset[str] | None = None

    def __len__(self) -> int:
        return self.end - self.start

    def __iter__(self) -> Iterator[Token]:
        return iter(self.doc.tokens[self.start : self.end])

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Tokens) and (self.doc, self.start, self.end) == (other.doc, other.start, other.end)

    def __hash__(self) -> int:
        return hash((self.start, self.end))

    @overload
    def __getitem__(self, at: int) -> Token: ...
    @overload
    def __getitem__(self, at: slice) -> Tokens: ...
    def __getitem__(self, at: int | slice) -> Token | Tokens:
        if isinstance(at, slice):
            start, end = _bounds(at, len(self))
            return Tokens(self.doc, self.start + start, self.start + end)
        return self.doc.tokens[range(self.start, self.end)[at]]

    @property
    def forms(self) -> frozenset[str]:
        """The words in lower case: what is not among them need not be looked for in the tree."""
        if self._forms is None:
            self._forms = frozenset(t.lower_ for t in self)
        return self._forms

    @property
    def start_char(self) -> int:
        return self.doc.tokens[self.start].idx if self.start < len(self.doc) else len(self.doc.text)

    @property
    def end_char(self) -> int:
        if self.end <= self.start:
            return self.start_char
        last = self.doc.tokens[self.end - 1]
        return last.idx + len(last.text)

    @property
    def text(self) -> str:
        return self.doc.text[self.start_char : self.end_char]

    @property
    def root(self) -> Token:
        """The token nearest to the root of its sentence, of several the first; a lone mark or space only for want of others."""
        tokens = self.doc.tokens[self.start : self.end]
        whole = next((t for t in tokens if t.head is t), None)
        if whole is not None:
            return whole
        tops = (t for t in tokens if not self.start <= t.head.i < self.end)
        return min(tops, key=_depth, default=self.doc.tokens[self.start])


class Entity(Tokens):
    """A name, amount or time, with its kind ("GPE")."""

    __slots__ = ("label_",)

    def __init__(self, doc: Parse, start: int, end: int, label: str) -> None:
        super().__init__(doc, start, end)
        self.label_ = label


class Parse(Sequence[Token]):
    """All tokens of one text, its sentences and entities."""

    __slots__ = ("ents", "sents", "text", "tokens")

    def __init__(self, doc: Doc) -> None:
        self.text = doc.text
        self.tokens = [Token(self, *row) for row in _rows(doc)]
        self.ents = tuple(Entity(self, e.start, e.end, e.label_) for e in doc.ents)
        self.sents = _sentences(self)
        _link(self.tokens, doc)

    def __len__(self) -> int:
        return len(self.tokens)

    def __iter__(self) -> Iterator[Token]:
        return iter(self.tokens)

    @overload
    def __getitem__(self, at: int) -> Token: ...
    @overload
    def __getitem__(self, at: slice) -> Tokens: ...
    def __getitem__(self, at: int | slice) -> Token | Tokens:
        if isinstance(at, slice):
            return Tokens(self, *_bounds(at, len(self.tokens)))
        return self.tokens[at]


def _depth(token: Token) -> int:
    lone = (token.is_space or token.is_punct) and not token.children
    return len(token.doc) - 1 if lone else sum(1 for _ in token.ancestors)


def _bounds(at: slice, length: int) -> tuple[int, int]:
    """Where a slice without a step begins and ends; an empty one ends where it begins."""
    start, end, _ = at.indices(length)
    return start, max(start, end)


def _rows(doc: Doc) -> Iterator[tuple[Any, ...]]:
    """The fields of each token from `i` on, column by column, as `Token` has them."""
    offsets, starts, entities, *rest = doc.to_array(["IDX", "SENT_START", "ENT_IOB", *_WORDS, *_FLAGS]).T.tolist()
    words = (_strings(doc, numbers) for numbers in rest[: len(_WORDS)])
    flags = (map(bool, numbers) for numbers in rest[len(_WORDS) :])
    told = (_IOB[number] for number in entities)
    return zip(range(len(doc)), offsets, *words, told, *flags, (number == 1 for number in starts), strict=True)


def _strings(doc: Doc, numbers: Sequence[int]) -> Iterator[str]:
    known = {number: doc.vocab.strings[number] for number in set(numbers)}
    return map(known.__getitem__, numbers)


def _sentences(parse: Parse) -> tuple[Tokens, ...]:
    starts = [t.i for t in parse.tokens if t.is_sent_start and t.i > 0]
    bounds = [0, *starts, len(parse)] if parse.tokens else []
    return tuple(Tokens(parse, start, end) for start, end in pairwise(bounds))


def _link(tokens: Sequence[Token], doc: Doc) -> None:
    """Give each token its relatives and its sentence."""
    children: list[list[Token]] = [[] for _ in tokens]
    heads = [i + above for i, above in enumerate(doc.to_array(["HEAD"]).astype(numpy.int64).tolist())]
    for token, above, left, right in zip(tokens, heads, *_edges(heads), strict=True):
        token.head, token.left_edge, token.right_edge = tokens[above], tokens[left], tokens[right]
        if above != token.i:
            children[above].append(token)
    for token, below in zip(tokens, children, strict=True):
        token.children = tuple(below)
    for sentence in tokens[0].doc.sents if tokens else ():
        for token in sentence:
            token.sent = sentence


def _edges(heads: Sequence[int]) -> tuple[list[int], list[int]]:
    """The first and the last token below each, itself among them."""
    left, right, changed = list(range(len(heads))), list(range(len(heads))), True
    while changed:  # once, and once more to see that it was enough: more often only where arcs cross
        changed = False
        for below in (*range(len(heads)), *range(len(heads) - 1, -1, -1)):
            above = heads[below]
            if left[below] < left[above]:
                left[above], changed = left[below], True
            if right[below] > right[above]:
                right[above], changed = right[below], True
    return left, right
