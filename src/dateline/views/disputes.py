"""Contradictions and corrections as lines of a page: each version beside the others, in its own words."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from dateline.analysis.evidence import Evidence
from dateline.analysis.incidents import Incident
from dateline.analysis.quote import quote_in_sentence
from dateline.corroboration.contradictions import Claim, Contradiction, Correction, Version
from dateline.corroboration.outlet_names import outlet_name, same_outlet
from dateline.records import Article, Reading
from dateline.views.page import MIDDLING, Citation, Line, cite
from dateline.views.wording import day_words, incident_label, listing, time_words

POINTS = {"number": "different numbers", "date": "different dates", "sides": "who did it", "factuality": "whether it happened"}
VERSIONS = 4
"""Versions shown of one point."""
TELLERS = 3
"""Outlets named for one version."""


def contradiction_line(incident: Incident, found: Contradiction, readings: Mapping[str, Reading]) -> Line:
    """One point on which the reports of an incident differ."""
    what = f"number of {found.about}" if found.point == "number" else POINTS[found.point]
    told = [f"{version.label} ({_tellers(version)})" for version in found.versions[:VERSIONS]]
    how = "corrected, " if found.is_settled else "grew from day to day, " if found.is_update else ""
    detail = f"{what}: {how}{' → '.join(told) if found.is_update else ' against '.join(told)}"
    back = [f"no longer counts: {claim.label} of {claim.told_by}, {claim.taken_back}" for claim in found.taken_back[:1]]
    cited = tuple(_cite(version.claims[0], version.label, readings) for version in found.versions[:VERSIONS])
    return Line(incident_label(incident), time_words(incident), "", "; ".join((detail, *back)), cited)


def _tellers(version: Version) -> str:
    """Who vouches for a version, and who says so: "AFP, citing two officials"."""
    outlets = list(dict.fromkeys(claim.outlet for claim in version.claims))
    speakers = list(dict.fromkeys(speaker for claim in version.claims for speaker in claim.speakers))
    citing = f", citing {listing(speakers, TELLERS)}" if speakers else ""
    return f"{listing(outlets, TELLERS)}{citing}"


def _cite(claim: Claim, label: str, readings: Mapping[str, Reading]) -> Citation:
    text = readings[claim.article].article.text
    via = () if same_outlet(claim.outlet, claim.told_by) else (claim.outlet,)
    quote = quote_in_sentence(text, claim.span)
    return cite(Evidence(claim.event, claim.article, claim.told_by, claim.published, quote, via), label, MIDDLING)


def correction_line(found: Correction, readings: Mapping[str, Reading]) -> Line:
    """What an article takes back."""
    article = readings[found.article].article
    earlier = readings[found.corrects].article if found.corrects else None
    of = f" its article of {day_words(_day(earlier))}" if earlier else ""
    changed = " → ".join(f"“{words}”" for words in (found.wrong, found.right) if words)
    quote = quote_in_sentence(article.text, found.note)
    cited = cite(Evidence(article.id, article.id, outlet_name(article), _day(article), quote), "", MIDDLING)
    return Line(f"{outlet_name(article)} corrects{of or ' itself'}", day_words(_day(article)), "", changed, (cited,))


def _day(article: Article) -> date | None:
    return article.published.start if article.published else None
