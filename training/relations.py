"""Trains and cross-validates the scorer of relations: which event does one side of a sentence do to the other, if any.

`relations.py --folds 5` prints macro-F1 over the 15 types of PLV_train; without it, a network is trained on everything.
"""

from __future__ import annotations

import argparse
import random
import time
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import numpy
import torch
from network import LAYERS, load_base
from prepare import BUILD
from relation_data import NONE, YIELD, YIELDING, Example, load
from relation_network import Relations, collate, encoded
from tokenizers import Tokenizer
from torch import Tensor
from torch.nn import functional
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn
from train import base_folder

from dateline.events.relation_input import Encoded
from dateline.models.relations import TYPES

MOST = 250
ONE_WAY = frozenset({"AID", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"})
WEIGHTS = {"swapped": 1.0, "plv": 1.0, "codebook": 1.0, "pattern": 0.5, "weak": 0.3, "none-plv": 1.0, "none-weak": 1.0}


@dataclass(frozen=True)
class Trial:
    """What trials vary. `shares`: examples of an origin in an epoch, as a multiple of all of plv's."""

    epochs: int = 14
    rate: float = 1e-4
    size: int = 16
    smoothing: float = 0.1
    layer_decay: float = 1.0
    ema: float = 0.995
    rdrop: float = 0.0
    dropout: float = 0.1
    frozen: int = 0
    begin_with: str = ""
    shares: dict[str, float] = field(default_factory=dict)


def shown(kind: str) -> str:
    """The class that PLV has for a type."""
    return YIELD if kind in YIELDING else kind


def groups(network: Relations, trial: Trial) -> list[dict]:
    """Rates: heads and markers at three times the base's, lower layers lower; word pieces are not trained."""
    for name, p in network.named_parameters():
        p.requires_grad_(name != "body.pieces.weight" and not (trial.frozen and _depth(name) < trial.frozen))
    made: dict[tuple[float, float], list[Tensor]] = defaultdict(list)
    for name, p in network.named_parameters():
        if p.requires_grad:
            made[_scale(name, trial), 0.01 if p.dim() > 1 else 0.0].append(p)
    return [{"params": ps, "lr": trial.rate * scale, "weight_decay": decay} for (scale, decay), ps in made.items()]


def _depth(name: str) -> int:
    """-1 below the layers, 6 above them."""
    if not name.startswith("body."):
        return LAYERS
    return int(name.split(".")[2]) if name.startswith("body.layers") else -1


def _scale(name: str, trial: Trial) -> float:
    if not name.startswith("body.") or name.startswith("body.marks"):
        return 1.0 if trial.begin_with else 3.0
    return float(trial.layer_decay ** (LAYERS - 1 - _depth(name)))


@dataclass(frozen=True)
class Row:
    """An example ready for the network; `state` is what the frozen layers make of it."""

    example: Example
    encoded: Encoded
    state: Tensor | None = None


def epoch_rows(rows: Sequence[Row], trial: Trial, rng: random.Random) -> list[Row]:
    """All of plv and codebook, a share of the others, drawn anew."""
    by: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        by[row.example.origin].append(row)
    chosen, basis = [], len(by.get("plv", ())) or len(by["codebook"])
    for origin, found in by.items():
        wanted = round(trial.shares[origin] * basis) if origin in trial.shares else len(found)
        chosen += rng.sample(found, min(wanted, len(found)))
    return chosen


def batches(rows: Sequence[Row], size: int, rng: random.Random) -> list[list[Row]]:
    """Of like length, in random order."""
    order = sorted(rows, key=lambda r: len(r.encoded.ids) + rng.random() * 8)
    made = [order[k : k + size] for k in range(0, len(order), size)]
    rng.shuffle(made)
    return made


def judge(network: Relations, rows: Sequence[Row], frozen: int) -> Tensor:
    """Logits; what frozen layers give is taken from the rows."""
    batch = collate([r.encoded for r in rows])
    if not frozen or rows[0].state is None:
        return network(batch.ids, batch.roles, batch.places)
    x = torch.nn.utils.rnn.pad_sequence([r.state for r in rows], batch_first=True)
    return network.judged(network.body.upper(x, batch.ids, frozen), batch.ids, batch.places)


def loss_of(network: Relations, rows: Sequence[Row], trial: Trial) -> Tensor:
    """Types where there is one, weighted by origin; event or none; retreat or concession."""
    logits = judge(network, rows, trial.frozen)
    loss = _losses(logits, rows, trial)
    if trial.rdrop:
        again = judge(network, rows, trial.frozen)
        loss = (loss + _losses(again, rows, trial)) / 2 + trial.rdrop * _divergence(logits, again, rows)
    return loss


@torch.no_grad()
def with_states(rows: Sequence[Row], trial: Trial) -> list[Row]:
    """Run the frozen layers once for all."""
    if not trial.frozen:
        return list(rows)
    network, made = start(trial), []
    rows = sorted(rows, key=lambda r: len(r.encoded.ids))
    for k in range(0, len(rows), 32):
        batch = collate([r.encoded for r in rows[k : k + 32]])
        x = network.eval().body.lower(batch.ids, batch.roles, trial.frozen)
        made += [replace(r, state=x[i, : len(r.encoded.ids)].clone()) for i, r in enumerate(rows[k : k + 32])]
    return made


def start(trial: Trial) -> Relations:
    """MiniLM with new heads, or the checkpoint to begin with."""
    network = Relations(trial.dropout)
    if trial.begin_with:
        network.load_state_dict(torch.load(BUILD / f"{trial.begin_with}.pt")["state"])
    else:
        load_base(network.body, base_folder())
    return network


def _losses(logits: Tensor, rows: Sequence[Row], trial: Trial) -> Tensor:
    kinds = [shown(r.example.type) for r in rows]
    weights = torch.tensor([WEIGHTS[r.example.origin] for r in rows])
    typed = torch.tensor([TYPES.index(k) if k != NONE else -100 for k in kinds])
    n = len(TYPES)
    types = functional.cross_entropy(logits[:, :n], typed, reduction="none", label_smoothing=trial.smoothing)
    events = functional.binary_cross_entropy_with_logits(logits[:, n], (typed >= 0).float() * 0.96 + 0.02, reduction="none")
    yields = torch.tensor([r.example.type in YIELDING for r in rows])
    retreats = torch.tensor([float(r.example.type == YIELDING[1]) for r in rows])
    apart = functional.binary_cross_entropy_with_logits(logits[:, n + 1], retreats, reduction="none") * yields
    return (types * weights + 0.5 * events + 0.3 * apart).sum() / len(rows)


def _divergence(one: Tensor, other: Tensor, rows: Sequence[Row]) -> Tensor:
    """R-Drop (Liang et al. 2021): the two must agree."""
    typed = torch.tensor([r.example.type != NONE for r in rows])
    a, b = (x[typed][:, : len(TYPES)].log_softmax(-1) for x in (one, other))
    if not len(a):
        return one.sum() * 0
    ways = (functional.kl_div(x, y, log_target=True, reduction="sum") for x, y in ((a, b), (b, a)))
    return sum(ways, torch.zeros(())) / (2 * len(rows))


def fit(rows: Sequence[Row], trial: Trial, seed: int) -> Relations:
    """Train from MiniLM; the averaged weights."""
    torch.manual_seed(seed)
    rng = random.Random(seed)
    network = start(trial)
    per_epoch = len(batches(epoch_rows(rows, trial, random.Random(0)), trial.size, random.Random(0)))
    steps = trial.epochs * per_epoch
    optimiser = torch.optim.AdamW(groups(network, trial), fused=True)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda s: min((s + 1) / (0.1 * steps), max(0.01, 1 - s / steps)))
    average = AveragedModel(network, multi_avg_fn=get_ema_multi_avg_fn(trial.ema))
    network.train()
    began = time.time()
    for epoch in range(trial.epochs):
        for group in batches(epoch_rows(rows, trial, rng), trial.size, rng):
            loss_of(network, group, trial).backward()
            torch.nn.utils.clip_grad_norm_([p for p in network.parameters() if p.grad is not None], 1.0)
            optimiser.step()
            schedule.step()
            optimiser.zero_grad()
            average.update_parameters(network)
        print(f"  epoch {epoch} of {per_epoch} steps ends, {time.time() - began:.0f} s", flush=True)
    return average.module.eval()


@torch.no_grad()
def logits_of(network: Relations, rows: Sequence[Row], frozen: int, size: int = 32) -> numpy.ndarray:
    """One row an example."""
    found = numpy.zeros((len(rows), len(TYPES) + 2), dtype=numpy.float32)
    order = sorted(range(len(rows)), key=lambda k: len(rows[k].encoded.ids))
    for k in range(0, len(order), size):
        found[order[k : k + size]] = judge(network, [rows[i] for i in order[k : k + size]], frozen).numpy()
    return found


def fold_of(rows: Sequence[Row], folds: int, seed: int = 1) -> dict[str, int]:
    """The fold of each sentence of plv: stratified by type; a sentence is in one fold however often it occurs."""
    rng, by = random.Random(seed), defaultdict(list)
    kinds = dict(sorted((r.example.group, shown(r.example.type)) for r in rows if r.example.origin == "plv"))
    for group in sorted(kinds):
        by[kinds[group]].append(group)
    place, k = {}, 0
    for kind in sorted(by):
        rng.shuffle(by[kind])
        for group in by[kind]:
            place[group], k = k % folds, k + 1
    return place


def macro_f1(gold: numpy.ndarray, found: numpy.ndarray) -> tuple[float, list[float]]:
    """Over the types, and of each."""
    each = []
    for k in range(len(TYPES)):
        hit = int(((gold == k) & (found == k)).sum())
        each.append(2 * hit / max(1, int((gold == k).sum() + (found == k).sum())))
    return float(numpy.mean(each)), each


def interval(gold: numpy.ndarray, found: numpy.ndarray, draws: int = 2000) -> tuple[float, float]:
    """95 % of macro-F1 over bootstrap draws of the sentences."""
    rng = numpy.random.default_rng(1)
    values = [macro_f1(gold[i], found[i])[0] for i in (rng.integers(0, len(gold), len(gold)) for _ in range(draws))]
    return float(numpy.quantile(values, 0.025)), float(numpy.quantile(values, 0.975))


def report(rows: Sequence[Row], logits: numpy.ndarray) -> float:
    """Print the figures of these predictions."""
    gold = numpy.array([TYPES.index(shown(r.example.type)) if r.example.type != NONE else -1 for r in rows])
    typed = gold >= 0
    found = logits[:, : len(TYPES)].argmax(1)
    score, each = macro_f1(gold[typed], found[typed])
    low, high = interval(gold[typed], found[typed])
    right = float((gold[typed] == found[typed]).mean())
    refused = float((logits[typed, len(TYPES)] < 0).mean())
    seen = float((logits[~typed, len(TYPES)] < 0).mean()) if (~typed).any() else float("nan")
    print(f"macro-F1 {score:.4f} [{low:.3f}, {high:.3f}], right {right:.4f}, NONE wrongly {refused:.3f}, NONE seen {seen:.3f}")
    print("  " + " ".join(f"{t} {f:.2f}" for t, f in zip(TYPES, each, strict=True)), flush=True)
    return score


def prepared(names: Sequence[str], without: Sequence[str] = ()) -> list[Row]:
    """All examples of these files, less some origins, encoded."""
    tokenizer = Tokenizer.from_file(str(base_folder() / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    examples = [e for name in names for e in load(f"relations-{name}")]
    examples = [e for e in examples if e.origin not in without]
    kept = thinned([*examples, *swapped(examples)], random.Random(0))
    return [Row(e, x) for e, x in zip(kept, encoded(kept, tokenizer), strict=True)]


def swapped(examples: Sequence[Example]) -> list[Example]:
    """Sentences of plv read the wrong way round: the one that undergoes it does nothing to the other."""
    one_way = [e for e in examples if e.origin == "plv" and e.type in ONE_WAY and e.source and e.target]
    return [replace(e, source=e.target, target=e.source, type=NONE, origin="swapped") for e in one_way]


def thinned(examples: Sequence[Example], rng: random.Random) -> list[Example]:
    """At most one pair without event of a sentence of plv, and at most MOST weak examples of a type."""
    taken: dict[str, int] = defaultdict(int)
    order, kept = list(examples), []
    rng.shuffle(order)
    for e in order:
        key, most = (e.sentence, 1) if e.origin == "none-plv" else (e.type, MOST)
        taken[e.origin + key] += 1
        if e.origin in ("plv", "codebook", "pattern", "swapped") or taken[e.origin + key] <= most:
            kept.append(e)
    return kept


def tested_in(rows: Sequence[Row], place: dict[str, int], fold: int) -> list[Row]:
    """The fold's sentences, and a pair without event of each."""
    return [r for r in rows if place.get(r.example.group) == fold and r.example.origin in ("plv", "none-plv")]


def cross_validate(rows: Sequence[Row], trial: Trial, given: argparse.Namespace) -> None:
    """Train once a fold and seed on all but the fold's sentences, with all that is not plv."""
    place, tested, logits = fold_of(rows, given.folds), [], []
    for fold in range(given.folds if given.only is None else given.only):
        began = time.time()
        test = tested_in(rows, place, fold)
        train = [r for r in rows if place.get(r.example.group) != fold]
        network = fit(train, trial, given.seed)
        torch.save({"state": network.state_dict()}, BUILD / f"{given.to}-fold{fold}.pt")
        tested += test
        logits.append(logits_of(network, test, trial.frozen))
        print(f"fold {fold}: {len(train)} trained, {len(test)} tested, {time.time() - began:.0f} s", flush=True)
        report(test, logits[-1])
    report(tested, numpy.concatenate(logits))
    numpy.savez(BUILD / f"{given.to}-cv.npz", logits=numpy.concatenate(logits), gold=[r.example.type for r in tested])


def main() -> None:
    """Cross-validate or train."""
    ask = argparse.ArgumentParser()
    ask.add_argument("--folds", type=int, default=0)
    ask.add_argument("--only", type=int, help="so many of the folds, for trials")
    ask.add_argument("--epochs", type=int, default=14)
    ask.add_argument("--rate", type=float, default=1e-4)
    ask.add_argument("--ema", type=float, default=0.995)
    ask.add_argument("--layer-decay", type=float, default=1.0)
    ask.add_argument("--rdrop", type=float, default=0.0)
    ask.add_argument("--smoothing", type=float, default=0.1)
    ask.add_argument("--dropout", type=float, default=0.1)
    ask.add_argument("--frozen", type=int, default=0, help="layers that are not trained")
    ask.add_argument("--begin-with", default="", help="name of a checkpoint whose weights are trained on")
    ask.add_argument("--without", default="", help="an origin that is not used")
    ask.add_argument("--seed", type=int, default=1)
    ask.add_argument("--data", default="gold")
    ask.add_argument("--share", action="append", default=[], help="ORIGIN=MULTIPLE of plv in an epoch")
    ask.add_argument("--score", help="only score this checkpoint on plv")
    ask.add_argument("--to", default="relations")
    given = ask.parse_args()
    torch.set_num_threads(2)
    torch.set_flush_denormal(True)
    shares = {k: float(v) for k, v in (s.split("=") for s in given.share)}
    trial = Trial(
        epochs=given.epochs, rate=given.rate, ema=given.ema, layer_decay=given.layer_decay, rdrop=given.rdrop,
        smoothing=given.smoothing, dropout=given.dropout, shares=shares,
        frozen=given.frozen, begin_with=given.begin_with,
    )  # fmt: skip
    rows = with_states(prepared(given.data.split(","), given.without.split(",")), trial)
    if given.score:
        network = Relations()
        network.load_state_dict(torch.load(BUILD / f"{given.score}.pt")["state"])
        tested = [r for r in rows if r.example.origin in ("plv", "none-plv")]
        report(tested, logits_of(network.eval(), tested, 0))
        return
    if given.folds:
        cross_validate(rows, trial, given)
        return
    network = fit(rows, trial, given.seed)
    torch.save({"state": network.state_dict(), "options": vars(given)}, BUILD / f"{given.to}.pt")


if __name__ == "__main__":
    main()
