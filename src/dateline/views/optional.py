"""Libraries that only some installations have, asked for when they are needed."""

from __future__ import annotations

from importlib import import_module
from types import ModuleType

from dateline.errors import MissingLibrary


def optional(module: str, purpose: str, extra: str = "workbench") -> ModuleType:
    """The module, which has no types here; raises MissingLibrary, naming the extra that brings it, where it is not installed."""
    try:
        return import_module(module)
    except ModuleNotFoundError as error:
        library = module.partition(".")[0]
        raise MissingLibrary(f"{purpose} needs {library}, which is not installed (pip install 'dateline[{extra}]')") from error
