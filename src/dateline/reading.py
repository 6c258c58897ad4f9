"""Reading an article: the one place that says in which order the steps run.

Statements are drafted before the actors are known, because a source of speech is an actor whatever it is called; they
are assembled after, when every source has its actor.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import cache, partial

from dateline._version import __version__
from dateline.actors import Cast, find_actors, without_unidentified
from dateline.events import find_events, score_relations
from dateline.events.relations import RelationCache
from dateline.knowledge.own_actors import OwnActors
from dateline.knowledge.tables import kept_for_good
from dateline.language import BATCH, Document, parse
from dateline.language.parsing import CacheUse, Kept, ParseCache, shared_cache
from dateline.models import (
    load_attribution_network,
    load_parser,
    load_relation_network,
    relation_weights_name,
    weights_name,
)
from dateline.places import PlaceMention, find_places
from dateline.positions import find_positions
from dateline.records import Article, Reading, Span
from dateline.statements import Draft, Tagged, assemble, decide, draft_statements, tag, uttered, words_of
from dateline.statements.tagging.features import Words
from dateline.statements.tagging.window_cache import WindowCache
from dateline.times import find_times

RULES_ONLY = "rules"
Mark = Callable[[Words], Tagged]


@dataclass(frozen=True)
class Caches:
    """What parser and networks found before, each by all that it depends on: reading with them is reading without them."""

    parses: ParseCache = field(default_factory=ParseCache)
    windows: WindowCache = field(default_factory=WindowCache)
    relations: RelationCache = field(default_factory=lambda: Kept(16 * 2**20))

    @classmethod
    def off(cls) -> Caches:
        """Caches that keep nothing."""
        return cls(ParseCache(0), WindowCache(0), Kept(0))

    def uses(self) -> dict[str, CacheUse]:
        """What each was good for: words of the parse, windows and questions of the networks."""
        return {"parses": self.parses.use(), "windows": self.windows.use(), "relations": self.relations.use()}


@cache
def shared_caches() -> Caches:
    """Those of this process; they take 112 MB at most."""
    return Caches(parses=shared_cache())


def reading_version(*, model: bool = True, actors: OwnActors | None = None) -> str:
    """Readings of this version are not read again; it changes whenever the output may: with program, weights, a user's actors."""
    return f"{__version__}+{f'{weights_name()}.{relation_weights_name()}' if model else RULES_ONLY}" + (
        f"+{actors.version}" if actors else ""
    )


def read_articles(
    articles: Iterable[Article],
    *,
    model: bool = True,
    actors: OwnActors | None = None,
    threads: bool = True,
    caches: Caches | None = None,
) -> Iterator[Reading]:
    """One reading for each article, in order, lazily; articles are parsed a few at a time.

    Without `model` statements are found by rules alone. `actors` add to the tables of actors or override them. With `threads` the
    network runs beside the parser. What was read before is taken from `caches`, or else from those of the process.
    Raises ModelError where the weights are missing or damaged.
    """
    network = load_attribution_network() if model else None
    caches = caches or shared_caches()
    documents = parse(articles, caches.parses)
    if network is None:
        yield from (read_document(document, actors=actors) for document in documents)
        return
    run = _side_by_side if threads else _in_turn
    for document, tagged in run(documents, partial(tag, network=network, kept=caches.windows)):
        yield read_document(document, tagged, actors, caches)


def load_models() -> None:
    """Load what `read_articles` loads with its first article. Raises ModelError where it is missing or damaged."""
    load_parser()
    load_attribution_network()
    load_relation_network()


def _in_turn(documents: Iterable[Document], mark: Mark) -> Iterator[tuple[Document, Tagged]]:
    for document in documents:
        yield document, mark(words_of(document))


def _side_by_side(documents: Iterable[Document], mark: Mark) -> Iterator[tuple[Document, Tagged | None]]:
    """The network reads one document in a thread of its own while the parser is at the next ones."""
    waiting: deque[tuple[Document, Future[Tagged]]] = deque()
    with ThreadPoolExecutor(1, thread_name_prefix="network") as thread:
        for document in documents:
            waiting.append((document, thread.submit(mark, words_of(document))))
            if len(waiting) > BATCH:
                ready, tagged = waiting.popleft()
                yield ready, tagged.result()
        while waiting:
            ready, tagged = waiting.popleft()
            yield ready, tagged.result()


@kept_for_good()
def read_document(
    document: Document, tagged: Tagged | None = None, actors: OwnActors | None = None, caches: Caches | None = None
) -> Reading:
    """All steps after the parse; where the network has not tagged the document, statements are found by rules alone."""
    article = document.article
    times = find_times(article.text, article.published)
    drafts = draft_statements(document)
    if tagged is not None:
        drafts = decide(document, drafts, tagged)
    cast = find_actors(document, _sources(drafts), actors)
    statements = assemble(document, drafts, cast, times)
    score = partial(score_relations, kept=caches.relations if caches else None) if tagged is not None else None
    events = find_events(document, cast, uttered(statements), times, _places(document, cast), score)
    positions = find_positions(document, cast, statements)
    version = reading_version(model=tagged is not None, actors=actors)
    return without_unidentified(Reading(article, cast.actors, statements, events, positions, version))


def _sources(drafts: Iterable[Draft]) -> tuple[Span, ...]:
    """The phrases that name who speaks, each once."""
    return tuple(dict.fromkeys(span for draft in drafts for span in draft.source_spans))


def _places(document: Document, cast: Cast) -> tuple[PlaceMention, ...]:
    """Toponyms; the actors' countries decide between namesakes, and names of people are none.

    Described people have their country from the places around them, so that they are no further witnesses.
    """
    told = [(span, a.country) for a in cast.actors if a.country is not None and a.kind != "people" for span in a.mentions]
    people = [span for actor in cast.actors if actor.kind == "person" for span in actor.mentions]
    return find_places(document, told, people)
