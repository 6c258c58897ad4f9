"""An archive of the small invented crisis, made once and copied."""

import shutil
import tempfile
from functools import cache
from pathlib import Path

from tests.crisis import crisis

from dateline.archive import open_archive


def crisis_archive(folder):
    return Path(shutil.copy(_made(), folder / "crisis.duckdb"))


@cache
def _made():
    path = Path(tempfile.mkdtemp(prefix="dateline-sheets-")) / "crisis.duckdb"
    with open_archive(path) as archive:
        archive.add(*crisis().readings)
    return path
