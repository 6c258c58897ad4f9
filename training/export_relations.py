"""Writes a checkpoint of `relations.py` as an ONNX graph, quantises it to int8, and puts it with its hash into the package."""

from __future__ import annotations

import argparse
import shutil
from collections.abc import Sequence
from pathlib import Path

import numpy
import torch
from export import write_sums
from fused_attention import fuse
from network import HEADS, LAYERS
from onnxruntime import InferenceSession
from onnxruntime.quantization import QuantType, quantize_dynamic
from prepare import BUILD
from relation_network import Relations, collate
from relations import Row, fold_of, prepared, report, tested_in
from train import base_folder

from dateline.models.relations import FILES
from dateline.models.shipped import FOLDER, session


def export(name: str, target: Path) -> None:
    """Write the graph in 32 bits."""
    network = Relations()
    saved = torch.load(BUILD / f"{name}.pt")
    network.load_state_dict(saved.get("state", saved))
    codes, places = torch.ones(2, 12, dtype=torch.long), torch.ones(2, 2, dtype=torch.long)
    torch.onnx.export(
        network.eval(),
        (codes, codes, places),
        target,
        input_names=["ids", "roles", "places"],
        output_names=["logits"],
        dynamic_axes={"ids": {0: "b", 1: "n"}, "roles": {0: "b", 1: "n"}, "places": {0: "b"}},
        opset_version=17,
        dynamo=False,
    )


def quantise(plain: Path, target: Path) -> None:
    """As in `export.py`."""
    quantize_dynamic(plain, target, per_channel=True, reduce_range=True, weight_type=QuantType.QInt8)
    fuse(target, (HEADS,) * LAYERS)


def what_int8_costs(name: str, folds: int) -> None:
    """Each fold's network, as `relations.py --folds` left it, on its own fold, in 32 bits and in int8."""
    rows = prepared("gold,none".split(","))
    place, tested, found = fold_of(rows, folds), [], {"32 bits": [], "int8": []}
    for fold in range(folds):
        test = tested_in(rows, place, fold)
        tested += test
        plain, small = (BUILD / "onnx" / f"{name}-fold{fold}-{bits}.onnx" for bits in (32, 8))
        export(f"{name}-fold{fold}", plain)
        quantise(plain, small)
        for kind, path in (("32 bits", plain), ("int8", small)):
            found[kind].append(logits(session(path), test))
    for kind, parts in found.items():
        print(kind)
        report(tested, numpy.concatenate(parts))


def logits(graph: InferenceSession, rows: Sequence[Row]) -> numpy.ndarray:
    """As reading computes them, one at a time."""
    batches = (collate([row.encoded]) for row in rows)
    given = ({"ids": b.ids.numpy(), "roles": b.roles.numpy(), "places": b.places.numpy()} for b in batches)
    return numpy.concatenate([graph.run(None, inputs)[0] for inputs in given])


def main() -> None:
    """Export, quantise, hash."""
    ask = argparse.ArgumentParser()
    ask.add_argument("name", nargs="?", default="relations")
    ask.add_argument("--folds", type=int, help="ship nothing; compare int8 with 32 bits on the folds of this name")
    ask.add_argument("--float", action="store_true", help="ship 32-bit weights, to measure what int8 costs")
    given = ask.parse_args()
    if given.folds:
        what_int8_costs(given.name, given.folds)
        return
    plain, shipped = BUILD / "onnx" / FILES[0], FOLDER / FILES[0]
    plain.parent.mkdir(exist_ok=True)
    export(given.name, plain)
    if given.float:
        shutil.copy(plain, shipped)
    else:
        quantise(plain, shipped)
    shutil.copy(base_folder() / "tokenizer.json", FOLDER / FILES[1])
    write_sums()
    print(f"{shipped.stat().st_size / 1e6:.1f} MB {shipped.name}")


if __name__ == "__main__":
    main()
