"""Mailboxes: messages one after the other, each opened by a line `From ` (mbox; RFC 4155)."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from io import BufferedReader

from dateline.errors import BadRecord, SourceError, UnreadableSource
from dateline.records import Article
from dateline.sources.decoding import MAX_BYTES, readable
from dateline.sources.drafts import finish_all
from dateline.sources.mail.message import drafts_of_mail
from dateline.sources.metadata import MetadataRow
from dateline.sources.open_file import OpenFile
from dateline.sources.options import SourceOptions

OPENS = re.compile(rb"From \S{1,320}[ \t][^\n]{0,80}?\d\d:\d\d[^\n]{0,60}\d{4}[ \t\r]*(?:\n|$)")
"""The line that opens a message. Without a time of day "From Kyiv to Kherson: the war in 2024" would be one."""
_STUFFED = re.compile(rb"^>(>*From )", re.MULTILINE)


def articles_of_mailbox(
    file: OpenFile, options: SourceOptions, row: MetadataRow | None = None
) -> Iterator[Article | SourceError]:
    """An article or an error for each message, called `path#N` for the N-th; read one at a time, whatever the file's size."""
    number, path = 0, file.name
    for number, data in enumerate(_messages(file.stream, path), start=1):
        source = f"{path}#{number}"
        try:
            if len(data) > MAX_BYTES:
                raise BadRecord(source, f"the message is larger than {MAX_BYTES // 1_000_000} MB", "take out its attachments")
            yield from finish_all(drafts_of_mail(_STUFFED.sub(rb"\1", data), source), options, row)
        except SourceError as error:
            yield error
    if not number:
        raise UnreadableSource(path, "is empty", "leave it out")


def _messages(stream: BufferedReader | gzip.GzipFile, path: str) -> Iterator[bytes]:
    """The bytes of each message; of one that is too long, only so many that it is seen to be."""
    message = bytearray()
    begun, after_blank = False, True
    while line := _line(stream, path):
        if after_blank and OPENS.match(line):
            if begun:
                yield bytes(message)
            message.clear()
            begun = True
        elif len(message) <= MAX_BYTES:
            message += line
        after_blank = not line.strip()
    if begun or message.strip():
        yield bytes(message)


def _line(stream: BufferedReader | gzip.GzipFile, path: str) -> bytes:
    with readable(path):
        return stream.readline(MAX_BYTES)
