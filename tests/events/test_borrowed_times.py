"""Times that an event takes from a clause beside its own."""

from __future__ import annotations

from datetime import date

import pytest

TUESDAY = (date(2024, 5, 7), date(2024, 5, 7))
MARCH = (date(2024, 3, 1), date(2024, 3, 31))

BORROWED = [
    ("Speaking to reporters in Rome on Tuesday, Italy accused Iran of piracy.", "ACCUSE", TUESDAY),
    ("In a speech in March, Italy praised Kenya and accused Iran of piracy.", "ACCUSE", MARCH),
    ("In 2023 Italy has praised Kenya and expelled an Iranian diplomat.", "SANCTION", (date(2023, 1, 1), date(2023, 12, 31))),
    ("Italy accused Iran of piracy as its minister arrived in Kenya on Tuesday.", "ACCUSE", TUESDAY),
    ("Prices fell on Tuesday when Italy expelled a Russian diplomat.", "SANCTION", TUESDAY),
    ("Italy recalled an aide on Tuesday, defending Kenya and accusing Iran of piracy.", "ACCUSE", TUESDAY),
    ("Italy held a meeting in 2019 in which it accused Iran of piracy.", "ACCUSE", (date(2019, 1, 1), date(2019, 12, 31))),
    ("Italy agreed to send troops to Kenya in 2019.", "AGREE", (date(2019, 1, 1), date(2019, 12, 31))),
    ("Italy urged Iran to free the ship on Thursday.", "REQUEST", (date(2024, 5, 9), date(2024, 5, 9))),
    ("“Italy is ready to talk to Iran,” its foreign ministry said on Tuesday.", "AGREE", TUESDAY),
    ("Italy said on Tuesday that it would impose sanctions on Iran.", "THREATEN", TUESDAY),
]


def told(event):
    """The date that the text gives; the article's own does not count."""
    return (event.date.start, event.date.end) if event.date is not None and event.date.basis == "text" else None


@pytest.mark.parametrize(("sentence", "event_type", "expected"), BORROWED)
def test_a_time_of_the_clause_beside(coded, sentence, event_type, expected):
    assert told(coded(sentence).only(event_type)) == expected


@pytest.mark.parametrize(
    ("sentence", "event_type"),
    [
        ("Citing an attack on Tuesday, Italy accused Iran of piracy.", "ACCUSE"),
        ("Having met Kenya's minister on Tuesday, Italy accused Iran of piracy.", "ACCUSE"),
        ("Italy recalled its envoy to Iran in March and accused Iran of piracy.", "ACCUSE"),
        ("Italy agreed to send troops to Kenya by 2026.", "AGREE"),
        ("Italy urged Iran to free the ship on Monday.", "REQUEST"),
        ("On Tuesday Italy's minister described a meeting at which Iran rejected the plan.", "REJECT"),
        ("Italy's minister warned of trouble in March because of Iran's decision to expel an Italian diplomat.", "SANCTION"),
        ("Two Russian officers were charged on Tuesday by Italy for hacking the Kenyan parliament.", "COERCE"),
        ("Italy thanked Iran on Tuesday for freeing two Italian sailors.", "RETREAT"),
        ("Just as it did in its speech on Tuesday, Italy accused Iran of piracy.", "ACCUSE"),
        ("The market closed on Tuesday, hurt by sanctions imposed on Iran by Italy.", "SANCTION"),
    ],
)
def test_a_time_of_something_else(coded, sentence, event_type):
    assert told(coded(sentence).only(event_type)) is None
