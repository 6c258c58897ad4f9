"""Whom and what somebody watches: a file of lines, or TOML.

# as lines                        # as TOML
actor: North Korea                actors = ["North Korea"]
pair: China, United States        pairs = [["China", "United States"]]
proposal: dual freeze             proposals = ["dual freeze"]
words: missile test               words = ["missile test"]
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dateline.errors import WatchError

KEYS = {"actor": "actors", "pair": "pairs", "proposal": "proposals", "words": "words"}


@dataclass(frozen=True, slots=True)
class Watch:
    """Names of actors, pairs of them, words of proposals, and words; empty: everything."""

    actors: tuple[str, ...] = ()
    pairs: tuple[tuple[str, str], ...] = ()
    proposals: tuple[str, ...] = ()
    words: tuple[str, ...] = ()

    @property
    def is_everything(self) -> bool:
        """Whether nothing in particular is watched."""
        return not (self.actors or self.pairs or self.proposals or self.words)


def read_watch(path: Path) -> tuple[Watch, tuple[str, ...]]:
    """What a file says is watched, and the lines or values that cannot be used, each with its remedy.

    Raises WatchError where the file cannot be read or nothing in it can be used.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
        found, problems = _of_toml(path, text) if path.suffix.lower() == ".toml" else _of_lines(path, text)
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise WatchError(f"{path}: cannot be read: {error} (write lines such as `actor: North Korea`)") from error
    pairs = tuple((pair[0], pair[1]) for pair in found["pairs"])
    watch = Watch(tuple(found["actors"]), pairs, tuple(found["proposals"]), tuple(found["words"]))
    if watch.is_everything:
        told = f": {problems[0]}" if problems else ""
        raise WatchError(f"{path}: nothing is watched in it{told} (write lines such as `actor: North Korea`)")
    return watch, tuple(problems)


Found = dict[str, list[Any]]


def _nothing() -> Found:
    return {name: [] for name in KEYS.values()}


def _of_lines(path: Path, text: str) -> tuple[Found, list[str]]:
    found, problems = _nothing(), []
    for number, line in enumerate(text.splitlines(), start=1):
        bare = line.strip()
        if not bare or bare.startswith("#"):
            continue
        key, colon, value = (part.strip() for part in bare.partition(":"))
        kind = KEYS.get(key.lower())
        entry = _entry(kind, value) if kind and colon else None
        if kind is None or entry is None:
            problems.append(f"{path}, line {number}: {bare!r} is not understood (write actor:, pair: A, B, proposal: or words:)")
        else:
            found[kind].append(entry)
    return found, problems


def _entry(kind: str, value: str) -> Any:
    if kind != "pairs":
        return value or None
    parts = [part.strip() for part in re.split(r"\s*[,;/]\s*| and ", value) if part.strip()]
    return tuple(parts) if len(parts) == 2 else None


def _of_toml(path: Path, text: str) -> tuple[Found, list[str]]:
    plain = tomllib.loads(text)
    found, problems = _nothing(), []
    for name, values in plain.items():
        if name not in found or not isinstance(values, list):
            problems.append(f"{path}: {name} is not understood (give lists named {', '.join(found)})")
            continue
        for value in values:
            if _fits(name, value):
                found[name].append(value)
            else:
                problems.append(f"{path}: {value!r} of {name} is not understood (give a text, or of pairs two texts)")
    return found, problems


def _fits(name: str, value: Any) -> bool:
    texts = value if name == "pairs" and isinstance(value, list) else [value]
    return len(texts) == (2 if name == "pairs" else 1) and all(isinstance(text, str) and text.strip() for text in texts)
