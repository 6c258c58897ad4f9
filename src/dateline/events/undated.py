"""The date of an event to which the text gives none: the article's own, for the news itself, and marked as such.

What the headline or the first sentence tells as done is news of the day (van Dijk 1988 on the schema of news: headline and lead
give the newest turn); of what stands further down the article's date says nothing, and it stays undated.
"""

from __future__ import annotations

from dateline.events.draft import Draft
from dateline.events.scene import Scene
from dateline.language.clauses import clause_head
from dateline.records import DateInterval, Factuality

_DONE: frozenset[Factuality] = frozenset({"actual", "claimed"})
_MAIN = frozenset({"ROOT", "conj", "ccomp", "xcomp", "parataxis"})
_ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "attr", "ROOT", "conj", "appos"})
LONGEST = 2
"""Days between the bounds of the article's own date beyond which it dates nothing."""


def of_the_day(scene: Scene, draft: Draft) -> DateInterval | None:
    """The article's date with basis `published`, where the news itself has no other; else None."""
    published = scene.document.article.published
    if published is None or (published.end - published.start).days > LONGEST or draft.certainty.value not in _DONE:
        return None
    return DateInterval(published.start, published.end, "day", "published") if _is_news(scene, draft) else None


def _is_news(scene: Scene, draft: Draft) -> bool:
    """Told by the main clause, or what is said in it, of the headline or of the first sentence below it."""
    verb = clause_head(draft.token)
    if draft.token.pos_ == "NOUN" and draft.token.dep_ not in _ARGUMENTS:
        return False  # "met in the wake of the attack"
    if any(c.dep_ == "aux" and c.lemma_ == "have" for c in verb.children):
        return False  # "has promised" may have been long ago
    while verb.dep_ in _MAIN and verb.head != verb:
        verb = verb.head
    if verb.dep_ != "ROOT":
        return False
    return scene.document.in_headline(draft.span.start) or verb.sent.start_char == _lead(scene)


def _lead(scene: Scene) -> int | None:
    """Where the first sentence of the body with a verb begins: a dateline has none."""
    sentences = (s for s in scene.document.doc.sents if any(t.pos_ in ("VERB", "AUX") for t in s))
    first = next((s for s in sentences if not scene.document.in_headline(s.start_char)), None)
    return first.start_char if first is not None else None
