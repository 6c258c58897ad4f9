"""Texts that make regular expressions slow, and how the time of something grows with their length."""

from __future__ import annotations

import importlib
import pkgutil
import re
import time
from collections.abc import Callable, Iterator

import dateline

sre = importlib.import_module("re._parser")
UNITS = (
    " ", "a", "A", "1", ",", "-", ".", "'", "’", "“", "\"", "(", "<", "&", "/", "\n", "\t", "é", "a ", "A ", "Aa ", "A. ", "1 ", "a,", "a-", "1,",
    "A-a ", "a.b", "\n\n", "a\n", "Mr. ", "the ", "and ", "<a ", "<!--", "[", "a b", "By A", "http://", "x=",
)  # fmt: skip


def own_patterns() -> Iterator[tuple[str, re.Pattern[str]]]:
    """All regular expressions that stand in modules of dateline, with their names; also those in tuples and tables there."""
    seen: set[tuple[str, int]] = set()
    for info in pkgutil.walk_packages(dateline.__path__, "dateline."):
        if info.name.endswith("__main__"):
            continue
        module = importlib.import_module(info.name)
        for name, value in vars(module).items():
            for pattern in _patterns(value, 0):
                key = (str(pattern.pattern), pattern.flags)
                if key not in seen:
                    seen.add(key)
                    yield f"{info.name}.{name}", pattern


def _patterns(value: object, depth: int) -> Iterator[re.Pattern[str]]:
    if isinstance(value, re.Pattern):
        yield value
    elif depth < 4:
        inner = (
            value.values()
            if isinstance(value, dict)
            else value
            if isinstance(value, tuple | list | set | frozenset)
            else _fields(value)
        )
        for each in inner:
            yield from _patterns(each, depth + 1)


def _fields(value: object) -> list[object]:
    names = getattr(type(value), "__dataclass_fields__", {}) if not isinstance(value, type) else {}
    return [getattr(value, name, None) for name in names]


def attacks(pattern: re.Pattern[str]) -> tuple[str, ...]:
    """Units to repeat: common ones, and what the pattern itself asks for, whole and in part."""
    sample = _sample(sre.parse(pattern.pattern, pattern.flags & ~re.DEBUG))
    own = {sample, sample[:-1], sample[1:], sample[: len(sample) // 2], sample[-3:], sample[:3]}
    return tuple(dict.fromkeys((*UNITS, *(unit for unit in own if 0 < len(unit) <= 60))))


def _sample(parsed: object) -> str:
    """A text that a parsed expression may match: the first branch, the fewest repetitions but one at least."""
    parts = []
    for operator, argument in parsed:
        name = str(operator)
        if name == "LITERAL":
            parts.append(chr(argument))
        elif name == "NOT_LITERAL":
            parts.append("b" if chr(argument) == "a" else "a")
        elif name == "ANY":
            parts.append("a")
        elif name == "IN":
            parts.append(_member(argument))
        elif name in {"MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"}:
            low, _, inner = argument
            parts.append(_sample(inner) * min(max(low, 1), 5))
        elif name == "SUBPATTERN":
            parts.append(_sample(argument[3]))
        elif name == "ATOMIC_GROUP":
            parts.append(_sample(argument))
        elif name == "BRANCH":
            parts.append(_sample(argument[1][0]))
    return "".join(parts)


def _member(choices: list[tuple[object, object]]) -> str:
    if str(choices[0][0]) == "NEGATE":
        return "a"
    kind, argument = choices[0]
    if str(kind) == "LITERAL":
        return chr(argument)
    if str(kind) == "RANGE":
        return chr(argument[0])
    return {"CATEGORY_DIGIT": "1", "CATEGORY_SPACE": " ", "CATEGORY_WORD": "a"}.get(str(argument), "a")


def seconds(work: Callable[[], object]) -> float:
    """Processor time of one call."""
    begin = time.process_time()
    work()
    return time.process_time() - begin


def growth(make: Callable[[int], Callable[[], object]], start: int, enough: float, longest: int) -> tuple[int, list[float]]:
    """Processor times of the work for lengths that double from `start` until one takes `enough` seconds or is `longest`."""
    times, length = [seconds(make(start))], start
    while times[-1] < enough and length < longest:
        length *= 2
        times.append(seconds(make(length)))
    return length, times
