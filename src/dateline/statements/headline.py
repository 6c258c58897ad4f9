"""Headlines that name their source beside a dash or colon: "Ruiz: Enough", "Five killed in clash: army", "Ready - ministry"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dateline.knowledge.headline_labels import headline_labels
from dateline.knowledge.nouns import actor_noun, office_noun
from dateline.language.document import Document
from dateline.language.phrases import tight
from dateline.language.tokens import Token
from dateline.records import Span
from dateline.statements.draft import Draft

_COLON = re.compile(r": (?=\S)")
_DASH = re.compile(r" [–—-] (?=\S)")
BESIDE_MARK = "source beside a colon or dash in the headline"
MAX_SOURCE = 5
"""Words of a source in a headline; more is a clause."""


def headline_drafts(document: Document) -> Iterator[Draft]:
    """At most one draft: the source stands before a colon, or after a colon or dash."""
    headline = document.article.headline
    if headline is None:
        return
    for pattern, sides in ((_COLON, ("before", "after")), (_DASH, ("after",))):
        marks = list(pattern.finditer(document.article.text, headline.start, headline.end))
        if len(marks) != 1:
            continue
        parts = {"before": Span(headline.start, marks[0].start()), "after": Span(marks[0].end(), headline.end)}
        for side in sides:
            draft = _draft(document, parts[side], parts["after" if side == "before" else "before"])
            if draft is not None:
                yield draft
                return


def _draft(document: Document, source: Span, content: Span) -> Draft | None:
    head = _source_head(document, source)
    words = document.tokens(content)
    if head is None or not _says_something(document, content):
        return None
    span = tight(words)
    return Draft(
        act="say",
        cue=(),
        content=(Span(content.start, max(span.end, content.end)),),
        source=head,
        rule=BESIDE_MARK,
        confidence=0.6,
        source_spans=(source,),
    )


def _says_something(document: Document, content: Span) -> bool:
    """A quotation, or words with a verb or adjective among them."""
    quoted = any(content.contains(q.outer) for q in document.quotations)
    return quoted or any(t.pos_ in ("VERB", "AUX", "ADJ") for t in document.tokens(content))


def _source_head(document: Document, source: Span) -> Token | None:
    """The last word of a short phrase of nouns that names a person or a body."""
    tokens = [t for t in document.tokens(source) if not t.is_punct]
    nominal = {"PROPN", "NOUN", "ADJ", "DET", "ADP"}
    if not tokens or len(tokens) > MAX_SOURCE or any(t.pos_ not in nominal for t in tokens):
        return None
    if any(t.lower_ in headline_labels() for t in tokens):
        return None
    last = tokens[-1]
    named = last.ent_type_ in ("PERSON", "ORG", "GPE") or _repeated_name(document, last)
    lemma = last.lemma_.lower()
    return last if named or actor_noun(lemma) is not None or office_noun(lemma) is not None else None


def _repeated_name(document: Document, token: Token) -> bool:
    """A word of the headline that the body uses as a name."""
    return any(t.pos_ == "PROPN" for t in document.with_word((token.lower_,)) if t != token)
