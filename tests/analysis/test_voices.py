from dataclasses import replace
from datetime import date

from tests.crisis import IDRIS, crisis, draft

from dateline.analysis.corpus import Corpus
from dateline.analysis.voices import voices


def test_actors_with_most_statements_come_first_and_copies_count_once():
    found = voices(crisis())
    assert [(voice.actor.name, voice.total) for voice in found] == [
        ("Amal Idris", 3),
        ("Dawit Tefera", 2),
        ("Sudan", 1),
        ("Hoda Sami", 1),
    ]


def test_outlets_are_no_voices():
    assert "Horn Wire" not in {voice.actor.name for voice in voices(crisis())}


def test_quotations_are_spread_over_days_and_shown_in_their_order():
    (voice,) = voices(crisis(), actors=1, each=2)
    assert [u.day for u in voice.chosen] == [date(2025, 3, 12), date(2025, 4, 3)]


def test_own_words_are_preferred_to_reported_ones():
    d = draft(
        "Nile Post",
        date(2025, 5, 2),
        "Water",
        "Idris said that the water would come. “The water belongs to all of us here,” Idris added.",
    )
    statements = (
        d.said(IDRIS, "Idris", "said", "that the water would come"),
        d.said(IDRIS, "Idris added", "added", "The water belongs to all of us here", kind="direct"),
    )
    (voice,) = voices(Corpus((d.reading(statements),)), each=1)
    assert voice.chosen[0].statement.kind == "direct"


def test_uncertain_statements_can_be_left_out():
    assert voices(crisis(), minimum_confidence=0.9) == ()


def test_a_statement_within_another_is_not_quoted_beside_it():
    d = draft("Nile Post", date(2025, 5, 2), "Water", "Idris said she believed that the water would come back in June.")
    statements = (
        d.said(IDRIS, "Idris", "said", "she believed that the water would come back in June"),
        d.said(IDRIS, "she", "believed", "the water would come back in June", act="believe"),
    )
    (voice,) = voices(Corpus((d.reading(statements),)))
    assert voice.total == 2
    assert len(voice.chosen) == 1


def test_descriptions_and_statements_are_no_voices():
    d = draft("Nile Post", date(2025, 5, 2), "Water", "A senior official said that the water would come back in June.")
    official = replace(IDRIS, id="a_official", name="senior official")
    said = d.said(official, "A senior official", "said", "that the water would come back in June")
    reading = d.reading((said,))
    assert voices(Corpus((replace(reading, actors=(*reading.actors, official)),))) == ()


def test_a_quotation_whose_sentence_names_the_speaker_is_preferred():
    d = draft(
        "Nile Post",
        date(2025, 5, 2),
        "Water",
        "“The river belongs to everybody who lives along it,” she said. “The water belongs to all of us here today,” Idris said.",
    )
    statements = (
        d.said(IDRIS, "she said", "she said", "The river belongs to everybody who lives along it", kind="direct"),
        d.said(IDRIS, "Idris said", "Idris said", "The water belongs to all of us here today", kind="direct"),
    )
    (voice,) = voices(Corpus((d.reading(statements),)), each=1)
    assert voice.chosen[0].evidence.quote.text.startswith("The water")
