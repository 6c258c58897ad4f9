"""Every table and column has a meaning, and the committed page is what the script writes."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from dateline.archive import open_archive

ROOT = Path(__file__).resolve().parents[2]


def test_the_page_is_up_to_date() -> None:
    script = ROOT / "scripts" / "data_dictionary.py"
    checked = subprocess.run([sys.executable, str(script), "--check"], capture_output=True, text=True, check=False)
    assert checked.returncode == 0, checked.stdout + checked.stderr


def test_every_column_has_a_meaning(tmp_path: Path) -> None:
    query = "SELECT table_name, column_name FROM duckdb_columns() WHERE NOT internal AND coalesce(comment, '') = ''"
    with open_archive(tmp_path / "a.duckdb") as archive:
        assert archive.select(query) == []
