"""What pages need, loaded while nobody waits: the first chart would take seconds, the first page of each kind a tenth of one."""

from __future__ import annotations

import gc
import importlib
from importlib.util import find_spec

from dateline.views.charts.rendering import javascript_bundle
from dateline.web.templating import compile_templates

SLOW = ("altair", "ruptures", "networkx")


def load() -> None:
    """All of it, then the script that draws the charts."""
    load_for_pages()
    javascript_bundle()
    stays_loaded()


def load_for_pages() -> None:
    """The packages, as far as they are installed, and all templates compiled."""
    load_packages()
    compile_templates()


def load_packages() -> None:
    """Load them, as far as they are installed."""
    for name in SLOW:
        if find_spec(name):
            importlib.import_module(name)


def stays_loaded() -> None:
    """Keep the collector of garbage from what is there now: to go through it takes a quarter of a second, while a page waits."""
    gc.collect()
    gc.freeze()
