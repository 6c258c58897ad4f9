"""Reference lists and tables that name saved pages."""

import sys
import tracemalloc

import pytest
from openpyxl import Workbook

from dateline.errors import BadRecord, UnreadableSource
from dateline.records import Article
from dateline.sources import read_path
from dateline.sources.bibliography import table
from dateline.sources.bibliography.bibtex import _date

BODY = "The ministers of Ruritania met in the capital on Monday, and they said that the talks would go on until Friday."
PAGE = f"<html><body><article><h1>Ministers meet</h1><p>{BODY}</p><p>{BODY} Again.</p></article></body></html>"
RIS = """TY  - NEWS
TI  - Ministers meet in the capital
AU  - Roe, Jane
AU  - Doe, John
T2  - The Ruritanian Courier
DA  - 2014/03/03/
PY  - 2014
UR  - https://courier.example/1
L1  - files/1/print.pdf
L2  - files/1/page.html
ER  - 

TY  - NEWS
TI  - Only an abstract
DA  - 2014/03//
AB  - The ministers met, the
abstract says.
ER  - 

TY  - NEWS
TI  - No page
UR  - https://courier.example/3
ER  - 

TY  - NEWS
TI  - Lost page
L2  - files/9/lost.html
ER  - 
"""
BIB = r"""@article{roe_ministers_2014,
	title = {{Ministers} meet in the capital \& talk},
	journal = {The Ruritanian Courier},
	author = {Roe, Jane and Doe, John},
	month = mar,
	year = {2014},
	url = {https://courier.example/1},
	file = {Print:files/1/print.pdf:application/pdf;Snapshot:files/1/page.html:text/html},
}

@misc{none,
  title = {No page},
  date = {2014-03-05},
  url = {https://courier.example/3}
}

@article{broken,
  title = {Never closed
"""


@pytest.fixture
def library(tmp_path):
    (tmp_path / "files" / "1").mkdir(parents=True)
    (tmp_path / "files" / "1" / "page.html").write_text(PAGE, encoding="utf-8")
    (tmp_path / "files" / "1" / "print.pdf").write_bytes(b"%PDF-1.4 broken")
    return tmp_path


def results(folder, name, text):
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return list(read_path(path))


def test_ris(library):
    article, abstract, none, lost = results(library, "library.ris", RIS)
    assert article.source == str(library / "files/1/page.html")
    assert article.text == f"Ministers meet\n\n{BODY}\n\n{BODY} Again."
    assert (article.title, article.outlet, article.byline) == (
        "Ministers meet in the capital",
        "The Ruritanian Courier",
        "Jane Roe, John Doe",
    )
    assert (article.published.start.isoformat(), article.published.basis, article.url) == (
        "2014-03-03",
        "metadata",
        "https://courier.example/1",
    )
    assert [e.source for e in (abstract, none, lost)] == [f"{library / 'library.ris'}#{n}" for n in (13, 20, 25)]
    assert "holds an abstract and no text" in str(abstract)
    assert "names no saved page" in str(none)
    assert "files/9/lost.html" in str(lost)


def test_what_stands_between_entries_is_named(library):
    outside, article, cut = results(library, "a.ris", "junk\n" + RIS.partition("\n\n")[0] + "\nTY  - NEWS\nTI  - Cut")
    assert outside.source.endswith("#1")
    assert isinstance(article, Article)
    assert cut.source.endswith("#13")
    assert "breaks off" in cut.problem


def test_bibtex(library):
    found = results(library, "library.bib", BIB)
    (article,) = [r for r in found if isinstance(r, Article)]
    assert article.title == "Ministers meet in the capital & talk"
    assert (article.published.start.isoformat(), article.published.end.isoformat()) == ("2014-03-01", "2014-03-31")
    assert article.byline == "Jane Roe, John Doe"
    errors = {r.source.rpartition("#")[2]: r for r in found if isinstance(r, BadRecord)}
    assert "names no saved page" in errors["11"].problem
    assert "no BibTeX entry" in errors["17"].problem


def test_a_page_dates_itself_within_the_month_of_the_entry(library):
    dated = PAGE.replace("<body>", '<head><meta property="article:published_time" content="2014-03-04"></head><body>')
    (library / "files/1/page.html").write_text(dated, encoding="utf-8")
    found = results(library, "library.bib", BIB)
    assert found[-2].published.start.isoformat() == "2014-03-04"


@pytest.mark.parametrize(
    "written",
    [r"C\:\\Users\\jane\\Zotero\\files\\1\\page.html", "files/1/page.html", r"Snapshot:C\:\\x\\files\\1\\page.html:text/html"],
)
def test_paths_of_other_machines_are_found_below_the_list(library, written):
    found = results(library, "a.bib", f"@article{{a,\n title = {{T}},\n file = {{{written}}}\n}}\n")
    assert [type(r) for r in found] == [Article]


CSV = "url;path;date;title;outlet\nhttps://a.example/1;files/1/page.html;3 March 2014;Ministers meet;Courier\nhttps://a.example/2;;;;\nx;no.html;;;\n"


