"""What has a day after its article's cannot have happened: "their summit on June 12 will be historic", told on June 9."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from dateline.events.draft import Draft
from dateline.events.scene import Scene
from dateline.events.verdict import Certainty
from dateline.knowledge.ontology import event_class

LAG = timedelta(days=1)
"""A page may bear the day before the one on which it was written."""


def unhappened(scene: Scene, draft: Draft) -> Draft:
    """A deed of a day to come is planned; an act of speech has been done, and the day is that of what it speaks of."""
    published, when = scene.document.article.published, draft.date
    if published is None or when is None or when.start is None or draft.certainty.value != "actual":
        return draft
    if when.start <= published.end + LAG:
        return draft
    if event_class(draft.row.type).quad.startswith("verbal") and draft.row.type != "CONSULT":
        return replace(draft, date=None)
    return replace(draft, certainty=Certainty("planned", "its day is still to come", "date"))
