"""Bytes to text: compression, encodings, and the refusal of what is no text."""

from __future__ import annotations

import codecs
import gzip
import re
import unicodedata
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from io import BufferedReader

from charset_normalizer import from_bytes

from dateline.errors import UnreadableSource

MAX_BYTES = 50_000_000
"""Largest single page or text, unpacked; stops a gzip file that unpacks to all of the memory."""

_GZIP = b"\x1f\x8b"
_BINARY = {
    b"%PDF": "a PDF file",
    b"PK\x03\x04": "a zip archive or an Office file",
    b"\x89PNG": "a PNG image",
    b"\xff\xd8\xff": "a JPEG image",
    b"GIF8": "a GIF image",
    b"\xd0\xcf\x11\xe0": "an old Office file",
    b"7z\xbc\xaf": "a 7-zip archive",
    b"BZh": "a bzip2 file",
    b"PAR1": "a Parquet file",
}
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w-]+)""", re.IGNORECASE)
_WESTERN = frozenset("‘’“”–—…•\xa0£€©®°·«»¢§½¼¾´")
_MEANT = {"iso8859-1": "cp1252", "iso8859-9": "cp1254", "iso8859-11": "cp874"}
"""Not ASCII, whose label stands over UTF-8 as often as over Windows Western."""
_NEVER = frozenset({"utf-7", "unicode-escape", "raw-unicode-escape", "punycode", "idna"})
_SURROGATE = re.compile("[\ud800-\udfff]")
_SAVE_AS_UTF8 = "save it as a UTF-8 text"


def unpacked(stream: BufferedReader) -> BufferedReader | gzip.GzipFile:
    """The stream itself, or its unpacked content where it begins like a gzip file."""
    return gzip.GzipFile(fileobj=stream) if stream.peek(2)[:2] == _GZIP else stream


def read_all(stream: BufferedReader | gzip.GzipFile, source: str) -> bytes:
    """All bytes; raises UnreadableSource where there are more than MAX_BYTES or the packing is broken."""
    with readable(source):
        data = stream.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise UnreadableSource(source, f"more than {MAX_BYTES // 1_000_000} MB for one article", "split it into articles")
    return data


def lines_of(stream: BufferedReader | gzip.GzipFile, source: str) -> Iterator[bytes | UnreadableSource]:
    """Lines of a file of many articles, and an error for one that is longer than MAX_BYTES.

    Raises UnreadableSource where the file breaks off, after the lines that are sound.
    """
    number = 0
    while line := _line(stream, source):
        number += 1
        if len(line) <= MAX_BYTES:
            yield line
            continue
        while line and not line.endswith(b"\n"):
            line = _line(stream, source)
        problem = f"the line is longer than {MAX_BYTES // 1_000_000} MB"
        yield UnreadableSource(f"{source}#{number}", problem, "write one article a line")


def _line(stream: BufferedReader | gzip.GzipFile, source: str) -> bytes:
    with readable(source):
        return stream.readline(MAX_BYTES + 1)


@contextmanager
def readable(source: str) -> Iterator[None]:
    """Turn errors of the disk and of broken packing into UnreadableSource."""
    try:
        yield
    except (OSError, EOFError, zlib.error) as error:
        problem = getattr(error, "strerror", None) or str(error)
        raise UnreadableSource(source, f"cannot be read: {problem}", "check the path, or fetch the file again") from error


def decode(data: bytes, source: str, charset: str | None = None) -> str:
    """Text of bytes: by a byte order mark, the `charset` a server named, a page's own declaration, as UTF-8, else by a guess.

    Raises UnreadableSource for empty and binary content. Line ends become a plain newline.
    """
    if not data.strip():
        raise UnreadableSource(source, "is empty", "leave it out")
    _refuse_binary(data, source)
    text = _decoded(data, charset)
    if text is None or _is_noise(text):
        raise UnreadableSource(source, "is no text in a known encoding", _SAVE_AS_UTF8)
    text = text.replace("\r\n", "\n").replace("\r", "\n").lstrip("\ufeff")
    if not text.strip():
        raise UnreadableSource(source, "is empty", "leave it out")
    return text


def _refuse_binary(data: bytes, source: str) -> None:
    kind = next((name for magic, name in _BINARY.items() if data.startswith(magic)), None)
    if kind is None and b"\0" in data and not any(data.startswith(bom) for bom, _ in _BOMS):
        kind = "a binary file or a UTF-16 text without its mark"
    if kind:
        raise UnreadableSource(source, f"is {kind}, not an article", _SAVE_AS_UTF8)


def _decoded(data: bytes, charset: str | None) -> str | None:
    declared = _DECLARED.search(data[:4096])
    candidates = [name for bom, name in _BOMS if data.startswith(bom)][:1]
    candidates += [charset] if charset else []
    candidates += [declared[1].decode("ascii", "replace")] if declared else []
    for encoding in (*candidates, "utf-8"):
        if (text := decoded_as(data, encoding)) is not None:
            return text
    return _guessed(data)


def decoded_as(data: bytes, charset: str) -> str | None:
    """Text of bytes by the name of an encoding, as browsers take it (WHATWG, Encoding Standard); None where they do not fit."""
    try:
        name = codecs.lookup(charset).name.replace("_", "-")
        text = None if name in _NEVER else _in(data, _MEANT.get(name, name), name)
    except (ValueError, LookupError):
        return None
    return None if text is None or _SURROGATE.search(text) else text


def _in(data: bytes, meant: str, named: str) -> str:
    try:
        return data.decode(meant)
    except UnicodeError:
        return data.decode(named)  # Windows code pages have bytes without a character


def _guessed(data: bytes) -> str | None:
    encoding = guessed_encoding(data)
    return _SURROGATE.sub("\ufffd", data.decode(encoding, "replace")) if encoding else None


def guessed_encoding(data: bytes) -> str | None:
    """Windows Western where all its characters are usual in English news, else what charset-normalizer finds."""
    western = decoded_as(data, "cp1252")
    if western is not None and _looks_western(western):
        return "cp1252"
    best = from_bytes(data[:200_000]).best()
    return best.encoding if best else None


def _looks_western(text: str) -> bool:
    """Accented letters are rare in English: many of them are another alphabet, read wrongly."""
    high = [c for c in text if c >= "\x80" and c not in _WESTERN]
    return all(c.isalpha() for c in high) and len(high) * 20 <= len(text)


def _is_noise(text: str) -> bool:
    """Control characters or undecodable ones beyond a few strays."""
    sample = text[:20_000]
    odd = sum(c == "\ufffd" or (unicodedata.category(c) in {"Cc", "Cn", "Co", "Cs"} and c not in "\n\r\t\f") for c in sample)
    return odd > 2 + len(sample) // 100
