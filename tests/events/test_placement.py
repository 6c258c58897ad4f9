from datetime import date

import pytest

CASES = [
    ("Italy expelled a Russian diplomat on Tuesday.", "SANCTION", date(2024, 5, 7), date(2024, 5, 7)),
    ("Italy will expel a Russian diplomat on Tuesday.", "SANCTION", date(2024, 5, 14), date(2024, 5, 14)),
    ("Italy expelled a Russian diplomat yesterday and praised Poland.", "SANCTION", date(2024, 5, 9), date(2024, 5, 9)),
    ("In March 2023 Italy expelled a Russian diplomat.", "SANCTION", date(2023, 3, 1), date(2023, 3, 31)),
    ("Italy resolved on Tuesday to expel a Russian diplomat.", "SANCTION", date(2024, 5, 7), date(2024, 5, 7)),
    ("Tuesday's drone strike on an Italian convoy killed four people.", "ASSAULT", date(2024, 5, 7), date(2024, 5, 7)),
]


@pytest.mark.parametrize(("sentence", "event_type", "start", "end"), CASES)
def test_the_time_of_the_clause_dates_the_event(coded, sentence, event_type, start, end):
    found = coded(sentence).only(event_type).date
    assert found is not None
    assert (found.start, found.end, found.basis) == (start, end, "text")


def test_a_time_in_another_clause_dates_nothing_else(coded):
    article = coded("Italy recalled its envoy to Iran on Monday and accused Iran of piracy.")
    assert article.only("ACCUSE").date is None
