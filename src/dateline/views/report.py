"""One reading as a report for a terminal: the article's own words with source, cue and content of each statement marked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rich import box
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from dateline.analysis.quote import quote_in_sentence
from dateline.corroboration.parties import state_name
from dateline.corroboration.sentence import sentence_around
from dateline.knowledge.event_words import event_words
from dateline.records import Actor, Article, Event, Position, Reading, Span, Spans, Statement
from dateline.views.wording import ACTS, STANCES, chain_words, count, day_words, event_day, listing, period_words

HEADING, SOFT = "bold underline", "dim"
SOURCE, CUE, CONTENT, TRIGGER = "bold cyan", "italic yellow", "green", "bold magenta"
SHARES = {"When": 2, "In these words": 5, "Mentions": 1}
LONGEST_PASSAGE = 600
"""Characters of text shown for one statement."""


def report(reading: Reading) -> RenderableType:
    """Everything read out of one article."""
    parts: list[RenderableType] = [_heading(reading.article), Text()]
    for title, section in (
        (count(len(reading.statements), "statement"), _statements(reading)),
        (count(len(reading.events), "event"), _events(reading)),
        (count(len(reading.positions), "position"), _positions(reading)),
        (count(len(reading.actors), "actor"), _actors(reading)),
    ):
        parts += [Text(title.capitalize(), HEADING), *section, Text()]
    return Group(*parts)


def _heading(article: Article) -> Text:
    left_out = f"{count(len(article.left_out), 'line')} left out" if article.left_out else ""
    facts = (article.outlet or "outlet unknown", _published(article), article.byline or "", left_out)
    title = article.title or article.source
    return Text.assemble((title, "bold"), "\n", (" · ".join(fact for fact in facts if fact), SOFT))


def _published(article: Article) -> str:
    if article.published is None:
        return "date unknown (give it with --published)"
    days = period_words(article.published.start, article.published.end)
    return days if article.published.basis == "given" else f"{days} ({article.published.basis})"


def _statements(reading: Reading) -> Iterator[RenderableType]:
    if reading.statements:
        legend = Text.assemble("marked: ", ("source", SOURCE), ", ", ("cue", CUE), ", ", ("content", CONTENT))
        legend.stylize(SOFT)
        yield legend
    for number, statement in enumerate(reading.statements, start=1):
        yield Text()
        yield _speech(reading, statement, number)
        yield Padding(_passage(reading.article, statement), (0, 0, 0, 4), expand=False)


def _speech(reading: Reading, statement: Statement, number: int) -> Text:
    facts = (
        ACTS.get(statement.act, ""),
        _addressees(reading, statement),
        chain_words(statement.reported_by),
        "within another statement" if statement.inside else "",
        _confidence(statement.confidence),
    )
    text = Text.assemble((f"{number:>2}  ", SOFT), (_speaker(reading, statement.speaker), "bold"))
    return text.append(f" · {' · '.join(fact for fact in facts if fact)}", SOFT)


def _addressees(reading: Reading, statement: Statement) -> str:
    """Less the outlets that the chain names anyway: who told Reuters is quoted via Reuters."""
    names = [name for name in _found_names(reading, statement.addressees) if name not in statement.reported_by]
    return f"to {listing(names)}" if names else ""


def _speaker(reading: Reading, actor_id: str | None) -> str:
    actor = _find(reading, actor_id)
    if actor is None:
        return "speaker not named"
    office = _office(actor)
    return f"{actor.name} ({office})" if office else actor.name


def _office(actor: Actor) -> str:
    """Role and country, less what the name says already."""
    country = state_name(actor.country) if actor.country else ""
    return ", ".join(part for part in (actor.role or "", country) if part and part != actor.name)


def _passage(article: Article, statement: Statement) -> Text:
    """The sentences that hold the statement, its parts marked."""
    spans = (*statement.source, *statement.cue, *statement.content)
    start = min(sentence_around(article.text, span).start for span in spans)
    end = max(sentence_around(article.text, span).end for span in spans)
    text = Text(article.text[start:end].rstrip())
    # A content may hold the marks of its source or cue; what comes later wins.
    for style, parts in ((CONTENT, statement.content), (SOURCE, statement.source), (CUE, statement.cue)):
        _mark(text, parts, start, style)
    if len(text) > LONGEST_PASSAGE:
        text.truncate(LONGEST_PASSAGE, overflow="ellipsis")
    return text


def _mark(text: Text, spans: Spans, offset: int, style: str) -> None:
    for span in spans:
        text.stylize(style, span.start - offset, span.end - offset)


def _events(reading: Reading) -> Iterator[RenderableType]:
    if not reading.events:
        return
    table = _table("When", "Who → whom", "What", "How certain", "In these words")
    for event in reading.events:
        table.add_row(
            event_day(event.date), _sides(reading, event), _type(event), _certainty(event), _words(reading.article, event)
        )
    yield table


def _sides(reading: Reading, event: Event) -> str:
    sources, targets = _names(reading, event.sources), _names(reading, event.targets)
    return " → ".join(side for side in (sources or "somebody", targets) if side)


def _type(event: Event) -> Text:
    code = f"CAMEO {event.cameo}" if event.cameo else ""
    place = event.place.name if event.place else ""
    rest = ", ".join(part for part in (event_words(event.type, event.mode).noun, code, place) if part)
    return Text.assemble((event.type, "bold"), "\n", (rest, SOFT))


def _certainty(event: Event) -> Text:
    via = chain_words(event.reported_by)
    rest = ", ".join(part for part in (via, _confidence(event.confidence)) if part)
    return Text.assemble(event.factuality, "\n", (rest, SOFT))


def _confidence(confidence: float) -> str:
    return f"{confidence:.0%} sure"


def _words(article: Article, event: Event) -> Text:
    return _quoted(article, event.trigger, 140)


def _quoted(article: Article, span: Span, limit: int) -> Text:
    quote = quote_in_sentence(article.text, span, limit)
    return Text.assemble(quote.before, (quote.words, TRIGGER), quote.after)


def _positions(reading: Reading) -> Iterator[RenderableType]:
    if not reading.positions:
        return
    table = _table("Who", "Stands", "On what", "In these words")
    for position in reading.positions:
        table.add_row(*_position(reading, position))
    yield table


def _position(reading: Reading, position: Position) -> tuple[str | Text, ...]:
    stance = ", ".join(part for part in (STANCES[position.stance], chain_words(position.reported_by)) if part)
    return _names(reading, (position.actor,)), stance, position.proposal, _quoted(reading.article, position.evidence, 140)


def _actors(reading: Reading) -> Iterator[RenderableType]:
    if not reading.actors:
        return
    table = _table("Name", "Kind", "Role", "Code", "Mentions")
    for actor in sorted(reading.actors, key=lambda actor: -len(actor.mentions)):
        table.add_row(*_actor(reading, actor))
    yield table


def _actor(reading: Reading, actor: Actor) -> tuple[str, ...]:
    office = ", ".join(part for part in (_office(actor), _term(actor), actor.role_conflict or "") if part)
    members = _names(reading, actor.members)
    name = f"{actor.name} ({members})" if members and members != actor.name else actor.name
    return name, actor.kind.replace("_", " "), office, actor.code or "", str(len(actor.mentions))


def _term(actor: Actor) -> str:
    """Since when the role is held, and until when, as far as that is known."""
    since = f"from {day_words(actor.role_from)}" if actor.role_from else ""
    until = f"until {day_words(actor.role_until)}" if actor.role_until else ""
    return " ".join(part for part in (since, until) if part)


def _table(*header: str) -> Table:
    """Columns that share the width of the terminal; the article's words get most of it."""
    table = Table(box=box.SIMPLE, header_style=SOFT, pad_edge=False, expand=True)
    for title in header:
        table.add_column(title, ratio=SHARES.get(title, 2), overflow="fold")
    return table


def _names(reading: Reading, actor_ids: Iterable[str]) -> str:
    return listing(_found_names(reading, tuple(actor_ids)))


def _found_names(reading: Reading, actor_ids: Sequence[str]) -> list[str]:
    found = (_find(reading, actor_id) for actor_id in actor_ids)
    return [actor.name for actor in found if actor]


def _find(reading: Reading, actor_id: str | None) -> Actor | None:
    return next((actor for actor in reading.actors if actor.id == actor_id), None)
