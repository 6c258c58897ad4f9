"""Sentences, and the contents that each way of saying gives: clause, parenthesis, noun, participle, headline, transcript."""

import pytest

from articles import document
from dateline.statements import draft_statements


def drafts(body, title=None):
    found = document(body, title)
    return {" … ".join(found.words(s) for s in d.content): d for d in draft_statements(found)}


CONTENTS = [
    # parenthetical
    ("The bridge was closed, the minister said on Friday.", "The bridge was closed"),
    ("Spain, he said, would sign by June.", "Spain … would sign by June"),
    ("The bridge was closed, the agency quoted the army as saying.", "The bridge was closed"),
    ("The bridge was closed, said a police officer, Ali Ahmed.", "The bridge was closed"),
    # clausal
    ("Ruiz said on Friday he would wait.", "he would wait"),
    ("Ruiz said that Spain would wait, while Portugal moved its troops.", "that Spain would wait"),
    ("Ruiz said that Spain would wait in an interview with El País.", "that Spain would wait"),
    ("Ruiz insisted the gates had been shut and accused Portugal of fraud.", "the gates had been shut"),
    ("Ruiz insisted the gates had been shut and accused Portugal of fraud.", "fraud"),
    ("The group put the number of dead at 20.", "the number of dead at 20"),
    ("Ruiz described the vote as a farce.", "the vote as a farce"),
    ("Ruiz proposed holding a vote in May.", "holding a vote in May"),
    # nominal
    ("Portugal repeated its threat to recall its envoy.", "to recall its envoy"),
    ("The rebels’ claim that the town had fallen was denied.", "that the town had fallen"),
    ("Ruiz voiced the hope that the talks would resume.", "that the talks would resume"),
    ("Ruiz bemoaned the “chaotic and unworthy” state of the talks.", "the “chaotic and unworthy” state of the talks"),
    # participles taken for nouns
    ("It broke down, with Ana Ruiz warning that Spain would not wait.", "that Spain would not wait"),
]


@pytest.mark.parametrize(("text", "content"), CONTENTS)
def test_content(text, content):
    assert content in drafts(text)


HEADLINES = [
    ("Ruiz: ‘Spain will not wait’", "‘Spain will not wait’", "Ruiz"),
    ("Five killed in border clash: army", "Five killed in border clash", "army"),
    ("Spain ready to host fishing talks – foreign ministry", "Spain ready to host fishing talks", "foreign ministry"),
]


@pytest.mark.parametrize(("title", "content", "source"), HEADLINES)
def test_a_headline_names_its_source_beside_a_mark(title, content, source):
    body = "Ana Ruiz, the Spanish foreign minister, spoke on Friday. Ruiz will fly home today."
    found = drafts(body, title)
    assert content in found
    text = f"{title}\n\n{body}"
    assert [text[slice(*s)] for s in found[content].source_spans] == [source]


@pytest.mark.parametrize(
    "title",
    [
        "Explained: why the bridge was closed",
        "Five things to know: a guide to the talks",
        "Talks – day two",
        "Latest Iceland News: Norway fires a warning",
    ],
)
def test_a_mark_in_a_headline_alone_names_nobody(title):
    assert drafts("The bridge was closed.", title) == {}


def test_quoted_titles_are_no_contents():
    found = drafts('"We will wait," Ana Ruiz told ABC\'s "This Week."')
    assert list(found) == ["We will wait,"]


def test_a_subheading_that_repeats_words_is_no_statement():
    body = "“We have seen nothing like it,” said Ana Ruiz.\n\n‘We have seen nothing like it’\n\nThe talks go on."
    assert list(drafts(body)) == ["We have seen nothing like it,"]


def test_no_two_drafts_share_cue_and_content():
    body = "As reported by CNN, Ana Ruiz told Reuters that Spain had “no plan,” according to two officials."
    found = draft_statements(document(body))
    assert len({(d.cue, d.content) for d in found}) == len(found)


def test_hosts_named_in_their_labels_are_no_speakers():
    body = (
        "IDA BERG, HOST:\n\nIDA BERG: The vote is over.\n\nTOM LEE, BYLINE: It was close.\n\n"
        "ANA RUIZ: We won, and nobody believed we would.\n\nBERG: Thank you."
    )
    assert [c for c in drafts(body)] == ["We won, and nobody believed we would."]


def test_a_quoted_phrase_after_accuse_of_ends_at_its_mark():
    assert "fishing in troubled waters" in drafts('Xinhua accused Japan of "fishing in troubled waters" on Sunday.')


