"""Direct speech: interrupted, unbalanced, over paragraphs, in single marks, after a colon; titles are none."""

import pytest

from articles import reading

SPOKEN = [
    ("“We came,” said Ana Ruiz. “We will go,” she added.", ["We came,", "We will go,"]),
    (
        "“We came,” said Ana Ruiz, “but nobody spoke”, adding that Spain would wait.",
        ["We came, … but nobody spoke", "that Spain would wait"],
    ),
    ("Ana Ruiz said: “We came.\n\n“We saw nobody.\n\n“We left.”", ["We came. … We saw nobody. … We left."]),
    ("‘We don’t want the soldiers’ money,’ said Ana Ruiz.", ["We don’t want the soldiers’ money,"]),
    ("‘It’s the ’90s again,’ Ana Ruiz said.", ["It’s the ’90s again,"]),
    ('"We will not leave, said Ana Ruiz on Friday.', ["We will not leave"]),
    ("Ana Ruiz was blunt: “We will not leave this hall.”", ["We will not leave this hall."]),
    ("Ana Ruiz, who speaks for the union, will have none of it: “The ink is dry.”", ["The ink is dry."]),
    ("Ana Ruiz took to Twitter on Friday. “Spain will wait,” she wrote.", ["Spain will wait,"]),
    ("“Spain will wait,” the tweet read.", ["Spain will wait,"]),
    ("In a letter to the bloc, Ana Ruiz wrote: “We will wait until May.”", ["We will wait until May."]),
    ("Ana Ruiz spoke of “paid hands”.", ["paid hands"]),
    (
        "Ana Ruiz said that it had taken Lisbon “three days to find a bus.”",
        ["that it had taken Lisbon “three days to find a bus"],
    ),
    ("Ana Ruiz blamed Spain for “pouring gasoline” on the fire.", ["pouring gasoline” on the fire"]),
]


@pytest.mark.parametrize(("text", "contents"), SPOKEN)
def test_what_is_spoken(text, contents):
    found = reading(text)
    assert [" … ".join(text[slice(*span)] for span in s.content) for s in found.statements] == contents


SILENT = [
    "The so-called “peace train” left on Friday.",
    "Her film “The Long Night of Lisbon” was shown on Friday.",
    "The ship, named “We Shall Overcome”, left on Friday.",
    "The law is clear: “Nobody may cross the river.”",
]


@pytest.mark.parametrize("text", SILENT)
def test_titles_and_scare_quotes_say_nothing(text):
    assert reading(text).statements == ()


def test_a_quotation_alone_in_its_paragraph_shows_where_its_speaker_was_named():
    text = "“We came with a plan,” said Ana Ruiz.\n\n“We will not leave without one.”"
    found = reading(text)
    assert [[text[slice(*span)] for span in s.source] for s in found.statements] == [["Ana Ruiz"], ["Ana Ruiz"]]


HEADLINES = [
    ("Ruiz says talks have failed", ["talks have failed"]),
    ("Spain to sign fishing deal, minister says", ["Spain to sign fishing deal"]),
    ("Ruiz: Spain will sign by May", ["Spain will sign by May"]),
]


@pytest.mark.parametrize(("title", "contents"), HEADLINES)
def test_headlines(title, contents):
    found = reading("Ana Ruiz spoke on Friday.", title)
    text = found.article.text
    assert [" … ".join(text[slice(*span)] for span in s.content) for s in found.statements] == contents
