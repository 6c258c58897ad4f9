"""An article with its paragraphs, quotations and parse: what every later step reads.

The parse runs over a straightened and truecased copy of the text of equal length, so that `token.idx` is an offset
into `article.text`. A paragraph always begins a sentence: the parser never glues a headline or a caption to what
follows.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice

from spacy.language import Language
from spacy.tokens import Doc

from dateline.knowledge.tables import kept_for_good
from dateline.language.paragraphs import paragraphs
from dateline.language.parsing import ParseCache, fill, shared_cache
from dateline.language.quotations import Quotation, quotations
from dateline.language.repair import repair
from dateline.language.sentences import mark_sentence_starts
from dateline.language.straightening import straighten
from dateline.language.tokens import Parse, Token, Tokens
from dateline.language.truecasing import truecase
from dateline.models import load_parser, verb_forms
from dateline.records import Article, Span

BATCH = 8
"""Articles parsed together: on two cores 1.6 times as fast as spaCy's default of 256 (cache misses cost the time)."""


@dataclass(frozen=True)
class Document:
    """`doc` has the offsets of `article.text` but straight quotation marks; take words from `words`, not from `doc`."""

    article: Article
    doc: Parse
    paragraphs: tuple[Span, ...]
    quotations: tuple[Quotation, ...]
    _starts: tuple[int, ...] = field(repr=False)
    _by_lemma: Mapping[str, tuple[Token, ...]] = field(repr=False)
    _by_word: Mapping[str, tuple[Token, ...]] = field(repr=False)

    def with_lemma(self, lemmas: Iterable[str]) -> list[Token]:
        """The tokens with one of these lemmas (lower case), in order: what a table of words is looked up with."""
        return _in_order(self._by_lemma, lemmas)

    def with_word(self, words: Iterable[str]) -> list[Token]:
        """The tokens that are one of these words (lower case), in order."""
        return _in_order(self._by_word, words)

    def words(self, span: Span) -> str:
        """The article's own words at `span`."""
        return self.article.text[span.start : span.end]

    def tokens(self, span: Span) -> Tokens:
        """The tokens that overlap `span`; empty where there is none."""
        first = max(bisect_right(self._starts, span.start) - 1, 0)
        while first < len(self.doc) and self._starts[first] + len(self.doc[first]) <= span.start:
            first += 1
        last = bisect_right(self._starts, span.end - 1)
        return self.doc[first : max(first, last)]

    def token_at(self, offset: int) -> Token | None:
        """The token that covers the character at `offset`, or None between tokens."""
        index = bisect_right(self._starts, offset) - 1
        token = self.doc[index] if 0 <= index < len(self.doc) else None
        return token if token is not None and offset < token.idx + len(token) else None

    def quotation_at(self, offset: int) -> Quotation | None:
        """The quotation within whose marks the character at `offset` stands."""
        for quotation in self.quotations:
            if quotation.outer.start <= offset < quotation.outer.end:
                return quotation
        return None

    def paragraph_at(self, offset: int) -> Span:
        """The paragraph around `offset`, or the last one before it."""
        index = bisect_right(self.paragraphs, offset, key=lambda p: p.start) - 1
        return self.paragraphs[max(index, 0)]

    def in_headline(self, offset: int) -> bool:
        headline = self.article.headline
        return headline is not None and offset < headline.end


def parse(articles: Iterable[Article], kept: ParseCache | None = None) -> Iterator[Document]:
    """Parse articles in order, `BATCH` at a time, lazily; what was parsed before is taken from a cache, that of the process."""
    nlp, stream = load_parser(), iter(articles)
    while batch := list(islice(stream, BATCH)):
        docs = [tokenise(nlp, article) for article in batch]
        fill(docs, shared_cache() if kept is None else kept)
        for article, doc in zip(batch, docs, strict=True):
            yield _document(article, doc)


def tokenise(nlp: Language, article: Article) -> Doc:
    """The words of an article, with the sentence starts marked that characters decide."""
    headline = article.headline.end if article.headline is not None else 0
    doc = nlp.make_doc(truecase(straighten(article.text), headline, verb_forms()))
    mark_sentence_starts(doc, paragraphs(article.text))
    return doc


@kept_for_good()
def _document(article: Article, doc: Doc) -> Document:
    repair(doc)
    blocks = paragraphs(article.text)
    parse = Parse(doc)
    by_lemma, by_word = _index(parse, lambda t: t.lemma_.lower()), _index(parse, lambda t: t.lower_)
    return Document(article, parse, blocks, quotations(article.text, blocks), tuple(t.idx for t in parse), by_lemma, by_word)


def _index(tokens: Iterable[Token], key: Callable[[Token], str]) -> dict[str, tuple[Token, ...]]:
    found: dict[str, list[Token]] = {}
    for token in tokens:
        found.setdefault(key(token), []).append(token)
    return {word: tuple(group) for word, group in found.items()}


def _in_order(index: Mapping[str, tuple[Token, ...]], words: Iterable[str]) -> list[Token]:
    found = [token for word in words if word in index for token in index[word]]
    return sorted(found, key=lambda token: token.i)
