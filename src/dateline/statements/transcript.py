"""Turns of a transcript: "SHERIF EL-NAGGAR: We did not want this quarrel."

The turns of the outlet's own people are the article's voice, not statements: the first to speak, and whoever is called a
correspondent.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from dateline.language.document import Document
from dateline.language.tokens import Token
from dateline.records import Span
from dateline.statements.draft import Draft

_LABEL = re.compile(
    r"(?P<name>[A-Z][A-Z.'’-]+(?: [A-Z][A-Z.'’-]+){0,4})(?: \([^)]{1,40}\))?(?P<part>, [A-Z][A-Z ,'’-]{1,40})?:(?:\s+(?=\S)|$)",
    re.M,
)
_OWN_PARTS = re.compile(r"\b(?:HOST|BYLINE|ANCHOR|CORRESPONDENT|REPORTER|PRESENTER|CO-HOST|MODERATOR)\b")
_STAFF = re.compile(
    r"\b(?:correspondent|reporter|colleague|presenter|editor|producer|anchor|host)s?,?\s+(?P<name>[A-Z]\w+(?: [A-Z]\w+)*)"
)
MIN_TURNS = 3
"""Fewer labelled lines than this are no transcript."""
TURN = "turn of a transcript"


def transcript_drafts(document: Document) -> Iterator[Draft]:
    """One draft for each turn of somebody who does not work for the outlet."""
    turns = [(p, m) for p in document.paragraphs if (m := _LABEL.match(document.article.text, p.start, p.end))]
    if len(turns) < MIN_TURNS:
        return
    own = _staff(document, turns[0][1].group("name")).union(*(_last_name(m.group("name")) for _, m in turns if _own(m)))
    for paragraph, match in turns:
        if not _last_name(match.group("name")) & own and match.end() < paragraph.end:
            yield _draft(document, paragraph, match)


def _staff(document: Document, first: str) -> set[str]:
    named = (_last_name(m.group("name")) for m in _STAFF.finditer(document.article.text))
    return _last_name(first).union(*named)


def _own(match: re.Match[str]) -> bool:
    """Does the label itself name a host or a correspondent ("LEILA MAZUR, HOST:")?"""
    return match.group("part") is not None and _OWN_PARTS.search(match.group("part")) is not None


def _last_name(name: str) -> set[str]:
    return {name.split()[-1].casefold()}


def _draft(document: Document, paragraph: Span, match: re.Match[str]) -> Draft:
    name = Span(match.start("name"), match.end("name"))
    return Draft(
        act="say",
        cue=(Span(match.end("name"), match.end("name") + 1),),
        content=(Span(match.end(), paragraph.end),),
        source=_head(document, name),
        rule=TURN,
        confidence=0.9,
        source_spans=(name,),
    )


def _head(document: Document, name: Span) -> Token | None:
    tokens = document.tokens(name)
    return tokens[-1] if len(tokens) else None
