"""Drafts and cast together make statements: speaker, addressees, nesting, and the chain of outlets."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from dateline.actors import Cast
from dateline.knowledge.outlets import outlet_by_name
from dateline.language.document import Document
from dateline.language.tokens import Token
from dateline.records import Actor, Span, Spans, Statement, StatementKind, content_id
from dateline.statements.according import ACCORDING_TO
from dateline.statements.animacy import can_speak, is_authority, may_be_person
from dateline.statements.dating import said_on
from dateline.statements.draft import Draft
from dateline.statements.finishing import finished
from dateline.statements.headline import BESIDE_MARK
from dateline.statements.network_drafts import NETWORK
from dateline.times import TimeExpression

_PEOPLE_PRONOUNS = frozenset({"he", "she", "they", "who", "some", "many", "others", "several"})
"""Pronouns of speakers; a statement whose pronoun has no known antecedent is kept without speaker."""
_KINDS = frozenset(
    {"agency", "newspaper", "daily", "weekly", "magazine", "broadcaster", "channel", "station", "paper", "website"}
)
"""Kinds of outlets that stand before the name: "the news agency dpa"."""
MAX_NAME = 40
"""Characters of an outlet's name; a longer mention is a description with a name in it."""
_FOREIGN = re.compile(r" (?:d[aeio]s?|del|du|en|la|le|los|las|y) [A-ZÀ-Þ]\w+")
MIN_QUOTED = 0.9
"""Share of a content within quotation marks from which it counts as direct."""


@dataclass(frozen=True, slots=True)
class Told:
    """A draft with its speaker and the outlets that its own sentence names."""

    draft: Draft
    speaker: str | None
    media: tuple[str, ...]


def assemble(document: Document, drafts: Sequence[Draft], cast: Cast, times: Sequence[TimeExpression]) -> tuple[Statement, ...]:
    """Statements in the order of the text; those of the article's own outlet are dropped.

    So are those of things that cannot speak; where the network marks them ("the poll shows that"), they stay, but are not said.
    """
    told = [_told(document, finished(document, draft), cast) for draft in drafts]
    heard = [t if _speaks(t, cast) else _unsaid(t) for t in told if _speaks(t, cast) or t.draft.marked]
    kept = [t for t in heard if not _own_outlet(t.speaker, cast, document) and not _mere_label(t, heard, cast)]
    ids = [content_id("s", document.article.id, t.draft.content, t.draft.cue) for t in kept]
    around = [_around(k, kept) for k in range(len(kept))]
    statements = []
    for k, item in enumerate(kept):
        statements.append(
            Statement(
                id=ids[k],
                kind=kind_of(document, item.draft.content),
                act=item.draft.act,
                source=item.draft.source_spans,
                cue=item.draft.cue,
                content=item.draft.content,
                speaker=item.speaker,
                addressees=_addressees(item, cast),
                reported_by=_chain(k, kept, around, cast, document),
                inside=ids[outer] if (outer := around[k]) is not None else None,
                date=said_on(document, item.draft, times),
                confidence=_confidence(item, cast),
                reason=_reason(item.draft),
            )
        )
    return tuple(statements)


def _mere_label(item: Told, told: Sequence[Told], cast: Cast) -> bool:
    """A topic before the colon of a headline ("Avangard: Russia deploys missiles"): a bare unknown name, silent in the text."""
    if item.draft.rule != BESIDE_MARK or item.speaker is None:
        return False
    actor = cast.actor(item.speaker)
    known = actor.country is not None or actor.role is not None or actor.kind not in ("person", "company", "other")
    one_word = all(" " not in name for name in (actor.name, *actor.aliases))
    return not known and one_word and not any(other.speaker == item.speaker for other in told if other is not item)


def _told(document: Document, draft: Draft, cast: Cast) -> Told:
    media = [name for token in draft.media if (name := _outlet(token, cast, document)) is not None]
    return Told(draft, _speaker(draft, cast), tuple(dict.fromkeys(media)))


def _speaker(draft: Draft, cast: Cast) -> str | None:
    """Who the source phrase denotes; a source that the clause only implies is looked up by its head word."""
    if draft.source is None:
        return None
    named = cast.at(draft.source)
    spans = [s for s in draft.source_spans if s.start <= draft.source.idx < s.end]
    whole = cast.of_span(spans[0]) if spans else None
    return whole or named


def _outlet(token: Token, cast: Cast, document: Document) -> str | None:
    parts = [c for c in token.children if c.dep_ in ("poss", "compound", "appos", "nmod")]
    named = token.nbor(1) if token.i + 1 < len(token.doc) and token.lemma_.lower() in _KINDS else token
    if named != token and outlet_by_name(named.text) is not None:
        return named.text
    for candidate in (token, *parts):
        actor_id = cast.at(candidate)
        if actor_id is None or _own_outlet(actor_id, cast, document):
            continue
        if cast.actor(actor_id).kind == "outlet":
            return _name_in_text(cast.actor(actor_id), document)
    return None


