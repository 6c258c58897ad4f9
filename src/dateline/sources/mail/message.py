"""One e-mail message to the article that it carries, or to the several of a digest.

Layout: RFC 5322 and 2045 to 2049 (messages and their parts), 2369 and 2919 (headers of lists), 3676 (flowed lines). Forwarded
messages open as Gmail, Outlook, Apple Mail and Thunderbird write it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import getaddresses, parsedate_to_datetime
from itertools import islice

from dateline.errors import BadRecord, SourceError, UnreadableSource
from dateline.records import LeftOut, Published
from dateline.sources.decoding import decode, decoded_as
from dateline.sources.drafts import Draft, same_words, with_title_in_front
from dateline.sources.lines import Line, Lines, lines_of_page, lines_of_text, paragraphs_of
from dateline.sources.mail.forwarded import Letter, innermost
from dateline.sources.publication_date import parse_days

MAX_MESSAGES = 1000
"""Messages within one message."""

_HEADER = re.compile(rb"(?:[!-9;-~]{1,60}:[ \t]?[^\r\n]*\r?\n(?:[ \t][^\r\n]*\r?\n)*){1,400}")
_NAMES = re.compile(
    rb"^(received|message-id|mime-version|return-path|from|date|subject|to|delivered-to):", re.IGNORECASE | re.MULTILINE
)
_LEAST_HEADERS = 4
_OPENING = 8
_SUBJECT = re.compile(r"^(?:(?:re|fwd?|wg|aw|tr|rv)\s*:\s*|\[[^\]]{1,40}\]\s*)+", re.IGNORECASE)
_LISTS = ("List-Id", "List-Unsubscribe", "List-Post", "List-Archive")


def is_mail(data: bytes, suffix: str) -> bool:
    """By the name; under other names than a text's or page's, by the headers that a message begins with."""
    if suffix in {".txt", ".html", ".htm"}:
        return False
    if suffix == ".eml":
        return True
    header = _HEADER.match(data[:50_000])
    return header is not None and len({name.lower() for name in _NAMES.findall(header[0])}) >= _LEAST_HEADERS


def drafts_of_mail(data: bytes, source: str) -> Iterator[Draft | SourceError]:
    """The draft of a message; of a digest, one for each message in it, called `source#N`. Raises UnreadableSource."""
    messages = list(islice(_messages(_parsed(data, source)), MAX_MESSAGES + 1))
    if len(messages) > MAX_MESSAGES:
        messages.pop()
        problem = f"more than {MAX_MESSAGES:,} messages in one; the first {MAX_MESSAGES:,} are read"
        yield BadRecord(source, problem, "save it as .mbox")
    for number, message in enumerate(messages, start=1):
        name = source if len(messages) == 1 else f"{source}#{number}" if "#" not in source else f"{source}.{number}"
        try:
            yield _draft(message, name)
        except SourceError as error:
            yield error


def _parsed(data: bytes, source: str) -> EmailMessage:
    try:
        return message_from_bytes(data, policy=policy.default)
    # The parser promises never to fail; on malformed headers it does.
    except Exception as error:
        raise UnreadableSource(source, f"the message cannot be parsed: {error}", "save it again") from error


def _messages(message: EmailMessage) -> Iterator[EmailMessage]:
    """The messages enclosed in a message, where it encloses any, else the message itself."""
    inner = [part for part in message.walk() if part.get_content_type() == "message/rfc822"]
    enclosed = [part for holder in inner for part in holder.iter_parts() if isinstance(part, EmailMessage)]
    leaves = [part for part in enclosed if not any(p.get_content_type() == "message/rfc822" for p in part.walk())]
    yield from leaves or [message]


def _draft(message: EmailMessage, source: str) -> Draft:
    try:
        lines = _lines(message, source)
        letter = innermost(_outer(message), lines)
    except SourceError:
        raise
    # Headers are parsed when they are looked at, and malformed ones raise whatever they like.
    except Exception as error:
        raise BadRecord(source, f"the message is malformed: {error or type(error).__name__}", "save it again") from error
    body, signed = _without_signature(letter.lines)
    text = "\n\n".join(paragraphs_of(_without_subject(body, letter.subject), lines.wrapped))
    if not text:
        raise BadRecord(source, "the message holds no text, only attachments or pictures", "save the article's page instead")
    draft = Draft(
        source,
        text,
        title=letter.subject,
        outlet=letter.sender if letter.to_list else None,
        byline=None if letter.to_list else letter.sender,
        published=_published(letter.date),
        url=_header(message, "Archived-At"),
        left_out=tuple(LeftOut(line.text, "forwarder's note") for line in letter.above)
        + tuple(LeftOut(line.text, "signature") for line in signed),
    )
    return with_title_in_front(draft, letter.subject) if letter.subject else draft


def _without_subject(lines: list[Line], subject: str | None) -> list[Line]:
    """Newsletters repeat their subject as a title, below a line or two of their own."""
    repeated = [n for n, line in enumerate(lines[:_OPENING]) if subject and same_words(line.text, subject)]
    return [line for n, line in enumerate(lines) if n not in repeated]


def _outer(message: EmailMessage) -> Letter:
    senders = getaddresses([_header(message, "From") or ""])
    name = senders[0][0] if senders else ""
    subject = _SUBJECT.sub("", _header(message, "Subject") or "")
    return Letter(
        " ".join(subject.split()) or None,
        " ".join(name.split()) or None,
        _header(message, "Date"),
        any(message.get(header) for header in _LISTS),
    )


def _header(message: EmailMessage, name: str) -> str | None:
    value = message.get(name)
    return str(value).strip().strip("<>") if name == "Archived-At" and value else str(value).strip() or None if value else None


def _published(date: str | None) -> Published | None:
    """The day in the sender's own time zone."""
    if not date:
        return None
    try:
        day = parsedate_to_datetime(date).date()
    except (ValueError, TypeError, IndexError, OverflowError):
        days = parse_days(date)
        return Published(*days, "metadata") if days else None
    return Published(day, day, "metadata")


def _lines(message: EmailMessage, source: str) -> Lines:
    """The lines of the part to read: markup before plain text, for it says where paragraphs end."""
    for kind in ("html", "plain"):
        part = message.get_body(preferencelist=(kind,))
        if not isinstance(part, EmailMessage) or part.get_content_maintype() != "text":
            continue
        text = _text(part, source)
        lines = lines_of_page(text, source) if part.get_content_subtype() == "html" else lines_of_text(_unflowed(text, part))
        if lines and lines.all:
            return lines
    return Lines((), "line")


def _text(part: EmailMessage, source: str) -> str:
    data = part.get_payload(decode=True)
    if not isinstance(data, bytes) or not data.strip():
        return ""
    charset = str(part.get_content_charset() or "utf-8")
    text = decoded_as(data, charset)
    return decode(data, source) if text is None else text.replace("\r\n", "\n").replace("\r", "\n")


def _unflowed(text: str, part: EmailMessage) -> str:
    """Flowed lines end in a space where the paragraph goes on."""
    if str(part.get_param("format", "")).lower() != "flowed":
        return text
    return re.sub(r"(?<=[^\n-]) \n(?!>)", " ", text)


def _without_signature(lines: list[Line]) -> tuple[list[Line], list[Line]]:
    """What stands below the line `--` is a signature, where it is short."""
    place = next((n for n in range(len(lines) - 1, -1, -1) if lines[n].text == "--"), len(lines))
    return (lines[:place], lines[place:]) if len(lines) - place <= 12 else (lines, [])
