"""Headlines in Title Case, and words in CAPITALS, written as the body writes them.

The parser reads "Russia Rebukes President Over North Korea" as one long name. A word that the body writes small is
small; one that it writes with a capital in mid-sentence is a name; an unseen one is small where English has it as a
verb. Lengths never change. After Lita et al. (2003), "tRuEcasIng", with the article itself as the language model.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_MID_SENTENCE = re.compile(r"(?<=[a-z,;] )[A-Z][^\W\d_]+")
MIN_WORDS = 4
TITLE_SHARE = 0.7
"""Share of the longer words that must be capitalised for a headline to count as Title Case."""
LONG = 4


def truecase(text: str, headline_end: int, verbs: Collection[str]) -> str:
    """`text` with its first `headline_end` characters, and all words in capitals, cased as the rest of it suggests.

    `verbs` are verb forms of English in lower case.
    """
    body = text[headline_end:]
    seen = Counter(_WORD.findall(body))
    shouted = [m for m in _WORD.finditer(text) if _shouted(m.group())]
    cased = _replace(text, {m.start(): _calm(m.group(), seen) for m in shouted}) if shouted else text
    if not _title_case(cased[:headline_end]):
        return cased
    names = set(_MID_SENTENCE.findall(body))
    small = {m.start(): _small(m.group(), seen, names, verbs) for m in _WORD.finditer(cased, 0, headline_end) if m.start() > 0}
    return _replace(cased, small)


def _replace(text: str, words: dict[int, str]) -> str:
    pieces, at = [], 0
    for start, word in sorted(words.items()):
        pieces += [text[at:start], word]
        at = start + len(word)
    return "".join([*pieces, text[at:]])


def _shouted(word: str) -> bool:
    return len(word) > LONG and word.isupper()


def _calm(word: str, seen: Counter[str]) -> str:
    """ "EGYPT" as "Egypt" where the body writes it so; an abbreviation stays as it is."""
    title = word.capitalize()
    return title if len(title) == len(word) and seen[title] > 0 else word


def _title_case(headline: str) -> bool:
    words = [w for w in _WORD.findall(headline) if len(w) >= LONG]
    return len(words) >= MIN_WORDS and sum(w[0].isupper() for w in words) >= TITLE_SHARE * len(words)


def _small(word: str, seen: Counter[str], names: Collection[str], verbs: Collection[str]) -> str:
    lower = word.lower()
    if not word[0].isupper() or word.isupper() or len(lower) != len(word):
        return word
    if seen[lower] > 0 and (word not in names or seen[lower] > seen[word]):
        return lower
    if word in names or any(part in names for part in re.split(r"['’-]", word)):
        return word
    return lower if lower in verbs or len(word) < LONG else word
