"""Writes a checkpoint as two ONNX graphs, quantises them to int8, and puts them with their hashes into the package."""

from __future__ import annotations

import argparse
import hashlib
import shutil
from pathlib import Path

import torch
from fused_attention import fuse
from network import Encoder, Linker, Options
from onnxruntime.quantization import QuantType, quantize_dynamic
from prepare import BUILD
from torch import Tensor, nn
from train import base_folder, load

from dateline.models.attribution import FILES
from dateline.models.shipped import FOLDER, HASHES
from dateline.statements.tagging.features import COLUMNS


class EncoderGraph(nn.Module):
    """States, and chances of cue marks."""

    def __init__(self, encoder: Encoder) -> None:
        super().__init__()
        self.encoder = encoder

    def forward(self, ids: Tensor, features: Tensor, firsts: Tensor) -> tuple[Tensor, Tensor]:
        states, marks = self.encoder(ids, features, firsts)
        return states, marks[:, :, 3:6].softmax(-1)


class LinkerGraph(nn.Module):
    """One window's states are shared by its cues: the words are projected once."""

    def __init__(self, linker: Linker) -> None:
        super().__init__()
        self.linker = linker

    def forward(
        self, states: Tensor, cues: Tensor, branches: Tensor, distances: Tensor, sentences: Tensor
    ) -> tuple[Tensor, Tensor]:
        ours = self.linker
        cue = (cues @ states) / cues.sum(1, keepdim=True)
        x = ours.word(states)[None] + ours.cue(cue)[:, None] + ours.distance(distances) + ours.sentence(sentences)
        if ours.options.branches:
            x = x + ours.branch(branches)
        x = ours.norm(x)
        mask = torch.ones_like(cues, dtype=torch.bool)[:, None, None, :]
        for layer in ours.layers:
            x = layer(x, mask)
        return ours.roles(x).log_softmax(-1), ours.edges(x)


def export(name: str, folder: Path) -> Options:
    """Write both graphs in 32 bits under `folder`; the shape of the network."""
    model = load(name).eval()
    b, n, w, c = 2, 12, 7, 3
    ids, firsts = torch.ones(b, n, dtype=torch.long), torch.zeros(b, w, dtype=torch.long)
    features = torch.zeros(b, n, len(COLUMNS), dtype=torch.long)
    torch.onnx.export(
        EncoderGraph(model.encoder).eval(),
        (ids, features, firsts),
        folder / FILES[0],
        input_names=["ids", "features", "firsts"],
        output_names=["states", "cues"],
        dynamic_axes={"ids": {0: "b", 1: "n"}, "features": {0: "b", 1: "n"}, "firsts": {0: "b", 1: "w"}},
        opset_version=17,
        dynamo=False,
    )
    codes = torch.zeros(c, w, dtype=torch.long)
    torch.onnx.export(
        LinkerGraph(model.linker).eval(),
        (torch.zeros(w, 384), torch.ones(c, w), codes, codes, codes),
        folder / FILES[1],
        input_names=["states", "cues", "branches", "distances", "sentences"],
        output_names=["roles", "edges"],
        dynamic_axes={"states": {0: "w"}, **{k: {0: "c", 1: "w"} for k in ("cues", "branches", "distances", "sentences")}},
        opset_version=17,
        dynamo=False,
    )
    return model.encoder.options


def quantise(source: Path, target: Path, options: Options) -> None:
    """Signed weights per channel, in 7 bits: processors without VNNI overflow in 8 (ONNX Runtime, Quantization, "saturation")."""
    for name, heads in zip(FILES[:2], (options.heads, options.link_heads), strict=True):
        quantize_dynamic(source / name, target / name, per_channel=True, reduce_range=True, weight_type=QuantType.QInt8)
        fuse(target / name, heads)


def write_sums() -> None:
    """The hashes of all shipped files."""
    names = sorted(path.name for path in FOLDER.iterdir() if path.suffix in (".onnx", ".json"))
    sums = [f"{hashlib.sha256((FOLDER / name).read_bytes()).hexdigest()}  {name}" for name in names]
    (FOLDER / HASHES).write_text("\n".join(sums) + "\n")


def main() -> None:
    """Export, quantise, hash."""
    ask = argparse.ArgumentParser()
    ask.add_argument("name", nargs="?", default="tagger")
    ask.add_argument("--float", action="store_true", help="ship 32-bit weights, to measure what int8 costs")
    given = ask.parse_args()
    plain = BUILD / "onnx"
    plain.mkdir(exist_ok=True)
    FOLDER.mkdir(exist_ok=True)
    options = export(given.name, plain)
    if given.float:
        for name in FILES[:2]:
            shutil.copy(plain / name, FOLDER / name)
    else:
        quantise(plain, FOLDER, options)
    shutil.copy(base_folder() / "tokenizer.json", FOLDER / FILES[2])
    write_sums()
    print("\n".join(f"{(FOLDER / n).stat().st_size / 1e6:.1f} MB {n}" for n in FILES))


if __name__ == "__main__":
    main()
