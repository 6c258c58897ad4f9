"""Finding the copies among articles as they are added.

An article is compared with the few that share bands of its sketch, whichever was added first: adding k articles costs k. The
outcome does not depend on the order of adding where the days of publication differ.
"""

from __future__ import annotations

import logging
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence

import pyarrow as pa

from dateline.archive.archive import Archive
from dateline.archive.copy_relation import CopyRelation
from dateline.corroboration.copies.judging import (
    MINIMUM_WORDS,
    PART,
    PART_OF_ONES_OWN,
    WHOLE,
    Candidate,
    Marks,
    chosen,
    common,
    in_order,
    is_shared_narrative,
)
from dateline.corroboration.copies.runs import Shingles, share
from dateline.corroboration.copies.sketches import AGREEING_BANDS, METHOD, bands
from dateline.corroboration.copies.text import Text, texts

logger = logging.getLogger(__name__)

AT_ONCE = 64
"""Articles of an older archive that are compared and committed together."""
TEMPLATE_ARTICLES, TEMPLATE = 6, 2
"""Of so many other articles of an outlet, what stands in this many is its template and nobody's report."""
AGREEING = f"""
SELECT mine.article AS article, theirs.article AS other
FROM given AS mine JOIN copy_bands AS theirs USING (band)
WHERE theirs.article <> mine.article GROUP BY ALL HAVING count(*) >= {AGREEING_BANDS} ORDER BY ALL
"""
OF_OUTLET = f"""
SELECT id FROM articles WHERE outlet IS NOT DISTINCT FROM ? AND id NOT IN (SELECT unnest(?))
ORDER BY number DESC LIMIT {TEMPLATE_ARTICLES}
"""


def bring_up_to_date(archive: Archive, articles: Collection[str]) -> tuple[CopyRelation, ...]:
    """Compare the texts of these articles with the archive's, store the relations that this makes or changes, and give them back.

    Articles whose text was compared before, which a second reading does not change, are passed over. Belongs into the transaction
    that adds the articles.
    """
    with archive.transaction():
        new = archive.copying.not_compared(METHOD, articles)
        found = texts(archive, new)
        sketches = {key: _bands(found[key]) for key in new}
        archive.copying.add_bands(sketches, METHOD)
        pairs = _agreeing(archive, sketches)
        relations = _Comparison(archive, found, pairs).relations()
        archive.add_copies(relations)
    return relations


def renew(archive: Archive) -> None:
    """Compare the texts of articles that were added before this method was there."""
    waiting = archive.copying.not_compared(METHOD)
    if waiting:
        logger.info("the texts of %d articles are compared for the first time", len(waiting))
    for start in range(0, len(waiting), AT_ONCE):
        bring_up_to_date(archive, waiting[start : start + AT_ONCE])


class _Comparison:
    """One round: some new texts, those that may share words with them, and what was known of these."""

    def __init__(self, archive: Archive, new: Mapping[str, Text], pairs: Iterable[frozenset[str]]) -> None:
        self._archive = archive
        self._pairs = sorted(tuple(sorted(pair)) for pair in pairs)
        missing = {key for pair in self._pairs for key in pair} - new.keys()
        self._texts = dict(new) | (texts(archive, missing) if missing else {})
        self._candidates: defaultdict[str, dict[str, Candidate]] = defaultdict(dict)

    def relations(self) -> tuple[CopyRelation, ...]:
        """The relations of all copies among the compared texts."""
        for one, other in self._pairs:
            self._compare(self._texts[one], self._texts[other])
        for relation in self._archive.copies(self._candidates) if self._candidates else ():
            self._recall(relation)
        return tuple(
            relation for copy, found in self._candidates.items() for relation in chosen(self._texts[copy], found.values())
        )

    def _compare(self, one: Text, other: Text) -> None:
        marks = common(one, other)
        if max(map(share, marks)) >= PART and is_shared_narrative(one, other, marks):
            self._enter(one, other, marks)

    def _enter(self, one: Text, other: Text, marks: tuple[Marks, Marks]) -> None:
        original, copy, why = in_order(one, other, (share(marks[0]), share(marks[1])))
        mine = marks[0] if copy is one else marks[1]
        if PART <= share(mine) < WHOLE:
            template = self._template(copy, original) | self._template(original, copy)
            mine = copy.wording.common_with(original.wording.shingles - template)
        if share(mine) >= (PART_OF_ONES_OWN if one.outlet == other.outlet else PART):
            self._candidates[copy.article][original.article] = Candidate(original, mine, why)

    def _recall(self, relation: CopyRelation) -> None:
        """Take in an original that was known before, unless it is among those just compared."""
        if relation.original in self._candidates[relation.article]:
            return
        self._texts |= texts(self._archive, {relation.original} - self._texts.keys())
        copy, original = self._texts[relation.article], self._texts.get(relation.original)
        if original is not None:
            self._enter(copy, original, common(copy, original))

    def _template(self, text: Text, other: Text) -> Shingles:
        """Runs of words that further articles of the text's outlet have too: calls to subscribe, boxes about the author."""
        rows = self._archive.select(OF_OUTLET, [text.outlet, [text.article, other.article]])
        counted: Counter[str] = Counter()
        for one in texts(self._archive, [row["id"] for row in rows]).values():
            counted.update(one.wording.shingles & text.wording.shingles)
        return frozenset(run for run, number in counted.items() if number >= TEMPLATE)


def _agreeing(archive: Archive, sketches: Mapping[str, Sequence[int]]) -> set[frozenset[str]]:
    """Pairs of one of these articles and any of the archive that agree in enough bands."""
    articles = [article for article, found in sketches.items() for _ in found]
    mine = pa.table({"article": articles, "band": pa.array([band for found in sketches.values() for band in found], pa.uint32())})
    found = archive.select(AGREEING, given=mine) if articles else []
    return {frozenset((row["article"], row["other"])) for row in found}


def _bands(text: Text) -> list[int]:
    return bands(text.wording.shingles) if len(text.wording.words) >= MINIMUM_WORDS else []
