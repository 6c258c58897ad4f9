"""How far negation, modality and governing words reach."""

import pytest

FACTUALITY = [
    ("Norway is unlikely to attack a Russian base and Iceland bombed a Danish base.", "ASSAULT", "actual"),
    ("Chile warned against an Argentine attack on Bolivia.", "ASSAULT", "hypothetical"),
    ("Neither minister expected Mali to release the Chadian pilots.", "RETREAT", "hypothetical"),
    ("Niger did not release the French hostages until March.", "RETREAT", "actual"),
    ("Peru aims at ending a dispute with Ecuador.", "AGREE", "hypothetical"),
    ("Cuba and Haiti prepare for next month's talks between Cuba and Haiti.", "CONSULT", "planned"),
    ("A minister in Oslo said after Denmark bombed a Swedish base that calm was needed.", "ASSAULT", "actual"),
    ("Finland said that Sweden had failed, accusing Sweden of cowardice.", "ACCUSE", "actual"),
    ("Laos was one of the few states to condemn Thailand.", "ACCUSE", "actual"),
    ("Sudan bombed a base rather than attacking a Chadian convoy.", "ASSAULT", "actual"),
    ("The parliament of Serbia voted to condemn Albania.", "ACCUSE", "actual"),
]

NOTHING = [
    ("Iran has built a missile capable of hitting Israel.", "ASSAULT"),
    ("The rocket could strike Japan.", "ASSAULT"),
    ("Kenya is able to bomb a Somali airfield.", "ASSAULT"),
    ("Poland would be unlikely to join Hungary in imposing sanctions on Serbia.", "SANCTION"),
    ("The law prevents Brazil from lifting sanctions on Cuba.", "CONCEDE"),
    ("Angola has yet to agree to talks with Zambia.", "AGREE"),
    ("Why should Vietnam apologise to China?", "REQUEST"),
    ("Greece damaged its ties with Turkey.", "ASSAULT"),
    ("Spain is waging a trade war against Morocco.", "ASSAULT"),
    ("Latvian warheads are ready for use.", "AGREE"),
    ("Egypt welcomed home two Egyptian engineers.", "SUPPORT"),
]


@pytest.mark.parametrize(("sentence", "event_type", "expected"), FACTUALITY)
def test_what_governs_a_deed_decides_its_certainty(coded, sentence, event_type, expected):
    found = [e for e in coded(sentence).events if e.type == event_type]
    assert expected in {e.factuality for e in found}, [(e.type, e.reason) for e in found]


@pytest.mark.parametrize(("sentence", "event_type"), NOTHING)
def test_abilities_questions_and_figures_of_speech_are_no_events(coded, sentence, event_type):
    assert [e.reason for e in coded(sentence).events if e.type == event_type] == []


def test_a_courtesy_is_done_by_saying_one_would_like_to(coded):
    article = coded('"We would like to thank Kenya," President Yoweri Museveni of Uganda said.')
    assert article.only("SUPPORT").factuality == "actual"


def test_a_deed_that_is_praised_is_told_too(coded):
    article = coded("Romania praised Turkey's strike on a Syrian base.")
    assert article.sides(article.only("ASSAULT")) == ({"TUR"}, {"SYR"})
    assert article.sides(article.only("SUPPORT")) == ({"ROU"}, {"TUR"})
