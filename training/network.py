"""The network of `train.py`: MiniLM with word features, a head that marks cues and a head that links words to one cue."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from dateline.statements.tagging.branches import BRANCHES, DISTANCES, SENTENCES
from dateline.statements.tagging.features import COLUMNS

WIDTH, HEADS, SIZE, LAYERS, LINK, LINK_HEADS = 384, 12, 32, 6, 192, 6


@dataclass(frozen=True)
class Options:
    """What the trials vary; of each layer the heads of its attention and the units of its inner part."""

    dropout: float = 0.1
    features: bool = True
    branches: bool = True
    heads: tuple[int, ...] = (HEADS,) * LAYERS
    inner: tuple[int, ...] = (4 * WIDTH,) * LAYERS
    link_heads: tuple[int, ...] = (LINK_HEADS,)
    link_inner: tuple[int, ...] = (2 * LINK,)


def layers(width: int, heads: Sequence[int], inner: Sequence[int], dropout: float) -> nn.ModuleList:
    """So many layers as there are numbers."""
    return nn.ModuleList(Layer(width, h, i, dropout) for h, i in zip(heads, inner, strict=True))


class SharedDropout(nn.Module):
    """Drop the same units at all places of a window (Gal and Ghahramani 2016): as good, and far cheaper on a CPU."""

    def __init__(self, rate: float) -> None:
        super().__init__()
        self.rate = rate

    def forward(self, x: Tensor) -> Tensor:
        if not self.training or self.rate == 0:
            return x
        kept = torch.rand(x.shape[0], 1, x.shape[2]) >= self.rate
        return x * kept / (1 - self.rate)


class Layer(nn.Module):
    """One transformer layer, post-norm, as in BERT; each head of attention is `SIZE` wide."""

    def __init__(self, width: int, heads: int, inner: int, dropout: float) -> None:
        super().__init__()
        self.heads = heads
        self.query, self.key, self.value = (nn.Linear(width, heads * SIZE) for _ in range(3))
        self.out = nn.Linear(heads * SIZE, width)
        self.up, self.down = nn.Linear(width, inner), nn.Linear(inner, width)
        self.norm1, self.norm2 = nn.LayerNorm(width, eps=1e-12), nn.LayerNorm(width, eps=1e-12)
        self.drop = SharedDropout(dropout)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        b, n, _ = x.shape
        q, k, v = (f(x).reshape(b, n, self.heads, SIZE).transpose(1, 2) for f in (self.query, self.key, self.value))
        seen = functional.scaled_dot_product_attention(q, k, v, attn_mask=mask)
        x = self.norm1(x + self.drop(self.out(seen.transpose(1, 2).reshape(b, n, self.heads * SIZE))))
        return self.norm2(x + self.drop(self.down(functional.gelu(self.up(x)))))


class Encoder(nn.Module):
    """Word pieces and the features of their words -> one state a word, and cue logits (O, B, I; likewise source, content)."""

    def __init__(self, options: Options) -> None:
        super().__init__()
        self.options = options
        self.pieces, self.places = nn.Embedding(30522, WIDTH), nn.Embedding(512, WIDTH)
        self.kinds = nn.Embedding(2, WIDTH)
        self.columns = nn.ModuleList(nn.Embedding(len(codes), WIDTH) for codes in COLUMNS.values())
        for column in self.columns:
            nn.init.zeros_(column.weight)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = layers(WIDTH, options.heads, options.inner, options.dropout)
        self.marks = nn.Linear(WIDTH, 9)

    def forward(self, ids: Tensor, features: Tensor, firsts: Tensor) -> tuple[Tensor, Tensor]:
        """`ids` [b, n] with 0 as padding, `features` [b, n, columns], `firsts` [b, words]: place of each word's first piece."""
        return self.heads(self.layers_of(ids, features)[-1], firsts)

    def heads(self, x: Tensor, firsts: Tensor) -> tuple[Tensor, Tensor]:
        """From what the last layer says of pieces to what `forward` says of words."""
        states = torch.gather(x, 1, firsts[:, :, None].expand(-1, -1, WIDTH))
        return states, self.marks(states)

    def layers_of(self, ids: Tensor, features: Tensor) -> list[Tensor]:
        """What each layer says of the pieces."""
        x = self.pieces(ids) + self.places.weight[: ids.shape[1]] + self.kinds.weight[0]
        if self.options.features:
            for k, column in enumerate(self.columns):
                x = x + column(features[:, :, k])
        x = self.norm(x)
        mask = (ids != 0)[:, None, None, :]
        found = []
        for layer in self.layers:
            x = layer(x, mask)
            found.append(x)
        return found


class Linker(nn.Module):
    """The states of a window's words and one cue -> for each word: neither, source, content; begins or ends content."""

    def __init__(self, options: Options) -> None:
        super().__init__()
        self.options = options
        self.word, self.cue = nn.Linear(WIDTH, LINK), nn.Linear(WIDTH, LINK)
        self.branch, self.distance = nn.Embedding(BRANCHES, LINK), nn.Embedding(DISTANCES, LINK)
        self.sentence = nn.Embedding(SENTENCES, LINK)
        self.norm = nn.LayerNorm(LINK)
        self.layers = layers(LINK, options.link_heads, options.link_inner, options.dropout)
        self.roles, self.edges = nn.Linear(LINK, 3), nn.Linear(LINK, 2)

    def forward(
        self, states: Tensor, cues: Tensor, seen: Tensor, branch: Tensor, distance: Tensor, sentence: Tensor
    ) -> tuple[Tensor, Tensor]:
        """Logits of the three roles, and of the first and last word of a stretch of content.

        All with one row a cue: `states` [c, w, WIDTH], `cues` and `seen` [c, w] masks of the cue's and of real words.
        """
        cue = (states * cues[:, :, None]).sum(1) / cues.sum(1)[:, None]
        x = self.word(states) + self.cue(cue)[:, None] + self.distance(distance) + self.sentence(sentence)
        if self.options.branches:
            x = x + self.branch(branch)
        x = self.norm(x)
        mask = (seen != 0)[:, None, None, :]
        for layer in self.layers:
            x = layer(x, mask)
        return self.roles(x), self.edges(x)


def load_base(encoder: Encoder, folder: Path) -> None:
    """Take over MiniLM's weights (names as in BERT)."""
    base = load_file(folder / "model.safetensors")
    renamed = {
        "pieces.weight": "embeddings.word_embeddings.weight",
        "places.weight": "embeddings.position_embeddings.weight",
        "kinds.weight": "embeddings.token_type_embeddings.weight",
    }
    renamed |= {f"norm.{k}": f"embeddings.LayerNorm.{k}" for k in ("weight", "bias")}
    parts = {
        "query": "attention.self.query",
        "key": "attention.self.key",
        "value": "attention.self.value",
        "out": "attention.output.dense",
        "norm1": "attention.output.LayerNorm",
        "up": "intermediate.dense",
        "down": "output.dense",
        "norm2": "output.LayerNorm",
    }
    for layer in range(LAYERS):
        for ours, theirs in parts.items():
            for k in ("weight", "bias"):
                renamed[f"layers.{layer}.{ours}.{k}"] = f"encoder.layer.{layer}.{theirs}.{k}"
    missing, unexpected = encoder.load_state_dict({ours: base[theirs] for ours, theirs in renamed.items()}, strict=False)
    strange = [name for name in missing if not name.startswith(("columns", "marks"))]
    if strange or unexpected:
        raise SystemExit(f"the base weights do not fit: {strange} {unexpected}")
