"""Windows of the prepared articles as padded arrays."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy
import torch
from prepare import Example
from tokenizers import Tokenizer
from torch import Tensor

from dateline.statements.tagging.branches import branches, distances, sentence_steps
from dateline.statements.tagging.features import COLUMNS, Codes
from dateline.statements.tagging.windows import LENGTH, Window, sentence_bounds

OPEN, CLOSE, UNKNOWN, MASK = 101, 102, 100, 103


@dataclass(frozen=True)
class Article:
    """An example with its word pieces."""

    example: Example
    pieces: tuple[tuple[int, ...], ...]

    @property
    def lengths(self) -> list[int]:
        return [len(p) for p in self.pieces]


@dataclass(frozen=True)
class Links:
    """One row a cue; `row` is the window it stands in."""

    row: Tensor
    cue: Tensor
    branch: Tensor
    distance: Tensor
    sentence: Tensor
    roles: Tensor
    edges: Tensor


@dataclass(frozen=True)
class Batch:
    """`marks`, `links.roles` and `links.edges` (first and last words of contents) are the gold, -100 where there is no word."""

    ids: Tensor
    features: Tensor
    firsts: Tensor
    seen: Tensor
    marks: Tensor
    links: Links


def tokenised(examples: Sequence[Example], tokenizer: Tokenizer) -> list[Article]:
    """Word pieces of all words; a word that the vocabulary has nothing for is one unknown piece."""
    known: dict[str, tuple[int, ...]] = {}
    for text in {t for e in examples for t in e.words.texts}:
        ids = tokenizer.encode(text, add_special_tokens=False).ids
        known[text] = tuple(ids[:8]) or (UNKNOWN,)
    return [Article(e, tuple(known[t] for t in e.words.texts)) for e in examples]


def training_windows(article: Article, rng: random.Random) -> list[Window]:
    """Cut into full windows without overlap, from a first cut drawn anew each epoch."""
    bounds = sentence_bounds(article.example.words.sentences.tolist(), article.lengths)
    cuts, filled, room = [0], 0, rng.randint(LENGTH // 3, LENGTH)
    for a, b in pairwise(bounds):
        size = sum(article.lengths[a:b])
        if filled and filled + size > room:
            cuts.append(a)
            filled, room = 0, LENGTH
        filled += size
    ends = [*cuts[1:], bounds[-1]]
    return [Window(a, b, a, b) for a, b in zip(cuts, ends, strict=True)]


Item = tuple[Article, Window]


def batches(items: Sequence[Item], size: int, rng: random.Random | None = None) -> Iterator[Batch]:
    """The groups of `grouped` as arrays."""
    return map(collate, grouped(items, size, rng))


def grouped(items: Sequence[Item], size: int, rng: random.Random | None = None) -> list[list[Item]]:
    """Windows of like length together, in an order drawn from `rng`."""
    order = sorted(items, key=lambda i: sum(i[0].lengths[i[1].begin : i[1].end]) + (rng.random() * 12 if rng else 0))
    groups = [order[k : k + size] for k in range(0, len(order), size)]
    if rng:
        rng.shuffle(groups)
    return groups


def collate(group: Sequence[Item]) -> Batch:
    """Pad a few windows to one length."""
    n = max(sum(a.lengths[w.begin : w.end]) for a, w in group) + 2
    m = max(w.end - w.begin for _, w in group)
    ids, features = torch.zeros(len(group), n, dtype=torch.long), torch.zeros(len(group), n, len(COLUMNS), dtype=torch.long)
    firsts, seen = torch.zeros(len(group), m, dtype=torch.long), torch.zeros(len(group), m)
    marks = torch.full((len(group), 3, m), -100)
    for r, (article, window) in enumerate(group):
        spread = [(p, k) for k in range(window.begin, window.end) for p in article.pieces[k]]
        ids[r, : len(spread) + 2] = torch.tensor([OPEN, *(p for p, _ in spread), CLOSE])
        features[r, 1 : len(spread) + 1] = torch.from_numpy(article.example.words.features[[k for _, k in spread]])
        lengths = article.lengths[window.begin : window.end]
        firsts[r, : len(lengths)] = torch.tensor(numpy.cumsum([1, *lengths[:-1]]))
        seen[r, : len(lengths)] = 1
        marks[r, :, : len(lengths)] = torch.from_numpy(gold_marks(article.example, window))
    return Batch(ids, features, firsts, seen, marks, gold_links(group, m))


def gold_marks(example: Example, window: Window) -> Codes:
    """For source, cue and content: 0 outside, 1 first word, 2 later word."""
    marks = numpy.zeros((3, window.end - window.begin), dtype=numpy.int64)
    for attribution in example.attributions:
        for role, found in enumerate(attribution):
            inside = found[(found >= window.begin) & (found < window.end)] - window.begin
            marks[role, inside] = 2
            marks[role, [k for k in inside if k - 1 not in inside]] = 1
    return marks


def gold_links(group: Sequence[Item], m: int) -> Links:
    """One row for each attribution whose cue stands in the window."""
    rows = []
    for r, (article, window) in enumerate(group):
        for source, cue, content in article.example.attributions:
            if window.begin <= cue[0] and cue[-1] < window.end:
                rows.append((r, link(article.example, window, int(cue[0]), int(cue[-1]), m), (source, content)))
    return stack_links(rows, group, m)


def link(example: Example, window: Window, first: int, last: int, m: int) -> tuple[Codes, ...]:
    """Cue mask, branch, distance and sentence codes of one cue over a window, padded to `m` words."""
    words, size = example.words, window.end - window.begin
    cue = numpy.zeros(m, dtype=numpy.int64)
    cue[first - window.begin : last + 1 - window.begin] = 1
    columns = (
        branches(words, first, last, window.begin, window.end),
        distances(first, last, window.begin, window.end),
        sentence_steps(words, first, window.begin, window.end),
    )
    return cue, *(numpy.pad(c, (0, m - size)) for c in columns)


def stack_links(rows: Sequence, group: Sequence[Item], m: int) -> Links:
    """Rows of (window, codes of `link`, gold source and content) as tensors."""
    roles, edges = torch.full((len(rows), m), -100), torch.full((len(rows), m, 2), -100)
    for k, (r, _, gold) in enumerate(rows):
        window = group[r][1]
        size = window.end - window.begin
        roles[k, :size], edges[k, :size] = 0, 0
        for role, found in enumerate(gold, start=1):
            inside = found[(found >= window.begin) & (found < window.end)] - window.begin
            roles[k, inside] = role
        for side, found in enumerate(edge_words(gold[1])):
            edges[k, found[(found >= window.begin) & (found < window.end)] - window.begin, side] = 1
    empty = torch.zeros(0, m, dtype=torch.long)
    codes = [torch.from_numpy(numpy.stack([c[j] for _, c, _ in rows])) if rows else empty for j in range(4)]
    windows = torch.tensor([r for r, *_ in rows], dtype=torch.long)
    return Links(windows, codes[0].float(), codes[1], codes[2], codes[3], roles, edges)


def edge_words(content: Codes) -> tuple[Codes, Codes]:
    """First and last words of the stretches of a content."""
    return content[~numpy.isin(content - 1, content)], content[~numpy.isin(content + 1, content)]


def masked(batch: Batch, share: float, rng: torch.Generator) -> Batch:
    """Some word pieces are hidden, so that the network does not learn names by heart."""
    hit = (torch.rand(batch.ids.shape, generator=rng) < share) & (batch.ids > 103)
    return replace(batch, ids=batch.ids.masked_fill(hit, MASK))
