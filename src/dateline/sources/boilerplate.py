"""Lines that stand in an article's text and are none of it: credits, labels, prompts, links."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from dateline.knowledge.boilerplate import boilerplate_rules
from dateline.knowledge.function_words import function_words
from dateline.records import LeftOut
from dateline.sources.inline_links import without_inline_links

LONGEST = 600
"""Characters; a longer line is a paragraph, whatever it begins with."""
_LONGEST_BYLINE = 100
_LONGEST_LINK = 140
_LIKE_HEADLINES = frozenset({"related link", "headline of another article", "caption keywords", "reader poll"})

_ENDS_SENTENCE = re.compile(r"[.!?][”’\"')\]]*$")
_SHOUTED_WORDS = 7
"""Cross-heads in capitals are shorter than this, headlines of other articles longer."""


@dataclass(frozen=True, slots=True)
class Sifted:
    """Lines kept, in their order, and lines left out with the reason."""

    kept: tuple[str, ...]
    left_out: tuple[LeftOut, ...]


def sift(lines: Sequence[str], outlet: str | None = None, byline: str | None = None, headline_apart: bool = True) -> Sifted:
    """Part the lines of a body into article text and what is none.

    Without `headline_apart` the first line may be the headline, and "Poll: ..." or capitals prove nothing against it.
    Blank lines are kept, but two of them never meet where a line between them was left out.
    """
    kept: list[str] = []
    parted = [without_inline_links(line) for line in lines]
    lines, links = [line for line, _ in parted], [link for _, found in parted for link in found]
    left_out: list[LeftOut] = []
    may_be_headline = not headline_apart
    for line, why in zip(lines, _reasons(lines, outlet, byline), strict=True):
        if why is not None and not (may_be_headline and why in _LIKE_HEADLINES):
            left_out.append(LeftOut(line.strip(), why))
        elif line.strip() or not left_out or not kept or kept[-1].strip():
            kept.append(line)
            may_be_headline = may_be_headline and not line.strip()
    return Sifted(tuple(kept), (*links, *left_out))


def _reasons(lines: Sequence[str], outlet: str | None, byline: str | None) -> Iterator[str | None]:
    """For each line why it is no article text, or None."""
    running = _running_text(lines)
    labels = _labels(lines, outlet, byline)
    after_label = False
    for line in lines:
        why = reason(line) or labels.get(line.strip()) or _reason_by_context(line, running)
        if why is None and after_label and _is_link_text(line):
            why = "related link"
        elif line.strip():
            after_label = why == "related link" and line.rstrip().endswith(":")
        yield why


def reason(line: str) -> str | None:
    """Why a line is no article text, judged by its wording alone; None where it may be."""
    text = " ".join(line.split())
    if not text or len(text) > LONGEST:
        return None
    return next((rule.why for rule in boilerplate_rules() if rule.pattern.fullmatch(text)), None)


def is_keyword_line(line: str, running: str) -> bool:
    """Whether a line only strings together names of the article: "Russia Kim Jong-un North Korea", a caption's tags.

    `running` is the article's running text. Every word must belong to a name that occurs there within a sentence, there
    must be two names or more, and the line itself must not occur: a sub-heading that is one name is text.
    """
    words = line.split()
    if not 3 <= len(words) <= 20 or line.strip() in running:
        return False
    if not all(word[0].isupper() and word.replace("-", "").replace("’", "").isalnum() for word in words):
        return False
    if any(word.lower() in function_words() for word in words):
        return False
    names = _names(words, running)
    return names is not None and len(names) >= 2


def _names(words: Sequence[str], running: str) -> list[str] | None:
    """The longest names of the running text, from left to right, that make up the words."""
    names: list[str] = []
    start = 0
    while start < len(words):
        ends = range(len(words), start, -1)
        end = next((e for e in ends if _within_sentence(" ".join(words[start:e]), running)), None)
        if end is None:
            return None
        names.append(" ".join(words[start:end]))
        start = end
    return names


def _within_sentence(name: str, running: str) -> bool:
    # The first word of a sentence has a capital whatever it is, so a small letter or comma must come before.
    return re.search(rf"(?<=[a-z,] ){re.escape(name)}\b", running) is not None


def _running_text(lines: Iterable[str]) -> str:
    long = (" ".join(line.split()) for line in lines if len(line) > 80)
    return "\n".join(line for line in long if _ENDS_SENTENCE.search(line))


def _labels(lines: Sequence[str], outlet: str | None, byline: str | None) -> dict[str, str]:
    """The outlet's or authors' bare names on a line of their own; a speaker's label comes several times and stays."""
    stripped = [line.strip() for line in lines]
    once = {line for line in stripped if 0 < len(line) <= _LONGEST_BYLINE and stripped.count(line) == 1}
    authors = _names_in(byline or "")
    labels = {line: "byline" for line in once if authors and _names_in(line) <= authors}
    return labels | ({outlet: "outlet name"} if outlet in once else {})


def _names_in(byline: str) -> frozenset[str]:
    return frozenset(name for part in re.split(r",|;|\band\b", byline) if (name := part.strip()))


def _reason_by_context(line: str, running: str) -> str | None:
    if is_keyword_line(line, running):
        return "caption keywords"
    if _is_shouted(line) and not running.isupper():
        return "headline of another article"
    return None


def _is_link_text(line: str) -> bool:
    """Whether a line under "Read more:" is a headline in its list: some words that end in no full stop."""
    return len(line.split()) >= 4 and len(line) <= _LONGEST_LINK and not _ENDS_SENTENCE.search(line.strip())


def _is_shouted(line: str) -> bool:
    words = re.findall(r"[\w’'-]*\w", line)
    return line.isupper() and len(words) >= _SHOUTED_WORDS and not _ENDS_SENTENCE.search(line.strip())
