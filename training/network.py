"""The network of `train.py`: MiniLM with word features, a head that marks cues and a head that links words to one cue."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from dateline.statements.tagging.branches import BRANCHES, DISTANCES, SENTENCES
from dateline.statements.tagging.features import COLUMNS

WIDTH, HEADS, LAYERS, LINK, LINK_HEADS = 384, 12, 6, 192, 6


@dataclass(frozen=True)
class Options:
    """What the trials vary."""

    dropout: float = 0.1
    features: bool = True
    branches: bool = True
    link_layers: int = 1


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
    """One transformer layer, post-norm, as in BERT."""

    def __init__(self, width: int, heads: int, inner: int, dropout: float) -> None:
        super().__init__()
        self.heads = heads
        self.query, self.key, self.value, self.out = (nn.Linear(width, width) for _ in range(4))
        self.up, self.down = nn.Linear(width, inner), nn.Linear(inner, width)
        self.norm1, self.norm2 = nn.LayerNorm(width, eps=1e-12), nn.LayerNorm(width, eps=1e-12)
        self.drop = SharedDropout(dropout)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        b, n, w = x.shape
        q, k, v = (f(x).reshape(b, n, self.heads, w // self.heads).transpose(1, 2) for f in (self.query, self.key, self.value))
        seen = functional.scaled_dot_product_attention(q, k, v, attn_mask=mask)
        x = self.norm1(x + self.drop(self.out(seen.transpose(1, 2).reshape(b, n, w))))
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
        self.layers = nn.ModuleList(Layer(WIDTH, HEADS, 4 * WIDTH, options.dropout) for _ in range(LAYERS))
        self.marks = nn.Linear(WIDTH, 9)

    def forward(self, ids: Tensor, features: Tensor, firsts: Tensor) -> tuple[Tensor, Tensor]:
        """`ids` [b, n] with 0 as padding, `features` [b, n, columns], `firsts` [b, words]: place of each word's first piece."""
        x = self.pieces(ids) + self.places.weight[: ids.shape[1]] + self.kinds.weight[0]
        if self.options.features:
            for k, column in enumerate(self.columns):
                x = x + column(features[:, :, k])
        x = self.norm(x)
        mask = (ids != 0)[:, None, None, :]
        for layer in self.layers:
            x = layer(x, mask)
        states = torch.gather(x, 1, firsts[:, :, None].expand(-1, -1, WIDTH))
        return states, self.marks(states)


class Linker(nn.Module):
    """The states of a window's words and one cue -> for each word: neither, source, content; begins or ends content."""

    def __init__(self, options: Options) -> None:
        super().__init__()
        self.options = options
        self.word, self.cue = nn.Linear(WIDTH, LINK), nn.Linear(WIDTH, LINK)
        self.branch, self.distance = nn.Embedding(BRANCHES, LINK), nn.Embedding(DISTANCES, LINK)
        self.sentence = nn.Embedding(SENTENCES, LINK)
        self.norm = nn.LayerNorm(LINK)
        self.layers = nn.ModuleList(Layer(LINK, LINK_HEADS, 2 * LINK, options.dropout) for _ in range(options.link_layers))
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
