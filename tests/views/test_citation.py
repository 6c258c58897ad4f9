"""Citations: every record of an archive, as text, BibTeX and JSON; ids that a newer reading replaced; hostile words."""

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.crisis import crisis

from dateline.archive import open_archive
from dateline.archive.corrections.making import Verdict
from dateline.corroboration.reviewing import review
from dateline.errors import ArchiveError
from dateline.records import Span
from dateline.views.citation import Cited, cited
from dateline.views.citation_formats import citation_bibtex, citation_json, citation_text

bibtexparser = pytest.importorskip("bibtexparser", reason="bibtexparser is not installed: pip install 'dateline[workbench]'")
READING = crisis().readings[0]


@pytest.fixture
def archive(tmp_path):
    with open_archive(tmp_path / "a.duckdb") as opened:
        opened.add(*crisis().readings)
        yield opened


def test_each_record_is_cited_with_its_words(archive):
    for reading in crisis().readings:
        for record in (*reading.statements, *reading.events, *reading.positions):
            found = cited(archive, record.id)
            assert (found.id, found.article, found.status) == (record.id, reading.article.id, "current")
            assert found.outlet == reading.article.outlet
            assert all(part.strip() in " ".join(reading.article.text.split()) for part in found.words.split("…"))
            text = citation_text(found)
            assert record.id in text
            assert reading.article.title in text


def test_an_article_is_cited_by_its_headline(archive):
    archive.add(replace(READING, article=replace(READING.article, id="art_7777")))
    assert cited(archive, "art_7").words == READING.article.title


def test_who_confirmed_and_who_rejected_is_told(archive):
    review(archive, READING.events[0].id, Verdict("confirm", "Lee", "saw the wire"))
    review(archive, READING.statements[0].id, Verdict("reject", "Lee", "no quotation"))
    assert "confirmed by Lee" in cited(archive, READING.events[0].id).notes[0]
    rejected = cited(archive, READING.statements[0].id)
    assert rejected.status == "rejected"
    assert "no quotation" in rejected.notes[0]


def test_a_replaced_id_is_answered_with_what_took_its_place(archive):
    event, said = READING.events[0], READING.statements[0]
    again = [replace(event, id="ev_newer", trigger=Span(event.trigger.start, event.trigger.end + 1)), *READING.events[1:]]
    archive.add(replace(READING, events=tuple(again), statements=READING.statements[1:], version="2"))
    found = cited(archive, event.id)
    assert (found.status, found.now, found.version) == ("replaced", ("ev_newer",), "test")
    assert "its words are now those of ev_newer" in found.notes[0]
    gone = cited(archive, said.id)
    assert (gone.status, gone.now) == ("replaced", ())
    assert "nothing of this kind is read out of its words now" in gone.notes[0]
    archive.add(replace(READING, version="3"))
    assert cited(archive, event.id).status == "current"
    assert cited(archive, "ev_newer").now == (event.id,)


def test_a_corrected_id_leads_to_the_record_that_the_correction_is_about(archive):
    event = READING.events[0]
    review(archive, event.id, Verdict("edit", "Lee", "saw it", {"factuality": "denied"}))
    archive.add(replace(READING, events=(replace(event, id="ev_newer"), *READING.events[1:]), version="2"))
    found = cited(archive, event.id)
    assert found.now == ("ev_newer",)
    assert "corrected by Lee" in found.notes[1]
    assert "denied" in cited(archive, "ev_newer").what


@pytest.mark.parametrize(
    ("words", "problem"),
    [
        ("event_0000", "no record or link has the id"),
        ("x", "too short"),
        ("inc_0123", "is an incident"),
        ("art_0000", "no article"),
    ],
)
def test_an_unknown_id_is_refused(archive, words, problem):
    with pytest.raises(ArchiveError, match=problem):
        cited(archive, words)


def test_a_beginning_of_several_ids_is_refused(archive):
    one, two = READING.events[0], READING.events[1]
    archive.add(replace(READING, events=(replace(one, id="ev_abcd1"), replace(two, id="ev_abcd2")), version="2"))
    with pytest.raises(ArchiveError, match="2 ids begin with 'ev_abcd': ev_abcd1, ev_abcd2"):
        cited(archive, "ev_abcd")
    archive.add(replace(READING, events=(replace(one, id="ev_abcd1"),), version="3"))
    with pytest.raises(ArchiveError, match="2 ids begin with 'ev_abcd': ev_abcd1, ev_abcd2"):
        cited(archive, "ev_abcd")
    assert cited(archive, "ev_abcd1").status == "current"
    assert cited(archive, "ev_abcd2").status == "replaced"


HOSTILE = st.text(st.sampled_from("{}\\\"'%#$&_~^@,=\n\t aé“”\u202e") | st.characters(exclude_categories=("Cs",)), max_size=60)


@given(HOSTILE, HOSTILE, HOSTILE, HOSTILE)
def test_a_bibtex_entry_stays_one_entry_whatever_stands_in_it(title, words, byline, url):
    one = Cited(
        "ev_0123456789abcdef", "event", "current", f"A: {words}", words, "art_1", words or "Wire", title, byline,
        READING.article.published.end, url, "x.txt", "1",
    )  # fmt: skip
    text = citation_bibtex(one)
    library = bibtexparser.parse_string(text)
    assert [entry.key for entry in library.entries] == ["ev_0123456789abcdef"]
    assert not library.failed_blocks
    fields = library.entries[0].fields_dict
    assert set(fields) <= {"author", "title", "journal", "year", "month", "date", "url", "note"}
    assert text.count("{") == text.count("}")
    assert not set(fields.get("url").value if "url" in fields else "") & set("{}\\\n ")
    assert json.loads(citation_json(one))["title"] == title


def test_special_signs_are_written_so_that_latex_shows_them():
    one = replace(Cited("s_1", "statement", "current", "A: say", "50% {of} $5_x \\ ~^#&", "art_1", "A & B", None, "By Ann Lee, Cairo",
                        None, None, "x.txt", ""), title="It's 100%")  # fmt: skip
    text = citation_bibtex(one)
    assert r"50\% \textbraceleft{}of\textbraceright{} \$5\_x \textbackslash{} \textasciitilde{}\textasciicircum{}\#\&" in text
    assert "author = {{Ann Lee, Cairo}}" in text
    assert r"journal = {A \& B}" in text
