"""The encoding of a file that is read line by line: UTF-8, or what programs for tables write in its place."""

from __future__ import annotations

import codecs
import logging
from collections.abc import Iterable

from dateline.sources.decoding import guessed_encoding

logger = logging.getLogger(__name__)
_ENOUGH = 20_000
"""Bytes of lines that are not ASCII, by which an encoding is guessed."""


class LineDecoder:
    """Decodes lines as UTF-8; where no line that is not ASCII has been UTF-8, as the encoding that those seen so far are in.

    One damaged line among others of UTF-8 is given with its odd bytes as surrogates, so that the row it belongs to can be
    refused. `sample` is the beginning of the file. What is assumed is logged once.
    """

    def __init__(self, name: str, sample: Iterable[bytes] = ()) -> None:
        self._name, self._seen, self._has_utf8 = name, bytearray(), False
        self.encoding: str | None = None
        for line in sample:
            self._look_at(line)

    def decode(self, line: bytes) -> str:
        if self.encoding is not None:
            return line.decode(self.encoding, "replace")
        if _is_utf8(line):
            self._has_utf8 |= not line.isascii()
            return line.decode("utf-8")
        self._look_at(line)
        encoding = None if self._has_utf8 else guessed_encoding(bytes(self._seen))
        if encoding is not None and b"a,b\n".decode(encoding, "replace") == "a,b\n":
            self.encoding = encoding
            logger.warning("%s: it is not UTF-8 and is read as %s (save it as UTF-8 if that is wrong)", self._name, encoding)
            return line.decode(encoding, "replace")
        return line.decode("utf-8", "surrogateescape")

    def _look_at(self, line: bytes) -> None:
        if line.isascii() or line.startswith(codecs.BOM_UTF8):
            self._has_utf8 |= not line.isascii()
        elif _is_utf8(line):
            self._has_utf8 = True
        elif len(self._seen) < _ENOUGH:
            self._seen += line


def _is_utf8(line: bytes) -> bool:
    try:
        line.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True
