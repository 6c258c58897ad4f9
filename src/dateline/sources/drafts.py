"""From what one input says of itself, and what is given for it, to an `Article`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from dateline.errors import BadRecord, OtherLanguage, SourceError, UnreadableSource, printable
from dateline.records import Article, LeftOut, Published, Span, content_id
from dateline.sources.boilerplate import Sifted, reason, sift
from dateline.sources.languages import ENGLISH, language_of
from dateline.sources.metadata import MetadataRow
from dateline.sources.options import SourceOptions
from dateline.sources.publication_date import inferred_publication, is_plausible

_OPENING_LINES = 4
_LONGEST_NAME = 500
_BYLINE = re.compile(r"By (?P<by>(?:the |The )?[A-Z][^,.|]{2,60}?)(?:,.*|\s\|.*| in [A-Z].*)?")
_REPORTER = re.compile(r"(?P<by>(?:[A-Z][\w’'-]+ ){1,2}[A-Z][\w’'-]+),? in (?:[A-Z][\w’'-]+ ?){1,3}")


@dataclass(frozen=True, slots=True)
class Draft:
    """An input before what is given for it has been applied; `body` has no headline."""

    source: str
    body: str
    headline: str | None = None
    title: str | None = None
    outlet: str | None = None
    published: Published | None = None
    url: str | None = None
    byline: str | None = None
    left_out: tuple[LeftOut, ...] = ()


def finish(draft: Draft, options: SourceOptions, row: MetadataRow | None = None) -> Article:
    """The article; what the row gives wins over the options, and both over the draft's own.

    Raises UnreadableSource where no text is left or too much, BadRecord for a date on which nothing can have appeared, and
    OtherLanguage for what is surely not English, where the options do not ask for any language.
    """
    draft = _with_given(draft, options, row)
    _check_length(draft, options)
    sifted = sift(draft.body.split("\n"), draft.outlet, draft.byline, draft.headline is not None)
    body = "\n".join(sifted.kept).strip()
    if not body and (not draft.headline or reason(draft.headline)):
        raise UnreadableSource(draft.source, "holds no article text", "leave it out")
    draft = _with_inferred(draft, sifted)
    _check_date(draft, options.today or date.today())
    language = language_of(body or draft.headline or "")
    if language not in {None, ENGLISH} and not options.any_language:
        raise OtherLanguage(draft.source, str(language))
    return _article(draft, body, draft.left_out + sifted.left_out, language)


def finish_all(
    drafts: Iterable[Draft | SourceError], options: SourceOptions, row: MetadataRow | None = None
) -> Iterator[Article | SourceError]:
    """The articles of several drafts, and in place of one that cannot be finished its error."""
    for draft in drafts:
        try:
            yield draft if isinstance(draft, SourceError) else finish(draft, options, row)
        except SourceError as error:
            yield error


def same_words(first: str, second: str) -> bool:
    """Whether two lines differ only in white space, quotation marks and letter case."""
    return _bare(first) == _bare(second)


def _bare(text: str) -> str:
    return "".join(c for c in text.casefold() if c.isalnum())


def _article(draft: Draft, body: str, left_out: tuple[LeftOut, ...], language: str | None) -> Article:
    text = f"{draft.headline}\n\n{body}".rstrip() if draft.headline else body
    start, end = (draft.published.start, draft.published.end) if draft.published else ("", "")
    return Article(
        id=content_id("art", draft.outlet or "", start, end, text),
        text_hash=content_id("txt", text),
        source=printable(draft.source),
        outlet=draft.outlet,
        title=draft.title or draft.headline,
        url=draft.url,
        byline=draft.byline,
        language=language,
        published=draft.published,
        text=text,
        left_out=left_out,
        headline=Span(0, len(draft.headline)) if draft.headline else None,
    )


def _with_given(draft: Draft, options: SourceOptions, row: MetadataRow | None) -> Draft:
    row = row or MetadataRow("", 0)
    days = row.published or ((options.published, options.published) if options.published else None)
    title = row.title or options.title
    given = replace(
        draft,
        title=title or draft.title,
        outlet=_name(row.outlet or options.outlet or draft.outlet),
        byline=_name(draft.byline),
        url=row.url or draft.url,
        published=Published(*days, "given") if days else draft.published,
    )
    return with_title_in_front(given, title) if title and not draft.headline else given


def _name(value: str | None) -> str | None:
    """A name on one line, and no longer than names are: inputs may hold anything in the place of one."""
    return " ".join(value.split())[:_LONGEST_NAME] or None if value else None


def with_title_in_front(draft: Draft, title: str) -> Draft:
    """The title as headline: the body's own first line where that says the same, else put in front of the body."""
    body = draft.body.strip("\n")
    first, _, rest = body.partition("\n")
    if same_words(first, title):
        return replace(draft, headline=first.strip(), body=rest)
    # A headline must be one line, or its span would not be told from the body.
    return replace(draft, headline=" ".join(title.split()), body=body)


def _with_inferred(draft: Draft, sifted: Sifted) -> Draft:
    opening = [line.strip() for line in sifted.kept if line.strip()][:_OPENING_LINES]
    if draft.published is None and (day := inferred_publication(draft.headline, opening)):
        draft = replace(draft, published=Published(day, day, "inferred"))
    if draft.byline is None and opening:
        draft = replace(draft, byline=_byline(opening[0]))
    return draft


def _byline(line: str) -> str | None:
    match = len(line) <= 120 and (_BYLINE.fullmatch(line) or _REPORTER.fullmatch(line))
    return match["by"].strip() if match else None


def _check_length(draft: Draft, options: SourceOptions) -> None:
    length = len(draft.body)
    if length > options.max_characters:
        problem = f"{length:,} characters, more than the {options.max_characters:,} taken for one article"
        error: type[SourceError] = BadRecord if "#" in draft.source else UnreadableSource
        raise error(draft.source, problem, "split it into articles; the Python API takes SourceOptions(max_characters=...)")


def _check_date(draft: Draft, today: date) -> None:
    published = draft.published
    if published is None or is_plausible((published.start, published.end), today):
        return
    problem = f"published {published.start} ({published.basis}), and no article can be"
    raise BadRecord(draft.source, problem, f"give a date between 1900 and {today}")
