"""One record, its words in context, and why it was coded so."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from dateline.archive import Archive, CopyRelation, open_archive
from dateline.errors import ArchiveError
from dateline.records import Actor, Article, DateInterval, Event, Position, Published, Reading, Span, Statement
from dateline.views.explain import Explanation, explain

DAY = date(2018, 1, 9)
TEXT = "Koreas meet\n\nSeoul met Pyongyang.\n\nIf asked, Seoul backs the dual freeze, an envoy told AFP."


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


def reading(key: str) -> Reading:
    article = Article(
        key, "h", f"{key}.txt", "Post", "Koreas meet", None, None, "en", Published(DAY, DAY, "given"), TEXT, headline=Span(0, 11)
    )
    return Reading(
        article,
        actors=(
            Actor("actor_kor", "South Korea", "state", "KOR", "KOR", mentions=(span("Seoul"),), reason="capital in states.tsv"),
            Actor("actor_prk", "North Korea", "state", "PRK", "PRK"),
            Actor("actor_envoy", "an envoy", "person", role="envoy", role_from=DAY),
        ),
        statements=(
            Statement(f"statement_{key}1", "indirect", "say", (span("an envoy"),), (span("told"),), (span("Seoul backs the dual freeze"),),
                      "actor_envoy", reported_by=("AFP",), confidence=0.8, reason="clausal complement of tell"),
        ),
        events=(
            Event(f"event_{key}1", "CONSULT", "meet", (), "04", 1.0, span("met"), (span("meet"), span("met")), ("actor_kor",), ("actor_prk",),
                  "actual", DateInterval(DAY, DAY), statement=f"statement_{key}1", confidence=0.7, reason="verb meet"),
        ),
        positions=(
            Position(f"position_{key}1", "actor_kor", "dual freeze", "conditional", span("backs the dual freeze"), span("If asked"),
                     confidence=0.6, reason="verb back"),
        ),
        version="1",
    )  # fmt: skip


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with open_archive(tmp_path / "a.duckdb") as opened:
        opened.add(reading("article_a"), reading("article_b"))
        opened.add_copies([CopyRelation("article_b", "article_a", 1.0, "all of it stands there")])
        yield opened


def marked(explanation: Explanation) -> list[tuple[str, str]]:
    text = explanation.article.text
    return [(h.role, text[h.span.start : h.span.end]) for p in explanation.passages for h in p.highlights]


def test_an_event(archive: Archive) -> None:
    told = explain(archive, "event_article_a1")
    fields = dict(told.fields)
    assert (told.kind, told.reason, told.confidence) == ("event", "verb meet", 0.7)
    assert (fields["who"], fields["to whom"]) == ("South Korea (KOR)", "North Korea (PRK)")
    assert fields["factuality"] == "actual: the article vouches for it"
    assert (fields["date"], fields["Goldstein weight"]) == ("9 January 2018", "+1.0")
    assert marked(told) == [("also told", "meet"), ("trigger", "met")]
    assert [passage.text for passage in told.passages] == ["Koreas meet", "Seoul met Pyongyang."]
    assert ("carried by", "statement_article_a1") in [(each.relation, each.id) for each in told.related]
    assert ("its article is copied by", "article_b") in [(each.relation, each.id) for each in told.related]


def test_a_statement(archive: Archive) -> None:
    told = explain(archive, "statement_article_b1")
    fields = dict(told.fields)
    assert (fields["speaker"], fields["reported by"]) == ("an envoy", "via AFP")
    assert fields["said"] == "Seoul backs the dual freeze"
    assert marked(told) == [("content", "Seoul backs the dual freeze"), ("source", "an envoy"), ("cue", "told")]
    assert ("its article is a copy of", "article_a") in [(each.relation, each.id) for each in told.related]
    assert ("carries", "event_article_b1") in [(each.relation, each.id) for each in told.related]


def test_a_position(archive: Archive) -> None:
    told = explain(archive, "position_article_a1")
    fields = dict(told.fields)
    assert (fields["actor"], fields["proposal"], fields["condition"]) == ("South Korea (KOR)", "dual freeze", "If asked")
    assert marked(told) == [("condition", "If asked"), ("evidence", "backs the dual freeze")]


def test_an_actor_of_several_articles(archive: Archive) -> None:
    told = explain(archive, "actor_envoy")
    assert dict(told.fields)["role"] == "envoy (from 2018-01-09)"
    assert (told.article.id, told.elsewhere, told.confidence) == ("article_a", ("article_b",), None)
    assert (told.related[0].relation, told.related[0].kind) == ("says", "statement")


def test_an_article(archive: Archive) -> None:
    told = explain(archive, "article_a")
    fields = dict(told.fields)
    assert (fields["outlet"], fields["published"], fields["events"]) == ("Post", "9 January 2018 (given)", "1")
    assert told.passages[0].text == "Koreas meet"


def test_passages_are_cut_from_the_text_by_their_offsets(archive: Archive) -> None:
    for record in ("event_article_a1", "statement_article_a1", "position_article_a1", "actor_kor"):
        for passage in explain(archive, record).passages:
            assert TEXT[passage.span.start : passage.span.end] == passage.text


def test_the_beginning_of_an_id_is_enough(archive: Archive) -> None:
    assert explain(archive, "event_article_a").id == "event_article_a1"


def test_an_ambiguous_beginning_lists_the_ids(archive: Archive) -> None:
    with pytest.raises(ArchiveError, match=r"2 ids begin with 'event_article_'.*event_article_a1, event_article_b1"):
        explain(archive, "event_article_")


def test_too_short_a_beginning_is_refused(archive: Archive) -> None:
    with pytest.raises(ArchiveError, match="at least 6 characters"):
        explain(archive, "event")


def test_an_unknown_id_names_the_nearest(archive: Archive) -> None:
    with pytest.raises(ArchiveError, match=r"no record has the id 'event_article_a7' \(the nearest are event_article_a1"):
        explain(archive, "event_article_a7")


def test_an_empty_archive_says_so(tmp_path: Path) -> None:
    with open_archive(tmp_path / "empty.duckdb") as empty, pytest.raises(ArchiveError, match="holds no records yet"):
        explain(empty, "event_0000")
