import gzip
import io
import json
import sys
import tempfile
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline.errors import BadRecord, SourceError, UnreadableSource
from dateline.records import Article, Span
from dateline.sources import SourceOptions, article_from_text, find, read_article, read_path, read_sources
from dateline.sources.decoding import decode

BODY = "The ministers of Ruritania met in the capital on Monday, and they said that “talks” would go on."
TEXT = f"Ministers meet\n\n{BODY}"
PAGE = f"<html><body><article><h1>Ministers meet</h1><p>{BODY}</p><p>{BODY} Again.</p></article></body></html>"


def write(folder, name, data):
    path = folder / name
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


def only_error(path, options=None):
    (result,) = read_path(path, options)
    assert isinstance(result, SourceError)
    assert result.source == str(path)
    assert result.remedy
    return result


def test_headline_blank_line_body(tmp_path):
    article = read_article(write(tmp_path, "a.txt", TEXT + "\n"))
    assert article.text == TEXT
    assert (article.title, article.headline) == ("Ministers meet", Span(0, 14))
    assert (article.language, article.outlet, article.published) == ("en", None, None)


def test_ids_follow_outlet_date_and_text():
    one = article_from_text(TEXT, published=date(2020, 1, 2), outlet="A")
    again = article_from_text(TEXT, published="2020-01-02", outlet="A", source="elsewhere")
    other = article_from_text(TEXT, published=date(2020, 1, 2), outlet="B")
    assert one.id == again.id != other.id
    assert one.text_hash == other.text_hash


@pytest.mark.parametrize(
    ("encoding", "mark"), [("utf-8", b""), ("utf-8-sig", b""), ("utf-16", b""), ("cp1252", b""), ("utf-32", b"")]
)
def test_encodings(tmp_path, encoding, mark):
    assert read_article(write(tmp_path, "a.txt", mark + TEXT.encode(encoding))).text == TEXT


def test_windows_line_ends_and_packing(tmp_path):
    data = gzip.compress(TEXT.replace("\n", "\r\n").encode())
    assert read_article(write(tmp_path, "a.txt.gz", data)).text == TEXT


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "is empty"),
        (b" \n\t ", "is empty"),
        (b"\xef\xbb\xbf\n", "is empty"),
        (b"%PDF-1.7 stuff", "PDF"),
        (b"PK\x03\x04stuff", "zip"),
        (b"text \0 with a zero", "binary"),
        (bytes(range(1, 256)) * 40, "no text in a known encoding"),
        (b"Advertisement\n\nShare on Facebook\n", "no article text"),
        (b"word " * 60_000, "characters"),
        (gzip.compress(TEXT.encode())[:-12], "cannot be read"),
        (b"\x1f\x8b broken", "cannot be read"),
    ],
)
def test_what_is_no_article_is_refused_with_a_remedy(tmp_path, data, says):
    error = only_error(write(tmp_path, "a.txt", data))
    assert isinstance(error, UnreadableSource)
    assert says in str(error)


def test_missing_file_and_empty_folder(tmp_path):
    assert "No such file" in str(only_error(tmp_path / "none.txt"))
    assert "no article" in str(only_error(tmp_path))


def test_longer_texts_can_be_allowed(tmp_path):
    path = write(tmp_path, "a.txt", "word " * 60_000)
    assert read_article(path, SourceOptions(max_characters=400_000))


def test_impossible_given_date(tmp_path):
    error = only_error(write(tmp_path, "a.txt", TEXT), SourceOptions(published=date(1825, 1, 1)))
    assert isinstance(error, BadRecord)


def test_one_bad_line_costs_only_itself(tmp_path):
    lines = [
        json.dumps({"title": "Ministers meet", "text": BODY, "published": "2020-01-02", "outlet": "A", "byline": "Roe"}),
        "{not json",
        "[1]",
        json.dumps({"title": "No text"}),
        json.dumps({"text": 7}),
        json.dumps({"text": BODY, "published": "soon"}),
        json.dumps({"text": BODY, "published": "1066-10-14"}),
        "",
        json.dumps({"text": "w " * 200_000}),
        json.dumps({"text": "\ud800 " + BODY}),
    ]
    path = write(tmp_path, "pile.jsonl", "\n".join(lines))
    results = list(read_path(path))
    assert [r.source for r in results] == [f"{path}#{n}" for n in (1, 2, 3, 4, 5, 6, 7, 9, 10)]
    assert [isinstance(r, BadRecord) for r in results] == [False] + [True] * 7 + [False]
    first = results[0]
    assert first.text == TEXT
    assert (first.published.basis, first.byline, first.outlet) == ("metadata", "Roe", "A")


def test_lines_before_a_break_are_read(tmp_path):
    line = json.dumps({"text": BODY}) + "\n"
    data = gzip.compress((line * 2000).encode(), compresslevel=0)
    results = list(read_path(write(tmp_path, "pile.jsonl.gz", data[:-3000])))
    assert isinstance(results[0], Article)
    assert isinstance(results[-1], SourceError)
    assert len(results) > 1000


