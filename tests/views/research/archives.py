"""Archives of the small invented crisis, filled by the path that read articles take, made once and copied."""

import shutil
import tempfile
from dataclasses import replace
from functools import cache
from pathlib import Path

from tests.crisis import crisis
from tests.digests import add_readings


def crisis_archive(path, *, moved_to="here"):
    """As though the articles had lain in the folder `moved_to`."""
    path.parent.mkdir(parents=True, exist_ok=True)
    return Path(shutil.copy(_made(moved_to), path))


@cache
def _made(moved_to):
    path = Path(tempfile.mkdtemp(prefix="dateline-research-")) / "a.duckdb"
    add_readings(
        path, [replace(r, article=replace(r.article, source=f"{moved_to}/{r.article.source}")) for r in crisis().readings]
    )
    return path
