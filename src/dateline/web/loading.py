"""What pages need from other packages, loaded while nobody waits: the first chart would take seconds."""

from __future__ import annotations

import importlib
from importlib.util import find_spec

from dateline.views.charts.rendering import javascript_bundle

SLOW = ("altair", "ruptures", "networkx")


def load() -> None:
    """Load them, as far as they are installed, then make the script that draws the charts."""
    load_packages()
    javascript_bundle()


def load_packages() -> None:
    """Load them, as far as they are installed."""
    for name in SLOW:
        if find_spec(name):
            importlib.import_module(name)
