"""The network of `relations.py`: MiniLM over a sentence in which both sides stand between markers; three small heads."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import torch
from network import HEADS, LAYERS, WIDTH, Layer
from relation_data import Example
from tokenizers import Tokenizer
from torch import Tensor, nn

from dateline.events.relation_input import ROLES, Encoded, encode
from dateline.models.relations import TYPES


@dataclass(frozen=True)
class Batch:
    """Padded with 0; `places` are where the markers stand that open the two sides (0 where there is none)."""

    ids: Tensor
    roles: Tensor
    places: Tensor


class Body(nn.Module):
    """The layers of MiniLM, named as `network.load_base` wants them; word pieces are not trained, markers are."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.pieces, self.places = nn.Embedding(30522, WIDTH), nn.Embedding(512, WIDTH)
        self.kinds = nn.Embedding(2, WIDTH)
        self.marks = nn.Embedding(ROLES, WIDTH)
        nn.init.normal_(self.marks.weight, std=0.02)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.drop = nn.Dropout(dropout)
        self.layers = nn.ModuleList(Layer(WIDTH, HEADS, 4 * WIDTH, dropout) for _ in range(LAYERS))

    def lower(self, ids: Tensor, roles: Tensor, layers: int) -> Tensor:
        """States after the first `layers` layers."""
        known = (roles != 0)[:, :, None]
        x = self.pieces(ids) + self.places.weight[: ids.shape[1]] + self.kinds.weight[0] + self.marks(roles) * known
        return self._through(self.drop(self.norm(x)), ids, self.layers[:layers])

    def upper(self, x: Tensor, ids: Tensor, layers: int) -> Tensor:
        """From there to the end."""
        return self._through(x, ids, self.layers[layers:])

    def _through(self, x: Tensor, ids: Tensor, layers: nn.ModuleList) -> Tensor:
        mask = (ids != 0)[:, None, None, :]
        for layer in layers:
            x = layer(x, mask)
        return x


class Relations(nn.Module):
    """Logits of the types, of there being an event at all, and of a YIELD being a RETREAT."""

    def __init__(self, dropout: float = 0.1) -> None:
        super().__init__()
        self.body = Body(dropout)
        self.drop = nn.Dropout(dropout)
        self.types, self.event = nn.Linear(3 * WIDTH, len(TYPES)), nn.Linear(3 * WIDTH, 1)
        self.retreat = nn.Linear(3 * WIDTH, 1)

    def forward(self, ids: Tensor, roles: Tensor, places: Tensor) -> Tensor:
        """[b, types + 2]"""
        return self.judged(self.body.lower(ids, roles, LAYERS), ids, places)

    def judged(self, x: Tensor, ids: Tensor, places: Tensor) -> Tensor:
        """From the last states: mean of all pieces beside the states of the two opening markers, to the heads."""
        seen = (ids != 0).float()[:, :, None]
        mean = (x * seen).sum(1) / seen.sum(1)
        ends = torch.gather(x, 1, places[:, :, None].expand(-1, -1, WIDTH))
        state = self.drop(torch.cat([mean, ends[:, 0], ends[:, 1]], -1))
        return torch.cat([self.types(state), self.event(state), self.retreat(state)], -1)


def encoded(examples: Sequence[Example], tokenizer: Tokenizer) -> list[Encoded]:
    """As reading encodes them."""
    return [encode(tokenizer, e.sentence, e.source, e.target) for e in examples]


def collate(rows: Sequence[Encoded]) -> Batch:
    """Pad to the longest."""
    n = max(len(row.ids) for row in rows)
    ids, roles = torch.zeros(len(rows), n, dtype=torch.long), torch.zeros(len(rows), n, dtype=torch.long)
    for k, row in enumerate(rows):
        ids[k, : len(row.ids)], roles[k, : len(row.ids)] = torch.tensor(row.ids), torch.tensor(row.roles)
    return Batch(ids, roles, torch.tensor([row.places for row in rows]))
