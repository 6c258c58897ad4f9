"""Sentences, and who says what in them, through which outlets."""

import pytest

from articles import reading

SOURCES = [
    # direct
    ('"We will not sign," the Norwegian minister told reporters.', "Norwegian minister", "We will not sign,", []),
    ('The Norwegian minister said: "We will not sign."', "Norwegian minister", "We will not sign.", []),
    ("‘We won’t sign,’ said Ana Ruiz, the Spanish foreign minister.", "Ana Ruiz", "We won’t sign,", []),
    ('"We came," said Ana Ruiz, "and nobody spoke."', "Ana Ruiz", "We came, … and nobody spoke.", []),
    ('"We came," said Ana Ruiz. "Nobody spoke to us."', "Ana Ruiz", "We came, … Nobody spoke to us.", []),
    # indirect
    ("Portugal said that the border would stay closed.", "Portugal", "that the border would stay closed", []),
    ("The border would stay closed, the Portuguese army said on Friday.", "Portuguese army", "The border would stay closed", []),
    ("Portugal, the minister said, would keep the border closed.", "minister", "Portugal … would keep the border closed", []),
    ("Ana Ruiz made it clear that Spain would not wait.", "Ana Ruiz", "that Spain would not wait", []),
    ("Portugal accused Spain of breaking the treaty.", "Portugal", "breaking the treaty", []),
    ("The bloc urged both countries to reopen the bridge.", "bloc", "both countries to reopen the bridge", []),
    ("Portugal called on Spain to reopen the bridge.", "Portugal", "Spain to reopen the bridge", []),
    ("Portugal threatened to recall its envoy.", "Portugal", "to recall its envoy", []),
    ("Portugal denied that its troops had crossed.", "Portugal", "that its troops had crossed", []),
    ("Spain said in a statement posted online that nothing had been decided.", "Spain", "that nothing had been decided", []),
    ("Ana Ruiz called the plan a gift to smugglers.", "Ana Ruiz", "the plan a gift to smugglers", []),
    # prepositional
    ("According to two Spanish officials, the talks failed.", "two Spanish officials", "the talks failed", []),
    ("The talks failed, according to two Spanish officials.", "two Spanish officials", "The talks failed", []),
    # chains
    ("Ana Ruiz told Reuters that the talks had failed.", "Ana Ruiz", "that the talks had failed", ["Reuters"]),
    (
        "Reuters, citing two Spanish officials, said the talks had failed.",
        "two Spanish officials",
        "the talks had failed",
        ["Reuters"],
    ),
    (
        "Reuters quoted the Spanish minister as saying that the talks had failed.",
        "Spanish minister",
        "that the talks had failed",
        ["Reuters"],
    ),
    ("According to a diplomat quoted by Al Jazeera, the talks had failed.", "diplomat", "the talks had failed", ["Al Jazeera"]),
]


def told(statement, text):
    return " … ".join(text[s.start : s.end] for s in statement.content)


@pytest.mark.parametrize(("text", "speaker", "content", "chain"), SOURCES)
def test_speaker_content_and_chain(text, speaker, content, chain):
    found = reading(text)
    contents = {told(s, found.article.text): s for s in found.statements}
    assert content in contents
    statement = contents[content]
    names = found.actor(statement.speaker)
    assert speaker.casefold() in {n.casefold() for n in (names.name, *names.aliases)}
    assert list(statement.reported_by) == chain


def test_an_outlet_that_passes_on_is_a_speaker_too():
    found = reading("As reported by CNN, the Kremlin offered to mediate.")
    speakers = {found.actor(s.speaker).name: s for s in found.statements}
    assert speakers["CNN"].reported_by == ()
    inner = next(s for s in found.statements if s.act == "offer")
    assert inner.reported_by == ("CNN",)
    assert inner.inside == speakers["CNN"].id


def test_the_own_outlet_is_in_no_chain():
    found = reading("Ana Ruiz told the Harbour Gazette that the talks had failed.")
    assert [s.reported_by for s in found.statements] == [()]


