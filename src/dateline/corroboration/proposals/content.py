"""What the name of a proposal says: what is proposed, what sort of thing it is, and which states it names."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from dateline.corroboration.stems import stem_of
from dateline.knowledge.function_words import function_words
from dateline.knowledge.names import fold
from dateline.knowledge.proposal_words import proposal_words
from dateline.knowledge.stances import proposal_nouns
from dateline.knowledge.states import state_by_adjective, state_by_capital, state_by_name

LONGEST = 9
"""Words of a name; a longer one is mostly half a sentence."""
LONGEST_STATE = 4
"""Words of the longest name of a state that is looked for."""
BOTH_WAYS = "dual"
"""What "freeze for freeze" and "dual freeze" share: each side does the same."""
_WORD = re.compile(r"\w+(?:\.\w+)*\.?(?:['’]s\b)?")
_FINITE = re.compile(r"\b(?:I|we|they|who|which|myself|has|have|is|was|were)\b|,")


@dataclass(frozen=True, slots=True)
class Content:
    """`words` are stems, synonyms under one of them; `heads` the sort of thing, where the name is not just "plan"."""

    words: frozenset[str]
    heads: frozenset[str]
    countries: frozenset[str]


@lru_cache(maxsize=1 << 14)
def content_of(name: str) -> Content:
    """The content of a name."""
    rest, countries = _without_states(_WORD.findall(name))
    plain = [part for word in rest for part in re.findall(r"\w+", fold(word).casefold().replace("'s", ""))]
    told = [word for word in plain if word not in function_words()]
    meant = [stem for word in told if (stem := _meant(word))]
    heads = {stem for stem in meant if _is_head(stem)}
    both_ways = {BOTH_WAYS} if any(count > 1 for count in Counter(told).values()) else set()
    return Content(frozenset({*meant, *both_ways} - heads), frozenset(heads), frozenset(countries))


def is_telling(name: str) -> bool:
    """Whether the name says by itself what is proposed: "reported offer" and "talks" do not, nor does half a sentence."""
    if len(name.split()) > LONGEST or _FINITE.search(name):
        return False
    content = content_of(name)
    said = len(content.words) + len(content.heads) + bool(content.countries)
    return said > 1 or (len(content.words) == 1 and (len(name.split()) > 1 or _is_known(name)))


def _is_known(name: str) -> bool:
    """One word that names a proposal well enough: "denuclearization", "hotline"."""
    return proposal_nouns().get(name.casefold()) == "named"


def _meant(word: str) -> str:
    known = proposal_words().get(word)
    if known is None:
        return stem_of(word)
    return known.stands_for if not known.stands_for or _is_head(known.stands_for) else stem_of(known.stands_for)


def _is_head(stem: str) -> bool:
    known = proposal_words().get(stem)
    return known is not None and known.kind == "head"


def _without_states(words: list[str]) -> tuple[list[str], set[str]]:
    """The words that name no state, and the codes of the states that the others name."""
    rest: list[str] = []
    found: set[str] = set()
    place = 0
    while place < len(words):
        length, code = next(_states_at(words, place), (1, None))
        if code is None:
            rest.append(words[place])
        else:
            found.add(code)
        place += length
    return rest, found


def _states_at(words: list[str], place: int) -> Iterator[tuple[int, str]]:
    """The state that begins at this word, the longest name first."""
    for length in range(min(LONGEST_STATE, len(words) - place), 0, -1):
        phrase = " ".join(re.sub(r"['’]s$", "", word) for word in words[place : place + length])
        if not phrase[:1].isupper():
            return
        state = state_by_name(phrase) or state_by_adjective(phrase) or state_by_capital(phrase)
        if state is not None:
            yield length, state.iso3
