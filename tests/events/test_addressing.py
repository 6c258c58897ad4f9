"""Sides that the report of what is said names: who was told, who is meant, who fears it."""

import pytest

CASES = [
    # text, type, source, target
    ("Niger told Chadian President Mahamat Deby that it would abandon its nuclear program if Mali agreed.", "AGREE", {"NER"}, {"TCD"}),
    ("Egypt warned of grave consequences because of Libya's attack on its post.", "THREATEN", {"EGY"}, {"LBY"}),
    ("Egypt threatened action over the coming weeks.", "THREATEN", {"EGY"}, set()),
    ("Chad is convinced that Libya is about to attack.", "ASSAULT", {"LBY"}, {"TCD"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "event_type", "source", "target"), CASES)
def test_a_side_that_the_report_names(coded, text, event_type, source, target):
    article = coded(text)
    assert article.sides(article.only(event_type)) == (source, target)


def test_a_pronoun_in_a_quotation_is_whoever_was_named_before_it(coded):
    article = coded(
        "Norwegian Prime Minister Erna Solberg dismissed Swedish Foreign Minister Carl Bildt. "
        '"I still like him," Solberg told reporters.'
    )
    assert article.sides(article.only("SUPPORT")) == ({"NOR"}, {"SWE"})


def test_nobody_is_told_what_the_speaker_says_of_others(coded):
    article = coded("Niger told Chadian President Mahamat Deby that Mali would abandon its nuclear program.")
    assert not [e for e in article.events if article.sides(e)[1] == {"TCD"} and e.type == "AGREE"]


def test_who_agreed_by_the_word_of_another_side_agreed_with_it(coded):
    article = coded('"We should talk," Norwegian Prime Minister Jonas Gahr Støre said, adding that Sweden agreed.')
    assert ({"SWE"}, {"NOR"}) in [article.sides(e) for e in article.events if e.type == "AGREE"]


def test_who_agreed_with_somebody_named_did_not_agree_with_the_speaker(coded):
    article = coded("Norwegian Prime Minister Erna Solberg said that Sweden agreed with Denmark.")
    assert [article.sides(e) for e in article.events if e.type == "AGREE"] == [({"SWE"}, {"DNK"})]


def test_a_pronoun_that_nobody_resolves_is_the_one_person_named_before_it(coded):
    article = coded("New Zealand's premier admonished him for the remarks.", headline="World reaction to Donald Trump's comments")
    assert article.sides(article.only("ACCUSE")) == ({"NZL"}, {"USA"})


def test_who_agreed_when_asked_agreed_with_whoever_asked(coded):
    text = (
        "Norwegian Prime Minister Jonas Gahr Støre announced that Denmark had asked Sweden for talks, and that Sweden had agreed."
    )
    article = coded(text)
    assert article.sides(article.only("AGREE"))[1] != {"NOR"}
