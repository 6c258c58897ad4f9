"""Sixteen articles to try the reader on: one winter as invented outlets might have told it (README.md in this folder)."""

from importlib import resources
from pathlib import Path


def sample_folder() -> Path:
    """The folder with the sample articles and their `metadata.csv`, ready to be read like any other folder."""
    return Path(str(resources.files(__name__)))
