"""PDF files with a text layer, by pypdf: running heads dropped, line ends, hyphens and columns undone."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING, Any

from dateline.errors import UnreadableSource
from dateline.sources.lines import Lines
from dateline.sources.pdf_layout import Piece, Sheet, lines_of_sheets

if TYPE_CHECKING:
    from pypdf import PageObject, PdfReader

MAX_PAGES = 1000
MAX_CHARACTERS = 20_000_000
"""Of the whole file; an export of 500 articles has a tenth of that."""
_LEAST = 10
"""Letters a page, below which pages are pictures."""
_READABLE = 0.7
_OCR = "make a text layer with OCR software (such as ocrmypdf), or save the article as .txt"


def lines_of_pdf(data: bytes, source: str) -> Lines:
    """The paragraphs of a PDF file, numbered by page.

    Raises UnreadableSource for a file that is broken, encrypted, outsized or has no text layer, and where pypdf is not installed.
    """
    try:
        from pypdf import PdfReader
    except ImportError as error:
        problem = "is a PDF file, and pypdf, which reads them, is not installed"
        raise UnreadableSource(source, problem, "pip install 'dateline[workbench]'") from error
    # Whatever is wrong with the file is reported by the errors raised here.
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        sheets = list(_sheets(_readable(PdfReader(BytesIO(data)), source), source))
        lines = lines_of_sheets(sheets)
    except UnreadableSource:
        raise
    # The parser is fed whatever people saved; any failure of its is a failure to read this file.
    except Exception as error:
        problem = f"the PDF file is broken: {error or type(error).__name__}"
        raise UnreadableSource(source, problem, "fetch it again, or save it as .txt") from error
    _check_text(lines, len(sheets), source)
    return lines


def _readable(reader: PdfReader, source: str) -> PdfReader:
    if reader.is_encrypted and not reader.decrypt(""):
        raise UnreadableSource(source, "the PDF file is encrypted", "open it with its password and print it to a new PDF")
    if len(reader.pages) > MAX_PAGES:
        problem = f"{len(reader.pages):,} pages, more than the {MAX_PAGES:,} taken"
        raise UnreadableSource(source, problem, "split it, or export fewer articles at a time")
    return reader


def _sheets(reader: PdfReader, source: str) -> Iterator[Sheet]:
    size = 0
    for number, page in enumerate(reader.pages, start=1):
        pieces = _pieces(page)
        size += sum(len(piece.text) for piece in pieces)
        if size > MAX_CHARACTERS:
            raise UnreadableSource(source, f"page {number}: more than {MAX_CHARACTERS:,} characters so far", "split it")
        yield Sheet(number, float(page.mediabox.height), tuple(pieces))


def _pieces(page: PageObject) -> list[Piece]:
    """Text between two moves of the pen, with where it begins and how high its letters are."""
    found: list[Piece] = []

    def take(text: str, place: list[float], shift: list[float], font: Any, size: float) -> None:
        if text.strip():
            x, y = shift[4] * place[0] + shift[5] * place[2] + place[4], shift[4] * place[1] + shift[5] * place[3] + place[5]
            found.append(Piece(" ".join(text.split()), x, y, abs(size * (shift[3] or 1) * (place[3] or 1)) or 1.0))

    page.extract_text(visitor_text=take)
    return found


def _check_text(lines: Lines, pages: int, source: str) -> None:
    text = "".join(line.text for line in lines.all)
    letters = sum(c.isalnum() for c in text)
    if letters < _LEAST * pages:
        raise UnreadableSource(source, f"no text layer: {letters} letters on {pages} pages, which are pictures", _OCR)
    if letters < _READABLE * sum(not c.isspace() for c in text):
        raise UnreadableSource(source, "the text layer is no readable text: its fonts do not say which letters they show", _OCR)
