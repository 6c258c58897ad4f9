"""Who saw, said or wrote what an article tells: named people, bodies, documents, unnamed officials, the article's own eyes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from dateline.corroboration.origins.testimony import PrimarySource
from dateline.corroboration.outlet_names import outlet_key
from dateline.corroboration.parties import acts_for_state, is_proper_name, members_of, party_of, person_of
from dateline.corroboration.sentence import sentence_around
from dateline.knowledge.state_outlets import state_behind
from dateline.knowledge.states import state_by_adjective, state_by_name
from dateline.records import Actor, Event, Reading, Span, Statement

_DOCUMENT = re.compile(
    r"\b(?:statement|communiqu[eé]|press release|letter|memo(?:randum)?|filing|affidavit|white paper|document|leaflet|"
    r"tweet(?:ed)?|post(?:ed)? on)\b",
    re.IGNORECASE,
)
REACH = 90
"""So many characters around a source or its verb can name the paper in which it is said."""
_GENERIC_OFFICE = frozenset(("minist", "depart", "office", "offici", "govern", "nation", "state", "chief", "deputy", "former"))
STEM = 6


def own_account(outlet: str) -> PrimarySource:
    """The outlet's own eyes; those of an outlet that speaks for a state are the state's."""
    state = state_behind(outlet)
    return PrimarySource(f"own {outlet_key(outlet)}", "own account", outlet, state, state)


def sources_of(reading: Reading, event: Event, statement: Statement | None, teller: str) -> tuple[PrimarySource, ...]:
    """The speakers of the statement that carries the event, else the own eyes of `teller`, the outlet nearest to the facts."""
    actors = {actor.id: actor for actor in reading.actors}
    speaker = actors.get(statement.speaker or "") if statement else None
    if speaker is None or statement is None:
        return (own_account(teller),)
    members = members_of(speaker, actors)
    return tuple(_spoken(reading, statement, member, teller) for member in members)


def _spoken(reading: Reading, statement: Statement, speaker: Actor, teller: str) -> PrimarySource:
    if speaker.kind == "outlet":
        return own_account(teller)
    country = speaker.country if acts_for_state(speaker) else None
    party = party_of(speaker).key
    if speaker.kind == "state" and speaker.country:
        return PrimarySource(f"state {speaker.country}", "state", speaker.name, country, party)
    if not is_proper_name(speaker.name) and speaker.kind not in ("government_body", "intergovernmental", "armed_group"):
        return PrimarySource(f"unnamed {outlet_key(teller)}", "anonymous", speaker.name, country, party)
    key = f"said {person_of(speaker).key}"
    if speaker.kind == "person":
        return PrimarySource(key, "person", speaker.name, country, party, speaker.role or "")
    return PrimarySource(key, "document" if _on_paper(reading.article.text, statement) else "body", speaker.name, country, party)


def _on_paper(text: str, statement: Statement) -> bool:
    """Whether the words around source and verb, what is said left out, name the paper in which it is said."""
    for span in (*statement.source, *statement.cue):
        sentence = sentence_around(text, span)
        around = Span(max(sentence.start, span.start - REACH), min(sentence.end, span.end + REACH))
        if _DOCUMENT.search(_without(text, around, statement.content)):
            return True
    return False


def _without(text: str, around: Span, content: Iterable[Span]) -> str:
    return "".join(text[i] for i in range(*around) if not any(span.start <= i < span.end for span in content))


def distinct_sources(found: Iterable[PrimarySource]) -> tuple[PrimarySource, ...]:
    """Each source once, in order; "Cairo" is none beside Egypt's spokesman, nor the water ministry beside the water minister.

    Counting too few is the safe side: a state that speaks through its officials is no second witness.
    """
    by_key: dict[str, PrimarySource] = {}
    for source in found:
        by_key.setdefault(source.key, source)
    sources = list(by_key.values())
    return tuple(source for source in sources if not _is_spoken_for(source, sources))


def _is_spoken_for(source: PrimarySource, others: Sequence[PrimarySource]) -> bool:
    """Whether a nearer source of the same state stands for this one."""
    rivals = [other for other in others if other.country == source.country and other is not source and source.country]
    if source.kind == "state":
        return any(other.kind in ("body", "document", "person") for other in rivals)
    if source.kind in ("body", "document"):
        words = _office_words(source.name)
        return any(other.kind == "person" and words & _office_words(other.office) for other in rivals)
    return False


def _office_words(words: str) -> frozenset[str]:
    """Stems of the words that tell one office of a state from another."""
    found = (word for word in re.findall(r"\w{4,}", words) if not (state_by_adjective(word) or state_by_name(word)))
    return frozenset(word.casefold()[:STEM] for word in found) - _GENERIC_OFFICE
