"""Begins a student: the teacher's network without the heads and inner units that matter least.

    pruned.py [TEACHER] [--to NAME] [--cost MS] ...

What a head or unit matters is the mean square of the gradient that the loss of a window has in a gate set upon it (Fisher
information, as in Kwon et al. 2022, "A fast post-training pruning framework for transformers"). Kept is what matters most for
the time that it takes, until the time is spent; each layer keeps a few of either.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Callable

import torch
from batches import batches, training_windows
from network import SIZE, Layer
from prepare import BUILD
from torch import Tensor, nn
from train import Tagger, articles_of, load, loss_of, options_of

HEAD, UNIT = 0.113, 0.0009
"""Milliseconds that a head and an inner unit take in a window of 192 pieces, in int8 on one core (a Zen 4 of 2.6 GHz)."""
STEP = 32
"""Inner units are kept in such numbers."""
Kept = list[Tensor]
Bounds = tuple[int, int]


def importance(model: Tagger, articles: int, size: int = 16) -> tuple[list[Tensor], list[Tensor]]:
    """Of each layer, the linker's last, what its heads and its inner units matter on windows of PolNeAR train."""
    rng = random.Random(1)
    chosen = rng.sample(articles_of("train"), articles)
    gates: dict[nn.Module, Tensor] = {}
    layers = [*model.encoder.layers, *model.linker.layers]
    parts = [(layer.out, layer.heads, SIZE) for layer in layers]
    parts += [(layer.down, layer.up.out_features, 1) for layer in layers]
    for module, count, width in parts:
        module.register_forward_pre_hook(_gate(gates, module, count, width))
    told = [torch.zeros(count) for _, count, _ in parts]
    for batch in batches([(a, w) for a in chosen for w in training_windows(a, rng)], size, rng):
        sum(loss_of(model, batch)).backward()  # type: ignore[union-attr]
        for sums, (module, *_) in zip(told, parts, strict=True):
            if (slope := gates[module].grad) is not None:
                sums += slope.square().sum((0, 1))
        model.zero_grad()
    return told[: len(told) // 2], told[len(told) // 2 :]


def _gate(gates: dict[nn.Module, Tensor], module: nn.Module, count: int, width: int) -> Callable:
    """A hook that sets a gate of one upon each unit, apart for each window, and keeps it in `gates`."""

    def hook(_: nn.Module, given: tuple[Tensor]) -> tuple[Tensor]:
        gates[module] = torch.ones(len(given[0]), 1, count, requires_grad=True)
        return (given[0] * gates[module].repeat_interleave(width, 2),)

    return hook


def chosen(heads: list[Tensor], units: list[Tensor], bounds: tuple[Bounds, Bounds], cost: float) -> tuple[Kept, Kept]:
    """Which heads and units of each layer to keep, so that they take `cost` milliseconds together.

    `bounds` are the least and the most of either that a layer keeps.
    """
    of_heads, of_units = bounds
    order = [_first(values, of_heads[1]) for values in heads], [_first(values, of_units[1]) for values in units]
    counts = [of_heads[0]] * len(heads), [of_units[0]] * len(units)
    spent = sum(counts[0]) * HEAD + sum(counts[1]) * UNIT
    while offers := list(_offers(heads, units, order, counts)):
        _, price, kind, layer, step = max(offers)
        if spent + price > cost:
            break
        spent += price
        counts[kind][layer] += step
    kept = [[o[:n].sort().values for o, n in zip(order[kind], counts[kind], strict=True)] for kind in (0, 1)]
    return kept[0], kept[1]


def _first(values: Tensor, count: int) -> Tensor:
    """The places of what matters most."""
    return values.argsort(descending=True)[:count]


def _offers(heads: list[Tensor], units: list[Tensor], order: tuple[Kept, Kept], counts: tuple[list[int], list[int]]):  # noqa: ANN202
    """What one head more, or a few units, of each layer are worth a millisecond: (worth, time, kind, layer, how many)."""
    for kind, (values, price, step) in enumerate(((heads, HEAD, 1), (units, UNIT, STEP))):
        for layer, (places, count) in enumerate(zip(order[kind], counts[kind], strict=True)):
            if count + step <= len(places):
                worth = float(values[layer][places[count : count + step]].sum())
                yield worth / (price * step), price * step, kind, layer, step


def shrunk(layer: Layer, heads: Tensor, units: Tensor) -> dict[str, Tensor]:
    """The weights of a layer that has only these heads and units."""
    state = layer.state_dict()
    places = (heads[:, None] * SIZE + torch.arange(SIZE)).flatten()
    for name, kept in (("query", places), ("key", places), ("value", places), ("up", units)):
        state |= {f"{name}.{part}": state[f"{name}.{part}"][kept] for part in ("weight", "bias")}
    return state | {"out.weight": state["out.weight"][:, places], "down.weight": state["down.weight"][:, units]}


def main() -> None:
    """Write the student's first checkpoint."""
    ask = argparse.ArgumentParser()
    ask.add_argument("teacher", nargs="?", default="teacher")
    ask.add_argument("--to", default="pruned")
    ask.add_argument("--cost", type=float, default=5.8, help="milliseconds for all heads and inner units of the encoder")
    ask.add_argument("--heads", type=int, nargs=2, default=(4, 6), help="least and most of a layer of the encoder")
    ask.add_argument("--units", type=int, nargs=2, default=(320, 640), help="likewise")
    ask.add_argument("--link", type=int, nargs=2, default=(3, 192), help="heads and inner units of the linker")
    ask.add_argument("--articles", type=int, default=80)
    given = ask.parse_args()
    torch.set_num_threads(1)
    model = load(given.teacher).eval()
    heads, units = importance(model, given.articles)
    kept = chosen(heads[:-1], units[:-1], (given.heads, given.units), given.cost)
    linked = [_first(values[-1], n).sort().values for values, n in zip((heads, units), given.link, strict=True)]
    shape = {"heads": [len(h) for h in kept[0]], "inner": [len(u) for u in kept[1]]}
    shape |= {"link_heads": given.link[:1], "link_inner": given.link[1:]}
    options = {"dropout": 0.0, "no_features": False, "no_branches": False, **shape}
    state = model.state_dict()
    places = [f"encoder.layers.{k}" for k in range(len(kept[0]))] + ["linker.layers.0"]
    layers = [*model.encoder.layers, *model.linker.layers]
    for place, layer, h, u in zip(places, layers, [*kept[0], linked[0]], [*kept[1], linked[1]], strict=True):
        state |= {f"{place}.{name}": weight for name, weight in shrunk(layer, h, u).items()}
    Tagger(options_of(options)).load_state_dict(state)
    torch.save({"state": state, "options": options}, BUILD / f"{given.to}.pt")
    print(shape)


if __name__ == "__main__":
    main()
