"""One article as a page: its text with what was read out of it marked, and a note in the margin for each record."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from dateline.records import Article, Reading, Span
from dateline.views.room.article_notes import Note, notes_of
from dateline.views.room.marks import Mark, Segment, marks_of, segments
from dateline.views.room.reader import Reader
from dateline.views.room.story_lines import StoryLine, story_line
from dateline.views.room.vouching import reading_of

REPORTS = """
SELECT event, incident, articles, outlets FROM digest_told WHERE article = ?
"""
HEAVIEST = 60_000
"""How much one part of a long article may hold: characters, and for each note as much as it takes to show it."""
NOTE_WEIGHT = 300
LONGEST = 12_000
"""Characters of a paragraph; a longer one is shown as several."""
STORY = "SELECT s.* FROM story_articles AS m JOIN digest_stories AS s ON s.id = m.story WHERE m.article = ?"
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
    """An article, what was read out of it, and its kin. A long one comes in parts: `paragraphs` are those of part `part`."""

    id: str
    title: str | None
    outlet: str
    published: date | None
    byline: str | None
    url: str | None
    source: str
    part: int
    parts: int
    paragraphs: tuple[Paragraph, ...]
    actors: tuple[Present, ...]
    copies: tuple[CopyLine, ...]
    left_out: tuple[tuple[str, str], ...]
    story: StoryLine | None
    version: str


def article_page(reader: Reader, key: str, part: int = 1, record: str | None = None) -> ArticlePage:
    """The article with this id, at its last part where it has fewer; with `record` at the part in which that stands.

    Raises ArchiveError where there is no such article.
    """
    reading = reading_of(reader, key)
    article = reading.article
    reports = {row["event"]: (row["incident"], row["articles"], row["outlets"]) for row in reader.select(REPORTS, [key])}
    row = reader.one(STORY, [key])
    parts = _parts(reading, notes_of(reading, reports))
    shown = _part_of(parts, record) or min(max(part, 1), len(parts))
    marks = marks_of(reading)
    return ArticlePage(
        id=article.id, title=article.title, outlet=article.outlet or "unnamed outlet",
        published=article.published.end if article.published else None, byline=article.byline, url=_safe(article.url),
        source=article.source, part=shown, parts=len(parts),
        paragraphs=tuple(_paragraph(stretch, article, marks) for stretch in parts[shown - 1]),
        actors=_actors(reading),
        copies=tuple(_copies(reader, key)), left_out=tuple((item.text, item.why) for item in article.left_out),
        story=story_line(row) if row else None, version=reading.version,
    )  # fmt: skip


def _safe(url: str | None) -> str | None:
    """An address that a browser opens as a page; a script in its place is none."""
    return url if url and url.lower().startswith(("http://", "https://")) else None


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Where a paragraph stands, and the notes on the records that begin in it."""

    span: Span
    is_headline: bool
    notes: tuple[Note, ...]

    @property
    def weight(self) -> int:
        return self.span.length + NOTE_WEIGHT * len(self.notes)


def _parts(reading: Reading, notes: Sequence[Note]) -> Sequence[Sequence[_Stretch]]:
    """The paragraphs in parts of bounded weight, at least one."""
    found = [*_stretches(reading.article)]
    by_paragraph = _by_paragraph(notes, [span for span, _ in found])
    parts: list[list[_Stretch]] = [[]]
    weight = 0
    for number, (span, is_headline) in enumerate(found):
        stretch = _Stretch(span, is_headline, tuple(by_paragraph[number]))
        if parts[-1] and weight + stretch.weight > HEAVIEST:
            parts.append([])
            weight = 0
        parts[-1].append(stretch)
        weight += stretch.weight
    return parts


def _part_of(parts: Sequence[Sequence[_Stretch]], record: str | None) -> int:
    """The number of the part in which a record stands; 0 where it stands in none."""
    numbered = enumerate(parts, 1) if record else ()
    return next((n for n, part in numbered if any(note.id == record for one in part for note in one.notes)), 0)


def _paragraph(stretch: _Stretch, article: Article, marks: Sequence[Mark]) -> Paragraph:
    inside = [mark for mark in marks if mark.span.overlaps(stretch.span)]
    return Paragraph(stretch.is_headline, segments(article.text, stretch.span, inside), stretch.notes)


def _stretches(article: Article) -> Iterator[tuple[Span, bool]]:
    """The lines of the text that hold something, the headline first; what is longer than a paragraph in pieces."""
    start = 0
    for line in article.text.splitlines(keepends=True):
        if line.strip():
            for piece in _pieces(article.text, Span(start, start + len(line.rstrip()))):
                yield piece, bool(article.headline and piece.start < article.headline.end)
        start += len(line)


def _pieces(text: str, span: Span) -> Iterator[Span]:
    """The span in pieces that end at a space where there is one; together they are the span."""
    start = span.start
    while span.end - start > LONGEST:
        space = text.rfind(" ", start + LONGEST // 2, start + LONGEST) + 1
        end = space or start + LONGEST
        yield Span(start, end)
        start = end
    yield Span(start, span.end)


def _by_paragraph(notes: Sequence[Note], stretches: Sequence[Span]) -> Mapping[int, list[Note]]:
    found: defaultdict[int, list[Note]] = defaultdict(list)
    starts = [stretch.start for stretch in stretches]
    for note in sorted(notes, key=lambda note: note.at):
        found[max(bisect_right(starts, note.at) - 1, 0)].append(note)
    return found


def _actors(reading: Reading) -> tuple[Present, ...]:
    counted = sorted(reading.actors, key=lambda actor: (-len(actor.mentions), actor.name))
    return tuple(Present(a.id, a.name, a.role, a.country, len(a.mentions)) for a in counted)


def _copies(reader: Reader, key: str) -> Iterable[CopyLine]:
    if key not in reader.known.get("copied", lambda: frozenset(a for r in reader.relations for a in (r.article, r.original))):
        return
    for row in reader.select(COPIES, [key]):
        is_original = row["article"] == key
        other = row["original"] if is_original else row["article"]
        yield CopyLine(other, row["title"], row["outlet"], is_original, row["share"], row["kind"])


__all__ = ["ArticlePage", "CopyLine", "Mark", "Paragraph", "Present", "article_page"]
