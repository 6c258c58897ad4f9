"""What a page says of itself: headline, outlet, date, author, address."""

from __future__ import annotations

import json
import logging
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from dateline.records import Published
from dateline.sources.publication_date import is_plausible, parse_days, stated_publication

log = logging.getLogger(__name__)

Element = Any
"""An lxml element, as trafilatura hands it out."""

_ARTICLE_TYPES = re.compile(r"article|posting|report|review$", re.IGNORECASE)
_DATE_NAMES = (
    "article:published_time", "og:article:published_time", "datepublished", "parsely-pub-date", "publishdate",
    "pubdate", "date", "dc.date.issued", "dc.date", "dcterms.date", "sailthru.date", "cxenseparse:recs:publishtime",
)  # fmt: skip
_AUTHOR_NAMES = ("author", "parsely-author", "dc.creator", "sailthru.author", "byl")
_SEPARATED = re.compile(r"\s+[|–—•·»-]\s+|\s*\|\s*")
_HIDDEN_TIMES = "ancestor::aside or ancestor::nav or ancestor::footer or ancestor::ul"


@dataclass(frozen=True, slots=True)
class PageMetadata:
    """All that is stated outside the running text; None where it is not."""

    title: str | None
    outlet: str | None
    published: Published | None
    url: str | None
    byline: str | None


def page_metadata(tree: Element, visible: Iterable[str], today: date) -> PageMetadata:
    """Read a parsed page; `visible` are the lines that stand above its body, for dates stated only there."""
    metas = _metas(tree)
    nodes = list(_json_ld(tree))
    article = next((node for node in nodes if _ARTICLE_TYPES.search(_type(node))), {})
    outlet = metas.get("og:site_name") or _name(article.get("publisher")) or _site(nodes)
    return PageMetadata(
        title=_title(tree, metas, article, outlet),
        outlet=outlet,
        published=_published(_dates(tree, metas, article, visible), today),
        url=_link(tree) or metas.get("og:url"),
        byline=_author(tree, metas, article),
    )


def _metas(tree: Element) -> dict[str, str]:
    """Content of the page's meta elements by name in small letters; the first of a name counts."""
    found: dict[str, str] = {}
    for meta in tree.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop")
        content = _clean(meta.get("content"))
        if name and content:
            found.setdefault(name.lower(), content)
    return found


def _json_ld(tree: Element) -> Iterator[Mapping[str, Any]]:
    for script in tree.xpath("//script[contains(@type, 'ld+json')]"):
        try:
            yield from _objects(json.loads(script.text or "", strict=False))
        except (ValueError, RecursionError) as error:
            log.debug("structured data of the page is not JSON: %s", error)


def _objects(value: Any, depth: int = 0) -> Iterator[Mapping[str, Any]]:
    """Objects at the top, in lists and in graphs; objects inside fields are not things that the page is about."""
    if isinstance(value, list) and depth < 5:
        for item in value:
            yield from _objects(item, depth + 1)
    elif isinstance(value, dict):
        yield value
        yield from _objects(value.get("@graph"), depth + 1)


def _type(node: Mapping[str, Any]) -> str:
    kind = node.get("@type")
    return " ".join(map(str, kind)) if isinstance(kind, list) else str(kind or "")


def _site(nodes: Iterable[Mapping[str, Any]]) -> str | None:
    return next((_name(node) for node in nodes if _type(node) in {"WebSite", "NewsMediaOrganization"}), None)


def _name(value: Any) -> str | None:
    """The name in a structured value: a text, an object with a name, or a list of them."""
    if isinstance(value, list):
        names = [name for item in value if (name := _name(item))]
        return ", ".join(dict.fromkeys(names)) or None
    if isinstance(value, dict):
        value = value.get("name")
    return _clean(value) if isinstance(value, str) else None


def _title(tree: Element, metas: Mapping[str, str], article: Mapping[str, Any], outlet: str | None) -> str | None:
    """The headline that the page shows; where several are shown, the one that its metadata names."""
    shown = [text for h1 in tree.iter("h1") if (text := _clean("".join(h1.itertext())))]
    named = [metas.get("og:title"), _name(article.get("headline")), metas.get("twitter:title"), _html_title(tree)]
    named = [_without_site(name, outlet) for name in named if name]
    agreed = next((h1 for h1 in shown for name in named if name and h1.casefold() == name.casefold()), None)
    if agreed:
        return agreed
    if len(shown) == 1 and len(shown[0].split()) >= 3:
        return shown[0]
    return next(iter(name for name in (*named, *shown) if name), None)


def _html_title(tree: Element) -> str | None:
    return next((_clean(title.text) for title in tree.iter("title")), None)


def _without_site(title: str, outlet: str | None) -> str:
    """Cut "| News | Al Jazeera" or "- BBC News" from the end: from the first short part on, if the last is the outlet."""
    cuts = list(_SEPARATED.finditer(title))
    if not cuts:
        return title
    last = title[cuts[-1].end() :].casefold()
    if cuts[-1][0].strip() != "|" and (not outlet or last not in {outlet.casefold(), f"the {outlet.casefold()}"}):
        return title
    first = next(cut for cut in cuts if len(title[cut.end() :].split()) <= 6 or cut is cuts[-1])
    return title[: first.start()].strip() or title


def _dates(tree: Element, metas: Mapping[str, str], article: Mapping[str, Any], visible: Iterable[str]) -> Iterator[str]:
    if isinstance(article.get("datePublished"), str):
        yield article["datePublished"]
    yield from (metas[name] for name in _DATE_NAMES if name in metas)
    for path in ("//time[@itemprop='datePublished' or @pubdate]", "//article//time", "//main//time", "//header//time"):
        for time in tree.xpath(f"{path}[not({_HIDDEN_TIMES})]")[:1]:
            yield time.get("datetime") or "".join(time.itertext())
    if day := stated_publication(visible):
        yield day.isoformat()


def _published(values: Iterable[str], today: date) -> Published | None:
    """The first date that can be read and on which an article can have appeared."""
    for value in values:
        days = parse_days(value)
        if days and is_plausible(days, today):
            return Published(*days, "metadata")
        log.info("publication date %r on the page cannot be right", value[:60])
    return None


def _author(tree: Element, metas: Mapping[str, str], article: Mapping[str, Any]) -> str | None:
    named = [_name(article.get("author")), *(metas.get(name) for name in _AUTHOR_NAMES)]
    named += [_clean("".join(link.itertext())) for link in tree.xpath("//a[@rel='author']")[:1]]
    found = next((name for name in named if name and "://" not in name and len(name) <= 200), None)
    return re.sub(r"^[Bb]y\s+", "", found) if found else None


def _link(tree: Element) -> str | None:
    return next((link.get("href") for link in tree.xpath("//link[@rel='canonical'][@href]")), None)


def _clean(value: str | None) -> str | None:
    return " ".join(value.split()) or None if value else None
