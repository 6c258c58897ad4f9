"""News in words, the same in every form."""

from __future__ import annotations

from dateline.analysis.news.changes import Kind
from dateline.analysis.news.item import Item
from dateline.knowledge.event_words import event_words
from dateline.records import Stance
from dateline.views.incident_lines import names, shortened
from dateline.views.wording import STANCE_VERBS, count, day_words, interval_words, listing, says

HEADS: dict[Kind, str] = {
    "appeared": "New", "changed": "Changed", "corrected": "Corrected", "origin": "Confirmed by others",
}  # fmt: skip
MOST = 4
"""Names that are written out."""


def title(item: Item) -> str:
    """Who did, said or wants what: "North Korea → United States: threat"."""
    if item.subject == "incident":
        return _deed(item)
    who = listing(item.who, MOST) or "somebody"
    if item.subject == "statement":
        return f"{who} {says(item.deed)}"
    if item.subject == "position":
        stance: Stance | None = next((name for name in STANCE_VERBS if name == item.deed), None)
        return f"{who} {STANCE_VERBS[stance] if stance else item.deed} {listing(item.whom)}"
    return f"Decided by people ({item.deed.replace('_', ' ')})"


def day(item: Item) -> str:
    """When it was, as precisely as the text says, else when it was reported."""
    if item.when:
        return interval_words(item.when)
    return f"{'decided' if item.subject == 'decision' else 'reported'} {day_words(item.published)}"


def vouched(item: Item) -> str:
    """How it is told, and by whom on their own: "claimed; 2 origins: BBC and Reuters"."""
    told = f"{count(len(item.origins), 'origin')}: {listing(item.origins, MOST)}" if item.origins else ""
    return "; ".join(part for part in (item.standing, told) if part)


def quotation(item: Item) -> str:
    """The words, with outlet and day."""
    if not item.words:
        return ""
    return f"{item.outlet or 'unnamed outlet'}, {day_words(item.published)}: {shortened(item.words)}"


def _deed(item: Item) -> str:
    words = event_words(item.deed, item.mode, item.trigger)
    if words.symmetric or not item.whom:
        parties = listing(names((*item.who, *item.whom)), MOST)
        return f"{parties}: {words.noun}" if parties else words.noun
    return f"{listing(names(item.who), MOST) or 'somebody'} → {listing(names(item.whom), MOST)}: {words.noun}"
