"""`dateline export --research` and `dateline reproduce`, from the archive and from the articles."""

import shutil

import pytest
from tests.views.research.archives import crisis_archive

from dateline.cli.main import main
from dateline.samples import sample_folder


def run(capsys, *arguments):
    with pytest.raises(SystemExit) as ended:
        main([str(argument) for argument in arguments])
    out, err = capsys.readouterr()
    return ended.value.code or 0, out, err


def test_export_and_reproduce_from_the_archive(capsys, tmp_path):
    archive = crisis_archive(tmp_path / "a.duckdb")
    status, out, _ = run(capsys, "export", archive, "--research", tmp_path / "out", "--format", "csv,r")
    assert status == 0
    assert [line.rsplit("/", 1)[1] for line in out.splitlines()] == [
        "events.csv", "reports.csv", "actor_concepts.csv", "statements.csv", "articles.csv", "load.R", "codebook.md", "codebook.csv",
        "manifest.json",
    ]  # fmt: skip
    status, out, _ = run(capsys, "reproduce", tmp_path / "out", "--from", archive, "--to", tmp_path / "again")
    assert (status, out) == (0, "8 of 8 files are the same, byte for byte\n")


def test_reproduce_from_the_articles_by_rules(capsys, tmp_path):
    folder = tmp_path / "articles"
    folder.mkdir()
    for name in ("2017-11-29-peninsula-wire-launch.txt", "2018-01-03-peninsula-wire-hotline.txt"):
        shutil.copy(sample_folder() / name, folder)
    archive, out = tmp_path / "a.duckdb", tmp_path / "out"
    run(capsys, "add", folder, "--to", archive, "--no-model", "--outlet", "Peninsula Wire", "--published", "2018-01-03")
    run(capsys, "export", archive, "--research", out)
    moved = folder.rename(tmp_path / "moved")
    status, told, err = run(capsys, "reproduce", out, "--from", moved, "--to", tmp_path / "again", "--no-model")
    assert (status, told) == (0, "12 of 12 files are the same, byte for byte\n"), err
    (moved / "2017-11-29-peninsula-wire-launch.txt").unlink()
    status, told, err = run(capsys, "reproduce", out, "--from", moved, "--to", tmp_path / "third", "--no-model")
    assert status == 1
    assert "no file holds the text of art_" in err
    assert "was there, is missing" in told


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--research", "out", "--format", "csv,spss"), "'spss' is no format of a research export"),
        (("--research", "out", "--to", "out"), "name one folder"),
        ((), "name one folder"),
    ],
)
def test_mistakes(capsys, tmp_path, monkeypatch, arguments, message):
    monkeypatch.chdir(tmp_path)
    status, _, err = run(capsys, "export", crisis_archive(tmp_path / "a.duckdb"), *arguments)
    assert status == 2
    assert message in " ".join(err.replace("│", " ").split())
