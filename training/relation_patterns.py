"""Sentences made from `relation_patterns.tsv`: each pattern a few times, with other actors, beginnings and endings."""

from __future__ import annotations

import csv
import random
import re
from collections.abc import Iterator
from pathlib import Path

from relation_data import Example, write

from dateline.knowledge.states import load_states

PATTERNS = Path(__file__).with_suffix(".tsv")
_SLOT = re.compile(r"\{([ST])([fpco]?)\}")
FILLERS = {
    "": "{name}|{name}|the {adjective} government|{name}'s president|{adjective} officials|{adjective} Prime Minister {surname}"
    "|President {surname}|the United Nations|the European Union|NATO|the White House|the Kremlin"
    "|the Foreign Ministry in {capital}|{capital}",
    "f": "{adjective} troops|{adjective} police|the {adjective} army|rebels in {name}|the Taliban|militants|gunmen"
    "|{adjective} security forces",
    "p": "thousands of {adjective} workers|opposition supporters|students in {capital}|a {adjective} journalist|200 prisoners"
    "|two opposition leaders|dozens of {adjective} migrants|activists in {capital}|{adjective} farmers|{surname}",
    "c": "{name}|{capital}|northern {name}|the {adjective} capital|a district of {capital}|the south of {name}",
    "o": "the central bank|the World Trade Organization|the state oil company|a newspaper in {capital}|parliament"
    "|the Security Council|a mining company in {name}|the African Union|the {adjective} Red Cross",
}
SURNAMES = "Okello Lindqvist Haddad Moreno Petrov Tanaka Kovacs Baptiste Rahman Nguyen Keller Abdi".split()
BEFORE = ("", "", "", "On Monday, ", "In 2009, ", "BRUSSELS -- ", "Earlier this week, ", "After months of debate, ")
AFTER = (
    "", "", " on Wednesday", ", officials said", " in March", ", state media reported on Friday", " after weeks of tension",
    ", a spokesman said, adding that the situation was under control", " last year", ", raising hopes in the region",
)  # fmt: skip


def patterns(copies: int, rng: random.Random) -> Iterator[Example]:
    """`copies` sentences of each pattern."""
    lines = [line for line in PATTERNS.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    for row in csv.DictReader(lines, delimiter="\t"):
        for _ in range(copies):
            yield _filled(row["pattern"], row["type"], rng)


def _filled(pattern: str, kind: str, rng: random.Random) -> Example:
    before = rng.choice(BEFORE)
    pattern = pattern[0].lower() + pattern[1:] if before.endswith(", ") else pattern
    text, last, places = before, 0, {}
    for slot in _SLOT.finditer(pattern):
        text += pattern[last : slot.start()]
        words = _filler(slot.group(2), rng)
        words = words if text else words[0].upper() + words[1:]
        places[slot.group(1)] = (len(text), len(text) + len(words))
        text, last = text + words, slot.end()
    text += pattern[last:] + rng.choice(AFTER) + "."
    return Example(text, places["S"], places.get("T"), kind, "pattern")


def _filler(kind: str, rng: random.Random) -> str:
    state = rng.choice([s for s in load_states() if s.status == "state" and s.adjectives and s.capital])
    form = rng.choice(FILLERS[kind].split("|"))
    return form.format(name=state.name, adjective=state.adjectives[0], capital=state.capital, surname=rng.choice(SURNAMES))


def main() -> None:
    """Write four sentences of each."""
    write("relations-pattern", patterns(4, random.Random(1)))


if __name__ == "__main__":
    main()
