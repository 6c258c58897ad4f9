"""The parse as one list per property: reading a list costs a tenth of asking a token."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dateline.language import Document
from dateline.language.tokens import Token
from dateline.records import Span

NOUN_TAGS = frozenset({"NN", "NNS", "NNP", "NNPS"})
_COMMON = frozenset({"NN", "NNS", "VB", "VBP", "JJ", "UH"})
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "agent"})


@dataclass(frozen=True, slots=True)
class Columns:
    """All lists run over the tokens of the article; `head`, `left` and `kids` hold token numbers."""

    words: list[str]
    lower: list[str]
    lemma: list[str]
    tag: list[str]
    pos: list[str]
    dep: list[str]
    entity: list[str]
    head: list[int]
    left: list[int]
    offset: list[int]
    sentence: list[int]
    paragraph: list[int]
    kids: list[list[int]]
    sentences: list[tuple[int, int]]

    def __len__(self) -> int:
        return len(self.words)

    def span(self, start: int, end: int) -> Span:
        """The characters of the tokens from `start` up to, not including, `end`."""
        return Span(self.offset[start], self.offset[end - 1] + len(self.words[end - 1]))

    def kid(self, token: int, *labels: str) -> int | None:
        """The first dependent of `token` with one of these labels."""
        return next((k for k in self.kids[token] if self.dep[k] in labels), None)

    def subject(self, verb: int) -> int | None:
        """The subject of a verb; of two that the parser gives, the nearer one before it."""
        found = [k for k in self.kids[verb] if self.dep[k] in ("nsubj", "nsubjpass")]
        before = [k for k in found if k < verb]
        return (before[-1] if before else found[0]) if found else None

    def agent(self, verb: int) -> int | None:
        """Who does it in a passive: the noun after "by"."""
        by = self.kid(verb, "agent")
        return self.kid(by, "pobj") if by is not None else None

    def clause(self, token: int) -> int:
        """The verb, or the root, of the clause in which `token` stands."""
        while self.pos[token] not in ("VERB", "AUX") and self.head[token] != token:
            token = self.head[token]
        return token

    def ancestors(self, token: int) -> Iterator[int]:
        while self.head[token] != token:
            token = self.head[token]
            yield token

    def text(self, start: int, end: int) -> str:
        """The words from `start` to `end` with the spacing that they have in the article."""
        return self.texts(start, end)[-1] if end > start else ""

    def texts(self, start: int, end: int) -> list[str]:
        """The same from `start` to each token up to `end`, the shortest first."""
        found: list[str] = []
        text = ""
        for i in range(start, end):
            gap = i > start and self.offset[i] > self.offset[i - 1] + len(self.words[i - 1])
            text += " " + self.words[i] if gap else self.words[i]
            found.append(text)
        return found


def columns(document: Document) -> Columns:
    """Read every property of every token once."""
    tokens = list(document.doc)
    heads, kids = _heads(tokens)
    starts = [p.start for p in document.paragraphs]
    offsets = [t.idx for t in tokens]
    text = document.article.text
    words = [text[t.idx : t.idx + len(t)] for t in tokens]
    sentences = [(s.start, s.end) for s in document.doc.sents]
    tags = [t.tag_ for t in tokens]
    names = _names_at_start(words, tags, sentences)
    return Columns(
        words=words,
        lower=[w.casefold().replace("’", "'") for w in words],
        lemma=[t.lemma_.casefold() for t in tokens],
        tag=["NNP" if n in names else tag for n, tag in enumerate(tags)],
        pos=["PROPN" if n in names else t.pos_ for n, t in enumerate(tokens)],
        dep=[t.dep_ for t in tokens],
        entity=[t.ent_type_ for t in tokens],
        head=heads,
        left=[t.left_edge.i for t in tokens],
        offset=offsets,
        sentence=[n for n, (a, b) in enumerate(sentences) for _ in range(a, b)],
        paragraph=[bisect_right(starts, o) - 1 for o in offsets],
        kids=kids,
        sentences=sentences,
    )


def _names_at_start(words: Sequence[str], tags: Sequence[str], sentences: Sequence[tuple[int, int]]) -> frozenset[int]:
    """ "Trump has sought ...": a name elsewhere, never written small, that the tagger takes for a common noun here."""
    starts = {start for start, _ in sentences}
    names = {w for n, w in enumerate(words) if tags[n] == "NNP" and n not in starts and w[0].isupper()} - set(
        map(str.title, _small(words))
    )
    return frozenset(n for n in starts if tags[n] in _COMMON and words[n] in names)


def _small(words: Sequence[str]) -> list[str]:
    return [w for w in words if w[0].islower()]


def _heads(tokens: Sequence[Token]) -> tuple[list[int], list[list[int]]]:
    heads = [t.head.i for t in tokens]
    kids: list[list[int]] = [[] for _ in heads]
    for token, head in enumerate(heads):
        if token != head:
            kids[head].append(token)
    return heads, kids
