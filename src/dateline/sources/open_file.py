"""A file opened for reading, packed and unpacked, with the first bytes that tell its kind."""

from __future__ import annotations

import gzip
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BufferedReader
from pathlib import Path

from dateline.sources.decoding import readable, unpacked
from dateline.sources.walk import STANDARD_INPUT

_HEAD = 1024


@dataclass(frozen=True, slots=True)
class OpenFile:
    """`raw` gives the bytes as stored, `stream` unpacked where they are gzip. Only one of the two may be read."""

    name: str
    raw: BufferedReader
    stream: BufferedReader | gzip.GzipFile

    @property
    def suffix(self) -> str:
        """The end of the name in small letters, without .gz."""
        return Path(self.name.lower().removesuffix(".gz")).suffix

    def head(self) -> bytes:
        """The first bytes of the content, without taking them; raises UnreadableSource where the packing is broken."""
        with readable(self.name):
            return self.stream.peek(_HEAD)[:_HEAD]

    def rewound(self) -> BufferedReader:
        """`raw` from its beginning, where the file can be rewound: its head may have been looked at."""
        if self.raw.seekable():
            self.raw.seek(0)
        return self.raw


@contextmanager
def opened(name: str) -> Iterator[OpenFile]:
    """The file of this name; `-` is standard input, which is not ours to close. Raises UnreadableSource."""
    with readable(name):
        if name == STANDARD_INPUT:
            raw = sys.stdin.buffer
            yield OpenFile(name, raw, unpacked(raw))  # type: ignore[arg-type]
            return
        with open(name, "rb") as file:
            yield OpenFile(name, file, unpacked(file))
