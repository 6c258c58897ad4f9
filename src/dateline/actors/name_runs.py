"""Runs of proper nouns that no table knows: candidates for people's and bodies' names, with the titles that open them.

The parser's entity labels are one witness among several: it types a bare surname now PERSON, now ORG.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dateline.actors.columns import Columns
from dateline.actors.known_names import head_of
from dateline.actors.lexicon import longest_noun
from dateline.knowledge.abbreviations import abbreviations
from dateline.knowledge.function_words import function_words
from dateline.knowledge.time_words import time_words

HONORIFICS = {
    "mr": "m", "mrs": "f", "ms": "f", "miss": "f", "mr.": "m", "mrs.": "f", "ms.": "f", "sir": "m", "dame": "f",
    "madam": "f", "dr": None, "dr.": None, "prof": None, "prof.": None,
}  # fmt: skip
RANKS = {
    "gen": "general", "brig": "brigadier", "col": "colonel", "lt": "lieutenant", "maj": "major", "capt": "captain",
    "sgt": "sergeant", "adm": "admiral", "sen": "senator", "rep": "representative", "gov": "governor", "cmdr": "commander",
}  # fmt: skip
_PARTICLES = frozenset(
    [
        "al",
        "el",
        "bin",
        "ibn",
        "ben",
        "bint",
        "van",
        "von",
        "der",
        "den",
        "de",
        "da",
        "di",
        "du",
        "del",
        "della",
        "la",
        "le",
        "dos",
        "abu",
        "ould",
        "e",
        "y",
        "ter",
    ]
)
_TIMES = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "ORDINAL", "CARDINAL"})
_LONGEST_NAME = 5
_LONGEST_NICKNAME = 2
_OPENING, _CLOSING = frozenset({"“", '"', "``"}), frozenset({"”", '"', "''"})
NICKNAME = re.compile(r"\s[“\"][^“”\"]{1,40}[”\"](?=\s)")
"""What stands in quotation marks within a name: "Charles “Cully” Stimson"."""
_REPEATED_WITHIN = 6
"""Tokens past a bracket within which a page repeats a name."""
GLUED_DIGITS = re.compile(r"(?<=[a-z]{3})\d+\b")
"""A page's number that ran into the name: "Clinton2020"."""
_IRISH = re.compile(r"\bo' ?(?=\w)")
_NO_NAME = re.compile(r"[dri]-[\w.]+|jr\.?|sr\.?|al|el|bin|i+|iv|v|\w\.?")
"""Single words that are no names: a party and state ("D-Ohio"), a suffix, a particle, a letter."""


@dataclass(frozen=True, slots=True)
class Run:
    """A proper name at tokens `start` to `end` with what stands in front of it.

    `first` is where title words begin; `office` says that a word of office opens the run; `honorific` is Mr, Ms ... in small
    letters; `titular` is a single word of office that the parser takes for a person's name.
    """

    first: int
    start: int
    end: int
    head: int
    words: tuple[str, ...]
    office: bool
    honorific: str | None
    headline: bool
    titular: bool = False


_OF_TWO = frozenset(
    {"summit", "summits", "meeting", "meetings", "talks", "handshake", "encounter", "call", "relationship", "friendship"}
    | {"alliance", "negotiations", "dialogue", "pact", "deal", "agreement", "accord", "debate", "feud", "rivalry", "showdown"}
)
"""Nouns before which a hyphen joins two parties."""


def runs(cols: Columns, taken: list[tuple[int, int]], headline_end: int) -> Iterator[Run]:
    """Runs in the order of the text, without tokens that known names have taken."""
    busy = {i for start, end in taken for i in range(start, end)}
    at = 0
    while at < len(cols):
        end = _end_of_run(cols, at, busy)
        if end == at:
            at += 1
            continue
        run = _run(cols, at, end, headline_end)
        if run is not None:
            yield run
        at = end


def _end_of_run(cols: Columns, start: int, busy: set[int]) -> int:
    if not _is_name_word(cols, start, busy):
        return start
    end = start + 1
    while end < len(cols) and cols.sentence[end] == cols.sentence[start]:
        if cols.lower[end] == cols.lower[start]:
            break  # a list of links: "Rex Tillerson Rex Wayne Tillerson"
        if _is_name_word(cols, end, busy):
            end += 1
        elif _joins(cols, end, busy):
            end += 2
        elif (after := _past_nickname(cols, end, busy)) > end:
            end = after
        else:
            break
    return end


