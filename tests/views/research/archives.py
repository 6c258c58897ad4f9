"""Archives of the small invented crisis, filled by the path that read articles take."""

from dataclasses import replace

from tests.crisis import crisis
from tests.digests import add_readings


def crisis_archive(path, *, moved_to="here"):
    """As though the articles had lain in the folder `moved_to`."""
    path.parent.mkdir(parents=True, exist_ok=True)
    add_readings(
        path, [replace(r, article=replace(r.article, source=f"{moved_to}/{r.article.source}")) for r in crisis().readings]
    )
    return path
