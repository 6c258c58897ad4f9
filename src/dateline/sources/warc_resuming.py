"""Where the next record of a broken web archive begins."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from io import BufferedReader

_CHUNK = 1_000_000
_GZIP = b"\x1f\x8b\x08"
_RECORD = b"WARC/1."
_LINE = b"\n" + _RECORD
"""Pages about web archives hold the name of the format, but hardly at the beginning of a line."""
_OPENING = 4096


def next_record(file: BufferedReader, start: int) -> int | None:
    """The first place at or after `start` where a record, packed or not, can begin; None where there is none."""
    for place, opening in _candidates(file, start):
        if opening.startswith(_LINE):
            return place + 1
        if _unpacks_to_record(opening):
            return place
    return None


def _candidates(file: BufferedReader, start: int) -> Iterator[tuple[int, bytes]]:
    """Places where the first bytes of a record or of a gzip member stand, with what follows."""
    file.seek(start)
    kept, base = b"", start
    while chunk := file.read(_CHUNK):
        data = kept + chunk
        # The last bytes are looked at again with the next chunk, for an opening that lies across the border.
        end = len(data) - _OPENING if len(chunk) == _CHUNK else len(data)
        yield from ((base + place, data[place : place + _OPENING]) for place in _places(data, max(end, 0)))
        kept, base = data[max(end, 0) :], base + max(end, 0)


def _places(data: bytes, end: int) -> Iterator[int]:
    found = {sign: data.find(sign) for sign in (_GZIP, _LINE)}
    while waiting := [(place, sign) for sign, place in found.items() if 0 <= place < end]:
        place, sign = min(waiting)
        yield place
        found[sign] = data.find(sign, place + 1)


def _unpacks_to_record(opening: bytes) -> bool:
    try:
        return zlib.decompressobj(31).decompress(opening, len(_RECORD)).startswith(_RECORD)
    except zlib.error:
        return False