def _past_nickname(cols: Columns, start: int, busy: set[int]) -> int:
    """Past the quoted name in "Charles “Cully” Stimson", if another word of the name follows it."""
    if cols.words[start] not in _OPENING:
        return start
    for end in range(start + 2, min(start + _LONGEST_NICKNAME + 2, len(cols) - 1)):
        if cols.words[end] in _CLOSING:
            quoted = all(cols.words[i][0].isupper() for i in range(start + 1, end))
            return end + 1 if quoted and _is_name_word(cols, end + 1, busy) and end not in busy else start
    return start


def _is_name_word(cols: Columns, i: int, busy: set[int]) -> bool:
    word = cols.words[i]
    if i in busy or not word[0].isalpha() or cols.entity[i] in _TIMES or _opens_date(cols, i):
        return cols.lower[i] in HONORIFICS and i not in busy
    if cols.lower[i] in function_words() and not _is_given_name(cols, i):
        return cols.lower[i] in HONORIFICS
    if cols.tag[i] in ("NNP", "NNPS"):
        return word[0].isupper() or cols.lower[i] in _PARTICLES
    return word[0].isupper() and (cols.entity[i] == "PERSON" or cols.lower[i] in HONORIFICS)


def _opens_date(cols: Columns, i: int) -> bool:
    """ "June 12" in "to meet with Kim June 12"."""
    return cols.lower[i] in time_words("month") and i + 1 < len(cols) and cols.tag[i + 1] == "CD"


def _is_given_name(cols: Columns, i: int) -> bool:
    """ "Will" in "journalist Will Ripley": a word of grammar that the parser sees as the first one of a person's name."""
    follower = i + 1 < len(cols) and cols.tag[i + 1] == cols.tag[i] == "NNP"
    return follower and cols.words[i].istitle() and cols.entity[i] == cols.entity[i + 1] == "PERSON"


def _joins(cols: Columns, i: int, busy: set[int]) -> bool:
    """A hyphen within a name, or a particle between two names."""
    if i + 1 >= len(cols) or i + 1 in busy:
        return False
    if cols.words[i] == "." and cols.lower[i - 1] in abbreviations():
        return _is_name_word(cols, i + 1, busy)
    if cols.words[i] in ("'", "’") and cols.lower[i - 1] == "o":
        return _is_name_word(cols, i + 1, busy)
    if cols.words[i] in ("-", "‑", "–") and _is_between_two(cols, i):
        return False
    if cols.words[i] in ("-", "‑"):
        tight = cols.offset[i + 1] == cols.offset[i] + 1 and cols.offset[i] == cols.offset[i - 1] + len(cols.words[i - 1])
        return tight and cols.words[i + 1][0].isalpha()
    return cols.lower[i] in _PARTICLES and cols.words[i][0].islower() and _is_name_word(cols, i + 1, busy)


def _is_between_two(cols: Columns, hyphen: int) -> bool:
    """ "The Trump-Kim summit": two people, not one of a double name."""
    one, other = cols.words[hyphen - 1], cols.words[hyphen + 1]
    after = next((cols.lower[k] for k in range(hyphen + 2, min(hyphen + 4, len(cols))) if cols.pos[k] != "ADJ"), "")
    return one.istitle() and other.istitle() and min(len(one), len(other)) > 2 and after in _OF_TWO


def _run(cols: Columns, first: int, end: int, headline_end: int) -> Run | None:
    start, honorific, office = _after_titles(cols, first + _rest_of_office(cols, first, end), end)
    start, end = _labelled_part(cols, start, end)
    end = _before_repetition(cols, start, end)
    words = name_words(cols, start, end)
    if not words and end - first == 1 and cols.tag[first] == "NNP" and (first == 0 or cols.pos[first - 1] != "DET"):
        return Run(first, first, end, first, name_words(cols, first, end), False, None, False, titular=True)
    if not words or len(words) > _LONGEST_NAME + 3 or (len(words) == 1 and _NO_NAME.fullmatch(words[0])):
        return None
    head = head_of(cols, start, end)
    return Run(first, start, end, head, words, office, honorific, cols.offset[first] < headline_end)


