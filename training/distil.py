"""Trains a small network to say what a large one says (Hinton et al. 2015): PolNeAR with its labels, other articles without.

    distil.py --teacher NAME --begin-with NAME --to NAME

Teacher and student read the same windows with the same hidden pieces. The student learns the teacher's chances for marks,
roles and edges, the states of its layers (which have the same width), and on PolNeAR the labels too. Where there are no
labels, the cues are those that the teacher marks.
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy
import torch
from batches import Article, Batch, Item, collate, grouped, link, masked, stack_links, training_windows
from prepare import BUILD
from torch import Tensor
from torch.nn import functional
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn
from train import Tagger, articles_of, load, parameters

from dateline.statements.tagging.decoding import cue_marks
from dateline.statements.tagging.tagging import CANDIDATE

NOTHING = (numpy.zeros(0, dtype=numpy.int64),) * 2


@dataclass(frozen=True)
class Said:
    """What a network says of a batch; `layers` are the states of pieces after each layer."""

    layers: list[Tensor]
    marks: Tensor
    roles: Tensor
    edges: Tensor


@dataclass(frozen=True)
class Weights:
    """What the labels, and the likeness of states, count beside the teacher's chances."""

    gold: float
    states: float


def said(model: Tagger, batch: Batch, layers: list[Tensor] | None = None) -> Said:
    """All that training compares; `layers`, where they are known already."""
    layers = model.encoder.layers_of(batch.ids, batch.features) if layers is None else layers
    states, marks = model.encoder.heads(layers[-1], batch.firsts)
    links = batch.links
    roles, edges = model.linker(states[links.row], links.cue, batch.seen[links.row], links.branch, links.distance, links.sentence)
    return Said(layers, marks.float(), roles.float(), edges.float())


def taught(teacher: Tagger, group: Sequence[Item], batch: Batch, gold: bool) -> tuple[Batch, Said]:
    """What the teacher says; a batch without labels gets the teacher's cues."""
    layers = teacher.encoder.layers_of(batch.ids, batch.features)
    if not gold:
        marks = teacher.encoder.heads(layers[-1], batch.firsts)[1].float()
        batch = replace(batch, links=stack_links(list(_rows(group, marks)), group, batch.firsts.shape[1]))
    return batch, said(teacher, batch, layers)


def _rows(group: Sequence[Item], marks: Tensor) -> Iterator[tuple]:
    """One row for each cue that the teacher marks, as `batches.gold_links` makes them."""
    chances = marks[:, :, 3:6].softmax(-1).numpy()
    for r, (article, window) in enumerate(group):
        begin, end = window.begin, window.end
        for mark in cue_marks(chances[r, : end - begin], CANDIDATE):
            codes = link(article.example, window, begin + mark.first, begin + mark.last, marks.shape[1])
            yield r, codes, NOTHING


def loss_of(student: Said, teacher: Said, batch: Batch, gold: bool, weights: Weights) -> list[Tensor]:
    """Of the marks, of the links, of the states."""
    seen, rows = batch.seen.bool(), batch.seen[batch.links.row].bool()
    marks = [_divergence(student.marks[:, :, k : k + 3], teacher.marks[:, :, k : k + 3], seen) for k in (0, 3, 6)]
    marked = marks[1] + (marks[0] + marks[2]) / 3
    if gold:
        real = [
            functional.cross_entropy(student.marks[:, :, 3 * k : 3 * k + 3].transpose(1, 2), batch.marks[:, k]) for k in range(3)
        ]
        marked = marked + weights.gold * (real[1] + (real[0] + real[2]) / 3)
    linked = marked * 0
    if len(rows):
        linked = _divergence(student.roles, teacher.roles, rows)
        linked = linked + functional.binary_cross_entropy_with_logits(student.edges[rows], teacher.edges[rows].sigmoid())
        linked = linked - _entropy(teacher.edges[rows])
    if gold and len(rows):
        edges = batch.links.edges[rows].float()
        right = functional.cross_entropy(student.roles.transpose(1, 2), batch.links.roles)
        linked = linked + weights.gold * (right + functional.binary_cross_entropy_with_logits(student.edges[rows], edges))
    real = batch.ids != 0
    apart = [_apart(ours[real], theirs[real]) for ours, theirs in zip(student.layers, teacher.layers, strict=True)]
    return [marked, linked, weights.states * torch.stack(apart).mean()]


def _divergence(ours: Tensor, theirs: Tensor, seen: Tensor) -> Tensor:
    """Kullback-Leibler divergence of a word's chances, on average."""
    return functional.kl_div(ours[seen].log_softmax(-1), theirs[seen].log_softmax(-1), reduction="batchmean", log_target=True)


