"""Near-copies: one text that is another one, cut, re-headlined or lightly edited.

Two steps. MinHash signatures of word shingles, compared band by band, name the candidates (Broder 1997, "On the resemblance
and containment of documents"; banding after Leskovec, Rajaraman, Ullman, "Mining of Massive Datasets", chapter 3). For each
candidate the containment is then counted exactly: the share of one text's shingles that stand in the other. Containment and
not resemblance decides, because a text cut to its first half resembles the whole by .5 only and is contained in it wholly.

Bands are two values wide, so that a text cut to a fifth is still a candidate in 99 of 100 cases, and two unrelated texts on
one subject (one shingle in a hundred shared) are compared in vain in one case of a hundred.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import rensa

from dateline.archive.archive import Archive
from dateline.archive.copy_relation import CopyRelation
from dateline.knowledge.outlets import outlet_by_name
from dateline.records import Article

SHINGLE_WORDS = 3
MINIMUM_SHINGLES = 25
"""Shorter texts are not judged: a headline and a line can agree by chance."""
MINIMUM_SHARE = 2 / 3
"""From this share on a text is called a copy. A text with every tenth word changed still shares .73; a report that quotes an
open letter in full was seen to share .66 with it, and the next nearest of independent reports .57."""
AGENCY_LEAD_DAYS = 3
"""An agency's text counts as the original of a text that appeared at most this much earlier, under the date of another zone or
as a first report that the agency's archived version has overtaken."""
VALUES, SEED = 256, 1
METHOD = f"rensa RMinHash v{rensa.RMinHash.ALGORITHM_VERSION}, {VALUES} values, seed {SEED}, {SHINGLE_WORDS} words"

STACKED_AT_ONCE = 256
"""New signatures that are kept in a list before they are copied into the array."""

Shingles = frozenset[str]
Bands = npt.NDArray[np.uint64]


def shingles(text: str) -> Shingles:
    """All runs of three words, in small letters, without punctuation."""
    words = re.findall(r"\w+", text.casefold())
    return frozenset(" ".join(words[i : i + SHINGLE_WORDS]) for i in range(len(words) - SHINGLE_WORDS + 1))


def containment(part: Shingles, whole: Shingles) -> float:
    """Share of the shingles of `part` that stand in `whole`; 0 for an empty part."""
    return len(part & whole) / len(part) if part else 0.0


def signature(found: Shingles) -> bytes:
    """MinHash values as unsigned 32-bit numbers, little-endian."""
    sketch = rensa.RMinHash(num_perm=VALUES, seed=SEED)
    sketch.update(sorted(found))
    return np.asarray(sketch.digest(), dtype="<u4").tobytes()


def body(article: Article) -> str:
    """The text without its headline, which another outlet writes anew."""
    return article.text[article.headline.end :] if article.headline else article.text


@dataclass(frozen=True, slots=True)
class Side:
    """One of two compared articles; `number` is its place in the order of adding, `share` its share that stands in the other."""

    article: Article
    number: int
    share: float
    agency: bool

    @property
    def day(self) -> int | None:
        """Day of publication as an ordinal, or None where it is not known."""
        return self.article.published.start.toordinal() if self.article.published else None


def judge(one: Side, other: Side) -> CopyRelation | None:
    """Which of two texts copies the other, or None where neither does.

    The original is the agency's of two that appeared within three days, else the earlier; of two of one day the one that
    holds more, else the one that was added first. A later text that merely holds the earlier one among much else is no copy.
    """
    original, copy, why = _in_order(one, other)
    if copy.share < MINIMUM_SHARE:
        return None
    runs = f"{copy.share:.0%} of its runs of {SHINGLE_WORDS} words stand in the original"
    return CopyRelation(copy.article.id, original.article.id, round(copy.share, 4), f"{runs}, which {why}")


def _in_order(one: Side, other: Side) -> tuple[Side, Side, str]:
    """Original, copy and what makes the first the original."""
    distance = abs(one.day - other.day) if one.day is not None and other.day is not None else None
    key: tuple[float, float]
    if one.agency != other.agency and distance is not None and distance <= AGENCY_LEAD_DAYS:
        key, why = (not one.agency, not other.agency), "is the text of an agency"
    elif distance:
        key, why = (one.day or 0, other.day or 0), f"appeared {distance} day{'s' * (distance > 1)} earlier"
    elif one.share != other.share:
        key, why = (one.share, other.share), "holds more text"
    else:
        key, why = (one.number, other.number), "was added first"
    return (one, other, why) if key[0] < key[1] else (other, one, why)


