"""An archive of the small invented crisis."""

from tests.crisis import crisis

from dateline.archive import open_archive


def crisis_archive(folder):
    path = folder / "crisis.duckdb"
    with open_archive(path) as archive:
        archive.add(*crisis().readings)
    return path
