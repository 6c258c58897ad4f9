r"""Rich Text Format: the paragraphs of the body, one for each \par, cell or page.

Layout: Rich Text Format Specification 1.9.1 (Microsoft, 2008). Headers, footers, pictures, notes, hidden and deleted text and all
destinations marked \* are not read.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from dateline.errors import UnreadableSource
from dateline.sources.lines import Lines, lines_of_paragraphs

MAX_DEPTH = 500
"""Groups within groups; Word writes fewer than 20."""

_TOKEN = re.compile(
    r"\\(?P<word>[a-zA-Z]{1,32})(?P<number>-?\d{1,10})?\x20?|\\'(?P<byte>[0-9a-fA-F]{2})|\\(?P<sign>[^a-zA-Z])"
    r"|(?P<brace>[{}])|(?P<plain>[^\\{}\r\n]+)|[\r\n]+|\\",
    re.DOTALL,
)
_NOT_BODY = frozenset(
    (
        "colortbl stylesheet info pict header headerl headerr headerf footer footerl footerr footerf object listtable "
        "listoverridetable rsidtbl generator themedata datastore xmlnstbl latentstyles fldinst nonshppict bkmkstart bkmkend "
        "footnote annotation atnid atnauthor filetbl revtbl operator xe tc fonttbl"
    ).split()
)
_ENDS = frozenset({"par", "sect", "page", "cell", "row", "nestcell", "nestrow"})
_SIGNS = {
    "line": "\n", "tab": "\t", "emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”",
    "bullet": "•", "emspace": " ", "enspace": " ", "qmspace": " ",
}  # fmt: skip
_ESCAPED = {"~": "\xa0", "_": "-", "-": "", "\\": "\\", "{": "{", "}": "}", "\n": "\n", "\r": "\n"}
_CODE_PAGES = {
    0: "cp1252", 128: "cp932", 129: "cp949", 134: "cp936", 136: "cp950", 161: "cp1253", 162: "cp1254", 163: "cp1258",
    177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874", 238: "cp1250",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Group:
    """What holds within one pair of braces."""

    skipped: bool = False
    fonts: bool = False
    hidden: bool = False
    fallback: int = 1
    code_page: str | None = None


@dataclass(slots=True)
class _Reading:
    """A file read up to some token; what is read is given out as paragraphs."""

    source: str
    groups: list[_Group] = field(default_factory=lambda: [_Group()])
    parts: list[str] = field(default_factory=list)
    pending: bytearray = field(default_factory=bytearray)
    to_skip: int = 0
    heading: bool = False
    code_page: str = "cp1252"
    fonts: dict[int, str] = field(default_factory=dict)
    font: int = 0

    @property
    def group(self) -> _Group:
        return self.groups[-1]

    def change(self, **values: bool | int | str | None) -> None:
        self.groups[-1] = replace(self.group, **values)  # type: ignore[arg-type]

    def text(self, text: str) -> None:
        self.flush()
        if not text.isascii():
            text = text.encode("latin-1", "replace").decode(self.group.code_page or self.code_page, "replace")
        shown, self.to_skip = text[self.to_skip :], max(0, self.to_skip - len(text))
        self.shown(shown)

    def shown(self, text: str) -> None:
        if not self.group.skipped and not self.group.hidden:
            self.parts.append(text)

    def byte(self, value: int) -> None:
        if self.to_skip:
            self.to_skip -= 1
        elif not self.group.skipped and not self.group.hidden:
            self.pending.append(value)

    def flush(self) -> None:
        """Bytes are decoded together: one character may take two."""
        if self.pending:
            self.parts.append(bytes(self.pending).decode(self.group.code_page or self.code_page, "replace"))
            self.pending.clear()

    def paragraph(self) -> tuple[str, bool]:
        self.flush()
        # \u gives characters beyond the first plane in two halves.
        text = "".join(self.parts).encode("utf-16", "surrogatepass").decode("utf-16", "replace")
        self.parts.clear()
        return text, self.heading


def lines_of_rtf(data: bytes, source: str) -> Lines:
    """The lines of an RTF file; `cut` where it breaks off. Raises UnreadableSource for groups nested beyond all use."""
    reading = _Reading(source)
    paragraphs = [(text, heading) for text, heading in _paragraphs(data.decode("latin-1"), reading) if text.strip()]
    return replace(lines_of_paragraphs(paragraphs), cut=len(reading.groups) > 1)


def _paragraphs(text: str, reading: _Reading) -> Iterator[tuple[str, bool]]:
    position = 0
    while match := _TOKEN.match(text, position):
        position = match.end()
        if match["word"] == "bin":
            position += max(0, int(match["number"] or 0))
        elif match["word"] in _ENDS and not reading.group.skipped:
            yield reading.paragraph()
        else:
            _take(match, reading)
    yield reading.paragraph()


def _take(match: re.Match[str], reading: _Reading) -> None:
    if match["plain"]:
        reading.text(match["plain"])
    elif match["byte"]:
        reading.byte(int(match["byte"], 16))
    elif match["brace"]:
        _brace(match["brace"], reading)
    elif match["word"]:
        _word(match["word"], int(match["number"]) if match["number"] else None, reading)
    elif match["sign"] == "*":
        reading.change(skipped=True)
    elif match["sign"]:
        reading.flush()
        reading.shown(_ESCAPED.get(match["sign"], ""))


def _brace(brace: str, reading: _Reading) -> None:
    reading.flush()
    reading.to_skip = 0
    if brace == "}":
        if len(reading.groups) > 1:
            reading.groups.pop()
        return
    if len(reading.groups) > MAX_DEPTH:
        problem = f"the RTF file nests groups deeper than {MAX_DEPTH}"
        raise UnreadableSource(reading.source, problem, "open it in a word processor and save it as .docx or .txt")
    reading.groups.append(reading.group)


def _word(word: str, number: int | None, reading: _Reading) -> None:
    if word == "u" and number is not None:
        reading.flush()
        reading.shown(chr(number % 65536) if number % 65536 >= 32 else "")
        reading.to_skip = reading.group.fallback
    elif word in _SIGNS:
        reading.flush()
        reading.shown(_SIGNS[word])
    elif word in _NOT_BODY:
        reading.flush()
        reading.change(skipped=True, fonts=word == "fonttbl")
    else:
        _setting(word, number, reading)


def _setting(word: str, number: int | None, reading: _Reading) -> None:
    if word in {"v", "deleted"}:
        reading.flush()
        reading.change(hidden=number != 0)
    elif word == "uc":
        reading.change(fallback=max(0, min(number or 0, 8)))
    elif word in {"ansicpg", "f", "fcharset"}:
        _encoding(word, number or 0, reading)
    elif word == "pard":
        reading.heading = False
    elif word == "outlinelevel":
        reading.heading = (number or 0) < 9
    elif word == "plain":
        reading.flush()
        reading.change(hidden=False, code_page=None)


def _encoding(word: str, number: int, reading: _Reading) -> None:
    if word == "ansicpg":
        reading.code_page = _known(f"cp{number}")
    elif word == "fcharset" and reading.group.fonts:
        reading.fonts[reading.font] = _CODE_PAGES.get(number, reading.code_page)
    elif word == "f" and reading.group.fonts:
        reading.font = number
    elif word == "f":
        reading.flush()
        reading.change(code_page=reading.fonts.get(number))


def _known(encoding: str) -> str:
    try:
        return codecs.lookup(encoding).name
    except LookupError:
        return "cp1252"
