"""Files of several articles in the documented layouts: split without loss, and what is broken is named."""

import re
import zipfile
from collections import Counter
from pathlib import Path

import pytest

from dateline.corroboration.credits import credits_of
from dateline.errors import BadRecord, SourceError, UnreadableSource
from dateline.records import Article
from dateline.sources import read_article, read_path
from invented_articles import ARTICLES

FILES = Path(__file__).parent / "files"
NAMES = sorted(path.name for path in FILES.iterdir())


def read(name):
    return list(read_path(FILES / name))


def changed(folder, name, *changes):
    """The results for a copy of a text file in which something is replaced once."""
    text = (FILES / name).read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return list(read_path(path))


def by_kind(results):
    return [r for r in results if isinstance(r, Article)], [r for r in results if isinstance(r, SourceError)]


def test_at_least_ten_files_of_the_three_services():
    assert len(NAMES) >= 10
    assert {name.split("_")[0].split(".")[0] for name in NAMES} == {"nexis", "factiva", "proquest"}
    assert {Path(name).suffix for name in NAMES} == {".docx", ".rtf", ".html", ".txt", ".pdf"}


@pytest.mark.parametrize("name", NAMES)
def test_titles_and_texts_are_those_that_were_written(name):
    results = read(name)
    assert [r.text for r in results] == [a.text for a in ARTICLES]
    assert [r.title for r in results] == [a.title for a in ARTICLES]
    assert [r.text[: r.headline.end] for r in results] == [a.title for a in ARTICLES]
    assert [r.source for r in results] == [f"{FILES / name}#{n}" for n in (1, 2, 3, 4)]


@pytest.mark.parametrize("name", NAMES)
def test_outlet_date_and_byline(name):
    results = read(name)
    assert [r.outlet for r in results] == [a.outlet for a in ARTICLES]
    assert [(r.published.start.isoformat(), r.published.basis) for r in results] == [(a.day, "metadata") for a in ARTICLES]
    assert [_names(r.byline) for r in results] == [_names(a.byline) for a in ARTICLES]


def _names(byline):
    return re.split(r", | and ", byline.casefold()) if byline else None


@pytest.mark.parametrize("name", NAMES)
def test_each_word_of_each_body_is_in_one_article(name):
    written = Counter(word for a in ARTICLES for paragraph in a.paragraphs for word in paragraph.split())
    found = Counter(word for r in read(name) for word in r.text[r.headline.end :].split())
    assert found == written


@pytest.mark.parametrize("name", NAMES)
def test_fields_are_listed_as_left_out(name):
    left_out = " ".join(item.text for r in read(name) for item in r.left_out)
    assert "English" in left_out or "ENGLISH" in left_out
    assert "Copyright" in left_out or "(c) 2014" in left_out


def test_addresses():
    assert read("proquest.txt")[1].url == "https://search.proquest.com/docview/150400002"
    assert read("nexis_academic_us.txt")[0].url == "http://www.example.org/klow"


def test_an_export_is_not_one_article():
    with pytest.raises(UnreadableSource, match="several articles"):
        read_article(FILES / "nexis_uni.docx")


WORDS = [a.words for a in ARTICLES]


@pytest.mark.parametrize(
    ("name", "changes", "says"),
    [
        ("nexis_uni_converted.txt", [("\nBody\nA court", "\nA court")], "no 'Body'"),
        ("nexis_academic.txt", [(f"LENGTH: {WORDS[2]} words\n\n", f"LENGTH: {WORDS[2]} words\n\nLOAD-DATE: x\n\n")], "no text"),
        ("factiva_indexed.txt", [("LP  A court", "ZZ  A court"), ("TD  Document 4", "ZZ  Document 4")], "neither LP nor TD"),
        ("factiva_plain.html", [(f"<div>{WORDS[2]} words</div>", "")], "no text that a head"),
        ("proquest.txt", [("Full text: A court", "Text: A court")], "only an abstract"),
        ("proquest.html", [(f'<strong>Full text: </strong><text wordcount="{WORDS[2]}">', "")], "only an abstract"),
    ],
)
def test_one_broken_article_costs_only_itself(tmp_path, name, changes, says):
    articles, (error,) = by_kind(changed(tmp_path, name, *changes))
    assert isinstance(error, BadRecord)
    assert error.source == f"{tmp_path / name}#3"
    assert error.remedy
    assert re.match(r"line \d+: ", error.problem)
    assert says in error.problem
    assert [a.text for a in articles] == [a.text for n, a in enumerate(ARTICLES) if n != 2]


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("factiva_indexed.txt", "BY  By Jana Novák\n", "CR  Reuters\n"),
        ("factiva_indexed.txt", "(c) 2014 The Ruritanian Courier Limited", "(c) 2014 Reuters Limited"),
        ("nexis_academic.txt", "Copyright 2014 The Ruritanian Courier Limited", "Copyright 2014 Associated Press"),
        ("nexis_uni_converted.txt", "Copyright 2014 The Ruritanian Courier Ltd", "Copyright 2014 Reuters"),
        ("proquest.txt", "Copyright: Copyright The Ruritanian Courier Mar 3", "Copyright: Copyright Associated Press Mar 3"),
    ],
)
def test_the_credit_to_an_agency_is_kept(tmp_path, name, old, new):
    first, second, *_ = changed(tmp_path, name, (old, new))
    assert credits_of(first).whole in {"Reuters", "Associated Press"}
    assert credits_of(second).whole is None


