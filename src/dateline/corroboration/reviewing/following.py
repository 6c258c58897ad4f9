"""What follows from corrections of an article: its reading is stored anew, and what is told otherwise is compared anew."""

from __future__ import annotations

from dateline.archive import search_index
from dateline.archive.archive import Archive
from dateline.corroboration import identity, proposals
from dateline.corroboration.incidents import updating as incidents
from dateline.corroboration.sayings import updating as sayings
from dateline.records import Reading


def follow(archive: Archive, article: str) -> Reading:
    """Store the reading of this article as its corrections have it now, and bring up to date what hangs on it.

    Incidents and sayings of records that stayed as they were keep their ids. Copies and stories hang on the text and stay.
    """
    with archive.transaction():
        before, actors = archive.reading(article), archive.actors.of_articles([article])
        (after,) = archive.store(archive.corrections.machine_reading(article))
        if before.actors != after.actors:
            identity.bring_up_to_date(archive, [article], actors, [after])
        incidents.correct(archive, before, after)
        sayings.correct(archive, before, after)
        proposals.bring_up_to_date(archive, [article], [after])
        search_index.bring_up_to_date(archive, [article])
    return after
