"""What many pages need, worked out before the first reader waits for it."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.knowledge.states import load_states
from dateline.views.map.ground import country_middle
from dateline.views.room.asking import MOST_PAGES
from dateline.views.room.network_page import network_page
from dateline.views.room.overview import overview
from dateline.views.room.pair_page import PairPage, pair_list, pair_page
from dateline.views.room.place_page import place_page
from dateline.views.room.positions import matrix
from dateline.views.room.reader import Reader
from dateline.web.charts import charts_of, statements_of
from dateline.web.drawings import drawings_of

MOST_SAID = "SELECT identity FROM digest_said GROUP BY identity ORDER BY sum(statements) DESC, identity LIMIT 1"
NOBODY = ""
"""Has said nothing, as many actors have, whose charts are empty."""


def warm_up(reader: Reader) -> None:
    """Make what the pages that everybody opens are made of, and what the drawings of others have in common with theirs."""
    for page in (overview(reader), place_page(reader), network_page(reader), *_pairs(reader)):
        drawings_of(reader, page)
        charts_of(reader, page)
    for identity in (NOBODY, *(row["identity"] for row in reader.select(MOST_SAID))):
        statements_of(reader, identity)
    matrix(reader)
    for state in load_states():
        country_middle(state.iso3)


def _pairs(reader: Reader) -> Iterator[PairPage]:
    """One with changes of its index, as far as any has them, and one without."""
    pairs = dict.fromkeys((*pair_list(reader).pairs[:1], *pair_list(reader, MOST_PAGES).pairs[-1:]))
    return (pair_page(reader, pair.one.key, pair.other.key) for pair in pairs)
