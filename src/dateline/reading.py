"""Reading an article: the one place that says in which order the steps run.

Statements are drafted before the actors are known, because a source of speech is an actor whatever it is called; they
are assembled after, when every source has its actor.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from dateline._version import __version__
from dateline.actors import Cast, find_actors
from dateline.events import find_events
from dateline.language import Document, parse
from dateline.models import AttributionNetwork, load_attribution_network, weights_name
from dateline.places import PlaceMention, find_places
from dateline.positions import find_positions
from dateline.records import Article, Reading, Span
from dateline.statements import Draft, assemble, decide, draft_statements, tag, uttered
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
    network = load_attribution_network() if model else None
    for document in parse(articles):
        yield read_document(document, network)


def read_document(document: Document, network: AttributionNetwork | None = None) -> Reading:
    """All steps after the parse; without a network statements are found by rules alone."""
    article = document.article
    times = find_times(article.text, article.published)
    drafts = draft_statements(document)
    if network is not None:
        drafts = decide(document, drafts, tag(document, network))
    cast = find_actors(document, _sources(drafts))
    statements = assemble(document, drafts, cast, times)
    events = find_events(document, cast, uttered(statements), times, _places(document, cast))
    positions = find_positions(document, cast, statements)
    return Reading(article, cast.actors, statements, events, positions, reading_version(model=network is not None))


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
