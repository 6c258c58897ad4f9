"""From pieces of text on pages to paragraphs: columns put in order, running heads dropped, lines and broken words joined."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import compress, pairwise

from dateline.sources.lines import Line, Lines

_HEADING = 1.2
"""Letters so many times as high as the text's make a heading."""
_MARGIN = 0.1
"""The part of a page's height at top and bottom in which running heads stand."""
_GAP = 1.4
_LEADING = 1.4
"""How far apart lines are set, in heights of their letters, where the page does not show it."""
_SHORT = 0.6
_INDENT = 4.0
_COLUMN = 100.0
"""Points that two columns' left edges are apart at least."""
_COLUMN_LINES = 4
_NUMBER = re.compile(r"(?:page )?\W*\d{1,4}(?: (?:of|/) \d{1,4})?\W*", re.IGNORECASE)
_ENDS = re.compile(r"[.!?:][”’\"')\]]*$")
_BROKEN = re.compile(r"(?<!\w)(\w+)-$")


@dataclass(frozen=True, slots=True)
class Piece:
    """Text that begins at x, y (points, from the page's lower left corner) in letters of `size` points."""

    text: str
    x: float
    y: float
    size: float


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page: its number from 1, its height and its pieces in the order of the file."""

    number: int
    height: float
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class _Row:
    """A line of one column of a page; `turn` where a new page or column begins."""

    text: str
    page: int
    x: float
    y: float
    size: float
    turn: bool = False


def lines_of_sheets(sheets: Sequence[Sheet]) -> Lines:
    """The paragraphs of all pages; running heads and page numbers are dropped."""
    heads = _running_heads(sheets)
    every = [row for sheet in sheets for row in _rows(sheet)]
    kept = [not _is_head(row, heads, sheets[row.page - 1].height) for row in every]
    rows, dropped = list(compress(every, kept)), [row for row, keep in zip(every, kept, strict=True) if not keep]
    size = _text_size(rows)
    words = _words(rows)
    found = [_paragraph(group, size, words) for group in _groups(rows, size)]
    return Lines(tuple(found), "page", dropped=tuple(dict.fromkeys(row.text for row in dropped)))


def _is_head(row: _Row, heads: frozenset[tuple[str, int]], height: float) -> bool:
    number = _NUMBER.fullmatch(row.text) is not None and _in_margin(row.y, height)
    return number or (_form(row.text), round(row.y)) in heads


def _running_heads(sheets: Sequence[Sheet]) -> frozenset[tuple[str, int]]:
    """Text, numbers apart, that stands in the same place of the margin on two pages and on every third at least."""
    seen: Counter[tuple[str, int]] = Counter()
    for sheet in sheets:
        seen.update({(_form(p.text), round(p.y)) for p in sheet.pieces if _in_margin(p.y, sheet.height)})
    return frozenset(key for key, count in seen.items() if count >= 2 and count * 3 >= len(sheets))


def _form(text: str) -> str:
    return re.sub(r"\d+", "#", text)


def _in_margin(y: float, height: float) -> bool:
    return not _MARGIN * height <= y <= (1 - _MARGIN) * height


def _rows(sheet: Sheet) -> list[_Row]:
    """The lines of a page, column by column where the file has them row by row."""
    pieces = _in_columns(sheet.pieces)
    rows: list[_Row] = []
    for piece in pieces:
        last = rows[-1] if rows else None
        if last and abs(last.y - piece.y) < 0.4 * piece.size and piece.x - last.x >= 0:
            rows[-1] = replace(last, text=f"{last.text} {piece.text}")
        else:
            turn = last is None or piece.y > last.y + piece.size
            rows.append(_Row(piece.text, sheet.number, piece.x, piece.y, piece.size, turn))
    return rows


def _in_columns(pieces: Sequence[Piece]) -> Sequence[Piece]:
    edges = _edges(pieces)
    if len(edges) < 2:
        return pieces
    columns = [max((n for n, edge in enumerate(edges) if piece.x >= edge - _INDENT * 3), default=0) for piece in pieces]
    switches = sum(a != b for a, b in pairwise(columns))
    if switches < 2 * len(edges):
        return pieces
    order = sorted(range(len(pieces)), key=lambda n: (columns[n], -pieces[n].y, pieces[n].x))
    return [pieces[n] for n in order]


def _edges(pieces: Sequence[Piece]) -> list[float]:
    """The left edges of columns: where several lines begin, far enough from each other."""
    starts = Counter(round(piece.x / _INDENT) for piece in pieces)
    edges: list[float] = []
    for place in sorted(starts):
        x = place * _INDENT
        if starts[place] >= _COLUMN_LINES and (not edges or x - edges[-1] >= _COLUMN):
            edges.append(x)
    return edges


def _text_size(rows: Iterable[_Row]) -> float:
    sizes: Counter[float] = Counter()
    for row in rows:
        sizes[round(row.size, 1)] += len(row.text)
    return sizes.most_common(1)[0][0] if sizes else 1.0


def _words(rows: Iterable[_Row]) -> frozenset[str]:
    return frozenset(word for row in rows for word in re.findall(r"[\w-]*\w", row.text.lower()))


def _groups(rows: Sequence[_Row], size: float) -> Iterator[list[_Row]]:
    """The rows of each paragraph."""
    width = sorted(len(row.text) for row in rows)[len(rows) * 9 // 10] if rows else 0
    leading = _leading(rows, width) or _LEADING * size
    group: list[_Row] = []
    for row in rows:
        if group and _parts(group[-1], row, (size, width, leading)):
            yield group
            group = []
        group.append(row)
    if group:
        yield group


def _leading(rows: Sequence[_Row], width: int) -> float:
    """The commonest step below lines that a paragraph cannot end with; 0 without such lines."""
    open_lines = ((a, b) for a, b in pairwise(rows) if len(a.text) >= 0.85 * width and not _ENDS.search(a.text))
    steps = Counter(round(a.y - b.y) for a, b in open_lines if a.page == b.page and a.y - b.y > 1)
    return float(steps.most_common(1)[0][0]) if steps else 0.0


def _parts(before: _Row, row: _Row, measures: tuple[float, int, float]) -> bool:
    """Whether a paragraph ends between two rows."""
    size, width, leading = measures
    if abs(before.size - row.size) > 0.1 * row.size:
        return True
    ended = _ENDS.search(before.text) is not None
    short = len(before.text) < _SHORT * width and not row.text[:1].islower()
    if row.turn:
        return ended or short or row.size > _HEADING * size
    if row.size > _HEADING * size:
        return before.y - row.y > _GAP * row.size * _HEADING
    if before.y - row.y > _GAP * leading:
        return True
    indented = row.x - before.x > _INDENT and ended
    return indented or short or (ended and len(before.text) < 0.85 * width)


def _paragraph(group: Sequence[_Row], size: float, words: frozenset[str]) -> Line:
    text = group[0].text
    for row in group[1:]:
        text = _joined(text, row.text, words)
    return Line(" ".join(text.split()), group[0].page, heading=group[0].size > _HEADING * size)


def _joined(text: str, more: str, words: frozenset[str]) -> str:
    """A word broken at the line's end is one word, unless only its form with the hyphen stands elsewhere."""
    match = _BROKEN.search(text)
    if match is None or not more[:1].islower():
        return f"{text} {more}" if not text.endswith(("-", "/")) else f"{text}{more}"
    rest = re.match(r"\w*", more)
    second = rest[0].lower() if rest else ""
    hyphened, whole = f"{match[1].lower()}-{second}", f"{match[1].lower()}{second}"
    keep = hyphened in words and whole not in words
    return f"{text}{more}" if keep else f"{text[:-1]}{more}"
