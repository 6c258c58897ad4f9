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


def told(event):
    """The date that the text gives; the article's own does not count."""
    return event.date if event.date is not None and event.date.basis == "text" else None


def test_a_day_is_shared_by_the_second_of_two_verbs(coded):
    article = coded("Italy recalled its envoy to Iran on Monday and accused Iran of piracy.")
    assert article.only("ACCUSE").date.start == date(2024, 5, 6)


@pytest.mark.parametrize(
    "sentence",
    [
        "Italy recalled its envoy to Iran on Monday and Spain accused Iran of piracy.",
        "Italy recalled its envoy to Iran in March and accused Iran of piracy.",
    ],
)
def test_a_time_in_another_clause_dates_nothing_else(coded, sentence):
    assert told(coded(sentence).only("ACCUSE")) is None


@pytest.mark.parametrize(
    ("sentence", "event_type", "start", "end"),
    [
        ("The row began in 2007, when Italy accused Iran of piracy.", "ACCUSE", date(2007, 1, 1), date(2007, 12, 31)),
        ("Prices rose in March, as Italy imposed an embargo on Qatar.", "SANCTION", date(2024, 3, 1), date(2024, 3, 31)),
        ("Italy tried to test a missile on Tuesday.", "MOBILIZE", date(2024, 5, 7), date(2024, 5, 7)),
    ],
)
def test_a_time_before_its_clause_dates_it(coded, sentence, event_type, start, end):
    found = coded(sentence).only(event_type).date
    assert found is not None
    assert (found.start, found.end) == (start, end)


@pytest.mark.parametrize(
    "sentence", ["Italy rejected the plan on Tuesday, as it promised.", "Italy has proposed talks with Iran on 9 June."]
)
def test_what_was_promised_and_what_is_proposed_have_other_days(coded, sentence):
    assert all(told(e) is None or told(e).end <= date(2024, 5, 10) for e in coded(sentence).events if e.factuality == "actual")


def test_a_time_before_the_infinitive_is_that_of_the_decision(coded):
    event = coded("Norway decided in January to leave the pact with Sweden.").events[0]
    assert event.date is not None
    assert event.date.start == date(2024, 1, 1)


def test_a_time_at_the_cue_looks_back_though_what_is_said_looks_ahead(coded):
    event = coded("Norway said on Monday it would lift sanctions against Serbia.").only("CONCEDE")
    assert event.date is not None
    assert event.date.start == date(2024, 5, 6)


def test_the_month_of_a_deed_is_not_that_of_its_praise(coded):
    article = coded("Romania praised Turkey's strike on a Syrian base last month.")
    assert told(article.only("SUPPORT")) is None


@pytest.mark.parametrize(
    ("sentence", "event_type", "day"),
    [
        ("Norway said on Monday that Iran must release the sailors.", "REQUEST", date(2024, 5, 6)),
        ("“Iran must release the sailors,” Norway’s foreign minister said on Monday.", "REQUEST", date(2024, 5, 6)),
        ("Norway said on Monday that Iran is a threat to the whole region.", "ACCUSE", date(2024, 5, 6)),
    ],
)
def test_an_act_that_lies_in_what_is_said_is_dated_by_its_saying(coded, sentence, event_type, day):
    found = coded(sentence).only(event_type).date
    assert found is not None
    assert (found.start, found.end) == (day, day)


def test_what_somebody_says_they_will_do_on_a_day_is_not_said_on_that_day(coded):
    found = coded("Norway said that it would hold talks. “We will strike Iran on Monday,” Norway’s minister said.").events
    assert all(event.date is None or event.date.start != date(2024, 5, 6) for event in found)


def test_the_day_after_a_deed_is_counted_on_from_the_day_of_that_deed(coded):
    found = coded("Norway’s king met the Iranian president the day after Sweden shelled Iran on Tuesday.").only("CONSULT").date
    assert found is not None
    assert found.start == date(2024, 5, 8)


def test_the_month_of_a_noun_is_not_that_of_the_clause(coded):
    article = coded("Norway condemned the February assassination of a Swedish diplomat.")
    assert told(article.only("ACCUSE")) is None


@pytest.mark.parametrize(
    ("text", "event_type"),
    [
        ("Kenya threatened to destroy Nepal during an address in March.", "THREATEN"),
        ("Peru praised Kenya's strike against Nepal last month, calling it a message.", "ASSAULT"),
    ],
)
def test_the_occasion_of_a_threat_and_the_time_after_a_judged_deed(coded, text, event_type):
    event = coded(text).only(event_type)
    assert event.date is not None
    assert event.date.end is not None
    assert event.date.end < date(2024, 5, 10)


def test_the_day_on_which_it_is_said_is_not_that_of_what_will_be(coded):
    event = coded("The president of Kenya suggested on Saturday that Kenya will be meeting Nepal.").only("CONSULT")
    assert event.date is None


@pytest.mark.parametrize(
    "sentence",
    [
        "Italy announced on Tuesday that Spain would expel a Russian diplomat.",
        "Emmanuel Macron said that Joe Biden on Tuesday had requested to meet him.",
        "At a rally on Tuesday, Emmanuel Macron defended his decision to meet with Joe Biden.",
    ],
)
def test_what_is_to_come_has_not_the_day_of_the_words(coded, sentence):
    ahead = [told(e) for e in coded(sentence).events if e.factuality in ("planned", "hypothetical")]
    assert ahead == [None]


def test_a_promise_has_the_day_of_the_words(coded):
    found = [e for e in coded("Italy said on Tuesday that it would send aid to Mali.").events if e.type == "AGREE"]
    assert [e.date.start for e in found] == [date(2024, 5, 7)]


@pytest.mark.parametrize(
    ("sentence", "event_type", "day"),
    [
        ("A day after Italy expelled a Russian diplomat, Spain has yet to answer.", "SANCTION", date(2024, 5, 9)),
        ("Two days after Italy expelled a Russian diplomat, Russia is fuming.", "SANCTION", date(2024, 5, 8)),
        ("Two days after Italy expelled a Russian diplomat, Russia was fuming.", "SANCTION", None),
    ],
)
def test_days_are_counted_back_from_what_is_so_now(coded, sentence, event_type, day):
    found = told(coded(sentence).only(event_type))
    assert (found.start if found else None) == day


@pytest.mark.parametrize(
    ("sentence", "year"),
    [
        ("They recalled the 2015 agreement that Italy signed with Iran.", 2015),
        ("They recalled the 2015 agreement that Italy criticised.", None),
    ],
)
def test_an_agreement_was_signed_in_its_year(coded, sentence, year):
    dates = [told(e) for e in coded(sentence).events]
    assert any(d is not None and d.start.year == 2015 for d in dates) == (year == 2015)


@pytest.mark.parametrize(
    ("sentence", "event_type", "start"),
    [
        ("Emmanuel Macron said yesterday at a meeting with Joe Biden that he was tired.", "CONSULT", date(2024, 5, 9)),
        ("Russia first spoke of it in April, after attacking Georgia.", "ASSAULT", None),
        ("Russia spoke of it after attacking Georgia in April.", "ASSAULT", date(2024, 4, 1)),
        ("This month, an inquiry found that Russia has been attacking Georgia.", "ASSAULT", None),
        ("The most notable was the raid into Georgia in 2008 that killed three Georgians.", "ASSAULT", date(2008, 1, 1)),
        ("This month, Russia has been attacking Georgia.", "ASSAULT", date(2024, 5, 1)),
    ],
)
def test_whose_time_it_is(coded, sentence, event_type, start):
    found = told(coded(sentence).only(event_type))
    assert (found.start if found else None) == start
