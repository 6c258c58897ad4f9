"""Factuality of any word of a bare sentence, by the very rules that judge the events of an article."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from dateline.actors import find_actors
from dateline.errors import BadRecord
from dateline.events.factuality import certainty
from dateline.events.scene import Scene
from dateline.knowledge.certainty import degree_of
from dateline.language import Document, parse
from dateline.language.tokens import Token
from dateline.records import Factuality, Span
from dateline.sources import article_from_text
from dateline.statements import assemble, draft_statements, uttered
from dateline.times import find_times


@dataclass(frozen=True, slots=True)
class FactualityJudgement:
    """How certain a sentence leaves it that something happened.

    `value` is one of the contract's words. `degree` is on the scale of the factuality corpora: 3 certain (what "will" happen is
    nearly so), 1.5 probable, 0.75 possible, 0 left open, -3 did not happen. `reason` names the construction and the word in it
    that decided.
    """

    value: Factuality
    degree: float
    reason: str


def judge_factuality(sentence: str, event: tuple[int, int]) -> FactualityJudgement:
    """Judge the event that the words at `event` tell: its start and end in `sentence`, in code points, end exclusive.

    Any verb, noun or adjective can be asked about, be its event political or not; of several words their head is judged. Speech
    is found by rules alone. Raises UnreadableSource for an empty sentence and BadRecord for a span without a word.
    """
    scene = _scene(sentence)
    return judge(scene, head_of(scene.document, Span(*event)))


def judge(scene: Scene, token: Token) -> FactualityJudgement:
    """The judgement of one token of a parsed text."""
    verdict = certainty(scene, token)
    return FactualityJudgement(verdict.value, degree_of(verdict.value, verdict.by, verdict.because), verdict.in_words())


def head_of(document: Document, span: Span) -> Token:
    """The word of `span` on which its others depend."""
    tokens = list(document.tokens(span)) if 0 <= span.start < span.end <= len(document.article.text) else []
    if not tokens:
        raise BadRecord("sentence", f"no word at {span.start}:{span.end}", "give start and end of a word of the sentence")
    inside = {t.i for t in tokens}
    heads = [t for t in tokens if t.head.i not in inside or t.head == t]
    return next((t for t in heads if t.pos_ in ("VERB", "NOUN", "AUX", "ADJ", "PROPN")), heads[0])


@lru_cache(maxsize=16)
def _scene(sentence: str) -> Scene:
    """The sentence as an article of its own: several of its words are often asked about."""
    document = next(parse([article_from_text(sentence)]))
    drafts = draft_statements(document)
    cast = find_actors(document, tuple(span for draft in drafts for span in draft.source_spans))
    times = find_times(sentence, None)
    return Scene(document, cast, uttered(assemble(document, drafts, cast, times)), times)
