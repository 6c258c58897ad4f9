"""The chain of outlets between a speaker and the page, in the many ways English names it."""

import pytest

from articles import reading

CHAINS = [
    ("Ana Ruiz denied to Reuters that the talks had failed.", "Ana Ruiz", ["Reuters"]),
    ("In an interview with El País, Ana Ruiz said that the talks had failed.", "Ana Ruiz", ["El País"]),
    ("Speaking to the BBC, Ana Ruiz said that the talks had failed.", "Ana Ruiz", ["BBC"]),
    ("In comments to Bloomberg, Ana Ruiz said that the talks had failed.", "Ana Ruiz", ["Bloomberg"]),
    ("Ana Ruiz said on CNN that the talks had failed.", "Ana Ruiz", ["CNN"]),
    ("Ana Ruiz said in remarks carried by Xinhua that the talks had failed.", "Ana Ruiz", ["Xinhua"]),
    ("Ana Ruiz said the talks had failed, the Financial Times reported.", "Ana Ruiz", ["Financial Times"]),
    ("Ana Ruiz said the talks had failed, according to Interfax.", "Ana Ruiz", ["Interfax"]),
    (
        "The Wall Street Journal, quoting two diplomats, reported that the talks had failed.",
        "two diplomats",
        ["Wall Street Journal"],
    ),
    ("Spanish officials quoted by Le Monde said the talks had failed.", "Spanish officials", ["Le Monde"]),
    ("According to The Times, Ana Ruiz told lawmakers that the talks had failed.", "Ana Ruiz", ["The Times"]),
    ("Contacted by Le Monde, Ana Ruiz said that the talks had failed.", "Ana Ruiz", ["Le Monde"]),
    ("A spokesman for Ana Ruiz denied the report to AFP, saying the talks would go on.", "spokesman for Ana Ruiz", ["AFP"]),
    ("The talks had failed, Reuters reported, quoting two diplomats.", "two diplomats", ["Reuters"]),
    ("The talks had failed, according to a minister who spoke to the BBC.", "minister", ["BBC"]),
    ("Ana Ruiz, speaking on Al Jazeera, warned that the talks would fail.", "Ana Ruiz", ["Al Jazeera"]),
    ("Reuters reported that Ana Ruiz had told CNN the talks had failed.", "Ana Ruiz", ["Reuters", "CNN"]),
]


@pytest.mark.parametrize(("text", "speaker", "chain"), CHAINS)
def test_chain(text, speaker, chain):
    found = reading(text)
    chains = {found.actor(s.speaker).name.casefold(): list(s.reported_by) for s in found.statements if s.speaker is not None}
    assert chains[speaker.casefold()] == chain


NO_CHAIN = [
    "Ana Ruiz told reporters that the talks had failed.",
    "Ana Ruiz told parliament on Friday that the talks had failed.",
    "Ana Ruiz told the Harbour Gazette that the talks had failed.",
]


@pytest.mark.parametrize("text", NO_CHAIN)
def test_no_outlet_in_between(text):
    assert [s.reported_by for s in reading(text).statements] == [()]


def test_an_outlet_goes_by_the_name_that_the_article_uses():
    found = reading("Ana Ruiz told AFP that the talks had failed.")
    assert [s.reported_by for s in found.statements] == [("AFP",)]
