import importlib
import subprocess
import sys
from datetime import date

import pytest

import dateline
from dateline.errors import SourceError

TEXT = "Spain will not sign the accord, its foreign minister, Ana Ruiz, told Reuters on Tuesday."


def test_the_public_list_is_complete_and_sorted():
    names = [n for n in dateline.__all__ if not n.startswith("_")]
    assert names == sorted(names, key=lambda n: (n[0].islower(), n))
    assert all(getattr(dateline, name) is not None for name in dateline.__all__)


def test_an_unknown_name_lists_the_known_ones():
    with pytest.raises(AttributeError, match="open_archive"):
        dateline.readd  # noqa: B018


def test_read():
    reading = dateline.read(TEXT, published="2024-05-16", outlet="Harbour Gazette", title="Spain says no")
    (statement,) = reading.statements
    assert reading.actor(statement.speaker).name == "Ana Ruiz"
    assert statement.reported_by == ("Reuters",)
    assert reading.article.text.startswith("Spain says no\n\n")


def test_read_file(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text(f"Spain says no\n\n{TEXT}\n", encoding="utf-8")
    reading = dateline.read_file(path, published=date(2024, 5, 16))
    assert reading.article.title == "Spain says no"
    assert len(reading.statements) == 1


def test_a_bad_day_names_the_remedy(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text(TEXT, encoding="utf-8")
    with pytest.raises(SourceError, match="YYYY-MM-DD"):
        dateline.read_file(path, published="16 May")


def test_an_empty_text_is_an_error():
    with pytest.raises(SourceError):
        dateline.read("  ")


def test_importing_dateline_imports_nothing_heavy():
    code = "import sys, dateline; print([m for m in ('spacy', 'duckdb', 'trafilatura', 'typer') if m in sys.modules])"
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert result.stdout.strip() == "[]"


def test_every_module_has_a_docstring():
    for name in ("dateline", "dateline.api", "dateline.reading", "dateline.contract"):
        assert importlib.import_module(name).__doc__
