"""A copy of a text that the parser reads well: the same length, so that offsets stay, with plain quotation marks and spaces.

The parser was trained on text with straight marks; curly ones are tagged as nouns and break clauses.
"""

from __future__ import annotations

import re

_SINGLE = "‘’‚‛′`´"
_DOUBLE = "“”„‟″«»"
_SPACES = "\u00a0\u2007\u202f\u2009\u200a\u2002\u2003\u00ad\u200b\ufeff"
_DASHES = "―‒"
_TABLE = str.maketrans(
    {**dict.fromkeys(_DASHES, "—"), **dict.fromkeys(_SINGLE, "'"), **dict.fromkeys(_DOUBLE, '"'), **dict.fromkeys(_SPACES, " ")}
)
_DOUBLED = re.compile(r"''|``")


def straighten(text: str) -> str:
    """`text` with straight quotation marks and plain spaces; `len()` is unchanged.

    Two single marks in a row, as some wires type them, become one double mark and a space, on the side away from the words.
    """
    plain = text.translate(_TABLE)
    return _DOUBLED.sub(_double, plain) if "''" in plain else plain


def _double(match: re.Match[str]) -> str:
    text, start = match.string, match.start()
    opening = start == 0 or text[start - 1].isspace() or text[start - 1] in "([-—–"
    return ' "' if opening else '" '
