"""Lines of a text, a page, a word processor's file or a PDF, each with the place that it stood in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from dateline.errors import BadRecord
from dateline.sources.blocks import Element, blocks, tree_of

_LONGEST_WRAPPED = 100
_LONG = 50
_HIDDEN = re.compile(r"display\s*:\s*none|mso-hide\s*:\s*all", re.IGNORECASE)
_SMALL = 0.4
"""Four in five words of running text begin with a small letter; of lines that are paragraphs none does."""
_COLUMN = re.compile(r"\s*([A-Z]{2,3})(?:\t|\xa0|\s{2,})")


@dataclass(frozen=True, slots=True)
class Line:
    """One line, white space collapsed, never empty.

    `number` counts lines, paragraphs or pages from 1, as the file's `unit` says; `gap` tells whether something parts it from the
    line before: an empty line, a new paragraph, a new element of a page. `column` is a short word at the line's beginning
    that a tab or several spaces set apart.
    """

    text: str
    number: int
    gap: bool = True
    heading: bool = False
    column: str = ""

    def after_column(self) -> str:
        """The text without its column."""
        return self.text.removeprefix(self.column).strip()


@dataclass(frozen=True, slots=True)
class Lines:
    """All lines of one file, and what their numbers count: `line`, `paragraph` or `page`.

    `wrapped` tells whether line ends stand within paragraphs, as in texts cut at 80 columns; `cut` whether the file breaks off;
    `dropped` are texts that repeat on each page.
    """

    all: tuple[Line, ...]
    unit: str
    wrapped: bool = False
    cut: bool = False
    dropped: tuple[str, ...] = ()

    @property
    def narrow(self) -> bool:
        """Whether hardly a line is longer than a screen of 80 columns has them."""
        return sum(len(line.text) > _LONGEST_WRAPPED for line in self.all) * 20 <= len(self.all)


def lines_of_text(text: str) -> Lines:
    """The lines of a text that are not empty."""
    found: list[Line] = []
    gap = True
    for number, raw in enumerate(text.replace("\f", "\n").split("\n"), start=1):
        if line := " ".join(raw.split()):
            found.append(Line(line, number, gap, column=_column(raw)))
        gap = not line
    return Lines(tuple(found), "line", _are_wrapped(found))


def _are_wrapped(lines: Sequence[Line]) -> bool:
    """Whether most lines are as long as the next line's first word lets them be, and go on in small letters."""
    width = max((size for line in lines if (size := len(line.text)) <= _LONGEST_WRAPPED), default=0)
    long = sum(len(line.text) > _LONGEST_WRAPPED for line in lines)
    if long * 20 > len(lines):
        return False
    pairs = [(a.text, b.text) for a, b in pairwise(lines) if not b.gap and len(a.text) > _LONG]
    rests = [b for a, b in pairs if len(a) + 1 + len(b.partition(" ")[0]) >= width - 1]
    return len(rests) > 0.6 * len(pairs) and sum(rest[0].islower() for rest in rests) > _SMALL * len(rests)


def lines_of_page(html: str, source: str) -> Lines | None:
    """The blocks of a page's whole text that are shown, numbered by the source's lines; None for what is no page.

    Raises UnreadableSource as `tree_of` does.
    """
    tree = tree_of(html, source)
    if tree is None:
        return None
    hidden = frozenset(element for element in tree.iter() if _HIDDEN.search(element.get("style") or ""))
    return Lines(tuple(_blocks(tree, hidden)), "line")


def _blocks(tree: Element, hidden: frozenset[Element]) -> Iterator[Line]:
    before: Element = None
    for block in blocks(tree):
        if hidden and (block.element in hidden or any(holder in hidden for holder in block.element.iterancestors())):
            continue
        yield Line(block.text, block.element.sourceline or 0, block.element is not before)
        before = block.element


def lines_of_paragraphs(paragraphs: Iterable[tuple[str, bool]]) -> Lines:
    """Lines of paragraphs, each given with whether it is a heading; a line end in one is a break within the paragraph."""
    found: list[Line] = []
    for number, (text, heading) in enumerate(paragraphs, start=1):
        parts = [(part, _column(raw)) for raw in text.split("\n") if (part := " ".join(raw.split()))]
        found += [Line(part, number, place == 0, heading, column) for place, (part, column) in enumerate(parts)]
    return Lines(tuple(found), "paragraph")


def _column(raw: str) -> str:
    match = _COLUMN.match(raw)
    return match[1] if match else ""


def runs_of(lines: Iterable[Line]) -> Iterator[list[Line]]:
    """Lines that no gap parts, together."""
    run: list[Line] = []
    for line in lines:
        if line.gap and run:
            yield run
            run = []
        run.append(line)
    if run:
        yield run


def joined(lines: Sequence[Line]) -> str:
    """Lines as one."""
    return " ".join(line.text for line in lines)


def paragraphs_of(lines: Iterable[Line], wrapped: bool) -> list[str]:
    """Paragraphs: lines without a gap are one where the file is wrapped, else each line is one."""
    return [joined(run) for run in runs_of(lines)] if wrapped else [line.text for line in lines]


def unsplit(source: str, line: Line, unit: str, problem: str, remedy: str) -> BadRecord:
    """The error for a part of a file that gives no article, with its place."""
    return BadRecord(source, f"{unit} {line.number}: {problem}", remedy)
