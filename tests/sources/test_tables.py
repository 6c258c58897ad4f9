"""Tables of articles: CSV and Parquet."""

import csv
import datetime
import gzip
import io
import random

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from dateline.errors import BadRecord, SourceError, UnreadableSource
from dateline.records import Article
from dateline.sources import JsonFields, SourceOptions, read_path

BODY = "The ministers of Ruritania met in the capital on Monday, and they said that “talks”, at last, would go on."
ROW = {
    "title": "Ministers meet",
    "text": BODY,
    "published": "2020-01-02",
    "outlet": "A",
    "url": "https://a.example/1",
    "byline": "Roe",
}


def read(path, data, options=None):
    path.write_bytes(data)
    return list(read_path(path, options))


def as_csv(rows, separator=","):
    out = io.StringIO()
    writer = csv.DictWriter(out, list(rows[0]), delimiter=separator)
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue().encode()


def as_parquet(rows, **more):
    out = io.BytesIO()
    pq.write_table(pa.Table.from_pylist(rows), out, **more)
    return out.getvalue()


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.csv", as_csv([ROW])), ("a.csv", b"\xef\xbb\xbf" + as_csv([ROW], ";")), ("a.tsv", as_csv([ROW], "\t")),
        ("a.parquet", as_parquet([ROW])), ("table", as_parquet([ROW | {"published": datetime.date(2020, 1, 2)}])),
        ("a.parquet", as_parquet([ROW | {"published": datetime.datetime(2020, 1, 2, 3, 4)}])),
    ],
)  # fmt: skip
def test_a_row_is_an_article(tmp_path, name, data):
    (article,) = read(tmp_path / name, data)
    assert article.text == f"Ministers meet\n\n{BODY}"
    assert str(article.published.start) == "2020-01-02"
    assert (article.published.basis, article.outlet, article.url, article.byline) == (
        "metadata",
        "A",
        "https://a.example/1",
        "Roe",
    )


def test_columns_may_have_other_names(tmp_path):
    rows = [{"body": BODY, "n": 1}]
    options = SourceOptions(fields=JsonFields(text="body"))
    for name, data in (("a.csv", as_csv(rows)), ("a.parquet", as_parquet(rows))):
        (article,) = read(tmp_path / name, data, options)
        assert article.text == BODY
        (error,) = read(tmp_path / name, data)
        assert isinstance(error, UnreadableSource)
        assert "body" in str(error)
        assert "--fields" in str(error)


def test_a_bad_row_of_csv_costs_only_itself(tmp_path):
    rows = [ROW, ROW | {"text": ""}, ROW | {"published": "soon"}, ROW | {"title": "Three"}]
    lines = as_csv(rows).splitlines(keepends=True)
    lines[-1:-1] = [b"a,b,c,d,e,f,g\n", b'"\xff' + lines[1].replace(b'"', b"") + b'"\n', b",,,,,\n", b"x\0\n"]
    results = read(tmp_path / "a.csv", b"".join(lines))
    assert [type(r) for r in results] == [Article] + [BadRecord] * 5 + [Article]
    assert [int(r.source.rpartition("#")[2]) for r in results] == [2, 3, 4, 5, 6, 9, 10]


@pytest.mark.parametrize("data", [b"a\rb,text\n", b"", b"\n\n", b'"text\n'])
def test_a_first_line_that_names_no_columns(tmp_path, data):
    (error,) = read(tmp_path / "a.csv", data)
    assert isinstance(error, UnreadableSource)


def test_cells_may_hold_lines(tmp_path):
    body = f"{BODY}\n\n{BODY} Again."
    (article,) = read(tmp_path / "a.csv", as_csv([ROW | {"text": body}]))
    assert article.text.endswith(body)


def test_a_quotation_mark_without_its_pair_is_one_error(tmp_path):
    results = read(tmp_path / "a.csv", as_csv([ROW]) + b'x,"never closed,2020\n' * 3)
    assert isinstance(results[0], Article)
    assert [isinstance(r, SourceError) for r in results[1:]] == [True] * (len(results) - 1)


def test_parquet_is_read_by_row_groups(tmp_path):
    rows = [ROW | {"title": f"Ministers meet {n}"} for n in range(300)] + [ROW | {"text": None}]
    results = read(tmp_path / "a.parquet", as_parquet(rows, row_group_size=100))
    assert [r.source.rpartition("#")[2] for r in results] == [str(n + 1) for n in range(301)]
    assert isinstance(results[-1], BadRecord)


