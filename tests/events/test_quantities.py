import pytest

CASES = [
    ("Rebels from Chad killed 14 Malian soldiers.", "ASSAULT", ("dead", 14, 14)),
    ("Rebels from Chad killed at least four Malian soldiers.", "ASSAULT", ("dead", 4, None)),
    ("Cuba arrested eleven Haitian fishermen.", "COERCE", ("arrested", 11, 11)),
    ("Some 300 Greek farmers demonstrated outside the Turkish embassy.", "PROTEST", ("protesters", 300, 300)),
    ("Oman freed twenty-two Somali sailors.", "RETREAT", ("released", 22, 22)),
    ("Japan gave Nepal 120 million dollars.", "AID", ("money", 120e6, 120e6)),
]


@pytest.mark.parametrize(("sentence", "event_type", "expected"), CASES)
def test_numbers_at_the_trigger(coded, sentence, event_type, expected):
    article = coded(sentence)
    found = article.only(event_type).quantities
    assert [(q.what, q.low, q.high) for q in found] == [expected]
    assert all(article.article.text[q.span.start : q.span.end].strip() for q in found)