def _entropy(odds: Tensor) -> Tensor:
    """So that what is subtracted leaves 0 where both agree."""
    return functional.binary_cross_entropy_with_logits(odds, odds.sigmoid())


def _apart(ours: Tensor, theirs: Tensor) -> Tensor:
    """Share of the variance of the teacher's states that the student's miss."""
    ours, theirs = ours.float(), theirs.float()
    return (ours - theirs).square().mean() / theirs.var()


def groups(parts: Sequence[tuple[list[Article], int, bool]], size: int, rng: random.Random) -> list[tuple[bool, list[Item]]]:
    """All windows of each part so many times, cut anew each time, in groups of `size`, and whether they have labels."""
    found = []
    for articles, times, gold in parts:
        for _ in range(times):
            items = [(a, w) for a in articles for w in training_windows(a, rng)]
            found += [(gold, group) for group in grouped(items, size, rng)]
    rng.shuffle(found)
    return found


def main() -> None:
    """Train, and keep the averaged weights now and then."""
    ask = argparse.ArgumentParser()
    ask.add_argument("--teacher", default="teacher")
    ask.add_argument("--begin-with", default="pruned")
    ask.add_argument("--to", default="tagger")
    ask.add_argument("--labelled", type=int, default=3, help="times that PolNeAR is read")
    ask.add_argument("--unlabelled", type=int, default=2, help="times that the other articles are read")
    ask.add_argument("--stop", type=int, help="after so many steps, before all is read")
    ask.add_argument("--rate", type=float, default=3e-4)
    ask.add_argument("--size", type=int, default=16)
    ask.add_argument("--seed", type=int, default=1)
    ask.add_argument("--share", type=float, default=1.0, help="of the articles, for trials")
    ask.add_argument("--threads", type=int, default=2)
    ask.add_argument("--mask", type=float, default=0.05)
    ask.add_argument("--gold", type=float, default=0.3)
    ask.add_argument("--states", type=float, default=0.2)
    ask.add_argument("--bfloat16", action="store_true", help="faster where the processor has it, else far slower")
    ask.add_argument("--keep-every", type=int, default=200)
    given = ask.parse_args()
    torch.set_num_threads(given.threads)
    torch.set_flush_denormal(True)
    torch.manual_seed(given.seed)
    rng, noise = random.Random(given.seed), torch.Generator().manual_seed(given.seed)
    teacher, student = load(given.teacher).eval(), load(given.begin_with)
    with_labels, without = (_share(articles_of(part), given.share, rng) for part in ("train", "articles"))
    order = groups([(with_labels, given.labelled, True), (without, given.unlabelled, False)], given.size, rng)
    options = torch.load(BUILD / f"{given.begin_with}.pt")["options"]
    optimiser = torch.optim.AdamW(parameters(student, given.rate), fused=True)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, _slope(len(order)))
    average = AveragedModel(student, multi_avg_fn=get_ema_multi_avg_fn(0.995))
    weights, began, told = Weights(given.gold, given.states), time.time(), [0.0] * 3
    for step, (gold, group) in enumerate(order, start=1):
        batch = masked(collate(group), given.mask, noise)
        with torch.autocast("cpu", torch.bfloat16, enabled=given.bfloat16):
            with torch.no_grad():
                batch, theirs = taught(teacher, group, batch, gold)
            student.train()
            ours = said(student, batch)
        losses = loss_of(ours, theirs, batch, gold, weights)
        torch.stack(losses).sum().backward()
        torch.nn.utils.clip_grad_norm_([p for p in student.parameters() if p.grad is not None], 1.0)
        optimiser.step()
        schedule.step()
        optimiser.zero_grad()
        average.update_parameters(student)
        told = [a + (b.item() - a) / min(step, 50) for a, b in zip(told, losses, strict=True)]
        if step % 25 == 0:
            losses_now = f"marks {told[0]:.4f} links {told[1]:.4f} states {told[2]:.4f}"
            print(f"step {step}/{len(order)} {losses_now} {time.time() - began:.0f} s", flush=True)
        if step % given.keep_every == 0 or step in (given.stop, len(order)):
            torch.save({"state": average.module.state_dict(), "options": options}, BUILD / f"{given.to}.pt")
        if step == given.stop:
            break


def _share(articles: list[Article], share: float, rng: random.Random) -> list[Article]:
    return rng.sample(articles, int(len(articles) * share))


def _slope(steps: int):  # noqa: ANN202
    """Warm-up, then linear decay."""
    return lambda step: min((step + 1) / (0.04 * steps), max(0.02, 1 - step / steps))


if __name__ == "__main__":
    main()
