"""The stage that opens inputs, apart from the one that reads: its processes load no model."""

from __future__ import annotations

import os
import pickle
from collections.abc import Iterator
from importlib import import_module
from typing import Any

from dateline.cluster.packets import packets

Row = dict[str, Any]
CARGO = "cargo"
"""The one column of all stages. What it holds is pickled: all machines run the same version, which members check."""


def open_group(row: Row, *, shared: Any, size: int, folder: str) -> Iterator[Row]:
    """The packets of a group of inputs; `shared` is where the cluster keeps how inputs are read and what is known."""
    os.chdir(folder)  # paths mean what they mean to the one who named them
    options, known = import_module("ray").get(shared)
    for packet in packets(pickle.loads(row[CARGO]), options, known, size):
        yield {CARGO: pickle.dumps(packet)}
