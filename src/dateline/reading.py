"""Reading an article: the one place that says in which order the steps run.

Statements are drafted before the actors are known, because a source of speech is an actor whatever it is called; they
are assembled after, when every source has its actor.
"""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor

from dateline._version import __version__
from dateline.actors import Cast, find_actors
from dateline.events import find_events
from dateline.language import BATCH, Document, parse
from dateline.models import AttributionNetwork, load_attribution_network, weights_name
from dateline.places import PlaceMention, find_places
from dateline.positions import find_positions
from dateline.records import Article, Reading, Span
from dateline.statements import Draft, Tagged, assemble, decide, draft_statements, tag, uttered, words_of
from dateline.times import find_times

RULES_ONLY = "rules"

_PLACE_ENTITIES = frozenset({"GPE", "LOC", "FAC", "ORG"})
FOCUS = 3
"""How many of the countries an article names most often decide between namesakes of places."""


def reading_version(*, model: bool = True) -> str:
    """Readings of this version are not read again; it changes whenever the output may: with the program and the weights."""
    return f"{__version__}+{weights_name() if model else RULES_ONLY}"


def read_articles(articles: Iterable[Article], *, model: bool = True) -> Iterator[Reading]:
    """One reading for each article, in order, lazily; articles are parsed a few at a time.

    Without `model` statements are found by rules alone. Raises ModelError where the weights are missing or damaged.
    """
    if model:
        yield from _with_network(articles, load_attribution_network())
    else:
        for document in parse(articles):
            yield read_document(document)


def _with_network(articles: Iterable[Article], network: AttributionNetwork) -> Iterator[Reading]:
    """The network reads one document in a thread of its own while the parser is at the next ones."""
    waiting: deque[tuple[Document, Future[Tagged]]] = deque()
    with ThreadPoolExecutor(1, thread_name_prefix="network") as thread:
        for document in parse(articles):
            waiting.append((document, thread.submit(tag, words_of(document), network)))
            if len(waiting) > BATCH:
                ready, tagged = waiting.popleft()
                yield read_document(ready, tagged.result())
        while waiting:
            ready, tagged = waiting.popleft()
            yield read_document(ready, tagged.result())


def read_document(document: Document, tagged: Tagged | None = None) -> Reading:
    """All steps after the parse; where the network has not tagged the document, statements are found by rules alone."""
    article = document.article
    times = find_times(article.text, article.published)
    drafts = draft_statements(document)
    if tagged is not None:
        drafts = decide(document, drafts, tagged)
    cast = find_actors(document, _sources(drafts))
    statements = assemble(document, drafts, cast, times)
    events = find_events(document, cast, uttered(statements), times, _places(document, cast))
    positions = find_positions(document, cast, statements)
    return Reading(article, cast.actors, statements, events, positions, reading_version(model=tagged is not None))


def _sources(drafts: Iterable[Draft]) -> tuple[Span, ...]:
    """The phrases that name who speaks, each once."""
    return tuple(dict.fromkeys(span for draft in drafts for span in draft.source_spans))


def _places(document: Document, cast: Cast) -> tuple[PlaceMention, ...]:
    """Toponyms among the proper names of the parse; names of people are none."""
    spans = [Span(e.start_char, e.end_char) for e in document.doc.ents if e.label_ in _PLACE_ENTITIES]
    return find_places(document.article.text, spans, _countries_in_focus(cast))


def _countries_in_focus(cast: Cast) -> tuple[str, ...]:
    told: Counter[str] = Counter()
    for actor in cast.actors:
        if actor.country is not None:
            told[actor.country] += len(actor.mentions)
    return tuple(country for country, _ in told.most_common(FOCUS))
