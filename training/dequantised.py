"""Makes a checkpoint of int8 graphs as `export.py` writes them, where the one that they were made from is gone.

    dequantised.py FOLDER [--to NAME]

FOLDER holds the two graphs of a network, say of a former version:
`git show v0.9.0:src/dateline/models/weights/attribution-encoder.onnx`. A weight comes back as the multiple of its channel's
scale to which it was rounded; biases and norms were never rounded.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy
import onnx
import torch
from network import Options
from onnx import NodeProto, numpy_helper
from prepare import BUILD
from torch import Tensor
from train import Tagger

from dateline.models.attribution import FILES

DEFAULTS = {"dropout": 0.1, "no_features": False, "no_branches": False}
Arrays = dict[str, numpy.ndarray]
_PARTS = ("_scale", "_zero_point", "_quantized")


def weights(path: Path, part: str) -> dict[str, Tensor]:
    """The weights of one graph, named as those of the network; `part` is the name of that half of it.

    Of the two kinds of text only the first is ever asked for: it is a constant of the graph, and stands for both here.
    """
    graph = onnx.load(path).graph
    arrays = {i.name: numpy_helper.to_array(i) for i in graph.initializer}
    found = {name: array for name, array in arrays.items() if name.startswith(f"{part}.") and not name.endswith(_PARTS)}
    for name in [name.removesuffix("_quantized") for name in arrays if name.endswith(".weight_quantized")]:
        found[name] = _restored(arrays, name)
    for node in graph.node:
        if node.op_type == "MatMulInteger":
            found[_name(node, part)] = _restored(arrays, node.input[1].removesuffix("_quantized")).T
        if node.name == "/encoder/Add_1":
            found["encoder.kinds.weight"] = numpy.stack([arrays[node.input[1]]] * 2)
    return {name: torch.tensor(numpy.ascontiguousarray(array)) for name, array in found.items()}


def _restored(arrays: Arrays, name: str) -> numpy.ndarray:
    """Rounded weights times the scale of their channel, the last axis."""
    rounded, scale, zero = (arrays[name + part] for part in ("_quantized", "_scale", "_zero_point"))
    return (rounded.astype(numpy.float32) - zero.astype(numpy.float32)) * scale


def _name(node: NodeProto, part: str) -> str:
    """`/encoder/layers.0/query/MatMul_quant` -> `encoder.layers.0.query.weight`."""
    path = node.name.rpartition("/")[0].strip("/").replace("/", ".")
    return f"{path if path.startswith(part) else f'{part}.{path}'}.weight"


def main() -> None:
    """Write the checkpoint."""
    ask = argparse.ArgumentParser()
    ask.add_argument("folder", type=Path)
    ask.add_argument("--to", default="teacher")
    given = ask.parse_args()
    state = weights(given.folder / FILES[0], "encoder") | weights(given.folder / FILES[1], "linker")
    model = Tagger(Options())
    model.load_state_dict(state)
    torch.save({"state": model.state_dict(), "options": DEFAULTS}, BUILD / f"{given.to}.pt")


if __name__ == "__main__":
    main()