def test_a_chain_does_not_reach_the_next_sentence():
    found = reading("Ana Ruiz told Reuters that the talks had failed. She said Spain would wait.")
    assert [s.reported_by for s in found.statements] == [("Reuters",), ()]


NO_STATEMENTS = [
    "A spokesman declined to comment on the talks.",
    "The minister did not say when the talks would begin.",
    "If the minister says that the talks have failed, markets will fall.",
    "The so-called “ring road” was closed.",
    "He may say that the talks have failed.",
    "The minister refused to say whether the talks had failed.",
    "The numbers say that trade has fallen.",
    "Tests show that the water is clean.",
]


@pytest.mark.parametrize("text", NO_STATEMENTS)
def test_nothing_is_said(text):
    assert [told(s, text) for s in reading(text).statements] == []


KINDS = [
    ('"We will wait," Ana Ruiz said.', "direct"),
    ('Ana Ruiz said that Spain would "wait and see" for now.', "mixed"),
    ("Ana Ruiz said that Spain would wait.", "indirect"),
]


@pytest.mark.parametrize(("text", "kind"), KINDS)
def test_kind(text, kind):
    assert [s.kind for s in reading(text).statements] == [kind]


ACTS = [
    ("Ana Ruiz denied that Spain had waited.", "deny"),
    ("Ana Ruiz warned that Spain would not wait.", "warn"),
    ("Ana Ruiz vowed to fight on.", "promise"),
    ("Ana Ruiz offered to step down.", "offer"),
    ("Ana Ruiz asked Portugal to wait.", "request"),
    ("Ana Ruiz insisted that Spain had waited.", "claim"),
    ("Ana Ruiz believes that Spain has waited.", "believe"),
    ("Ana Ruiz plans to step down.", "intend"),
]


@pytest.mark.parametrize(("text", "act"), ACTS)
def test_act(text, act):
    assert [s.act for s in reading(text).statements] == [act]


def test_a_pronoun_is_the_person_before():
    found = reading('Ana Ruiz, the Spanish foreign minister, flew to Lisbon. "We will wait," she said.')
    assert {found.actor(s.speaker).name for s in found.statements} == {"Ana Ruiz"}


def test_a_quotation_over_paragraphs_is_one_statement():
    found = reading(
        '"We came with a plan," said Ana Ruiz, the minister.\n\n"We came with open hands and nobody took them.\n\n"We left."'
    )
    assert {found.actor(s.speaker).name for s in found.statements} == {"Ana Ruiz"}
    assert [len(s.content) for s in found.statements] == [1, 2]


def test_a_transcript_gives_turns_to_its_guests():
    text = (
        "IDA BERG: The vote is over. Our correspondent Tom Lee is in Oslo.\n\n"
        "TOM LEE: It was close, Ida.\n\n"
        "IDA BERG: Here is the prime minister.\n\n"
        "ANA RUIZ: We won, and we will not forget who stood with us."
    )
    contents = [told(s, text) for s in reading(text).statements]
    assert contents == ["We won, and we will not forget who stood with us."]


def test_spans_are_the_words_of_the_article():
    body = "“We will wait,” said Ana Ruiz, Spain’s foreign minister. She added that Portugal ‘must move first’."
    found = reading(body, "Spain ‘will wait’")
    text = found.article.text
    first = found.statements[-2]
    assert [text[s.start : s.end] for s in first.source] == ["Ana Ruiz, Spain’s foreign minister"]
    assert [text[s.start : s.end] for s in first.cue] == ["said"]


@pytest.mark.parametrize("people", ["a U.S.", "an Iranian", "a Saudi"])
def test_a_warning_is_of_the_people_named_before_it(people):
    body = f"The test on Monday prompted {people} warning that any attack would be met with force."
    found = reading(body)
    (statement,) = (s for s in found.statements if s.act == "warn")
    speaker = next(a for a in found.actors if a.id == statement.speaker)
    assert (speaker.kind, told(statement, found.article.text)) == ("state", "that any attack would be met with force")
