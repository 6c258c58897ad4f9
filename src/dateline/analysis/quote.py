"""Words of an article cut to a length that a reader can take in, at word and sentence boundaries."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from dateline.corroboration.sentence import sentence_around
from dateline.records import Span

ELLIPSIS = "…"
_LEADING, _TRAILING = " \n,;:–—-", " \n,;:–—-.!?"
_CLOSING = re.compile(r"[.,!?]?[”\"]")
_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Quote:
    """Quoted words with what stands before and after them in the same sentence; `…` marks each cut."""

    words: str
    before: str = ""
    after: str = ""

    @property
    def text(self) -> str:
        return f"{self.before}{self.words}{self.after}"


def quote_spans(text: str, spans: Sequence[Span], limit: int = 240) -> Quote:
    """The words of the spans, joined by an ellipsis where something stands between them, at most about `limit` characters."""
    joined = f" {ELLIPSIS} ".join(text[span.start : span.end].strip(" \n,;:–—") for span in spans)
    return Quote(_closed(_cut_right(_one_line(joined).rstrip(" ,;:–—"), limit)))


def quote_in_sentence(text: str, span: Span, limit: int = 200) -> Quote:
    """The words of `span` within their sentence, of which at most about `limit` characters are shown around them."""
    sentence = sentence_around(text, span)
    span = _whole_words(text, span, sentence)
    words = _one_line(text[span.start : span.end])
    before = _keep_edge(text[sentence.start : span.start]).lstrip()
    after = _keep_edge(text[span.end : sentence.end]).rstrip()
    room = max(limit - len(words), 40)
    left, right = _shares(len(before), len(after), room)
    return _balanced(Quote(words, _cut_left(before, left), _cut_right(after, right)))


def shortened(quote: Quote, limit: int) -> Quote:
    """The quote cut to about `limit` characters, the words themselves last."""
    if len(quote.text) <= limit:
        return quote
    if not quote.before and not quote.after:
        return Quote(_closed(_cut_right(quote.words, limit)))
    left, right = _shares(len(quote.before), len(quote.after), max(limit - len(quote.words), 40))
    return _balanced(Quote(quote.words, _cut_left(quote.before, left), _cut_right(quote.after, right)))


def _whole_words(text: str, span: Span, sentence: Span) -> Span:
    """The span without punctuation at its edges, and out to the ends of words; with the mark that closes a quotation in it."""
    start, end = span
    while start < end - 1 and text[start] in _LEADING:
        start += 1
    while end > start + 1 and text[end - 1] in _TRAILING:
        end -= 1
    while start > sentence.start and text[start - 1].isalnum() and text[start].isalnum():
        start -= 1
    while end < sentence.end and text[end - 1].isalnum() and text[end].isalnum():
        end += 1
    closing = _CLOSING.match(text, end, sentence.end)
    return Span(start, closing.end() if closing and _opened(text[start:end]) else end)


def _opened(words: str) -> bool:
    return words.count("“") > words.count("”") or words.count('"') % 2 == 1


def _balanced(quote: Quote) -> Quote:
    """With the quotation marks that a cut or the end of a sentence has taken away."""
    text = quote.text
    opened, closed, curly = text.find("“"), text.find("”"), text.count("“") - text.count("”")
    if curly and text.count('"') % 2:
        return quote
    if text.count('"') % 2:
        if _opens(text):
            return Quote(quote.words, quote.before, f'{quote.after}"')
        return Quote(quote.words, f'"{quote.before}', quote.after)
    before = f"“{quote.before}" if closed >= 0 and (opened < 0 or closed < opened) else quote.before
    return Quote(quote.words, before, f"{quote.after}”" if curly > 0 else quote.after)


def _opens(text: str) -> bool:
    """Whether the last of an odd number of straight marks opens a quotation: it stands before a word."""
    last = text.rindex('"')
    return text[last + 1 : last + 2].strip() != "" and (last == 0 or not text[last - 1].isalnum())


def _closed(words: str) -> str:
    """Close the last quotation that a cut has left open; a curly mark may be closed by a straight one."""
    curly, straight = words.count("“") - words.count("”"), words.count('"') % 2
    if curly > 0 and not straight:
        return f"{words}”"
    return f'{words}"' if straight and not curly else words


def _shares(before: int, after: int, room: int) -> tuple[int, int]:
    half = room // 2
    if before <= half:
        return before, room - before
    if after <= half:
        return room - after, after
    return half, half


def _one_line(text: str) -> str:
    return _SPACE.sub(" ", text).strip()


def _keep_edge(text: str) -> str:
    return _SPACE.sub(" ", text)


def _cut_right(text: str, limit: int) -> str:
    if len(text) <= limit:
        return text
    head = text[: limit + 1].rsplit(" ", 1)[0] if " " in text[: limit + 1] else text[:limit]
    return head.rstrip(" ,;:–—-") + ELLIPSIS


def _cut_left(text: str, limit: int) -> str:
    if len(text) <= limit:
        return text
    tail = text[len(text) - limit :]
    return ELLIPSIS + (tail.split(" ", 1)[1] if " " in tail else tail)
