"""How many dead, wounded, arrested, protesters, troops, and how much money an event involves."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dateline.events.arguments import object_of, role_nouns
from dateline.knowledge.triggers import counted_at
from dateline.language.clauses import is_passive, subject
from dateline.language.tokens import Token
from dateline.records import Quantity, Span

_WORDS = {
    word: number
    for number, word in enumerate(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
        ]
    )
}
_TENS = {w: 10 * n for n, w in enumerate(["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], start=2)}
_SCALES = {
    "hundred": 100.0,
    "thousand": 1e3,
    "million": 1e6,
    "m": 1e6,
    "billion": 1e9,
    "bn": 1e9,
    "dozen": 12.0,
    "trillion": 1e12,
}
_PLURALS = {
    "dozens": (24.0, None),
    "hundreds": (200.0, None),
    "thousands": (2000.0, None),
    "scores": (40.0, None),
    "millions": (2e6, None),
}
_NUMBER = re.compile(r"[$€£]?(\d[\d,]*(?:\.\d+)?)(m|bn|k)?$", re.IGNORECASE)
_AT_LEAST, _AT_MOST = frozenset({"least", "over", "than"}), frozenset({"most", "nearly", "almost"})


def quantities_of(token: Token, event_type: str) -> tuple[Quantity, ...]:
    """The quantities that the trigger's own arguments state."""
    return tuple(_found(token, event_type))


def _found(token: Token, event_type: str) -> Iterator[Quantity]:
    what = counted_at().get(token.lemma_.lower())
    for noun in _counted(token, event_type):
        measured = measure(noun)
        if measured is None:
            continue
        low, high, span = measured
        unit = _unit(noun)
        yield Quantity(what or _what_else(noun, event_type, unit), low, high, unit, span)


def _counted(token: Token, event_type: str) -> Iterator[Token]:
    if token.pos_ != "VERB":
        return
    noun = subject(token) if token.lemma_ in ("die", "perish") or is_passive(token) else object_of(token)
    if event_type == "PROTEST":
        noun = subject(token)
    if noun is not None:
        yield noun
        yield from (n for n in noun.conjuncts if event_type == "ASSAULT")


def measure(noun: Token) -> tuple[float | None, float | None, Span] | None:
    """Lower and upper bound of the number at a noun ("at least four soldiers", "nine to eleven men"), with its span."""
    words = [noun] if _value(noun.text) is not None else [c for c in noun.children if c.dep_ == "nummod" or c.lower_ in _PLURALS]
    if noun.lower_ in _PLURALS:
        words = [noun]
    if not words:
        return None
    number = words[-1]
    low, high = _bounds(number)
    if low is None and high is None:
        return None
    start = min(
        [
            number.idx,
            *(c.idx for c in number.subtree if c.i < number.i and c.dep_ in ("compound", "quantmod", "advmod", "nummod")),
        ]
    )
    return low, high, Span(start, number.idx + len(number))


def _bounds(number: Token) -> tuple[float | None, float | None]:
    if number.lower_ in _PLURALS:
        return _PLURALS[number.lower_]
    value = _whole(number)
    modifiers = {c.lower_ for c in number.subtree} | {c.lower_ for c in number.head.children if c.dep_ in ("advmod", "quantmod")}
    if modifiers & _AT_LEAST and value is not None:
        return value, None
    if modifiers & _AT_MOST and value is not None:
        return None, value
    return value, value


def _whole(number: Token) -> float | None:
    """The number with its compound parts: "a further 120 million", "forty-two"."""
    parts = [c.lower_ for c in number.children if c.dep_ in ("compound", "nummod", "quantmod") and c.i < number.i]
    total = _value(number.text)
    for part in reversed(parts):
        value = _value(part)
        if value is not None and number.lower_ in _SCALES:
            total = value * _SCALES[number.lower_]
        elif part in _TENS and total is not None and total < 10:
            total += _TENS[part]
    return total


def _value(text: str) -> float | None:
    word = text.lower()
    if word in _WORDS or word in _TENS:
        return float(_WORDS.get(word, _TENS.get(word, 0)))
    if word in _SCALES and len(word) > 2:
        return _SCALES[word]
    tens, _, ones = word.partition("-")
    if tens in _TENS and ones in _WORDS:
        return float(_TENS[tens] + _WORDS[ones])
    match = _NUMBER.match(text)
    if match is None:
        return None
    return float(match[1].replace(",", "")) * {"m": 1e6, "bn": 1e9, "k": 1e3}.get((match[2] or "").lower(), 1.0)


def _unit(noun: Token) -> str | None:
    if noun.text in ("$", "€", "£") or any(c.text in ("$", "€", "£") for c in noun.children):
        return {"$": "dollars", "€": "euros", "£": "pounds"}[next(t.text for t in noun.subtree if t.text in ("$", "€", "£"))]
    return None if _value(noun.text) is not None else noun.text.lower()


def _what_else(noun: Token, event_type: str, unit: str | None) -> str:
    if event_type == "PROTEST":
        return "protesters"
    if unit in ("dollars", "euros", "pounds", "yuan"):
        return "money"
    inner = next(iter(role_nouns(noun, "of")), None)
    return (inner if inner is not None else noun).lemma_.lower()
