from datetime import date

from tests.crisis import IDRIS, draft

from dateline.analysis.evidence import position_evidence, statement_evidence


def test_where_a_whole_sentence_shows_a_stance_the_proposal_is_marked():
    d = draft("Nile Post", date(2025, 5, 2), "Treaty", "Amal Idris backs the border treaty of last year.")
    position = d.stands(IDRIS, "border treaty", "support", "Amal Idris backs the border treaty of last year.")
    assert position_evidence(d.reading(), position).quote.words == "border treaty"


def test_where_the_proposal_goes_by_another_name_nothing_is_marked():
    d = draft("Nile Post", date(2025, 5, 2), "Treaty", "Amal Idris backs the border treaty of last year.")
    position = d.stands(IDRIS, "pact", "support", "Amal Idris backs the border treaty of last year.")
    quote = position_evidence(d.reading(), position).quote
    assert (quote.before, quote.words, quote.after) == ("", "Amal Idris backs the border treaty of last year.", "")


def test_the_conjunction_of_reported_speech_is_left_out():
    d = draft("Nile Post", date(2025, 5, 2), "Water", "Amal Idris said that the water would come.")
    said = d.said(IDRIS, "Amal Idris", "said", "that the water would come")
    assert statement_evidence(d.reading(), said).quote.text == "the water would come"
