"""The program with damaged weights: one clear error, nothing half-written, and the next run with whole ones goes on."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import dateline
from dateline.archive import open_archive

SOURCE = Path(dateline.__file__).parent
TEXT = "Egypt rejects the plan\n\n“We will not sign,” Egypt's foreign minister, Amal Idris, told Reuters on Monday. Sudan has rejected the plan.\n"


@pytest.fixture
def package(tmp_path):
    """The package with weights of its own; everything else is the real one."""
    models = tmp_path / "src" / "dateline" / "models"
    models.mkdir(parents=True)
    for one in SOURCE.iterdir():
        if one.name != "models":
            (models.parent / one.name).symlink_to(one)
    for one in (SOURCE / "models").iterdir():
        if one.name != "weights":
            (models / one.name).symlink_to(one)
    shutil.copytree(SOURCE / "models" / "weights", models / "weights")
    return models.parent


def add(package, article, archive, *options):
    command = [sys.executable, "-m", "dateline", "add", str(article), "--to", str(archive), "--published", "2025-03-10", *options]
    told = {**os.environ, "PYTHONPATH": str(package.parent)}
    return subprocess.run(command, capture_output=True, text=True, check=False, env=told, cwd=article.parent)


def truncated(path):
    path.write_bytes(path.read_bytes()[:-5000])


def flipped(path):
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 4
    path.write_bytes(data)


@pytest.mark.parametrize(("name", "damage"), [("attribution-encoder.onnx", truncated), ("relations.onnx", flipped)])
def test_a_damaged_file_of_weights(package, tmp_path, name, damage):
    (tmp_path / "a.txt").write_text(TEXT)
    damage(package / "models" / "weights" / name)
    done = add(package, tmp_path / "a.txt", tmp_path / "a.duckdb")
    assert done.returncode == 2
    assert f"{package / 'models' / 'weights' / name}: damaged" in done.stderr
    assert "install dateline again" in done.stderr
    assert "Traceback" not in done.stderr
    with open_archive(tmp_path / "a.duckdb", read_only=True) as archive:
        assert archive.article_ids() == ()
        assert archive.ledger() == ()
    shutil.copy(SOURCE / "models" / "weights" / name, package / "models" / "weights" / name)
    assert add(package, tmp_path / "a.txt", tmp_path / "a.duckdb").returncode == 0
    with open_archive(tmp_path / "a.duckdb", read_only=True) as archive:
        assert len(archive.article_ids()) == 1


def test_without_the_networks_it_reads_on(package, tmp_path):
    (tmp_path / "a.txt").write_text(TEXT)
    for path in (package / "models" / "weights").glob("*.onnx"):
        truncated(path)
    assert add(package, tmp_path / "a.txt", tmp_path / "a.duckdb", "--no-model").returncode == 0
