"""Which names mean one proposal: names with the same content words, less what only praises or describes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from dateline.knowledge.function_words import function_words
from dateline.knowledge.names import fold
from dateline.knowledge.proposal_words import proposal_words

ALIKE = 2 / 3
"""Share of common content words from which the name with fewer words means the same as the one with more."""
LONGEST = 8
"""Words of a name; a longer one is mostly half a sentence."""
_WORD = re.compile(r"\w+")
_FINITE = re.compile(r"\b(?:I|we|they|who|which|myself|has|have|is|was|were)\b|,")

Content = frozenset[str]


def content_words(name: str) -> Content:
    """What is proposed, in words that all names of it share: "tougher new U.N. sanctions" is `un`, `sanctions`."""
    known = proposal_words()
    words = (word for word in _WORD.findall(fold(name).replace("'s", "")) if word not in function_words())
    return frozenset(known[word].stands_for if word in known else word for word in words) - {""}


def is_telling(name: str) -> bool:
    """Whether the name says by itself what is proposed: "reported offer" and "nuclear" do not, nor does half a sentence."""
    known = proposal_words()
    words = content_words(name)
    heads = {word for word in words if word in known and known[word].kind == "head"}
    return len(words) > 1 and words > heads and len(name.split()) <= LONGEST and not _FINITE.search(name)


def join_names(names: Sequence[str]) -> dict[str, str]:
    """For each name the commonest name of the same proposal; the order of the names decides between equals."""
    counted = Counter(names)
    heads: list[tuple[str, Content]] = []
    joined: dict[str, str] = {}
    for name in sorted(counted, key=lambda one: (-counted[one], one)):
        words = content_words(name)
        head = next((head for head, other in heads if _alike(name, words, head, other)), None)
        if head is None:
            heads.append((name, words))
        joined[name] = head or name
    return joined


def _alike(name: str, words: Content, head: str, other: Content) -> bool:
    """Equal words, or one more on one side that is no proper name: the Iran deal is not any deal."""
    if words == other:
        return bool(words)
    less, more = sorted((words, other), key=len)
    if not less < more or len(less) < ALIKE * len(more):
        return False
    proper = {fold(word) for text in (name, head) for word in re.findall(r"\b[A-Z][\w.]*", text)}
    return not (more - less) & proper
