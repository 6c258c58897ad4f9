import pytest
from tests.corroboration.telling import by_id, told

from dateline.corroboration.contradictions import corrections_in


@pytest.mark.parametrize(
    ("note", "wrong", "right"),
    [
        ("(This March 14 story has been corrected to say that four people were killed, not 14, in paragraph 1)", "14", "four people were killed"),
        (
            "An earlier version of this article said that the minister had resigned. He has not.",
            "the minister had resigned",
            "He has not.",
        ),
        (
            "An earlier version of this story, published on Monday, incorrectly said the treaty had lapsed.",
            "the treaty had lapsed",
            "",
        ),
        (
            "Erratum. We reported last week that Paraguay had withdrawn its envoy. It has not.",
            "Paraguay had withdrawn its envoy",
            "It has not.",
        ),
        (
            "We wrote last week that Egypt had offered Cyprus two corvettes. It had done nothing of the kind, and we are sorry.",
            "Egypt had offered Cyprus two corvettes",
            "It had done nothing of the kind, and we are sorry.",
        ),
        ("CORRECTION: The vessel was misidentified in our report of Monday.", "", "The vessel was misidentified in our report of Monday."),
    ],
)  # fmt: skip
def test_what_an_article_takes_back(note, wrong, right):
    (found,) = corrections_in(by_id(told("Reuters", 15, f"{note}\n\nA strike [killed] four.")), {})
    assert (found.wrong, found.right, found.corrects) == (wrong, right, None)


@pytest.mark.parametrize(
    "body",
    [
        "He said that the newspaper should issue a correction. They [met].",
        "Market correction fears grew as they [met].",
        "The minister corrected himself when they [met].",
        "The Earlier Version is a novel. They [met].",
        "Editor's note: we have removed the paywall for all coverage. They [met].",
    ],
)
def test_not_every_correction_is_one(body):
    assert corrections_in(by_id(told("Reuters", 15, body)), {}) == ()


def test_the_corrected_article_is_the_same_text_of_the_same_outlet():
    first = told("Reuters", 14, "A strike on a convoy [killed] 14 people.", killed=(14, 14, "14"))
    other = told("AFP", 14, "A strike on a convoy [killed] 14 people.", killed=(14, 14, "14"))
    second = told("Reuters", 15, "(Corrected to say that four were killed, not 14)\n\nA strike on a convoy [killed] four people.")
    (found,) = corrections_in(by_id(first, other, second), {second.article.id: first.article.id})
    assert found.corrects == first.article.id


def test_an_article_that_told_what_is_taken_back_is_found_by_its_words():
    first = told("Nile Diary", 5, "Egypt [offered] Cyprus two corvettes, as one hears.")
    second = told("Nile Diary", 12, "We wrote last week that Egypt had offered Cyprus two corvettes. We are sorry. They [met].")
    (found,) = corrections_in(by_id(first, second), {})
    assert found.corrects == first.article.id


def test_a_later_version_with_another_number_corrects_silently():
    first = told("Reuters", 14, "A strike on a convoy [killed] 14 people.", killed=(14, 14, "14"))
    second = told("Reuters", 15, "A strike on a convoy [killed] four people.", killed=(4, 4, "four"))
    (found,) = corrections_in(by_id(first, second), {second.article.id: first.article.id})
    assert (found.article, found.corrects, found.wrong, found.right) == (
        second.article.id,
        first.article.id,
        "14 people",
        "four people",
    )
    assert corrections_in(by_id(first, second), {}) == ()
