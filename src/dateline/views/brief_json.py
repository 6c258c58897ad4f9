"""The brief as one JSON object: the same sections and lines, each citation with the id of its record."""

from __future__ import annotations

import json
from dataclasses import asdict

from dateline.views.brief import Brief
from dateline.views.brief_page import brief_page


def brief_json(brief: Brief) -> str:
    """One object with title, subtitle, summary, sections and footer, and how many corrections it uses."""
    plain = asdict(brief_page(brief))
    for section in plain["sections"]:
        if section["table"]:
            section["table"]["numeric"] = sorted(section["table"]["numeric"])
    return json.dumps(plain | {"reviewed": asdict(brief.reviewed)}, ensure_ascii=False, indent=1) + "\n"
