"""Blocks of running text in a tree of elements, in the order of the page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import trafilatura

from dateline.errors import UnreadableSource

Element = Any

_MOST_ATTRIBUTES = 2_000
_LONG_TAG = re.compile(r"<[^<>]{4000,}")
_QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'")
_INLINE = frozenset(
    {
        "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font",
        "hi", "i", "ins", "kbd", "label", "mark", "q", "ref", "s", "samp", "small", "span", "strike",
        "strong", "sub", "sup", "time", "tt", "u", "var", "wbr",
    }
)  # fmt: skip
_SKIPPED = frozenset(
    {
        "script", "style", "noscript", "template", "svg", "iframe", "object", "video", "audio", "select",
        "textarea", "head", "title",
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of text between two breaks, white space collapsed, and the element that it stands in."""

    text: str
    element: Element


def tree_of(html: str, source: str) -> Element:
    """The tree of a page, None for what is none. Raises UnreadableSource for one on which the parser would take minutes."""
    # It compares each attribute of a tag with all before it: minutes for a tag of a hundred thousand.
    for tag in _LONG_TAG.finditer(html):
        if len(_QUOTED.sub("", tag[0]).split()) > _MOST_ATTRIBUTES:
            problem = f"a tag with more than {_MOST_ATTRIBUTES:,} attributes"
            raise UnreadableSource(source, problem, "save the article's own page, or its text as .txt")
    return trafilatura.load_html(html)


def blocks(root: Element, skipped: frozenset[str] = _SKIPPED) -> Iterator[Block]:
    """Cut the text under an element wherever an element that is not inline begins or ends."""
    parts: list[str] = []
    holder = root
    for text, element, is_break in _pieces(root, skipped):
        if is_break or element is not holder:
            if joined := " ".join("".join(parts).split()):
                yield Block(joined, holder)
            parts, holder = [], element
        parts.append(text)
    if joined := " ".join("".join(parts).split()):
        yield Block(joined, holder)


def _pieces(element: Element, skipped: frozenset[str]) -> Iterator[tuple[str, Element, bool]]:
    """Text pieces with the block element that they stand in, and whether a break comes before."""
    # A loop over a stack of iterators: pages nest deeper than Python's recursion limit allows.
    stack: list[tuple[Element, Element, Iterator[Element]]] = [(element, element, iter(element))]
    yield element.text or "", element, True
    while stack:
        current, holder, children = stack[-1]
        child = next(children, None)
        if child is None:
            stack.pop()
            if stack:
                yield current.tail or "", stack[-1][1], current.tag not in _INLINE
            continue
        if not isinstance(child.tag, str) or child.tag in skipped:
            yield " " + (child.tail or ""), holder, False
            continue
        inline = child.tag in _INLINE
        inner = holder if inline else child
        yield child.text or "", inner, not inline
        stack.append((child, inner, iter(child)))
