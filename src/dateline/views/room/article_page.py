"""One article as a page: its text with what was read out of it marked, and a note in the margin for each record."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from dateline.records import Article, Reading, Span
from dateline.views.room.article_notes import Note, notes_of
from dateline.views.room.marks import Mark, Segment, marks_of, segments
from dateline.views.room.reader import Reader
from dateline.views.room.story_lines import StoryLine, story_lines
from dateline.views.room.vouching import reading_of

REPORTS = """
SELECT r.event, r.incident, d.articles, d.outlets FROM incident_reports AS r JOIN digest_incidents AS d ON d.id = r.incident
WHERE r.article = ?
"""
COPIES = """
SELECT c.article, c.original, c.share, c.kind, a.title, coalesce(a.outlet, 'unnamed outlet') AS outlet
FROM copies AS c JOIN articles AS a ON a.id = CASE WHEN c.article = $1 THEN c.original ELSE c.article END
WHERE c.article = $1 OR c.original = $1 ORDER BY c.share DESC, c.article
"""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph in segments, with the notes on the records that begin in it."""

    is_headline: bool
    segments: tuple[Segment, ...]
    notes: tuple[Note, ...]


@dataclass(frozen=True, slots=True)
class CopyLine:
    """Another article with the same text, `is_original` where this one copies it; `share` of the copy's words stand in both."""

    article: str
    title: str | None
    outlet: str
    is_original: bool
    share: float
    kind: str | None


@dataclass(frozen=True, slots=True)
class Present:
    """An actor of the article, under the id that stands for it in the archive."""

    id: str
    name: str
    role: str | None
    country: str | None
    mentions: int


@dataclass(frozen=True, slots=True)
class ArticlePage:
    """An article, what was read out of it, and its kin."""

    id: str
    title: str | None
    outlet: str
    published: date | None
    byline: str | None
    url: str | None
    source: str
    paragraphs: tuple[Paragraph, ...]
    actors: tuple[Present, ...]
    copies: tuple[CopyLine, ...]
    left_out: tuple[tuple[str, str], ...]
    story: StoryLine | None
    version: str


def article_page(reader: Reader, key: str) -> ArticlePage:
    """The article with this id; raises ArchiveError where there is none."""
    reading = reading_of(reader, key)
    article = reading.article
    reports = {row["event"]: (row["incident"], row["articles"], row["outlets"]) for row in reader.select(REPORTS, [key])}
    row = reader.one("SELECT story FROM story_articles WHERE article = ?", [key])
    return ArticlePage(
        id=article.id, title=article.title, outlet=article.outlet or "unnamed outlet",
        published=article.published.end if article.published else None, byline=article.byline, url=_safe(article.url),
        source=article.source, paragraphs=tuple(_paragraphs(reading, notes_of(reading, reports))), actors=_actors(reading),
        copies=tuple(_copies(reader, key)), left_out=tuple((item.text, item.why) for item in article.left_out),
        story=next(iter(story_lines(reader, [row["story"]])), None) if row else None, version=reading.version,
    )  # fmt: skip


def _safe(url: str | None) -> str | None:
    """An address that a browser opens as a page; a script in its place is none."""
    return url if url and url.lower().startswith(("http://", "https://")) else None


def _paragraphs(reading: Reading, notes: Sequence[Note]) -> Iterator[Paragraph]:
    article, marks = reading.article, marks_of(reading)
    stretches = [*_stretches(article)]
    by_paragraph = _by_paragraph(notes, stretches)
    for number, (stretch, is_headline) in enumerate(stretches):
        inside = [mark for mark in marks if mark.span.overlaps(stretch)]
        yield Paragraph(is_headline, segments(article.text, stretch, inside), tuple(by_paragraph[number]))


def _stretches(article: Article) -> Iterator[tuple[Span, bool]]:
    """The lines of the text that hold something, the headline first."""
    start = 0
    for line in article.text.splitlines(keepends=True):
        stretch = Span(start, start + len(line.rstrip()))
        if line.strip():
            yield stretch, bool(article.headline and stretch.start < article.headline.end)
        start += len(line)


def _by_paragraph(notes: Sequence[Note], stretches: Sequence[tuple[Span, bool]]) -> Mapping[int, list[Note]]:
    found: defaultdict[int, list[Note]] = defaultdict(list)
    for note in sorted(notes, key=lambda note: note.at):
        place = max((n for n, (stretch, _) in enumerate(stretches) if stretch.start <= note.at), default=0)
        found[place].append(note)
    return found


def _actors(reading: Reading) -> tuple[Present, ...]:
    counted = sorted(reading.actors, key=lambda actor: (-len(actor.mentions), actor.name))
    return tuple(Present(a.id, a.name, a.role, a.country, len(a.mentions)) for a in counted)


def _copies(reader: Reader, key: str) -> Iterable[CopyLine]:
    for row in reader.select(COPIES, [key]):
        is_original = row["article"] == key
        other = row["original"] if is_original else row["article"]
        yield CopyLine(other, row["title"], row["outlet"], is_original, row["share"], row["kind"])


__all__ = ["ArticlePage", "CopyLine", "Mark", "Paragraph", "Present", "article_page"]
