"""Which feeds a user means: addresses, lists of them as text, lists of them as OPML."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from lxml import etree  # type: ignore[import-untyped]

from dateline.errors import BadRecord, SourceError, UnreadableSource
from dateline.sources.decoding import decode, read_all, readable

_ADDRESS = re.compile(r"https?://[^\s<>\"]+", re.IGNORECASE)
_OPML = re.compile(r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.{0,2000}?-->\s*)*<opml\b", re.IGNORECASE | re.DOTALL)
_REMEDY = "give addresses that begin with http:// or https://, a file with one a line, or OPML"


def read_feed_lists(words: Iterable[str]) -> Iterator[str | SourceError]:
    """Addresses of feeds in the order given, each once: from addresses and from files that list them; what fails is an error."""
    seen: set[str] = set()
    for word in words:
        try:
            for found in _feeds(word):
                if isinstance(found, SourceError) or found not in seen:
                    seen.add(str(found))
                    yield found
        except SourceError as error:
            yield error


def _feeds(word: str) -> Iterator[str | SourceError]:
    if _ADDRESS.fullmatch(word):
        yield word
        return
    if "://" in word:
        raise UnreadableSource(word, "is no address of a feed", _REMEDY)
    with readable(word), open(word, "rb") as file:
        text = decode(read_all(file, word), word)
    if Path(word).suffix.lower() == ".opml" or _OPML.match(text):
        yield from _of_opml(text, word)
    else:
        yield from _of_lines(text, word)


def _of_lines(text: str, path: str) -> Iterator[str | SourceError]:
    """One address a line; a line that begins with # is a remark."""
    for number, line in enumerate(text.split("\n"), start=1):
        line = line.strip()
        if _ADDRESS.fullmatch(line):
            yield line
        elif line and not line.startswith("#"):
            yield BadRecord(f"{path}#{number}", f"{line[:80]!r} is no address of a feed", _REMEDY)


def _of_opml(text: str, path: str) -> Iterator[str | SourceError]:
    """The feeds of all outlines, however deep."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, recover=True)
    try:
        root = etree.fromstring(text.encode("utf-8"), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise UnreadableSource(path, f"is no OPML: {error}", _REMEDY) from error
    outlines = list(root.iter("outline")) if root is not None else []
    given = [address for outline in outlines if (address := outline.get("xmlUrl") or outline.get("xmlurl"))]
    if not given:
        raise UnreadableSource(path, "the OPML names no feed (no outline has xmlUrl)", _REMEDY)
    for address in given:
        address = address.strip()
        yield address if _ADDRESS.fullmatch(address) else BadRecord(path, f"{address[:80]!r} is no address of a feed", _REMEDY)
