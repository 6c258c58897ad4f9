"""Weight files of the package: read and held against their hashes, and opened as graphs."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Sequence
from pathlib import Path

import onnxruntime

from dateline.errors import ModelError

FOLDER = Path(__file__).parent / "weights"
HASHES = "SHA256SUMS"
WORD_PIECES = "word-pieces.json"
THREADS = 4
"""At most so many threads run one graph, and one core is left to the parser; windows are too small for more."""
SLOW = ("SkipLayerNormFusion",)
"""Rewritings that ONNX Runtime would do and that slow a graph: its sum with normalisation takes seven times the normalisation."""


def verify_files(folder: Path, names: Sequence[str]) -> str:
    """Compare the files with their hashes; return the first 8 digits of the first one's. Raises ModelError."""
    wanted = expected(folder, names)
    for name in names:
        found = hashlib.sha256(content(folder / name)).hexdigest()
        if found != wanted.get(name):
            raise ModelError(f"{folder / name}: damaged (SHA-256 {found[:12]}..., not as {HASHES} says); install dateline again")
    return wanted[names[0]][:8]


def expected(folder: Path, names: Sequence[str]) -> dict[str, str]:
    """The hashes that SHA256SUMS holds, those of `names` among them. Raises ModelError."""
    lines = content(folder / HASHES).decode("utf-8").splitlines()
    found = {name: value for value, name in (line.split() for line in lines if len(line.split()) == 2)}
    if missing := [name for name in names if name not in found]:
        raise ModelError(f"{folder / HASHES}: no hash of {', '.join(missing)}; install dateline again")
    return found


def content(path: Path) -> bytes:
    """All bytes of a file. Raises ModelError."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise ModelError(f"{path}: cannot be read ({error.strerror}); install dateline again, or read with --no-model") from error


def threads() -> int:
    """How many threads run a graph: what OMP_NUM_THREADS says, as for other libraries, else by the number of cores."""
    wanted = os.environ.get("OMP_NUM_THREADS", "")
    return int(wanted) if wanted.isdigit() and int(wanted) else max(1, min(THREADS, (os.cpu_count() or 1) - 1))


def session(path: Path) -> onnxruntime.InferenceSession:
    """A graph, to be run on the processor."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads()
    options.inter_op_num_threads = 1
    return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"], disabled_optimizers=list(SLOW))