def test_a_text_repeated_in_parquet_takes_memory_once(tmp_path):
    """500 rows that share one text of 10 million characters: 5 GB if they were written out."""
    text = pa.array(["w " * 5_000_000]).dictionary_encode()
    column = pa.DictionaryArray.from_arrays(pa.array([0] * 500, pa.int32()), text.dictionary)
    path = tmp_path / "a.parquet"
    pq.write_table(pa.table({"text": column.cast(pa.dictionary(pa.int32(), pa.string()))}), path, store_schema=False)
    before = pa.total_allocated_bytes()
    for number, result in enumerate(read_path(path)):
        assert isinstance(result, BadRecord)
        assert pa.total_allocated_bytes() - before < 80_000_000
        if number == 5:
            break


@pytest.mark.parametrize("data", [b"PAR1", b"PAR1" + b"\0" * 100 + b"PAR1", as_parquet([ROW])[:-20], b"", b"text"])
def test_broken_parquet_is_one_error(tmp_path, data):
    (error,) = read(tmp_path / "a.parquet", data)
    assert isinstance(error, SourceError)
    assert error.remedy


def test_long_lines_of_json_cost_only_themselves(tmp_path, monkeypatch):
    monkeypatch.setattr("dateline.sources.decoding.MAX_BYTES", 5_000)
    good = b'{"text": "' + BODY.encode() + b'"}\n'
    results = read(tmp_path / "a.jsonl", good + b'{"text": "' + b"w " * 20_000 + b'"}\n' + good)
    assert [type(r) for r in results] == [Article, UnreadableSource, Article]
    assert results[1].source.endswith("#2")


WESTERN = BODY.replace("Ruritania", "Curaçao") + " It cost €40 – a “trifle”; the rest, they said, would follow."


def in_western(rows, separator=";"):
    return as_csv([{"text": ""} | row for row in rows], separator).decode().encode("cp1252")


def test_windows_western_with_semicolons_is_read_and_told(tmp_path, caplog):
    rows = [ROW | {"text": WESTERN, "title": f"Café, no. {n}"} for n in range(3)]
    with caplog.at_level("INFO", logger="dateline"):
        results = read(tmp_path / "a.csv", in_western(rows))
    assert [article.text for article in results] == [f"Café, no. {n}\n\n{WESTERN}" for n in range(3)]
    assert "it is not UTF-8 and is read as cp1252" in caplog.text
    assert "parted by semicolons" in caplog.text
    assert caplog.text.count("not UTF-8") == 1


def test_the_first_odd_sign_may_stand_far_down(tmp_path):
    plain = [ROW | {"title": str(n), "text": BODY.replace("“", '"').replace("”", '"')} for n in range(1_500)]
    results = read(tmp_path / "a.csv", in_western([*plain, ROW | {"text": WESTERN}]))
    assert len(results) == 1_501
    assert results[-1].text.endswith(WESTERN)


def test_cyrillic_is_not_taken_for_western(tmp_path):
    words = "Министры встретились в столице в понедельник и заявили, что переговоры будут продолжены на этой неделе. "
    rows = [{"title": "Переговоры", "text": words * 3}]
    (article,) = read(tmp_path / "a.csv", as_csv(rows, ";").decode().encode("cp1251"), SourceOptions(any_language=True))
    assert article.text.startswith("Переговоры\n\nМинистры")


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_the_separator_is_the_one_that_fits_the_rows(tmp_path, separator):
    rows = [{"text": WESTERN.replace("; the", " | the"), "note, or | more; in\twords": "a, b; c | d"} for _ in range(3)]
    results = read(tmp_path / "a.csv", as_csv(rows, separator))
    assert [article.text for article in results] == [rows[0]["text"]] * 3


def test_a_table_that_breaks_off_gives_what_is_sound(tmp_path):
    whole = gzip.compress(as_csv([ROW | {"title": f"{n} {random.Random(n).random()}"} for n in range(400)]))
    results = read(tmp_path / "a.csv.gz", whole[:-200])
    assert [type(r) for r in results[:100]] == [Article] * 100
    assert isinstance(results[-1], SourceError)
