"""The commands that run the whole reader, on the packaged samples."""

import json
import shutil

import pytest

from dateline.archive import open_archive
from dateline.cli.main import main
from dateline.cli.progress import expected
from dateline.samples import sample_folder

LAUNCH = "2017-11-29-peninsula-wire-launch.txt"
HOTLINE = "2018-01-03-peninsula-wire-hotline.txt"


def run(capsys, *arguments):
    with pytest.raises(SystemExit) as ended:
        main([str(argument) for argument in arguments])
    out, err = capsys.readouterr()
    return ended.value.code or 0, out, err


@pytest.fixture
def folder(tmp_path):
    for name in (LAUNCH, HOTLINE, "metadata.csv"):
        shutil.copy(sample_folder() / name, tmp_path)
    (tmp_path / "empty.txt").touch()
    return tmp_path


def test_read_prints_the_contract(capsys):
    status, out, _ = run(
        capsys, "read", sample_folder() / LAUNCH, "--published", "2017-11-29", "--outlet", "Peninsula Wire", "--json"
    )
    assert status == 0
    (line,) = out.splitlines()
    reading = json.loads(line)
    assert set(reading) >= {"article", "actors", "statements", "events", "positions"}
    assert reading["article"]["published"] == {"start": "2017-11-29", "end": "2017-11-29", "basis": "given"}
    assert reading["article"]["outlet"] == "Peninsula Wire"
    assert reading["statements"]


def test_read_shows_a_report_and_names_what_failed(capsys, folder):
    status, out, err = run(capsys, "read", folder / LAUNCH, folder / "missing.txt", "--metadata", folder / "metadata.csv")
    assert status == 1
    assert "Peninsula Wire · 29 November 2017" in out
    assert "missing.txt" in err
    assert "Traceback" not in err


def test_add_keeps_what_it_can_and_skips_what_it_has_read(capsys, folder):
    archive = folder / "a.duckdb"
    status, out, err = run(capsys, "add", folder, "--to", archive, "--metadata", folder / "metadata.csv")
    assert (status, out) == (1, "")
    assert "2 articles added" in err
    assert "empty.txt" in err
    status, _, err = run(capsys, "add", folder / LAUNCH, "--to", archive, "--metadata", folder / "metadata.csv")
    assert status == 0
    assert "0 articles added" in err
    assert "1 skipped" in err
    with open_archive(archive, read_only=True) as opened:
        assert {reading.article.outlet for reading in opened.readings()} == {"Peninsula Wire"}


def test_reread_tells_what_another_version_changes(capsys, folder):
    archive, report = folder / "a.duckdb", folder / "report.json"
    articles = (folder / LAUNCH, folder / HOTLINE, "--metadata", folder / "metadata.csv")
    run(capsys, "add", *articles, "--to", archive, "--no-model")
    for name in (LAUNCH, HOTLINE):
        (folder / name).unlink()
    status, out, err = run(capsys, "add", "--reread", "--to", archive, "--report", report)
    assert (status, out) == (0, "")
    assert "2 articles of" in err
    told = json.loads(report.read_text())
    assert (told["articles"], len(told["versions"])) == (2, 1)
    assert f"{told['changed']} changed, {told['unchanged']} unchanged" in err
    with open_archive(archive, read_only=True) as opened:
        assert {reading.version for reading in opened.readings()} == {told["version"]}
    status, _, err = run(capsys, "add", "--reread", "--to", archive)
    assert "0 articles of" in err


def test_reread_by_worker_processes_gives_the_same(capsys, folder):
    articles = (folder / LAUNCH, folder / HOTLINE, "--metadata", folder / "metadata.csv")
    told = {}
    for workers in (1, 2):
        archive = folder / f"{workers}.duckdb"
        run(capsys, "add", *articles, "--to", archive, "--no-model")
        status, out, err = run(capsys, "add", "--reread", "--to", archive, "--workers", workers)
        assert (status, out) == (0, "")
        assert "2 articles of" in err
        with open_archive(archive, read_only=True) as opened:
            told[workers] = {reading.article.id: reading for reading in opened.readings()}
    assert told[1] == told[2]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [(("--to", "a.duckdb"), "name the articles"), (("x.txt", "--to", "a.duckdb", "--report", "r.md"), "belongs to --reread")],
)
def test_add_wants_articles_or_reread(capsys, arguments, said):
    status, _, err = run(capsys, "add", *arguments)
    assert status == 2
    assert said in err


def test_reread_of_no_archive(capsys, tmp_path):
    status, _, err = run(capsys, "add", "--reread", "--to", tmp_path / "none.duckdb")
    assert status == 2
    assert "there is no such archive to be read again" in err
    assert not (tmp_path / "none.duckdb").exists()


def test_expected_counts_lines_of_jsonl_and_files(tmp_path):
    (tmp_path / "a.txt").write_text("A\n\nB")
    (tmp_path / "b.jsonl").write_text('{"text": "x"}\n\n{"text": "y"}\n')
    assert expected([str(tmp_path)]) == 3
    assert expected([str(tmp_path), "-"]) is None
    assert expected([str(tmp_path / "missing.jsonl")]) == 1


def test_fields_of_json_lines_may_have_other_names(capsys, tmp_path):
    path = tmp_path / "feed.jsonl"
    record = {"headline": "Spain says no", "body": "Spain will not sign, Ana Ruiz told Reuters.", "paper": "Harbour Gazette"}
    path.write_text(json.dumps(record) + "\n", encoding="utf-8")
    names = "title=headline,text=body,outlet=paper"
    status, out, _ = run(capsys, "read", path, "--fields", names, "--published", "2024-05-16", "--json")
    assert status == 0
    article = json.loads(out)["article"]
    assert (article["title"], article["outlet"]) == ("Spain says no", "Harbour Gazette")


def test_an_unknown_field_name_lists_the_known_ones(capsys, tmp_path):
    status, _, err = run(capsys, "read", tmp_path, "--fields", "headline=title")
    assert status == 2
    assert "text, published" in " ".join(err.split())


def test_what_is_not_english_is_counted_and_kept_out_of_archives(capsys, tmp_path):
    text = "Der Außenminister erklärte am Dienstag, die Gespräche zwischen den beiden Ländern würden wieder aufgenommen."
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    archive = tmp_path / "a.duckdb"
    status, _, err = run(capsys, "add", tmp_path / "a.txt", "--to", archive, "--no-model")
    assert (status, "1 skipped (not in English: 1 de)" in err) == (0, True)
    with open_archive(archive, read_only=True) as opened:
        assert [(entry.status, "'de'" in str(entry.error)) for entry in opened.ledger()] == [("skipped", True)]
    status, _, err = run(capsys, "add", tmp_path / "a.txt", "--to", archive, "--no-model", "--any-language")
    assert (status, "1 article added" in err) == (0, True)


def test_add_in_two_processes_gives_the_same_archive(capsys, folder):
    one, two = folder.parent / "one.duckdb", folder.parent / "two.duckdb"
    for archive, more in ((one, ()), (two, ("--workers", "2"))):
        options = ("--metadata", folder / "metadata.csv", "--no-model", *more)
        status, _, err = run(capsys, "add", folder, "--to", archive, *options)
        assert status == 1
        assert "2 articles added" in err
        assert "empty.txt" in err
    with open_archive(one) as first, open_archive(two) as second:
        assert list(first.readings()) == list(second.readings())
