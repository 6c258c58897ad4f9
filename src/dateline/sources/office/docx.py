"""Word documents: the paragraphs of the main part, in their order, tables and text boxes included.

Layout: ECMA-376 part 1, section 17 (WordprocessingML). Headers, footers, foot-notes, comments and deleted text are not read.
"""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO
from xml.etree.ElementTree import Element, ParseError, iterparse

from dateline.errors import UnreadableSource
from dateline.sources.lines import Lines, lines_of_paragraphs

MAX_XML = 100_000_000
"""Bytes of the main part, unpacked: a thousand articles have a fifth of that; stops files that unpack to all of the memory."""

MAX_ELEMENTS = 3_000_000
"""A thousand articles have fewer; empty ones cost a hundred times their bytes in memory."""

_MAIN = "word/document.xml"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_NOT_SHOWN = frozenset({f"{_W}del", f"{_W}moveFrom", _FALLBACK})
_BREAKS = {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-"}
_OTHER = (("xl/", "an Excel file"), ("ppt/", "a PowerPoint file"), ("content.xml", "an OpenDocument file"))
_SAVE = "save it as .docx, .rtf or .txt"


def lines_of_docx(data: bytes, source: str) -> Lines:
    """The lines of a Word document; raises UnreadableSource for another kind of zip, a broken or an outsized one."""
    try:
        return lines_of_paragraphs(_paragraphs(_main_part(data, source)))
    except (ParseError, LookupError, ValueError) as error:
        raise UnreadableSource(source, f"the Word document is broken: {error}", _SAVE) from error


def _main_part(data: bytes, source: str) -> bytes:
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            if _MAIN not in archive.namelist():
                raise UnreadableSource(source, f"is {_kind(archive.namelist())}, not an article", _SAVE)
            with archive.open(_MAIN) as part:
                xml = part.read(MAX_XML + 1)
    # zipfile raises NotImplementedError for packings it does not know, RuntimeError for encrypted parts.
    except (zipfile.BadZipFile, zlib.error, OSError, EOFError, RuntimeError, ValueError) as error:
        raise UnreadableSource(source, f"is a zip archive that cannot be unpacked: {error}", _SAVE) from error
    if len(xml) > MAX_XML:
        raise UnreadableSource(source, f"unpacks to more than {MAX_XML // 1_000_000} MB", "export fewer articles at a time")
    if b"<!DOCTYPE" in xml[:4096] or b"<!ENTITY" in xml[:4096]:
        raise UnreadableSource(source, "defines entities of its own, which Word never does", _SAVE)
    return xml


def _kind(names: list[str]) -> str:
    return next((kind for begin, kind in _OTHER if any(name.startswith(begin) for name in names)), "a zip archive")


def _paragraphs(xml: bytes) -> Iterator[tuple[str, bool]]:
    """Text of each paragraph that is not empty, and whether its style is a heading's."""
    texts: list[list[str]] = [[]]
    headings = [False]
    hidden = 0
    for number, (event, element) in enumerate(iterparse(BytesIO(xml), events=("start", "end"))):
        if number > 2 * MAX_ELEMENTS:
            raise ValueError(f"it has more than {MAX_ELEMENTS:,} elements")
        if element.tag in _NOT_SHOWN:
            hidden += 1 if event == "start" else -1
        elif element.tag == f"{_W}p" and event == "start":
            texts.append([])
            headings.append(False)
        elif element.tag == f"{_W}p":
            text, heading = "".join(texts.pop()), headings.pop()
            element.clear()
            if text.strip():
                yield text, heading
        elif event == "end" and not hidden:
            if text := _text(element):
                texts[-1].append(text)
            headings[-1] = headings[-1] or _makes_heading(element)


def _text(element: Element) -> str:
    return element.text or "" if element.tag == f"{_W}t" else _BREAKS.get(element.tag, "")


def _makes_heading(element: Element) -> bool:
    style = element.get(f"{_W}val", "") if element.tag == f"{_W}pStyle" else ""
    return style.lower().startswith(("heading", "title"))
