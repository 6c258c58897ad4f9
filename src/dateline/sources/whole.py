"""Files that are read as a whole: an export of several articles, or one page, text or document."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from dateline.errors import SourceError, UnreadableSource
from dateline.records import Article
from dateline.sources.decoding import decode
from dateline.sources.drafts import Draft, finish_all
from dateline.sources.lines import Lines, lines_of_page, lines_of_text
from dateline.sources.mail.message import drafts_of_mail, is_mail
from dateline.sources.metadata import MetadataRow
from dateline.sources.office import lines_of_docx, lines_of_rtf
from dateline.sources.options import SourceOptions
from dateline.sources.page import draft_of_page
from dateline.sources.pdf import lines_of_pdf
from dateline.sources.plain import draft_of_lines, draft_of_text
from dateline.sources.saved_page import address_saved_from, is_mhtml, page_of_mhtml
from dateline.sources.services import SERVICES, service_of

Drafts = Iterator[Draft | SourceError]

_PAGE = re.compile(r"\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype\s+html|html\b)", re.IGNORECASE)
_EXPORT = re.compile(
    r"\d (?:of|von|de|sur) \d+ (?:DOCUMENT|DOKUMENT)|End of Document|Load-Date:|(?:Document|Dokument) [A-Z]{2,}[A-Z0-9]*\d{8}"
    r"|ProQuest document|Publication title:|Full text:",
    re.IGNORECASE,
)
"""What every export has somewhere, and few other files: the others need not be parsed twice."""
_LAID_OUT = ((b"PK\x03\x04", lines_of_docx), (b"{\\rtf", lines_of_rtf), (b"%PDF", lines_of_pdf))
"""How files begin that keep text with its layout, and what reads their lines."""


def articles_of_file(
    data: bytes, name: str, options: SourceOptions, row: MetadataRow | None = None
) -> Iterator[Article | SourceError]:
    """The articles of one file; those of an export are called `path#N`, N counted from 1. Raises UnreadableSource."""
    yield from finish_all(drafts_of_file(data, name, options), options, row)


def drafts_of_file(data: bytes, name: str, options: SourceOptions) -> Drafts:
    """The same as drafts, for callers who know more about the file than it says itself. Raises UnreadableSource."""
    for begin, read in _LAID_OUT:
        if data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n").startswith(begin):
            return _laid_out(read(data, name), name)
    if is_mhtml(suffix_of(name), data):
        html, address = page_of_mhtml(data, name)
        return iter([_saved(html, name, options, address)])
    if is_mail(data, suffix_of(name)):
        return drafts_of_mail(data, name)
    return _text_or_page(decode(data, name), name, options)


def suffix_of(name: str) -> str:
    """The end of a file's name in small letters, without .gz."""
    return Path(name.lower().removesuffix(".gz")).suffix


def _laid_out(lines: Lines, name: str) -> Drafts:
    if service := service_of(lines, SERVICES):
        yield from service.split(lines, name)
        if lines.cut:
            last = lines.all[-1].number if lines.all else 0
            yield UnreadableSource(name, f"breaks off after {lines.unit} {last}", "fetch the file again")
    elif lines.cut:
        raise UnreadableSource(name, "breaks off before its end", "fetch the file again")
    else:
        yield draft_of_lines(lines, name)


def _text_or_page(text: str, name: str, options: SourceOptions) -> Drafts:
    page = _is_page(name, text)
    lines = _lines(text, page, name) if _EXPORT.search(text) else None
    if lines and (service := service_of(lines, SERVICES)):
        yield from service.split(lines, name)
    else:
        yield _saved(text, name, options, address_saved_from(text)) if page else draft_of_text(text, name)


def _saved(html: str, name: str, options: SourceOptions, address: str | None) -> Draft:
    """A page, with the address that it was saved from where it names none itself."""
    draft = draft_of_page(html, name, options)
    return draft if draft.url and draft.url.startswith("http") else replace(draft, url=address or draft.url)


def _lines(text: str, page: bool, name: str) -> Lines | None:
    return lines_of_page(text, name) if page else lines_of_text(text)


def _is_page(name: str, text: str) -> bool:
    """By the name; a whole page under another name, and any markup where the name says nothing, count too."""
    kind = suffix_of(name)
    unnamed = kind != ".txt" and text.lstrip().startswith("<")
    return kind in {".html", ".htm"} or unnamed or _PAGE.match(text) is not None
