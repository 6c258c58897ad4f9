"""PDF files: paragraphs, columns, running heads, broken words, and what cannot be read."""

import textwrap
from io import BytesIO

import pytest
from pypdf import PdfReader, PdfWriter

from dateline.errors import UnreadableSource
from dateline.sources import pdf, read_article, read_path
from pdf_writer import pdf_of, pdf_of_pieces

FIRST = "The governments of Ruritania and Syldavia opened the bridge at Brodno again on Monday, four years after it was closed to all lorries."
SECOND = (
    "“We have waited long enough,” the Ruritanian transport minister, Pavel Dorin, told reporters beside the river on Monday."
)
THIRD = "Lorries may cross from next week, and pedestrians from the first of April, a spokesman of the ministry in Strelsau said."


def write(folder, data):
    path = folder / "a.pdf"
    path.write_bytes(data)
    return path


def test_paragraphs_over_pages(tmp_path):
    path = write(tmp_path, pdf_of([[FIRST, SECOND], [THIRD]], head="The Courier 3 March", width=40))
    article = read_article(path)
    assert article.text == f"{FIRST}\n\n{SECOND}\n\n{THIRD}"
    assert {item.text for item in article.left_out} == {"The Courier 3 March", "Page 1 of 2", "Page 2 of 2"}


def test_a_paragraph_goes_on_over_the_page(tmp_path):
    half = len(FIRST) // 2 + FIRST[len(FIRST) // 2 :].index(" ")
    article = read_article(write(tmp_path, pdf_of([[SECOND, FIRST[:half]], [FIRST[half + 1 :], THIRD]], width=30)))
    assert FIRST in article.text


def test_headline_masthead_and_date(tmp_path):
    pieces = [
        (72, 740, 9, "The Ruritanian Courier, Klow, Monday 3 March 2014"),
        (72, 700, 20, "Ruritania and Syldavia"),
        (72, 676, 20, "reopen bridge"),
    ]
    pieces += [(72, 640 - 12 * n, 10, line) for n, line in enumerate(textwrap.wrap(FIRST, 80))]
    article = read_article(write(tmp_path, pdf_of_pieces([pieces])))
    assert article.text == f"Ruritania and Syldavia reopen bridge\n\n{FIRST}"
    assert article.published.start.isoformat() == "2014-03-03"


@pytest.mark.parametrize("by_rows", [True, False])
def test_columns(tmp_path, by_rows):
    left, right = textwrap.wrap(FIRST, 30), textwrap.wrap(SECOND, 30)
    columns = [[(72, 700 - 12 * n, 10, t) for n, t in enumerate(left)], [(320, 700 - 12 * n, 10, t) for n, t in enumerate(right)]]
    rows = [piece for n in range(max(len(left), len(right))) for column in columns for piece in column[n : n + 1]]
    article = read_article(write(tmp_path, pdf_of_pieces([rows if by_rows else columns[0] + columns[1]])))
    assert article.text == f"{FIRST}\n\n{SECOND}"


def test_broken_words(tmp_path):
    lines = [
        "The well-known minister said that the govern-",
        "ment would meet the well-",
        "known envoy in the capital of Ruritania.",
    ]
    article = read_article(write(tmp_path, pdf_of_pieces([[(72, 700 - 12 * n, 10, line) for n, line in enumerate(lines)]])))
    assert (
        article.text
        == "The well-known minister said that the government would meet the well-known envoy in the capital of Ruritania."
    )


def encrypted(data, password):
    writer = PdfWriter(clone_from=PdfReader(BytesIO(data)))
    writer.encrypt(password, "owner", algorithm="RC4-128")
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (pdf_of([[], []]), "no text layer"),
        (encrypted(pdf_of([[FIRST]]), "secret"), "encrypted"),
        (pdf_of([[FIRST]])[:300], "broken"),
        (b"%PDF-1.4\n%%EOF", "broken"),
        (pdf_of([["#%&! /()=?" * 20, "+*~#'@" * 40]]), "text layer"),
    ],
)
def test_what_cannot_be_read(tmp_path, data, says):
    path = write(tmp_path, data)
    (error,) = read_path(path)
    assert isinstance(error, UnreadableSource)
    assert error.source == str(path)
    assert says in error.problem
    assert error.remedy


def test_an_owner_password_does_not_keep_from_reading(tmp_path):
    assert read_article(write(tmp_path, encrypted(pdf_of([[FIRST]]), ""))).text == FIRST


def test_too_many_pages(tmp_path, monkeypatch):
    monkeypatch.setattr(pdf, "MAX_PAGES", 1)
    (error,) = read_path(write(tmp_path, pdf_of([[FIRST], [SECOND]])))
    assert "2 pages" in error.problem