def test_csv(library):
    article, none, lost = results(library, "pages.csv", CSV)
    assert (article.outlet, article.url, article.published.start.isoformat()) == ("Courier", "https://a.example/1", "2014-03-03")
    assert none.source.endswith("pages.csv#3")
    assert "names no saved page" in none.problem
    assert "'no.html' is missing" in lost.problem


def test_a_table_of_texts(library):
    quoted = '"title","outlet","text"\n"Ministers meet","Courier","' + BODY + '\n\nThe end."\n'
    (article,) = results(library, "texts.csv", quoted)
    assert article.text == f"Ministers meet\n\n{BODY}\n\nThe end."
    assert article.outlet == "Courier"


def test_zotero_csv(library):
    line = '"Key","Item Type","Author","Title","Publication Title","Url","Date","File Attachments"\n'
    row = '"X","newspaperArticle","Roe, Jane; Doe, John","Ministers meet","Courier","https://a.example","2014-03-03","/home/j/Zotero/files/1/print.pdf; /home/j/Zotero/files/1/page.html"\n'
    (article,) = results(library, "My Library.csv", line + row)
    assert (article.byline, article.outlet) == ("Jane Roe, John Doe", "Courier")


def test_an_excel_table(library):
    book = Workbook()
    book.active.append(["url", "path", "date"])
    book.active.append(["https://a.example", "files/1/page.html", "2014-03-03"])
    book.save(library / "pages.xlsx")
    (article,) = read_path(library / "pages.xlsx")
    assert article.published.start.isoformat() == "2014-03-03"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("a,b\n1,2\n", "no column"),
        ('path,url\n"a"b,"c\n', "missing"),
        ("path,date\nfiles/1/page.html,soon\n", "cannot read the date"),
        ("path\na,b\n", "2 cells under 1"),
    ],
)
def test_tables_that_cannot_be_read(library, text, says):
    (error,) = results(library, "a.csv", text)
    assert says in error.problem
    assert error.remedy


def test_lists_in_folders_are_passed_over(library):
    (library / "library.ris").write_text(RIS, encoding="utf-8")
    (library / "files/1/print.pdf").unlink()
    (article,) = read_path(library)
    assert article.outlet is None


def test_a_broken_attachment_is_named(library):
    (library / "files/1/page.html").unlink()
    error = results(library, "library.ris", RIS)[0]
    assert isinstance(error, BadRecord)
    assert "print.pdf" in error.problem
    assert "PDF" in error.problem


def test_a_broken_workbook(tmp_path):
    (tmp_path / "a.xlsx").write_bytes(b"PK\x03\x04 not a zip")
    (error,) = read_path(tmp_path / "a.xlsx")
    assert isinstance(error, UnreadableSource)
    assert "Excel" in error.problem


@pytest.mark.parametrize(
    ("name", "module", "data"),
    [("a.bib", "bibtexparser.entrypoint", b"@misc{a}"), ("a.xlsx", "openpyxl", b"PK\x03\x04"), ("a.pdf", "pypdf", b"%PDF-1.4")],
)
def test_what_needs_the_workbench_says_so(tmp_path, monkeypatch, name, module, data):
    monkeypatch.setitem(sys.modules, module, None)
    (tmp_path / name).write_bytes(data)
    (error,) = read_path(tmp_path / name)
    assert isinstance(error, UnreadableSource)
    assert "not installed" in error.problem
    assert "dateline[workbench]" in error.remedy


@pytest.mark.parametrize(
    ("fields", "date"),
    [
        ({"year": "2018", "month": "3", "day": "11"}, "2018-03-11"), ({"year": "2018", "month": "03"}, "2018-03"),
        ({"year": "2018", "month": "mar", "day": "11"}, "2018-03-11"), ({"year": "2018"}, "2018"),
        ({"year": "2018", "month": "13", "day": "11"}, "2018"), ({"year": "2018", "month": "2", "day": "30"}, "2018"),
        ({"year": "2018", "month": "Spring"}, "2018"),
    ],
)  # fmt: skip
def test_months_of_bibtex_as_numbers(fields, date):
    assert _date(fields) == date


def workbook(folder, *rows, stray=None):
    path, book = folder / "a.xlsx", Workbook()
    for row in rows:
        book.active.append(row)
    if stray:
        book.active[stray] = "x"
    book.save(path)
    return path


def test_a_stray_cell_far_out_does_not_fill_the_memory(tmp_path):
    path = workbook(tmp_path, ["text", "title"], [BODY, "Ministers meet"], stray="XFD20000")
    tracemalloc.start()
    (article,) = read_path(path)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert article.title == "Ministers meet"
    assert peak < 100_000_000


def test_rows_beyond_those_read_are_told(tmp_path, monkeypatch):
    monkeypatch.setattr(table, "MAX_ROWS", 3)
    path = workbook(tmp_path, ["text"], *([f"{n} {BODY}"] for n in range(4)))
    error, *articles = read_path(path)
    assert "more than 3 rows" in str(error)
    assert len(articles) == 2
