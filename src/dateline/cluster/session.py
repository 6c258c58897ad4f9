"""Ray, where it is installed: a cluster that is there, or one on this machine that ends with the block."""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from types import ModuleType

from dateline.errors import ClusterError, MissingLibrary

QUIET = {
    "RAY_USAGE_STATS_ENABLED": "0",
    "RAY_DISABLE_IMPORT_WARNING": "1",
    "RAY_DATA_DISABLE_PROGRESS_BARS": "1",
    "RAY_ACCEL_ENV_VAR_OVERRIDE_ON_ZERO": "0",
    "RAY_BACKEND_LOG_LEVEL": "fatal",
}
"""Nothing is told to anybody. What Ray's own processes find remarkable is in its logs."""
STORE = 512 * 1024 * 1024
"""Bytes for what passes from stage to stage on one machine: packets, and the numbers of the articles that are known."""


@contextmanager
def session(address: str | None) -> Iterator[ModuleType]:
    """The library, connected to the cluster at this address, else to one of this machine's cores; raises MissingLibrary where
    it is not installed, ClusterError where the cluster cannot be reached.
    """
    ray = installed()
    try:
        ray.init(**({"address": address} if address else _local()), logging_level="ERROR", log_to_driver=False)
    except (ConnectionError, RuntimeError, ValueError, OSError) as error:
        problem = f"the cluster at {address} cannot be reached" if address else "no cluster could be started here"
        raise ClusterError(
            f"{problem}: {error} (`ray status` says what runs; without --address this machine reads alone)"
        ) from error
    for chatty in ("ray", "ray.data"):
        logging.getLogger(chatty).setLevel(logging.ERROR)
    try:
        yield ray
    finally:
        ray.shutdown()


def installed() -> ModuleType:
    """Ray, told to be quiet before it is loaded; raises MissingLibrary, naming the extra, where it is not installed."""
    for name, value in QUIET.items():
        os.environ.setdefault(name, value)
    try:
        import_module("ray.data")
        return import_module("ray")
    except ModuleNotFoundError as error:
        problem = "reading on many machines needs Ray, which is not installed"
        raise MissingLibrary(f"{problem} (pip install 'dateline[cluster]')") from error


def _local() -> dict[str, object]:
    """Bound to this machine's own address: else Ray asks the network by which address it is known."""
    return {
        "address": "local", "include_dashboard": False, "_node_ip_address": "127.0.0.1", "num_cpus": cores(), "num_gpus": 0,
        "object_store_memory": STORE,
    }  # fmt: skip


def cores() -> int:
    """Cores that this program may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