class CopyIndex:
    """Finds the copies among articles as they are added.

    `article_of` fetches an article added before by its id (for candidates only), `stored` are the signatures of such articles in
    the order of adding, `relations` the copies found among them. The comparison with all stored signatures is one pass over an
    array: 1 KB an article.
    """

    def __init__(
        self,
        article_of: Callable[[str], Article],
        stored: Mapping[str, bytes] | None = None,
        relations: Iterable[CopyRelation] = (),
    ) -> None:
        self._article_of = article_of
        self._relations = {relation.article: relation for relation in relations}
        self._keys = list(stored or {})
        self._numbers = {key: number for number, key in enumerate(self._keys)}
        self._bands = _stack(list((stored or {}).values()))
        self._recent: list[bytes] = []

    def match(self, article: Article) -> tuple[CopyRelation, ...]:
        """Take the article into the index and say which relations that makes or changes.

        Mostly none or one: this article is a copy. Where an original is added after its copies there is one for each of them.
        The outcome of many calls does not depend on their order where the days of publication differ.
        """
        found = shingles(body(article))
        if article.id in self._numbers or len(found) < MINIMUM_SHINGLES:
            return ()
        sketch = signature(found)
        candidates = self._candidates(sketch)
        self._take_in(article.id, sketch)
        changed = {}
        for key in candidates:
            relation = self._compare(article, found, self._article_of(key))
            if relation and self._improves(relation):
                self._relations[relation.article] = changed[relation.article] = relation
        return tuple(changed.values())

    def signatures(self, articles: Iterable[str]) -> dict[str, bytes]:
        """The signatures of those of these articles that are in the index, to be stored."""
        return {key: self._signature(self._numbers[key]) for key in articles if key in self._numbers}

    def _signature(self, number: int) -> bytes:
        stacked = len(self._bands)
        return self._bands[number].tobytes() if number < stacked else self._recent[number - stacked]

    def _candidates(self, sketch: bytes) -> list[str]:
        """Articles that agree with the signature in one band or more."""
        if len(self._recent) >= STACKED_AT_ONCE:
            self._bands, self._recent = np.concatenate([self._bands, _stack(self._recent)]), []
        query = np.frombuffer(sketch, dtype="<u8")
        agree = [(rows == query).any(axis=1) for rows in (self._bands, _stack(self._recent))]
        return [self._keys[number] for number in np.flatnonzero(np.concatenate(agree))]

    def _take_in(self, key: str, sketch: bytes) -> None:
        self._numbers[key] = len(self._keys)
        self._keys.append(key)
        self._recent.append(sketch)

    def _compare(self, article: Article, found: Shingles, other: Article) -> CopyRelation | None:
        theirs = shingles(body(other))
        return judge(
            self._side(article, containment(found, theirs)),
            self._side(other, containment(theirs, found)),
        )

    def _side(self, article: Article, share: float) -> Side:
        return Side(article, self._numbers[article.id], share, is_agency(article.outlet))

    def _improves(self, relation: CopyRelation) -> bool:
        """Whether a copy had no original yet, or a worse one: an agency's is best, then the earliest."""
        known = self._relations.get(relation.article)
        return known is None or self._rank(relation.original) < self._rank(known.original)

    def _rank(self, key: str) -> tuple[bool, float, int]:
        side = self._side(self._article_of(key), 0.0)
        return (not side.agency, math.inf if side.day is None else side.day, side.number)


def _stack(signatures: list[bytes]) -> Bands:
    """Signatures as rows of bands; a band is two 32-bit values seen as one of 64 bits."""
    return np.frombuffer(b"".join(signatures), dtype="<u8").reshape(-1, VALUES // 2)


def is_agency(outlet: str | None) -> bool:
    """Whether the outlet is known as a news agency."""
    known = outlet_by_name(outlet) if outlet else None
    return known is not None and known.kind == "agency"


def index_of(archive: Archive) -> CopyIndex:
    """The index of all articles of an archive; signatures that were computed in another way are computed anew."""
    stored = archive.signatures(METHOD)
    outdated = archive.select("SELECT article FROM signatures WHERE method <> ?", [METHOD])
    renewed = {row["article"]: signature(shingles(body(archive.article(row["article"])))) for row in outdated}
    return CopyIndex(archive.article, stored | renewed, archive.copies())
