"""Incidents as lines of a terminal: when, who to whom, what, told by how many, and the words of the reports."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from dateline.corroboration.incidents.telling import ReportWords, ToldIncident
from dateline.knowledge.event_words import event_words
from dateline.knowledge.states import state_by_iso3
from dateline.views.wording import count, day_words, interval_words, listing

SHOWN = 3
"""Reports of an incident that are shown where reasons are not asked for."""
LONGEST = 200
"""Characters of a report's words."""


def incident_lines(one: ToldIncident, *, reasons: bool = False) -> list[str]:
    """A head line, then a line for each report; with `reasons` all of them, each with its score and why it is one of them."""
    incident = one.incident
    when = f"reported {day_words(incident.first_reported)}" if incident.when is None else interval_words(incident.when)
    reality = "" if incident.reality == "told" else f", {incident.reality}"
    told_by = f"{count(len(incident.articles), 'article')} of {count(len(one.outlets), 'outlet')}"
    head = f"{when} — {_deed(one)}{reality} · {told_by} · {incident.id}"
    if reasons:
        return [
            head,
            *(line for report in one.reports for line in (_words(report), f"        {report.score:.2f} {report.reason}")),
        ]
    more = [f"    and {len(one.reports) - SHOWN} more"] if len(one.reports) > SHOWN else []
    return [head, *map(_words, one.reports[:SHOWN]), *more]


def _deed(one: ToldIncident) -> str:
    incident = one.incident
    modes = Counter(report.mode for report in one.reports).most_common(1)
    words = event_words(incident.type, modes[0][0] if modes else None, one.reports[0].trigger if one.reports else "")
    what = words.noun
    if words.symmetric or not incident.targets:
        parties = listing(names((*incident.sources, *incident.targets)))
        return f"{parties}: {what}" if parties else what
    return f"{listing(names(incident.sources)) or 'somebody'} → {listing(names(incident.targets))}: {what}"


def names(codes: Iterable[str]) -> Sequence[str]:
    """States by name; what is no code of a state stays as it is."""
    return tuple(dict.fromkeys(state.name if (state := state_by_iso3(code)) else code for code in codes))


def shortened(words: str) -> str:
    """The words, cut where they are very many."""
    return words if len(words) <= LONGEST else words[: LONGEST - 1].rstrip() + "…"


def _words(report: ReportWords) -> str:
    how = "" if report.factuality == "actual" else f" [{report.factuality}]"
    return f"    {report.outlet or 'unnamed outlet'}, {day_words(report.published)}: {shortened(report.words)}{how}"
