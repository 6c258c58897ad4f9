"""What many pages need, worked out before the first reader waits for it."""

from __future__ import annotations

from dateline.knowledge.states import load_states
from dateline.views.map.ground import country_middle
from dateline.views.room.network_page import network_page
from dateline.views.room.overview import overview
from dateline.views.room.place_page import place_page
from dateline.views.room.positions import matrix
from dateline.views.room.reader import Reader
from dateline.web.charts import charts_of
from dateline.web.drawings import drawings_of


def warm_up(reader: Reader) -> None:
    """Make what the pages that everybody opens are made of, and what the drawings of others have in common with theirs."""
    for page in (overview(reader), place_page(reader), network_page(reader)):
        drawings_of(reader, page)
        charts_of(reader, page)
    matrix(reader)
    for state in load_states():
        country_middle(state.iso3)
