"""Pages saved by browsers."""

import pytest

from captures import SENTENCE, page
from dateline.errors import SourceError
from dateline.records import Article
from dateline.sources import read_article, read_path

HTML = page("Ministers meet again")
ADDRESS = "https://post.example/world/1"


def mhtml(html=HTML, head="Content-Location: https://post.example/world/1"):
    return (
        "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://post.example/world/1\r\nSubject: =?utf-8?Q?x?=\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="--b--"\r\n\r\n'
        f"----b--\r\nContent-Type: text/html; charset=utf-8\r\n{head}\r\n\r\n{html}\r\n"
        f"----b--\r\nContent-Type: text/html\r\n\r\n{page('An advertisement in a frame')}\r\n"
        "----b--\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=\r\n----b----\r\n"
    ).encode()


@pytest.mark.parametrize("name", ["a.mhtml", "a.mht", "saved"])
def test_mime_files(tmp_path, name):
    path = tmp_path / name
    path.write_bytes(mhtml())
    article = read_article(path)
    assert (article.title, article.url) == ("Ministers meet again", ADDRESS)
    assert SENTENCE in article.text
    assert "advertisement" not in article.text


@pytest.mark.parametrize(
    "comment",
    [
        "<!-- saved from url=(0028)https://post.example/world/1 -->",
        "<!--\n Page saved with SingleFile \n url: https://post.example/world/1 \n saved date: Tue Mar 11 2025 \n-->",
    ],
)
def test_the_address_that_the_browser_noted(tmp_path, comment):
    path = tmp_path / "a.html"
    path.write_text(HTML.replace("<html>", f"<html>{comment}"), encoding="utf-8")
    assert read_article(path).url == ADDRESS
    path.write_text(
        HTML.replace("<head>", f'<head>{comment}<link rel="canonical" href="https://post.example/w">'), encoding="utf-8"
    )
    assert read_article(path).url == "https://post.example/w"


@pytest.mark.parametrize(
    "data", [b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x\n\n--x--", b"", b"\xff" * 50, mhtml("")]
)
def test_broken_ones_are_errors(tmp_path, data):
    path = tmp_path / "a.mhtml"
    path.write_bytes(data)
    (error,) = read_path(path)
    assert isinstance(error, SourceError)
    assert error.remedy


def test_folders_saved_with_a_page_are_no_articles(tmp_path):
    (tmp_path / "News_files").mkdir()
    (tmp_path / "News.html").write_text(HTML)
    (tmp_path / "News_files" / "frame.html").write_text(page("A frame"))
    (tmp_path / "case_files").mkdir()
    (tmp_path / "case_files" / "b.html").write_text(page("Another article"))
    assert [r.title for r in read_path(tmp_path) if isinstance(r, Article)] == ["Ministers meet again", "Another article"]
