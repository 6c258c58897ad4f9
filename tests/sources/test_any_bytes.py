"""Whatever a file under one of the read suffixes holds, it gives articles or errors that name it."""

import tempfile
import zipfile
from io import BytesIO
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline.errors import SourceError
from dateline.records import Article
from dateline.sources import read_path

FILES = Path(__file__).parent / "services" / "files"
REAL = {path.name: path.read_bytes() for path in sorted(FILES.iterdir())}
SUFFIXES = [".docx", ".rtf", ".pdf", ".eml", ".mbox", ".ris", ".bib", ".csv", ".tsv", ".xlsx", ".txt", ".html", ""]
BEGINS = [
    b"", b"{\\rtf1\\ansi ", b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\n", b"PK\x03\x04", b"From a@b.c Mon Mar  3 10:00:00 2014\n",
    b"From: a\nDate: b\nSubject: =?utf-8?q?=\nTo: <\nContent-Type: multipart/mixed; boundary=\"=\"\n\n", b"TY  - NEWS\nL1  - ",
    b"@article{a, title = {", b"path,url\n", b"1 of 2 DOCUMENTS\n\nA\n\nMarch 3, 2014\n\nT\n\nLENGTH: 9 words\n\n",
    b"T\nO\nMarch 3, 2014\nLength: 9 words\nBody\n", b"HD  T\nLP  a\nAN  Document RURCOU0020140304ea330002r\n",
    b"Publication title: A\n\nFull text: b\n\nDatabase: c\n\n",
]  # fmt: skip
RELAXED = settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def check(data, suffix):
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"x{suffix}"
        path.write_bytes(data)
        results = list(read_path(path))
    assert results
    for result in results:
        assert isinstance(result, Article | SourceError)
        assert result.source.startswith(str(path))
        assert not isinstance(result, SourceError) or result.remedy


@given(st.sampled_from(BEGINS), st.binary(max_size=300), st.sampled_from(SUFFIXES))
@RELAXED
def test_any_bytes(begin, rest, suffix):
    check(begin + rest, suffix)


@given(st.sampled_from(sorted(REAL)), st.integers(0, 10**6), st.binary(min_size=1, max_size=8), st.integers(0, 2000))
@RELAXED
def test_damaged_exports(name, place, put, dropped):
    data = REAL[name]
    place %= len(data)
    check(data[:place] + put + data[place + dropped :], Path(name).suffix)


@given(
    st.binary(max_size=200), st.sampled_from(["word/document.xml", "xl/workbook.xml", "a"]), st.sampled_from([".docx", ".xlsx"])
)
@RELAXED
def test_any_parts_of_a_packed_document(part, name, suffix):
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr(name, part)
    check(packed.getvalue(), suffix)


@given(st.lists(st.sampled_from(["Body", "Length: 9 words", "End of Document", "March 3, 2014", "Load-Date: x", "text of it", "Graphic", "1 of 2 DOCUMENTS",
    "LENGTH: 9 words", "LOAD-DATE: x", "HD", "LP", "AN", "Document RURCOU0020140304ea330002r", "9 words", "(c) 2014", "Full text: a", "Database: b",
    "Publication title: c", "_" * 60, ""]), max_size=30))  # fmt: skip
@RELAXED
def test_fields_in_any_order(lines):
    check("\n".join(lines).encode(), ".txt")
