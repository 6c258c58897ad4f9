"""Pages as browsers save them: with the address in a comment (Chrome, SingleFile), or whole in one MIME file (.mhtml)."""

from __future__ import annotations

import email.parser
import email.policy
import re
from collections.abc import Iterator
from email.errors import MessageError
from email.message import Message

from dateline.errors import UnreadableSource
from dateline.sources.decoding import decode

_HEAD = 20_000
_SAVED_FROM = re.compile(r"<!--\s{0,9}saved from url=\(\d{1,6}\)(?P<url>https?://[^\s<>]{1,2000})\s{0,9}-->", re.IGNORECASE)
_SINGLE_FILE = re.compile(r"<!--\s{0,9}Page saved with SingleFile\s{1,9}url: (?P<url>https?://[^\s<>]{1,2000})", re.IGNORECASE)
_MIME = re.compile(
    rb"(?:[\w-]{1,50}:[^\n]{0,500}\n(?:[ \t][^\n]{0,500}\n)*){0,30}?Content-Type:\s*multipart/related", re.IGNORECASE
)
_OTHER = frozenset({".txt", ".html", ".htm", ".eml", ".mbox"})
_MOST_PARTS = 10_000
_REMEDY = "save the page again, as HTML or as MHTML"


def address_saved_from(html: str) -> str | None:
    """The address that the browser noted when it saved the page."""
    head = html[:_HEAD]
    match = _SAVED_FROM.search(head) or _SINGLE_FILE.search(head)
    return match["url"] if match else None


def is_mhtml(suffix: str, data: bytes) -> bool:
    """Whether a file is a page in a MIME file, by its name or its first lines."""
    return suffix in {".mhtml", ".mht"} or (suffix not in _OTHER and _MIME.match(data) is not None)


def page_of_mhtml(data: bytes, source: str) -> tuple[str, str | None]:
    """The HTML of the page in a MIME file (RFC 2557) and its address; raises UnreadableSource where there is none."""
    try:
        message = email.parser.BytesParser(policy=email.policy.compat32).parsebytes(data)
        part = next(_pages(message), None)
        body = part.get_payload(decode=True) if part is not None else None
    # The parser is fed whatever people saved; any failure of its is a failure to read this file.
    except (MessageError, ValueError, LookupError, AttributeError, TypeError, RecursionError) as error:
        raise UnreadableSource(source, f"the MIME file cannot be taken apart: {error}", _REMEDY) from error
    if part is None or not isinstance(body, bytes):
        raise UnreadableSource(source, "no page in the MIME file", _REMEDY)
    html = decode(body, source, part.get_content_charset())
    return html, _address(message, part)


def _pages(message: Message) -> Iterator[Message]:
    """Parts that are pages, the first of them the one that was saved; frames and advertisements come after it."""
    waiting, seen = [message], 0
    while waiting and seen < _MOST_PARTS:
        part, seen = waiting.pop(), seen + 1
        inner = part.get_payload()
        if isinstance(inner, list):
            waiting += [each for each in reversed(inner) if isinstance(each, Message)]
        elif part.get_content_type() in {"text/html", "application/xhtml+xml"}:
            yield part


def _address(message: Message, part: Message) -> str | None:
    for value in (message.get("Snapshot-Content-Location"), part.get("Content-Location"), message.get("Content-Location")):
        address = str(value or "").strip()
        if address.startswith(("http://", "https://")):
            return address
    return None
