"""The places that an article names: which words name one, and which place each of them means."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from dateline.knowledge.sites import sites
from dateline.knowledge.states import is_ambiguous, state_by_adjective, states_by_name
from dateline.language import Document
from dateline.places.names import place_names
from dateline.places.prior import Prior
from dateline.places.toponyms import PlaceMention, resolve
from dateline.records import Span

Told = Collection[tuple[Span, str]]


def find_places(document: Document, told: Told = (), people: Collection[Span] = ()) -> tuple[PlaceMention, ...]:
    """The toponyms of an article in the order of the text, each with the place that it means there.

    `told` are mentions of actors with the country (alpha-3) for which they act: they decide between namesakes. `people` are
    mentions of persons, which name no place though many towns bear their names. No table is read where no name may be a place.
    """
    names = place_names(document, people)
    if not names:
        return ()
    prior = Prior([s.start_char for s in document.doc.sents])
    prior.tell(_countries(document, told))
    return resolve(document.article.text, names, prior)


def _has_namesakes(words: str) -> bool:
    """Do regions or states of several countries bear the name (Macedonia)?"""
    states = {state.iso3 for state in states_by_name(words)}
    return len(states | {site.country for site in sites().find(words)}) > 1


def _countries(document: Document, told: Told) -> Iterator[tuple[int, str]]:
    """Countries by what names them for sure: not "Georgia", which is what the prior has to decide, but "Georgian"."""
    certain: dict[str, bool] = {}
    for span, country in told:
        words = document.words(span)
        if words not in certain:
            certain[words] = not is_ambiguous(words) and not _has_namesakes(words)
        if certain[words]:
            yield span.start, country
    for entity in document.doc.ents:
        if entity.label_ == "NORP" and (state := state_by_adjective(entity.text)) is not None:
            yield entity.start_char, state.iso3