def _labelled_part(cols: Columns, start: int, end: int) -> tuple[int, int]:
    """The part of a run that the parser labels as a person's: "Security Policy Federica Mogherini", "Alex Wong Getty Images"."""
    persons = [i for i in range(start, end) if cols.entity[i] == "PERSON"]
    if len(persons) < 2 or persons[-1] - persons[0] + 1 != len(persons):
        return start, end
    others = [i for i in range(start, end) if cols.entity[i] not in ("PERSON", "")]
    after = min((i for i in others if i > persons[-1]), default=end)
    return (persons[0] if any(i < persons[0] for i in range(start, end)) else start), after


def _before_repetition(cols: Columns, start: int, end: int) -> int:
    """Where a name ends that a page repeats in full: "Mike Pompeo Michael (Mike) Richard PompeoSunday shows preview"."""
    stop = min(end + _REPEATED_WITHIN, len(cols)) if end < len(cols) and cols.words[end] == "(" else end
    for i in range(start, end - 1):
        name = cols.words[i]
        if len(name) > 2 and any(_repeats(name, cols.words[j], first=i == start) for j in range(i + 1, stop)):
            return i + 1
    return end


def _repeats(name: str, word: str, *, first: bool) -> bool:
    """The same word again, or with the next word run into it ("TrumpGOP"); a first name may come twice by right."""
    after = word[len(name) : len(name) + 1]
    glued = word.startswith(name) and (after.isupper() or after.isdigit())
    return glued or (word == name and not first)


def _rest_of_office(cols: Columns, first: int, end: int) -> int:
    """How many words of the run end an office that began before it: "State" after "Secretary of"."""
    if first < 2 or cols.lower[first - 1] not in ("of", "for"):
        return 0
    for size in range(min(3, end - first - 1), 0, -1):
        noun = longest_noun(cols.lower[max(first - 4, 0) : first + size])
        if noun is not None and noun.office and len(noun.words) > size + 1:
            return size
    return 0


def _after_titles(cols: Columns, first: int, end: int) -> tuple[int, str | None, bool]:
    """Where the name begins after "Foreign Minister", "Brig.", "Mr"; a run that is all title has no name (start is end)."""
    start, honorific, office = first, None, False
    for i in range(first, end):
        word = cols.lower[i]
        if word in HONORIFICS:
            start, honorific = i + 1, word
        elif word.strip(".") in abbreviations() or is_office_word(cols, first, i + 1, end):
            if i == end - 1 and start < i and _is_surname(cols, i):
                break
            start, office = i + 1, True
    if start < end and cols.words[start] in ("-", "‑"):
        return first, None, False
    if start < end and cols.words[start] == ".":
        start += 1
    return start, honorific, office


def _is_surname(cols: Columns, last: int) -> bool:
    """ "King" in "Senator Angus King": after a first name the last word is no office."""
    return cols.entity[last] == cols.entity[last - 1] == "PERSON" and longest_noun([cols.lower[last - 1], cols.lower[last]]) in (
        None,
        longest_noun([cols.lower[last]]),
    )


def is_office_word(cols: Columns, first: int, end: int, stop: int) -> bool:
    """Do the words from `first` to `end` end in a title such as "Prime Minister" or "Gen."?

    Other words for people ("Analyst") are titles only before two words of name, the last of which ends at `stop`.
    """
    words = [w.strip(".") for w in cols.lower[first:end] if w != "-"]
    noun = longest_noun(words)
    if noun is None or not noun.human:
        return False
    return noun.office or end < stop - 1


def name_words(cols: Columns, start: int, end: int) -> tuple[str, ...]:
    """The words of a name, with hyphenated parts as one word: ("sherif", "el-naggar")."""
    plain = NICKNAME.sub("", cols.text(start, end)).casefold().replace("‑", "-").replace("’", "'")
    return tuple(GLUED_DIGITS.sub("", _IRISH.sub("o'", plain)).split())
