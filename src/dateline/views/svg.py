"""Elements of an SVG drawing as text: numbers short, names escaped and kept from disturbing what stands around them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from markupsafe import Markup, escape

Value = str | float | int | None
Point = tuple[float, float]

FIRST_STRONG_ISOLATE, POP_ISOLATE = "\u2068", "\u2069"
_CONTROLS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_RIGHT_TO_LEFT = frozenset({"R", "AL", "AN"})
_SCHEME = re.compile(r"(?!https?:)[^/?#]*:", re.IGNORECASE)
_NARROW, _WIDE = frozenset("iIjlftr.,:;'|!()[] -’"), frozenset("mwMWCGOQ@%—")


def element(name: str, *children: str, **attributes: Value) -> Markup:
    """An element; attributes that are None are left out, `_` stands for `-`, and a closing `_` goes (`class_`).

    Children that are no Markup are text, and escaped.
    """
    cells = "".join(
        f' {key.removesuffix("_").replace("_", "-")}="{escape(_value(value))}"'
        for key, value in attributes.items()
        if value is not None
    )
    inner = "".join(escape(child) for child in children)
    return Markup(f"<{name}{cells}>{inner}</{name}>" if inner else f"<{name}{cells}/>")


def drawing(size: Point, label: str, *children: str, class_: str, role: str = "group") -> Markup:
    """The outermost element, told to screen readers as a group of links with a name, or with the role `img` as one
    picture; a picture without a label is decoration beside a table that says the same.
    """
    width, height = number(size[0]), number(size[1])
    is_decoration = role == "img" and not label
    title = (element("title", shown(label)),) if role == "img" and label else ()
    return element(
        "svg",
        *title,
        *children,
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {width} {height}",
        width=width,
        height=height,
        role=None if is_decoration else role,
        aria_label=None if is_decoration else shown(label),
        aria_hidden="true" if is_decoration else None,
        class_=f"drawing-svg {class_}",
    )


def link(href: str, title: str, *children: str, **attributes: Value) -> Markup:
    """A link with a tooltip, which is its name for screen readers too; without an address on the web the same as a group."""
    words = shown(title)
    name = element("title", words)
    if not href or _SCHEME.match(href):
        return element("g", name, *children, **attributes)
    return element("a", name, *children, href=href, aria_label=words, **attributes)


def text(at: Point, words: str, **attributes: Value) -> Markup:
    """Words that begin, or are anchored, at a point."""
    return element("text", shown(words), x=at[0], y=at[1], **attributes)


def group(children: Iterable[str], **attributes: Value) -> Markup:
    """Children as one."""
    return element("g", *children, **attributes)


def shown(words: str) -> str:
    """Words as they may stand in a drawing: on one line, without what XML forbids or what turns the writing of others around.

    Words with right-to-left letters are isolated, so that a name in Arabic does not reorder the number after it.
    """
    if words.isascii() and words.isprintable():
        return words if "  " not in words else " ".join(words.split())
    plain = " ".join("".join(c if _is_shown(c) else " " if c.isspace() else "" for c in words).split())
    if any(unicodedata.bidirectional(c) in _RIGHT_TO_LEFT for c in plain):
        return f"{FIRST_STRONG_ISOLATE}{plain}{POP_ISOLATE}"
    return plain


def number(value: float) -> str:
    """To one decimal, without a zero that says nothing."""
    words = f"{value:.1f}".removesuffix(".0")
    return "0" if words == "-0" else words


def width_of(words: str, size: float) -> float:
    """About how many pixels words take in a sans serif of that size."""
    return size * sum(_share(c) for c in shown(words))


def cut(words: str, size: float, room: float) -> str:
    """Words, shortened with … where they would take more than `room` pixels."""
    if width_of(words, size) <= room:
        return words
    plain = words
    while plain and width_of(plain + "…", size) > room:
        plain = plain[:-1]
    return plain.rstrip() + "…"


def counted(amount: int, one: str, several: str) -> str:
    """1 incident, 2 incidents, 1,200 incidents."""
    return f"{amount:,} {one if amount == 1 else several}"


def _value(value: Value) -> str:
    if isinstance(value, float | int):
        return number(value)
    words = str(value)
    return words if words.isascii() and words.isprintable() else "".join(c for c in words if _is_shown(c))


def _is_shown(character: str) -> bool:
    return character not in _CONTROLS and unicodedata.category(character) not in ("Cc", "Cs", "Cn", "Co", "Zl", "Zp")


def _share(character: str) -> float:
    """Of the size of the letters."""
    if character in _NARROW:
        return 0.32
    if unicodedata.east_asian_width(character) in "WF":
        return 1.0
    if unicodedata.combining(character) or character in (FIRST_STRONG_ISOLATE, POP_ISOLATE):
        return 0.0
    return 0.86 if character in _WIDE else 0.68 if character.isupper() else 0.56