def test_a_few_quoted_words_in_a_fronted_clause_are_not_what_is_claimed():
    found = drafts("After the summit, which saw Spain offer “safe passage” to crews, Ana Ruiz claimed that the crisis was over.")
    assert list(found) == ["that the crisis was over"]


UNSAID = [
    "If Spain refuses or says that it will leave, the talks will fail.",
    "Ruiz won praise, and it is time for Portugal to clarify who its partners are.",
    "It is worth repeating that the bridge was closed in May.",
    "Ruiz lashed out at Portugal after the test - and reports that its troops had crossed the river.",
    "Ruiz said nothing in the Senate as he welcomed the envoys.",
    "Ruiz offered no hint that Spain would leave.",
    "Ruiz gave little assurance that Spain would stay.",
    "Ruiz responded in the Senate, knocking the idea that Spain would leave.",
]


@pytest.mark.parametrize("text", UNSAID)
def test_what_may_be_ought_to_be_or_only_accompanies_is_not_said(text):
    assert not drafts(text)


def test_a_circumstance_is_no_content_beside_a_quotation():
    assert list(drafts("“That has not changed,” Ruiz said in the Senate as he welcomed the envoys.")) == ["That has not changed,"]


def test_what_somebody_is_asked_is_not_said_by_him():
    assert list(drafts("On the runway, asked if he hoped to go, Ruiz said: “It could happen.”")) == ["It could happen."]


def test_a_clause_of_time_alone_is_no_content_of_a_parenthesis():
    assert not drafts("Since Ruiz took office, he has responded to the strikes by raising wages.")
    assert "When the war ends … prices will fall" in drafts("When the war ends, he said, prices will fall.")


def test_what_one_can_picture_is_not_said():
    assert not drafts("Ruiz is gone, and we can picture him telling Portugal to answer the door.")


def test_who_misleads_by_claiming_is_who_claims():
    found = drafts("The agency said Portugal was “misleading the public” by claiming the deal was the result of pressure.")
    assert found["the deal was the result of pressure"].source.text == "Portugal"


def test_what_one_hits_back_at_is_not_said():
    text = "Portugal made that clear, and hit back at allegations that Lisbon had backtracked from its earlier promises."
    assert not any(draft.act == "say" for draft in drafts(text).values())


def test_a_plural_after_a_preposition_is_no_verb():
    found = drafts("Moscow has scoffed at the US claims that its shield is not intended to counter Russia's missiles.")
    assert not any(draft.act == "claim" for draft in found.values())


def test_whoever_is_accused_of_blaming_blames():
    found = drafts("Ruiz accused Portugal of being rash in accusing Spain of lying.")
    assert {content: draft.source.text for content, draft in found.items()}["lying"] == "Portugal"


def test_whoever_is_reported_as_saying_says():
    text = '"The raids have left no room for doubt," the agency reported Prime Minister Ana Ruiz as saying.'
    assert [draft.source.text for draft in drafts(text).values()] == ["Ruiz"]


def test_reports_of_the_press_have_the_press_for_source():
    assert (
        drafts("Ruiz spoke of media reports that Spain is building a port.")["that Spain is building a port"].source.text
        == "media"
    )


def test_a_cue_between_dashes_leads_to_no_quotation_after_them():
    text = "Spain warned Sunday's strikes -- which followed one that Spain also blames on Portugal -- “opens the door for all of that.”"
    assert not any(draft.act == "accuse" for draft in drafts(text).values())


def test_the_full_stop_of_a_rank_does_not_end_the_clause():
    assert list(drafts("“They used gas in the port,” Lt. Gen. Ana Ruiz said.")) == ["They used gas in the port,"]
    assert list(drafts("“They left the port,” Sens. Ana Ruiz and Ole Berg said.")) == ["They left the port,"]


ACCUSED = [
    ("Ruiz has charged Portugal with propping up the bank.", "propping up the bank"),
    ("Ruiz faulted Portugal for waiting too long.", "waiting too long"),
    ("Ruiz blamed Portugal for the delay.", "the delay"),
    ("Ruiz cautioned against sending in ships.", "sending in ships"),
]


@pytest.mark.parametrize(("text", "content"), ACCUSED)
def test_each_verb_has_its_preposition(text, content):
    assert list(drafts(text)) == [content]


def test_a_saying_before_a_colon_goes_on_after_it():
    said = "Portugal has no room to talk because it is not taking on the fraud in the port itself: “Portugal is not in a fight."
    assert list(drafts(f"Ana Ruiz said {said}”")) == [said]
