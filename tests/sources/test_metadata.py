import logging
from datetime import date

import pytest

from dateline.errors import BadMetadata
from dateline.sources import SourceOptions, load_metadata, read_sources

DAY = date(2017, 12, 27)


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text("Ministers meet\n\nThe ministers met in the capital on Monday.\n")
    return tmp_path


def table(folder, *rows, header="path,published,outlet,url,title"):
    path = folder / "meta.csv"
    path.write_text("\n".join([header, *rows]) + "\n", encoding="utf-8-sig")
    return path


@pytest.mark.parametrize("form", ["a.txt", "in/a.txt", "FULL", "./in/a.txt", "in\\a.txt"])
def test_a_file_is_found_however_its_path_is_written(folder, form):
    name = str(folder / "in" / "a.txt") if form == "FULL" else form
    options = SourceOptions(metadata=load_metadata(table(folder, f"{name},2017-12-27,Inquisitr,http://x.example/1,")))
    (article,) = read_sources([folder / "in"], options)
    assert (article.outlet, article.url, article.title) == ("Inquisitr", "http://x.example/1", "Ministers meet")
    assert (article.published.start, article.published.basis) == (DAY, "given")


def test_relative_to_the_working_folder(folder, monkeypatch):
    monkeypatch.chdir(folder / "in")
    (folder / "elsewhere").mkdir()
    options = SourceOptions(metadata=load_metadata(table(folder / "elsewhere", "a.txt,2017-12-27,X,,")))
    (article,) = read_sources(["a.txt"], options)
    assert article.outlet == "X"


def test_a_row_without_file_is_reported(folder, caplog):
    options = SourceOptions(metadata=load_metadata(table(folder, "a.txt,,X,,", "b.txt,,Y,,")))
    with caplog.at_level(logging.WARNING, logger="dateline"):
        list(read_sources([folder / "in"], options))
    assert [record.getMessage() for record in caplog.records] == [f"{folder / 'meta.csv'} line 3: no file read matches 'b.txt'"]


@pytest.mark.parametrize(
    ("header", "row", "says"),
    [
        ("path,published", "a.txt,soon", "line 2: cannot read the date 'soon'"),
        ("path,published", "a.txt,2917-12-01", "line 2: nothing was published"),
        ("file,published", "a.txt,2017-12-01", "line 1: found the columns file, published"),
        ("path", "a.txt", "line 1"),
        ("path,outlet", ",X", "line 2: no path"),
        ("path,outlet", "a.txt,X,Y", "line 2: more cells than columns"),
        ("path,outlet", "a.txt,X\n./a.txt,Y", "line 3: './a.txt' was already given in line 2"),
        ("path,outlet", 'a.txt,"X', "cannot be read"),
    ],
)
def test_bad_tables_name_the_line(folder, header, row, says):
    with pytest.raises(BadMetadata, match=says.split("'")[0]) as caught:
        load_metadata(table(folder, row, header=header))
    assert says in str(caught.value)


def test_missing_and_binary_tables(tmp_path):
    with pytest.raises(BadMetadata, match="cannot be read"):
        load_metadata(tmp_path / "none.csv")
    (tmp_path / "bad.csv").write_bytes(b"path,outlet\n\xff\xfe,\x80\n")
    with pytest.raises(BadMetadata, match="cannot be read"):
        load_metadata(tmp_path / "bad.csv")
