"""What the writer takes as known within somebody's words, what is done by saying it, and what is only bidden or foreseen."""

from __future__ import annotations

import pytest

CASES = [
    # an aside is the writer's own; what restricts is part of what is said
    ("The envoy said that Omar Hassan, who met Kenya's president in Nairobi, had left Somalia.", "CONSULT", "actual"),
    ("The envoy said that Omar Hassan had met Kenya's president in Nairobi.", "CONSULT", "claimed"),
    (
        "Somalia accused Kenya of breaking the truce by firing its latest missile at a Somali village.",
        "ASSAULT MOBILIZE",
        "actual",
    ),
    ("Somalia accused Kenya of breaking the truce by firing missiles at a Somali village.", "ASSAULT MOBILIZE", "claimed"),
    ("Kenya was accused of carrying out an attack that killed 30 Somalis.", "ASSAULT", "claimed"),
    ("Kenya carried out an attack that killed 30 Somalis.", "ASSAULT", "actual"),
    # who says so does it
    ("“We are holding talks with Somalia,” Kenya's president said.", "CONSULT", "claimed"),
    ("“We condemn Somalia,” Kenya's president said.", "ACCUSE", "actual"),
    ("“I'm willing to destroy Somalia's army,” Kenya's president said.", "THREATEN", "actual"),
    ("The opposition said Kenya was willing to destroy Somalia's army.", "THREATEN", "claimed"),
    ("“Kenya stands ready to work with Somalia,” Kenya's foreign minister said.", "AGREE", "actual"),
    ("“Kenya agrees to withdraw its troops from Somalia,” Kenya's foreign minister said.", "AGREE", "actual"),
    ("“Kenya agrees to withdraw its troops from Somalia,” Somalia's foreign minister said.", "AGREE", "claimed"),
    ("“The United Nations stands with the people of Kenya,” a U.N. spokesman said.", "SUPPORT", "actual"),
    ("“The African Union stands with the people of Kenya,” a U.N. spokesman said.", "SUPPORT", "claimed"),
    ("Kenya and its allies are ready to use force against Somalia, Kenya's president warned.", "THREATEN", "actual"),
    ("Kenya and Ethiopia are ready to use force against Somalia, Somalia's president warned.", "THREATEN", "claimed"),
    # foreseen
    ("It would be the first time that a president of Kenya has met with the leader of Somalia.", "CONSULT", "planned"),
    ("It was the first time that a president of Kenya met with the leader of Somalia.", "CONSULT", "actual"),
    ("Omar Hassan will become the first president of Kenya to visit Somalia.", "CONSULT", "planned"),
    ("Omar Hassan became the first president of Kenya to visit Somalia.", "CONSULT", "actual"),
    ("Kenya is not the only country to condemn Somalia.", "ACCUSE", "actual"),
    ("Kenya may consider its most powerful test of a missile.", "MOBILIZE", "hypothetical"),
    ("Kenya's president offered thanks to Somalia for releasing two Kenyan pilots.", "RETREAT", "actual"),
    ("Kenya said its treasury will announce a further sanction on Somalia.", "SANCTION", "planned"),
    ("“As long as I am president, I will defend Somalia,” Kenya's president said.", "AGREE", "actual"),
    ("Kenya plans to bomb a Somali airfield should talks fail.", "ASSAULT", "hypothetical"),
    ("Kenya plans to bomb a Somali airfield.", "ASSAULT", "planned"),
    ("A meeting between Kenya's president and Somalia's president is in the works.", "CONSULT", "planned"),
    ("A meeting between Kenya's president and Somalia's president is in the news.", "CONSULT", "actual"),
    ("Kenya's president looks forward to his meeting with Somalia's president.", "CONSULT", "planned"),
    ("Kenya's president looked back at his meeting with Somalia's president.", "CONSULT", "actual"),
    ("Kenya wants a phased approach in which Somalia makes concessions.", "CONCEDE", "hypothetical"),
    ("Kenya said that such a step would force Somalia to expel two diplomats.", "SANCTION", "hypothetical"),
    ("The rebels laid down their arms, only to be killed by Kenya.", "ASSAULT", "actual"),
    ("Kenya appointed him to write a plan during talks between Somalia and Chad that later collapsed.", "CONSULT", "actual"),
    ("It is likely that Kenya bombed a Somali airfield.", "ASSAULT", "hypothetical"),
    ("It is known that Kenya bombed a Somali airfield.", "ASSAULT", "actual"),
    ("The comments are in response to Kenya threatening an attack on Somalia.", "THREATEN", "actual"),
    ("The army should act only in response to Iran attacking Israel.", "ASSAULT", "hypothetical"),
    ("Chad thanked Kenya for being “quick” in releasing two Chadian pilots.", "RETREAT", "actual"),
    ("Chad said Kenya was cautious in releasing two Chadian pilots.", "RETREAT", "hypothetical"),
    ("Omar Hassan said that his recent talks with Emmanuel Macron were warm.", "CONSULT", "actual"),
    ("Omar Hassan had low expectations for his meeting with Emmanuel Macron.", "CONSULT", "planned"),
    ("There is no evidence that any Kenyan has perpetrated a bomb attack in Somalia.", "ASSAULT", "hypothetical"),
    ("The envoy said that the pilots, who were detained by Kenya in May, had gone.", "COERCE", "actual"),
    ("Kenya's president reportedly told Somalia that he would release two pilots if the talks went on.", "AGREE", "claimed"),
    ("Kenya's president told Somalia that he would release two pilots if the talks went on.", "AGREE", "actual"),
]

NO_FACTS = [
    ("“Kill the Somalis and strike their police,” he said.", "ASSAULT"),
    ("“An attack on Somalia is an attack on us all,” Kenya's president said.", "ASSAULT"),
    ("Parliament asked whether the minister broke the law by urging Somalia to leave.", "REQUEST"),
    ("In case Kenyans are killed because of the plan, Somalia will pay.", "ASSAULT"),
]


@pytest.mark.parametrize(("sentence", "types", "factuality"), CASES)
def test_factuality(coded, sentence, types, factuality):
    found = [e for e in coded(sentence).events if e.type in types.split()]
    assert found
    assert {e.factuality for e in found} == {factuality}


@pytest.mark.parametrize(("sentence", "event_type"), NO_FACTS)
def test_what_is_only_bidden_or_supposed_is_no_fact(coded, sentence, event_type):
    assert [e for e in coded(sentence).events if e.type == event_type and e.factuality in ("actual", "claimed")] == []


def test_there_is_no_better_time_denies_nothing(coded):
    found = coded("There would be no better time for Kenya to test a missile.").events
    assert [e for e in found if e.factuality in ("negated", "denied")] == []


def test_a_past_form_is_joined_to_no_infinitive(coded):
    article = coded("Kenya ordered Somali firms to close down, banned imports from Somalia and expelled two Somali diplomats.")
    assert {e.factuality for e in article.events if e.type == "SANCTION"} == {"actual"}
