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
    ("“The talks have failed,” Ana Ruiz said, as quoted by Interfax.", "Ana Ruiz", ["Interfax"]),
    ("“The talks have failed,” Ana Ruiz was quoted as saying by Interfax.", "Ana Ruiz", ["Interfax"]),
    ("“The talks have failed,” said Ana Ruiz, according to Interfax. “Nobody called.”", "Ana Ruiz", ["Interfax"]),
    ("In a letter seen by Reuters, Ana Ruiz asked the bloc to step in.", "Ana Ruiz", ["Reuters"]),
    ("According to Interfax, which cited two diplomats, the talks had failed.", "two diplomats", ["Interfax"]),
    ("Interfax had it from two diplomats that the talks had failed.", "two diplomats", ["Interfax"]),
    ("Le Monde has it on the authority of two diplomats that the talks have failed.", "two diplomats", ["Le Monde"]),
    ("Le Monde attributes to two diplomats the claim that the talks have failed.", "two diplomats", ["Le Monde"]),
    ("The talks will go on, a source at the ministry in Oslo told Interfax.", "source", ["Interfax"]),
    ("The army has freed six of them, local newspaper El Deber reported, citing two diplomats.", "two diplomats", ["El Deber"]),
    ("The talks have failed, says the negotiator, Ana Ruiz, on Radio Erbol.", "Ana Ruiz", ["Radio Erbol"]),
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


def test_a_credit_at_the_end_says_nothing():
    found = reading("The talks had failed, Ana Ruiz said.\n\nWith reporting by AP.")
    assert [s.reported_by for s in found.statements] == [()]


def test_an_outlet_behind_a_report_is_its_speaker():
    for text in (
        "A report in the Washington Post said that the talks had failed.",
        "The report, by the newspaper El País, said the talks had failed.",
    ):
        found = reading(text)
        assert [found.actor(s.speaker).kind for s in found.statements] == ["outlet"]


IMPERSONAL = [
    ("It has been widely reported that the talks failed.", "that the talks failed"),
    ("The envoy is said to have fled.", "The envoy … to have fled"),
    ("In Oslo, I am told, the ships have left the harbour.", "In Oslo … the ships have left the harbour"),
    ("There are fears that the talks will fail.", "that the talks will fail"),
]


@pytest.mark.parametrize(("text", "content"), IMPERSONAL)
def test_nobody_is_named(text, content):
    found = reading(text)
    told = [(s.speaker, " … ".join(text[slice(*span)] for span in s.content)) for s in found.statements]
    assert told == [(None, content)]
