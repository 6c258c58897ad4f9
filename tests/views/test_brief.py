import re
from datetime import date

import pytest
from tests.crisis import SUDAN, crisis, draft

from dateline.analysis.corpus import Corpus
from dateline.analysis.selection import Selection
from dateline.archive import open_archive
from dateline.corroboration import incidents, stories
from dateline.errors import ArchiveError
from dateline.views.brief import FULL, SHORT, Scope, brief_of, build_brief
from dateline.views.brief_html import brief_html
from dateline.views.brief_markdown import brief_markdown, escape
from dateline.views.brief_page import brief_page
from dateline.views.brief_text import brief_text


@pytest.fixture
def brief():
    return build_brief(crisis(), "dam-crisis", Scope(), Selection())


@pytest.fixture
def archive(tmp_path):
    corpus = crisis()
    with open_archive(tmp_path / "dam.duckdb") as archive:
        archive.add(*corpus.readings)
        archive.add_copies(corpus.relations)
        ids = [reading.article.id for reading in corpus.readings]
        stories.bring_up_to_date(archive, ids, corpus.readings)
        incidents.bring_up_to_date(archive, ids, corpus.readings)
        yield archive


def test_text(brief, snapshot):
    assert brief_text(brief) == snapshot


def test_markdown(brief, snapshot):
    assert brief_markdown(brief) == snapshot


def test_html(brief, snapshot):
    assert brief_html(brief) == snapshot


def test_every_fact_carries_its_words_and_its_record(brief):
    page = brief_page(brief)
    texts = " ".join(" ".join(reading.article.text.split()) for reading in crisis().readings)
    citations = [c for section in page.sections for line in section.lines for c in line.citations]
    assert len(citations) > 15
    for citation in citations:
        assert citation.words.strip("…") in texts
        assert re.fullmatch(r"[a-z]+_[0-9a-f]{16}", citation.record)
        assert citation.place
    facts = [line for section in page.sections for line in section.lines if section.key != "sources"]
    assert all(line.citations for line in facts)


def test_history_is_no_headline(brief):
    assert "2019" not in {str(incident.when.start.year) for incident in brief.headlines.shown}


def test_no_ids_of_actors_no_nulls_no_empty_brackets(brief):
    text = brief_text(brief)
    assert not re.search(r"\ba_[a-z]+\b|\bNone\b|\(\)|\[\]|“”", text)


def test_html_is_one_file_without_scripts(brief):
    html = brief_html(brief)
    assert html.startswith("<!DOCTYPE html>")
    assert not re.search(r"<script|<link|https?://|@import|url\(", html)


def test_html_shows_markup_in_an_article_as_text(brief):
    html = brief_html(brief)
    assert "&lt;half full&gt;" in html
    assert "<half" not in html


def test_no_line_of_text_is_wider_than_asked(brief):
    assert max(map(len, brief_text(brief, width=72).splitlines())) <= 72


@pytest.mark.parametrize("words", ["* a *", "_b_", "[c](d)", "`e`", "<f>", "1. g", "# h", "a | b"])
def test_markdown_marks_in_quoted_words_are_escaped(words):
    assert re.sub(r"\\(.)", r"\1", escape(words)) == words
    assert escape(words) != words


def test_the_brief_of_an_archive_is_that_of_its_readings(archive, brief):
    assert brief_page(brief_of(archive)).sections == brief_page(brief).sections


@pytest.mark.parametrize("about", ["Sudan", "SDN", "Khartoum", "sudan"])
def test_about_takes_a_name_an_alias_or_a_code(archive, about):
    made = brief_of(archive, Scope(about=about))
    assert made.headlines.shown
    assert all("SDN" in {p.key for p in incident.parties} for incident in made.headlines.shown)


def test_about_somebody_unknown_names_the_nearest(archive):
    with pytest.raises(ArchiveError, match=r"nearest: .*Dawit Tefera"):
        brief_of(archive, Scope(about="David Tefera"))


def test_since_and_until(archive):
    made = brief_of(archive, Scope(since=date(2025, 4, 1), until=date(2025, 4, 30)))
    assert [i.type for i in made.headlines.shown] == ["CONSULT"]


def test_an_empty_archive_says_so(tmp_path):
    with open_archive(tmp_path / "empty.duckdb") as archive:
        made = brief_of(archive)
    assert "This archive holds no articles." in brief_text(made)
    assert "</html>" in brief_html(made)
    assert brief_markdown(made).startswith("# empty")


def test_an_article_without_outlet_and_date_has_its_place():
    d = draft("x", date(2025, 3, 1), "Sudan speaks", "Sudan said it was ready for peace with all of its neighbours.")
    bare = type(d.article)(**{f: getattr(d.article, f) for f in d.article.__slots__} | {"outlet": None, "published": None})
    said = d.said(SUDAN, "Sudan said", "said", "it was ready for peace with all of its neighbours")
    reading = type(d.reading())(bare, (SUDAN,), (said,))
    made = brief_text(build_brief(Corpus((reading,)), "bare", Scope(), Selection()))
    assert "[unnamed outlet; statement_" in made
    assert "None" not in made


def test_a_filtered_brief_says_so(archive):
    page = brief_page(brief_of(archive, Scope(date(2025, 3, 1), date(2025, 3, 31), "Sudan")))
    assert page.subtitle == (
        "Filtered: only what concerns Sudan and happened or was said from 1 March 2025 until 31 March 2025; "
        "4 of the archive’s 5 articles have any of it."
    )


def test_a_full_brief_shows_no_less(archive):
    short, full = (brief_page(brief_of(archive, depth=depth)) for depth in (SHORT, FULL))
    assert {section.key for section in short.sections} <= {section.key for section in full.sections}
    assert [len(s.lines) for s in short.sections if s.key == "headlines"] <= [
        len(s.lines) for s in full.sections if s.key == "headlines"
    ]
    assert "Khartoum Star" in brief_text(brief_of(archive, depth=FULL))
