"""R itself reads what was exported, with every row and with dates as dates."""

from __future__ import annotations

import csv
import shutil
import subprocess

import pytest
from tests.views.research.archives import crisis_archive

from dateline.archive import open_archive
from dateline.views.research.exporting import export_research, formats_of

SCRIPT = """
source("load.R")
for (name in c("events", "reports", "statements", "actor_concepts", "articles")) cat(name, nrow(dateline_read(name)), "\\n")
cat("date", class(dateline_read("events")[["Event Date"]]), "\\n")
"""


@pytest.mark.skipif(shutil.which("Rscript") is None, reason="R is not installed")
def test_r_reads_all_rows_and_dates(tmp_path) -> None:
    folder = tmp_path / "out"
    with open_archive(crisis_archive(tmp_path / "a.duckdb"), read_only=True) as archive:
        export_research(archive, folder, formats_of("csv,r"))
    (tmp_path / "check.R").write_text(SCRIPT)
    done = subprocess.run(["Rscript", tmp_path / "check.R"], cwd=folder, capture_output=True, text=True, check=True)
    told = dict(line.split() for line in done.stdout.splitlines())
    with (folder / "events.csv").open(encoding="utf-8-sig") as lines:
        assert int(told["events"]) == len(list(csv.DictReader(lines)))
    assert told["date"] == "Date"
