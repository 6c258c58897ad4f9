"""Puts one operator in the place of the many that a graph's attention is exported as.

    fused_attention.py GRAPH.onnx HEADS ...

Reading runs windows and sentences one by one, without padding, so that no mask is needed; ONNX Runtime's `MultiHeadAttention`
(domain com.microsoft) then does in one pass what scaling, two products, a mask, softmax, a look for NaN and four transpositions
do. The weights stay as they are, and results differ by the rounding of sums alone. It is done after quantising, which knows no
such operator.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import onnx
from onnx import GraphProto, NodeProto, helper

PARTS = ("query", "key", "value")


def fuse(path: Path, heads: Sequence[int]) -> None:
    """Rewrite the graph of `path`; its attentions have so many heads, one number a layer."""
    model = onnx.load(path)
    made_by = {output: node for node in model.graph.node for output in node.output}
    ends = [node for node in model.graph.node if _ends_attention(node, made_by)]
    for node, size in zip(ends, heads, strict=True):
        layer = node.name.rpartition("/")[0]
        given = [f"{layer}/{part}/Add_output_0" for part in PARTS]
        made = helper.make_node(
            "MultiHeadAttention", given, node.output, f"{layer}/attention", domain="com.microsoft", num_heads=size
        )
        node.CopyFrom(made)
    _drop_unused(model.graph)
    if ends:
        model.opset_import.append(helper.make_opsetid("com.microsoft", 1))
    onnx.save(model, path)


def _ends_attention(node: NodeProto, made_by: dict[str, NodeProto]) -> bool:
    """A product of weights and values, transposed and reshaped to the width of the layer."""
    chain = [node]
    for wanted in ("Reshape", "Transpose", "MatMul"):
        if chain[-1].op_type != wanted:
            return False
        before = made_by.get(chain[-1].input[0])
        if before is None:
            return False
        chain.append(before)
    return True


def _drop_unused(graph: GraphProto) -> None:
    wanted = {output.name for output in graph.output}
    kept = []
    for node in reversed(graph.node):
        if wanted.intersection(node.output):
            wanted.update(node.input)
            kept.append(node)
    weights = [weight for weight in graph.initializer if weight.name in wanted]
    for field, rest in (("node", kept[::-1]), ("initializer", weights)):
        graph.ClearField(field)
        getattr(graph, field).extend(rest)


if __name__ == "__main__":
    fuse(Path(sys.argv[1]), [int(given) for given in sys.argv[2:]])
