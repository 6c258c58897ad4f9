"""What follows from corrections of articles: their readings are stored anew, and what is told otherwise is compared anew."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.archive import search_index
from dateline.archive.archive import Archive
from dateline.corroboration import identity, proposals
from dateline.corroboration.incidents import updating as incidents
from dateline.corroboration.sayings import updating as sayings


def follow(archive: Archive, articles: Sequence[str]) -> None:
    """Store the readings of these articles as their corrections have them now, and bring up to date what hangs on them.

    Incidents and sayings of records that stayed as they were keep their ids. Copies and stories hang on the text and stay.
    """
    if not articles:
        return
    with archive.transaction():
        before, actors = [archive.reading(article) for article in articles], archive.actors.of_articles(articles)
        after = archive.store(*(archive.corrections.machine_reading(article) for article in articles))
        if [reading.actors for reading in before] != [reading.actors for reading in after]:
            identity.bring_up_to_date(archive, articles, actors, after)
        incidents.correct(archive, before, after)
        sayings.correct(archive, before, after)
        proposals.bring_up_to_date(archive, articles, after)
        search_index.bring_up_to_date(archive, articles)
