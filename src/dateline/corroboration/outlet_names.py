"""One key for an outlet whatever it is called: AP is The Associated Press, "CNN (Web News)" is CNN."""

from __future__ import annotations

import re
from functools import cache
from urllib.parse import urlsplit

from dateline.knowledge.names import fold
from dateline.knowledge.outlets import outlet_by_name
from dateline.records import Article

UNKNOWN_OUTLET = "unnamed outlet"
_DEPARTMENT = re.compile(r"\s*(?:\([^)]*\)|[-–—|]\s*(?:News|Opinion|Editorial|World|Online))$", re.IGNORECASE)
_EDITION = re.compile(r"\b(?:Online|Magazine|Website|Newspaper)\b|\.com$", re.IGNORECASE)
_SPACES = re.compile(r"\s{2,}")
_GENERIC = re.compile(
    r"(?:(?:the|some|several|local|state|foreign|western|news|social|official|domestic|international|media|independent|other)\s+)*"
    r"(?:media|reports?|outlets?|newspapers?|broadcasters?|agency|agencies|networks?|press|websites?|papers?|television|tv|radio|site)",
    re.IGNORECASE,
)


@cache
def outlet_key(name: str) -> str:
    """What two names of one outlet share: the folded name of the known outlet, else the folded name without its edition."""
    known = next((row for form in _forms(name) if (row := outlet_by_name(form))), None)
    return fold(known.name if known else _forms(name)[1]).casefold()


@cache
def is_generic(name: str) -> bool:
    """Whether the name tells no outlet from others: "local media", "news agencies"."""
    return _GENERIC.fullmatch(name.strip()) is not None


def same_outlet(one: str, other: str) -> bool:
    """Whether two names are one outlet's."""
    return outlet_key(one) == outlet_key(other)


def outlet_name(article: Article) -> str:
    """The article's outlet by name, else the host it was fetched from, else a word for an unknown one."""
    if article.outlet:
        return article.outlet
    host = urlsplit(article.url).hostname if article.url else None
    return host.removeprefix("www.") if host else UNKNOWN_OUTLET


def _forms(name: str) -> tuple[str, str, str]:
    """As it stands, without department, without edition."""
    plain = _DEPARTMENT.sub("", name).strip() or name
    bare = _SPACES.sub(" ", _EDITION.sub("", plain)).strip() or plain
    return name, plain, bare