def _name_in_text(outlet: Actor, document: Document) -> str:
    """The name that the article itself uses first, without its article; the table's name where it only describes the outlet."""
    for mention in sorted(outlet.mentions):
        words = re.sub(r"^[Tt]he |[’']s?$", "", document.words(mention) + _foreign_rest(document, mention))
        if words[:1].isupper() and len(words) <= MAX_NAME:
            return outlet.name if _words(words) == _words(outlet.name) else " ".join(words.split())
    return outlet.name


def _foreign_rest(document: Document, mention: Span) -> str:
    """What follows of a foreign name that the parser broke off at its small words: "Jornal| do Norte", "CNN| en Español"."""
    rest = _FOREIGN.match(document.article.text, mention.end)
    return rest.group() if rest is not None else ""


def _own_outlet(actor_id: str | None, cast: Cast, document: Document) -> bool:
    """Is this the outlet whose article we read? "Fox News" is, where the article is of "Fox Online News (Web)"."""
    own = _words(document.article.outlet or "")
    if actor_id is None or not own:
        return False
    actor = cast.actor(actor_id)
    named = [_words(name) for name in (actor.name, *actor.aliases)]
    return own in named or (actor.kind == "outlet" and any(name and name <= own for name in named))


def _words(name: str) -> frozenset[str]:
    """The words of an outlet's name without what stands in brackets."""
    return frozenset(re.findall(r"\w+", re.sub(r"\([^)]*\)", " ", name).casefold())) - {"the"}


def _speaks(told: Told, cast: Cast) -> bool:
    source = told.draft.source
    if told.speaker is None:
        return source is None or source.lower_ in _PEOPLE_PRONOUNS
    if source is not None and told.draft.rule == ACCORDING_TO:
        return is_authority(source)
    return source is None or can_speak(source, cast.actor(told.speaker))


def _unsaid(told: Told) -> Told:
    """What a thing shows ("history suggests") is said by nobody; without an actor for who speaks, nobody knows by whom."""
    source = told.draft.source
    if told.speaker is None and source is not None and may_be_person(source):
        return told
    return replace(told, speaker=None, draft=replace(told.draft, act="believe"))


def _around(k: int, told: Sequence[Told]) -> int | None:
    """The index of the smallest statement by somebody else whose content holds the whole of this one."""
    mine = told[k].draft
    holders = [
        (_length(other.draft.content), j)
        for j, other in enumerate(told)
        if j != k and _holds(other.draft, mine) and _length(other.draft.content) > _length(_core(mine))
    ]
    return min(holders)[1] if holders else None


def _holds(outer: Draft, inner: Draft) -> bool:
    needed = [*_core(inner), *inner.cue]
    return all(any(o.contains(span) for o in outer.content) for span in needed)


def _core(draft: Draft) -> Spans:
    """The first part of an interrupted content: 'said Ruiz, Reuters reported. "We ..."' goes on after the report of it."""
    return draft.content[:1] if draft.cue else draft.content


def _length(spans: Spans) -> int:
    return sum(s.length for s in spans)


def _chain(k: int, told: Sequence[Told], around: Sequence[int | None], cast: Cast, document: Document) -> tuple[str, ...]:
    """Outlets from the outermost to the nearest to the speaker: those of the statements around it, then its own."""
    outer = around[k]
    above: tuple[str, ...] = ()
    if outer is not None:
        speaker = told[outer].speaker
        teller = cast.actor(speaker) if speaker is not None else None
        outlet = (_name_in_text(teller, document),) if teller is not None and teller.kind == "outlet" else ()
        above = (*_chain(outer, told, around, cast, document), *outlet)
    speaker_id = told[k].speaker
    me = _name_in_text(cast.actor(speaker_id), document) if speaker_id is not None else None
    return tuple(name for name in dict.fromkeys((*above, *told[k].media)) if name != me)


def kind_of(document: Document, content: Spans) -> StatementKind:
    """Direct: all but a few characters stand between quotation marks; mixed: some do."""
    inside = sum(_overlap(span, part) for span in content for q in document.quotations for part in q.parts)
    share = inside / max(_length(content), 1)
    if share >= MIN_QUOTED:
        return "direct"
    return "mixed" if inside else "indirect"


def _overlap(one: Span, other: Span) -> int:
    return max(0, min(one.end, other.end) - max(one.start, other.start))


def _addressees(told: Told, cast: Cast) -> tuple[str, ...]:
    found = [cast.at(token) for token in told.draft.addressees]
    return tuple(dict.fromkeys(a for a in found if a is not None and a != told.speaker))


def _reason(draft: Draft) -> str:
    return f"{draft.rule}; the network agrees" if draft.marked and draft.rule != NETWORK else draft.rule


def _confidence(told: Told, cast: Cast) -> float:
    """The rule's own confidence, less where the speaker is only described or was found through a pronoun."""
    sure = told.draft.confidence * (1.0 if told.speaker is not None else 0.5)
    source = told.draft.source
    if source is not None and source.pos_ == "PRON":
        sure *= 0.85
    actor = cast.actor(told.speaker) if told.speaker is not None else None
    return round(sure * (0.9 if actor is None or actor.kind == "other" else 1.0), 2)
