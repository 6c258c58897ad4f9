from hypothesis import given
from hypothesis import strategies as st

from dateline.language.truecasing import truecase

VERBS = frozenset({"rebukes", "warns", "accuses"})


def cased(headline, body):
    text = f"{headline}\n\n{body}"
    return truecase(text, len(headline), VERBS)[: len(headline)]


def test_a_title_case_headline_is_written_as_the_body_writes_it():
    body = "On Monday the minister warned Norway over its fishing quotas and the coast guard."
    assert cased("Minister Warns Norway Over Fishing Quotas", body) == "Minister warns Norway over fishing quotas"


def test_names_of_the_body_keep_their_capital():
    body = "Later Hope spoke to Grant, and hope was gone."
    assert cased("Minister Accuses Grant And Hope Again", body).split()[2] == "Grant"


def test_a_sentence_case_headline_stays():
    assert cased("Minister warns Norway over fishing", "Nothing else.") == "Minister warns Norway over fishing"


def test_a_shouted_first_word_is_calmed():
    text = "EGYPT has said no. Later Egypt said yes. NATO did not."
    assert truecase(text, 0, VERBS) == "Egypt has said no. Later Egypt said yes. NATO did not."


@given(st.text(), st.text())
def test_length_stays(headline, body):
    text = f"{headline}\n\n{body}"
    assert len(truecase(text, len(headline), VERBS)) == len(text)
