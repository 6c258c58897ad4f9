"""The article's own date, for the news itself and nothing else, and marked as such."""

import datetime

import dateline

TEXT = (
    "Kenya expels Somali ambassador\n\nNairobi (AP) - Kenya expelled the Somali ambassador after Somalia arrested ten fishermen, "
    "officials said.\n\nSomalia condemned the move. Kenya had deployed troops to the border."
)


def dates(text, published="2018-05-10"):
    reading = dateline.read(text, published=published, model=False)
    return {reading.article.text[e.trigger[0] : e.trigger[1]]: e.date for e in reading.events}


def test_what_headline_and_lead_tell_is_of_the_day():
    found = dates(TEXT)["expelled"]
    assert (found.start, found.end, found.basis) == (datetime.date(2018, 5, 10), datetime.date(2018, 5, 10), "published")


def test_background_and_what_stands_further_down_stay_undated():
    found = dates(TEXT)
    assert found["arrested"] is None
    assert found["condemned"] is None


def test_without_a_date_of_the_article_there_is_none():
    assert dates(TEXT, None)["expelled"] is None


def test_the_date_of_the_text_comes_first():
    found = dates("Missile fired\n\nNorth Korea fired a missile on Tuesday, the South's military said.")["fired"]
    assert (found.start, found.basis) == (datetime.date(2018, 5, 8), "text")


def test_what_is_planned_is_not_of_the_day():
    found = dates("Kenya to expel envoy\n\nKenya will expel the Somali ambassador, officials said.")
    assert all(when is None or when.basis == "text" for when in found.values())
