"""What one says for one's own cause, or sees, or expects, supports nobody."""

import pytest


@pytest.mark.parametrize(
    "text",
    [
        "Kenya's president defended his trip to Uganda.",
        "Kenya's government is trumpeting its strength against Uganda.",
        "Kenya recognizes the threat posed by Uganda.",
        "Kenya's president recognized that Uganda was right.",
        "Kenya's president expressed confidence that the talks would succeed.",
        "Kenya's president expressed regret that Uganda had not done more.",
        "Kenya honors global standards in Uganda.",
        "Kenya's president was hopeful for talks with Uganda.",
    ],
)
def test_no_support(coded, text):
    assert "SUPPORT" not in {e.type for e in coded(text).events}


@pytest.mark.parametrize(
    "text",
    [
        "Kenya's president defended Uganda's decision.",
        "Kenya recognized Uganda's independence.",
        "Kenya's president expressed confidence in Uganda.",
        "Kenya's president expressed confidence that Uganda would hold a fair vote.",
        "Kenya's president defended his meeting with Uganda's leader.",
        "Kenya honored Uganda's president.",
    ],
)
def test_support(coded, text):
    assert "SUPPORT" in {e.type for e in coded(text).events}


def test_support_of_money_is_aid_and_of_words_is_none(coded):
    assert {e.type for e in coded("Kenya gave financial and logistical support to Uganda.").events} == {"AID"}
    assert {e.type for e in coded("Kenya gave its full support to Uganda.").events} == {"SUPPORT"}


def test_a_deal_still_negotiated_is_talked_about(coded):
    assert {e.type for e in coded("Kenya is seeking to negotiate a trade deal with Uganda.").events} == {"CONSULT"}
    assert {e.type for e in coded("Kenya reached a trade deal with Uganda.").events} == {"SUPPORT"}


def test_a_word_kept_is_no_praise(coded):
    assert {e.type for e in coded("Kenya said it would honor its obligation to Uganda.").events} == {"AGREE"}
