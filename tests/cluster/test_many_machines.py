"""A folder read by several machines, one of which is lost in the middle, gives what one process gives.

The machines are node processes of a real Ray cluster on this one. With DATELINE_NIGHTLY=1 more articles are read, from one
file, and two of four nodes are lost.
"""

from __future__ import annotations

import importlib.util
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest

from dateline.archive import open_archive
from dateline.cli.main import main
from dateline.cluster.dataset import Dataset, open_dataset
from dateline.cluster.parts import remove_drafts
from dateline.cluster.taking_in import take_in, waiting
from dateline.records import Article
from dateline.samples import sample_folder
from gathered import content, differing, stored_readings

NIGHTLY = bool(os.environ.get("DATELINE_NIGHTLY"))
pytestmark = pytest.mark.skipif(importlib.util.find_spec("ray") is None, reason="Ray is not installed (extra `cluster`)")
EDITIONS = 4
FRENCH = "Le ministre des Affaires étrangères a déclaré mardi que les négociations reprendraient au printemps. " * 4


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Articles in an order that is that of their days; a file that is empty, and one in another language."""
    made = tmp_path_factory.mktemp("articles")
    if NIGHTLY:
        lines = [json.dumps(line_of(one.article, edition)) for one in stored_readings() for edition in range(EDITIONS)]
        (made / "2018-01-01-many.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
    else:
        dated = sorted(path for path in sample_folder().iterdir() if path.name[:4].isdigit())
        for path in [*dated[:9], sample_folder() / "metadata.csv"]:
            shutil.copy(path, made)
    (made / "2018-01-05-empty.txt").write_text("", encoding="utf-8")
    (made / "2018-01-06-french.txt").write_text(FRENCH, encoding="utf-8")
    return made


def line_of(article: Article, edition: int) -> dict[str, str | None]:
    """The article as an edition of its own: the copies among them are to be found as one process finds them."""
    published = article.published.start.isoformat() if article.published else None
    return {
        "text": f"{article.text}\n\nThis is edition {edition}.",
        "published": published,
        "outlet": article.outlet,
        "url": article.url,
    }


def run(*command: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, *map(str, command)], capture_output=True, text=True, timeout=600, check=False)


@pytest.fixture(scope="module")
def many(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Dataset, dict[str, Any]]:
    """The dataset that the nodes wrote, and what the run said."""
    dataset = tmp_path_factory.mktemp("many") / "readings"
    nodes, packet, killed = (4, 3, 2) if NIGHTLY else (2, 2, 1)
    ended = run(Path(__file__).with_name("on_nodes.py"), folder, dataset, nodes, packet, killed)
    assert ended.returncode == 0, ended.stderr
    return open_dataset(dataset), json.loads(ended.stdout.splitlines()[-1])


@pytest.fixture(scope="module")
def one(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The archive to which one process added the same folder."""
    archive = tmp_path_factory.mktemp("one") / "one.duckdb"
    metadata = [] if NIGHTLY else ["--metadata", folder / "metadata.csv"]
    with pytest.raises(SystemExit) as ended:
        main(["add", str(folder), *map(str, metadata), "--to", str(archive)])
    assert ended.value.code == 1  # for the file that is empty
    return archive


def test_a_machine_was_lost_and_others_went_on(many: tuple[Dataset, dict[str, Any]]) -> None:
    _, told = many
    assert len(told["lost"]) == (2 if NIGHTLY else 1)
    assert set(told["machines"]) - set(told["lost"])


def test_every_input_is_accounted_for(folder: Path, many: tuple[Dataset, dict[str, Any]]) -> None:
    _, told = many
    assert (told["added"], told["skipped"], told["languages"]) == (12 * EDITIONS if NIGHTLY else 9, 0, {"fr": 1})
    assert [source for source, _ in told["failed"]] == [str(folder / "2018-01-05-empty.txt")]


def test_the_readings_are_those_of_one_process(many: tuple[Dataset, dict[str, Any]], one: Path) -> None:
    dataset, _ = many
    lines = [line for part in dataset.readings() for line in pq.read_table(part, partitioning=None)["contract"].to_pylist()]
    with open_archive(one, read_only=True) as archive:
        assert sorted(set(lines)) == sorted(archive.contracts())


def test_the_archive_is_that_of_one_process(many: tuple[Dataset, dict[str, Any]], one: Path, tmp_path: Path) -> None:
    dataset, _ = many
    with open_archive(tmp_path / "many.duckdb") as archive:
        take_in(dataset, archive, waiting(dataset, archive))
    assert differing(content(tmp_path / "many.duckdb"), content(one)) == []


def test_nothing_is_left_of_what_the_lost_machine_had_begun(many: tuple[Dataset, dict[str, Any]]) -> None:
    dataset, _ = many
    remove_drafts(dataset, older_than=0)
    assert [path.name for path in dataset.root.rglob(".*")] == []