def test_bytes_that_are_not_utf8_cost_one_line(tmp_path):
    data = json.dumps({"text": BODY}).encode()
    results = list(read_path(write(tmp_path, "pile.jsonl", b'{"text": "\xff"}\n' + data)))
    assert [type(r) for r in results] == [BadRecord, Article]


def test_folders_are_read_in_order_and_files_once(tmp_path):
    (tmp_path / "sub").mkdir()
    for name in ("b.txt", "a.html", "sub/c.jsonl", ".hidden.txt", "notes.csv"):
        write(tmp_path, name, TEXT)
    names = [Path(found.name).name for found in find([tmp_path / "b.txt", tmp_path])]
    assert names == ["b.txt", "a.html", "c.jsonl"]


@pytest.mark.parametrize(
    ("data", "texts"),
    [
        (TEXT, [TEXT]),
        (json.dumps({"text": BODY}) + "\n" + json.dumps({"text": BODY}), [BODY, BODY]),
        (PAGE, [f"{TEXT}\n\n{BODY} Again."]),
    ],
)
def test_standard_input_is_told_by_its_first_character(monkeypatch, data, texts):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BufferedReader(io.BytesIO(data.encode()))))
    assert [result.text for result in read_sources(["-"])] == texts


def test_titles_are_put_in_front_unless_there():
    assert article_from_text(BODY, title="Ministers meet").text == TEXT
    assert article_from_text(TEXT, title="Ministers meet").text == TEXT
    assert article_from_text(TEXT.replace("\n\n", "\n"), title="Ministers  Meet").text == TEXT
    assert article_from_text(BODY).headline is None


def test_texts_at_hand_are_checked():
    with pytest.raises(UnreadableSource, match="empty"):
        article_from_text(" \n")
    with pytest.raises(BadRecord, match="cannot read the date"):
        article_from_text(BODY, published="soon")


def test_several_articles_are_not_one(tmp_path):
    path = write(tmp_path, "pile.jsonl", (json.dumps({"text": BODY}) + "\n") * 2)
    with pytest.raises(UnreadableSource, match="several"):
        read_article(path)


def test_transcripts_survive():
    text = f"World Briefing\n\nASHA ROE: {BODY}\n\nTOM POE: Badly in public, Asha.\n\nROE: And the others?"
    article = article_from_text(text)
    assert (article.text, article.left_out) == (text, ())


@given(st.binary(max_size=400), st.sampled_from([".txt", ".html", ".jsonl", ".txt.gz", ""]))
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_random_bytes_give_articles_or_errors(data, suffix):
    with tempfile.TemporaryDirectory() as folder:
        for result in read_path(write(Path(folder), f"x{suffix}", data)):
            assert isinstance(result, Article | SourceError)


@given(st.text(min_size=1, max_size=300))
@settings(deadline=None)
def test_text_and_what_is_left_out_make_up_the_input(text):
    try:
        article = article_from_text(text)
    except SourceError:
        return
    found = "".join(article.text.split()) + "".join("".join(out.text.split()) for out in article.left_out)
    assert sorted(found) == sorted("".join(text.replace("\ufeff", "").split()))
    assert article.headline is None or article.text[: article.headline.end] == article.title


def test_decode_names_the_source():
    with pytest.raises(UnreadableSource, match=r"x\.txt: is empty"):
        decode(b"", "x.txt")


@pytest.mark.parametrize("charset", ["iso-8859-1", "latin1", "us-ascii", "windows-1252"])
def test_western_labels_mean_windows_western(charset):
    page = f"<meta charset={charset}><p>They don\x92t say \x93no\x94</p>".encode("latin-1")
    assert "They don’t say “no”" in decode(page, "a.html")


def test_a_label_of_ascii_over_utf8():
    assert decode("They don’t say".encode(), "a", "us-ascii") == "They don’t say"


@pytest.mark.parametrize("charset", ["utf-7", "unicode_escape", "punycode", "hex"])
def test_labels_that_are_no_encoding_of_pages(tmp_path, charset):
    article = read_article(write(tmp_path, "a.txt", f'<meta charset="{charset}">\n\n+2AA- \\ud800 {BODY}'))
    assert "+2AA- \\ud800" in article.text


def test_a_name_of_bytes_that_are_no_utf8_can_be_stored(tmp_path):
    path = tmp_path / b"Pr\xe9sident.txt".decode("utf-8", "surrogateescape")
    try:
        path.write_bytes(TEXT.encode())
    except OSError as error:
        pytest.skip(f"this file system takes no such name: {error}")
    assert read_article(path).source.endswith(r"Pr\udce9sident.txt")
    path.write_bytes(b"")
    (error,) = read_path(path)
    assert r"Pr\udce9sident.txt" in str(error).encode("utf-8").decode()


def test_names_of_columns_that_are_no_utf8_are_told(tmp_path):
    error = only_error(write(tmp_path, "a.csv", "título;texto\na;b\n".encode("cp1252")))
    assert "the columns are título, texto" in str(error)


def test_a_headline_that_begins_like_a_mailbox(tmp_path):
    text = f"From Kyiv to Kherson: the war in 2024\n\n{BODY}\n\nFrom Moscow came no word in 2024\n"
    assert read_article(write(tmp_path, "frm", text)).title == "From Kyiv to Kherson: the war in 2024"
