import pytest

from articles import document
from dateline.language.clauses import agent, doer, is_negated, is_passive, modal, subject

DOERS = [
    ("Spain closed the border.", "closed", "Spain"),
    ("The border was closed by Spain.", "closed", "Spain"),
    ("Spain closed the border and recalled its envoy.", "recalled", "Spain"),
    ("Spain promised Portugal to reopen the border.", "reopen", "Spain"),
    ("Spain urged Portugal to reopen the border.", "reopen", "Portugal"),
    ("Soldiers who crossed the river were arrested.", "crossed", "Soldiers"),
    ("Spain left the talks after accusing Portugal of fraud.", "accusing", "Spain"),
    ("Portugal agreed to lift the ban.", "lift", "Portugal"),
]


def verb(text, word):
    return next(t for t in document(text).doc if t.text == word)


@pytest.mark.parametrize(("text", "word", "expected"), DOERS)
def test_who_does_it(text, word, expected):
    found = doer(verb(text, word))
    assert found is not None
    assert found.text == expected


def test_a_name_cut_off_by_a_comma_is_the_subject():
    text = "As reported by Newsweek, Spain’s foreign minister, Ana Ruiz, has blasted the plan."
    found = subject(verb(text, "blasted"))
    assert found is not None
    assert found.text == "minister"


def test_passive_without_agent_has_no_doer():
    found = verb("The bridge was bombed on Monday.", "bombed")
    assert is_passive(found)
    assert agent(found) is None
    assert doer(found) is None


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Spain did not attack.", "attack", True),
        ("No soldier crossed the line.", "crossed", True),
        ("Spain never signed.", "signed", True),
        ("Spain signed.", "signed", False),
    ],
)
def test_negation(text, word, expected):
    assert is_negated(verb(text, word)) is expected


def test_modals():
    assert modal(verb("Spain will sign.", "sign")) == "will"
    assert modal(verb("Spain wo n't sign.", "sign")) in {"will", None}
    assert modal(verb("Spain signed.", "signed")) is None


def test_two_verbs_of_a_headline_share_their_subject():
    found = document("The talks failed.", "Spain fires new missile, says whole coast is in reach")
    says = next(t for t in found.doc if t.text == "says")
    assert subject(says).text == "Spain"
    fires = next(t for t in found.doc if t.text == "fires")
    assert subject(fires).text == "Spain"
    assert fires.dep_ == "ROOT"


def test_no_longer_negates():
    assert is_negated(verb("Spain no longer supports the plan.", "supports"))
    assert not is_negated(verb("Spain supports the longer plan.", "supports"))


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Two Swedes killed in Mali.", "killed", True),
        ("Two Swedes killed the guards in Mali.", "killed", False),
        ("The climber, whom Chinese police arrested on Friday, was freed.", "arrested", False),
        ("Kenya condemned the soldiers Somalia killed.", "killed", False),
    ],
)
def test_participles_with_a_subject_are_passive_only_without_an_object(text, word, expected):
    assert is_passive(verb(text, word)) is expected


@pytest.mark.parametrize(
    ("text", "word", "doer"),
    [
        ("The deal paid for “captives” the Chinese navy seized during the war.", "seized", "navy"),
        ("Spain freed “fishermen” the Chinese navy arrested last year.", "arrested", "navy"),
        ("Spain paid the families of “captives” the Chinese navy seized in May.", "seized", "navy"),
    ],
)
def test_a_relative_clause_may_lack_its_pronoun(text, word, doer):
    found = verb(text, word)
    assert (found.dep_, subject(found).text) == ("relcl", doer)


def test_an_apposition_after_a_comma_keeps_its_participle():
    assert verb("Mr Berg, the minister accused of fraud, left.", "accused").dep_ == "acl"