def test_a_lost_end_of_document_loses_no_article(tmp_path):
    results = changed(tmp_path, "nexis_uni_converted.txt", *[("End of Document\n", "")] * 2)
    assert [r.text for r in results] == [a.text for a in ARTICLES]


def test_a_crosshead_is_no_section_of_the_tail(tmp_path):
    """ "Notes" opens a section after the text in some articles; in this one the number of words says that text follows."""
    count = f"Length: {ARTICLES[1].words} words"
    text = (FILES / "nexis_uni_converted.txt").read_text(encoding="utf-8")
    second = text[text.index(count) :].replace("\nGraphic\n", "\nNotes\nThe price is that of March.\nGraphic\n", 1)
    path = tmp_path / "a.txt"
    path.write_text(text[: text.index(count)] + second, encoding="utf-8")
    article = list(read_path(path))[1]
    assert article.text == ARTICLES[1].text
    assert "The price is that of March." in {item.text for item in article.left_out}


def test_a_lost_accession_number_loses_no_article(tmp_path):
    results = changed(tmp_path, "factiva_indexed.txt", ("AN  Document RURCOU0020140304ea330002r", ""))
    assert [r.text for r in results] == [a.text for a in ARTICLES]


def test_an_article_without_its_number_is_named(tmp_path):
    number = "3 of 4 DOCUMENTS"
    articles, (error,) = by_kind(changed(tmp_path, "nexis_academic.txt", (number, "")))
    assert [a.text for a in articles] == [a.text for n, a in enumerate(ARTICLES) if n != 2]
    assert error.source.endswith("#3")
    assert re.match(r"line \d+: a second article begins here", error.problem)
    named = (tmp_path / "nexis_academic.txt").read_text(encoding="utf-8").split("\n")[int(error.problem.split()[1][:-1]) - 1]
    assert named.strip() == ARTICLES[2].outlet


@pytest.mark.parametrize("name", ["nexis_uni_converted.txt", "factiva_indexed.txt", "proquest.txt", "nexis_academic.txt"])
def test_a_file_that_breaks_off_says_so_after_the_whole_articles(tmp_path, name):
    text = (FILES / name).read_text(encoding="utf-8")
    path = tmp_path / name
    path.write_text(text[: text.rindex("The United Nations envoy") + 60], encoding="utf-8")
    articles, (error,) = by_kind(list(read_path(path)))
    assert [a.text for a in articles] == [a.text for a in ARTICLES[:3]]
    assert error.source == f"{path}#4"
    assert "breaks off" in error.problem


def test_a_cut_rtf_file(tmp_path):
    path = tmp_path / "cut.rtf"
    data = (FILES / "nexis_uni.rtf").read_bytes()
    path.write_bytes(data[: data.rindex(b"Ruritania accuses")])
    articles, errors = by_kind(list(read_path(path)))
    assert [a.text for a in articles] == [a.text for a in ARTICLES[:3]]
    assert [str(error.source) for error in errors] == [f"{path}#4", str(path)]
    assert "breaks off after paragraph" in errors[1].problem


def test_a_cut_docx_file(tmp_path):
    path = tmp_path / "cut.docx"
    path.write_bytes((FILES / "nexis_uni.docx").read_bytes()[:-500])
    (error,) = read_path(path)
    assert "cannot be unpacked" in error.problem
    assert error.remedy


def test_a_pdf_names_the_page(tmp_path):
    from pdf_writer import pdf_of

    head = [
        a for a in (ARTICLES[0].title, ARTICLES[0].outlet, ARTICLES[0].date, "Length: 71 words", "Body", *ARTICLES[0].paragraphs)
    ]
    path = tmp_path / "uni.pdf"
    path.write_bytes(
        pdf_of([[*head, "Load-Date: March 9, 2014", "End of Document"], ["No article stands here.", "End of Document"]])
    )
    article, error = read_path(path)
    assert article.text == ARTICLES[0].text
    assert error.problem.startswith("page 2: no 'Body'")


def test_ordinary_articles_are_no_exports(tmp_path):
    page = (
        "<html><body><article><h1>Full text: the treaty</h1>" + "<p>The body said 3 of 4 DOCUMENTS were lost on Monday.</p>" * 3
    )
    for name, text in (
        ("a.txt", "Ministers meet\n\nFull text: of the speech.\n\nDatabase: none.\n\nThe end of the document was read."),
        ("b.html", page + "</article></body></html>"),
        ("c.txt", "1 of 10 DOCUMENTS\n\nThe leak was published on Monday by a newspaper in Klow."),
    ):
        (tmp_path / name).write_text(text, encoding="utf-8")
        assert read_article(tmp_path / name).source == str(tmp_path / name)


def test_docx_is_read_without_deleted_text(tmp_path):
    path = tmp_path / "one.docx"
    w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    body = (
        '<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>Ministers meet</w:t></w:r></w:p>'
        "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>They met on Monday</w:t></w:r><w:del><w:r><w:t> secretly</w:t></w:r></w:del>"
        "<w:r><w:t>, officials said.</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
    )
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("word/document.xml", f"<w:document {w}><w:body>{body}</w:body></w:document>")
    assert read_article(path).text == "Ministers meet\n\nThey met on Monday, officials said."
