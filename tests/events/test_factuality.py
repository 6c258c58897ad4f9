import pytest

CASES = [
    # sentence, type, what is expected
    ("Kenya withdrew its ambassador to Somalia.", "SANCTION", "actual"),
    ("Kenya has withdrawn its ambassador to Somalia.", "SANCTION", "actual"),
    ("Kenya managed to arrest two Somali traders.", "COERCE", "actual"),
    ("Kenya began shelling a Somali village.", "ASSAULT", "actual"),
    ("Kenya continued to shell a Somali village.", "ASSAULT", "actual"),
    ("It is known that Kenya shelled a Somali village.", "ASSAULT", "actual"),
    ("Kenya, which shelled a Somali village, has asked for patience.", "ASSAULT", "actual"),
    ("After shelling a Somali village, Kenya closed the road.", "ASSAULT", "actual"),
    ("Kenya did shell a Somali village.", "ASSAULT", "actual"),
    ("Somalia said Kenya had shelled a Somali village.", "ASSAULT", "claimed"),
    ("Kenya shelled a Somali village, Somalia said.", "ASSAULT", "claimed"),
    ("According to Somalia, Kenya shelled a Somali village.", "ASSAULT", "claimed"),
    ("Kenya reportedly shelled a Somali village.", "ASSAULT", "claimed"),
    ("Kenya allegedly shelled a Somali village.", "ASSAULT", "claimed"),
    ("Somalia accused Kenya of shelling a Somali village.", "ASSAULT", "claimed"),
    ("Somalia believes that Kenya shelled a Somali village.", "ASSAULT", "claimed"),
    ('"Kenya shelled a Somali village," the Somali spokesman said.', "ASSAULT", "claimed"),
    ("The envoy said that the port was closed after being shelled by Kenya.", "ASSAULT", "actual"),
    ("The envoy said that the port would be closed after being shelled by Kenya.", "ASSAULT", "claimed"),
    ("The envoy felt that both had agreed during the Kenyan attack on Somalia.", "ASSAULT", "actual"),
    ("The envoy said that there was a Kenyan attack on Somalia.", "ASSAULT", "claimed"),
    ("Kenya will expel two Somali diplomats.", "SANCTION", "planned"),
    ("Kenya is to expel two Somali diplomats.", "SANCTION", "planned"),
    ("Kenya plans to expel two Somali diplomats.", "SANCTION", "planned"),
    ("Kenya is planning to expel two Somali diplomats.", "SANCTION", "planned"),
    ("Kenya is due to expel two Somali diplomats.", "SANCTION", "planned"),
    ("Kenya is set to expel two Somali diplomats.", "SANCTION", "planned"),
    ("Kenya is preparing to expel two Somali diplomats.", "SANCTION", "planned"),
    ("Kenya decided to expel two Somali diplomats.", "SANCTION", "planned"),
    ("Kenya is going to expel two Somali diplomats.", "SANCTION", "planned"),
    ("Kenya is expected to expel two Somali diplomats.", "SANCTION", "planned"),
    ("Kenya prepares sanctions against Somalia.", "SANCTION", "planned"),
    ("Kenya could bomb a Somali airfield.", "ASSAULT", "hypothetical"),
    ("Ghana should act only in response to a Somali attack on Chad.", "ASSAULT", "hypothetical"),
    ("Ghana acted in response to a Somali attack on Chad.", "ASSAULT", "actual"),
    ("Ghana asked for help in shelling a Somali village.", "ASSAULT", "hypothetical"),
    ("Kenya may bomb a Somali airfield.", "ASSAULT", "hypothetical"),
    ("Kenya might bomb a Somali airfield.", "ASSAULT", "hypothetical"),
    ("Kenya can bomb a Somali airfield.", "ASSAULT", "hypothetical"),
    ("Kenya would bomb a Somali airfield if the talks failed.", "ASSAULT", "hypothetical"),
    ("If Kenya bombed a Somali airfield, the region would suffer.", "ASSAULT", "hypothetical"),
    ("Unless Kenya bombs a Somali airfield, nothing will change.", "ASSAULT", "hypothetical"),
    ("Kenya will bomb a Somali airfield unless the talks resume.", "ASSAULT", "hypothetical"),
    ("Kenya considered bombing a Somali airfield.", "ASSAULT", "hypothetical"),
    ("Kenya wants to bomb a Somali airfield.", "ASSAULT", "planned"),
    ("Kenya hopes to bomb a Somali airfield.", "ASSAULT", "hypothetical"),
    ("Kenya tried to bomb a Somali airfield.", "ASSAULT", "hypothetical"),
    ("Will Kenya bomb a Somali airfield?", "ASSAULT", "hypothetical"),
    ("Did Kenya bomb a Somali airfield?", "ASSAULT", "hypothetical"),
    ("Kenya would have bombed a Somali airfield.", "ASSAULT", "hypothetical"),
    ("Kenya did not bomb any Somali airfield.", "ASSAULT", "negated"),
    ("Kenya never bombed a Somali airfield.", "ASSAULT", "negated"),
    ("Kenya has not bombed a Somali airfield.", "ASSAULT", "negated"),
    ("Kenya failed to bomb a Somali airfield.", "ASSAULT", "negated"),
    ("No Kenyan soldier shelled a Somali village.", "ASSAULT", "negated"),
    ("Kenya refrained from bombing a Somali airfield.", "ASSAULT", "negated"),
    ("Kenya denied that it had bombed a Somali airfield.", "ASSAULT", "denied"),
    ("Kenya denied bombing a Somali airfield.", "ASSAULT", "denied"),
    ("Kenya said it had not bombed a Somali airfield.", "ASSAULT", "denied"),
    ("Kenya denied that its planes had shelled a Somali village.", "ASSAULT", "denied"),
    ('"We did not bomb the Somali airfield," Kenya\'s president said.', "ASSAULT", "denied"),
    ("Claims that Kenya had bombed a Somali airfield were false.", "ASSAULT", "denied"),
    # the saying of it is the doing of it
    ("Kenya threatened to bomb a Somali airfield.", "THREATEN", "actual"),
    ("Kenya's president said: \"We condemn Somalia.\"", "ACCUSE", "actual"),
    ('"I am asking Somalia for patience," the president of Kenya said.', "REQUEST", "actual"),
    ("Kenya said Somalia must release the hostages.", "REQUEST", "actual"),
    ("Kenya promised to release two Somali traders.", "AGREE", "actual"),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "event_type", "expected"), CASES)
def test_factuality_of_one_sentence(coded, sentence, event_type, expected):
    article = coded(sentence)
    assert article.only(event_type).factuality == expected, article.only(event_type).reason


@pytest.mark.parametrize(
    ("sentence", "event_type"),
    [
        ("Kenya asked Somalia to withdraw its troops.", "RETREAT"),
        ("Kenya agreed to lift its ban on Somali trucks.", "CONCEDE"),
        ("Kenya threatened to bomb Somalia.", "ASSAULT"),
        ("Kenya refused to release two Somali traders.", "RETREAT"),
        ("Kenya could accept the plan only if Somalia dropped its demand.", "CONCEDE"),
        ("Kenya declined to say whether its president would meet Somali leaders.", "CONSULT"),
    ],
)
def test_what_a_speech_act_is_about_is_not_coded_beside_it(coded, sentence, event_type):
    assert [e for e in coded(sentence).events if e.type == event_type] == []


@pytest.mark.parametrize(
    ("headline", "expected"),
    [
        ("Kenya expels two Somali diplomats", "actual"),
        ("Kenya to expel two Somali diplomats", "planned"),
        ("Kenya may expel two Somali diplomats", "hypothetical"),
    ],
)
def test_headlines_tell_in_the_present_what_has_happened(coded, headline, expected):
    assert coded("The matter has been discussed for months.", headline).only("SANCTION").factuality == expected


@pytest.mark.parametrize(
    ("sentence", "event_type", "expected"),
    [
        ("Kenya tried to test a missile on Sunday.", "MOBILIZE", "actual"),
        ("Kenya is trying to test a missile.", "MOBILIZE", "hypothetical"),
        ("Kenya seemed to reject the Somali proposal.", "REJECT", "actual"),
        ("The report prompted Kenya to condemn Somalia.", "ACCUSE", "actual"),
        ("The report could prompt Kenya to condemn Somalia.", "ACCUSE", "hypothetical"),
        ("Kenya stopped Somalia from bombing an Ethiopian airfield.", "ASSAULT", "negated"),
        ("Kenya should have been prevented from testing missiles.", "MOBILIZE", "actual"),
        ("Kenya is not worried that Somalia might attack Ethiopia.", "ASSAULT", "hypothetical"),
        ("The president of Kenya said a date has been set for his summit with the president of Somalia.", "CONSULT", "planned"),
        ("Kenya would only disarm when Somalia does the same.", "RETREAT", "hypothetical"),
        ('"China urges Kenya to end the blockade," the Chinese foreign ministry said.', "REQUEST", "actual"),
    ],
)
def test_who_tries_seems_or_is_kept_from_it(coded, sentence, event_type, expected):
    article = coded(sentence)
    assert article.only(event_type).factuality == expected, article.only(event_type).reason


@pytest.mark.parametrize(
    "sentence",
    [
        "Kenya made a deal that no Somali minister would endorse.",
        "68 percent of Kenyans want sanctions extended to Somali companies.",
        "The shield is to shoot down a few missiles targeting Kenya.",
    ],
)
def test_what_is_only_thought_of_is_no_deed(coded, sentence):
    assert [e for e in coded(sentence).events if e.factuality in ("actual", "claimed")] == []


def test_a_meeting_for_which_somebody_travelled(coded):
    article = coded("The president of Chad flew to Japan on Monday to meet the president of Niger.")
    assert {e.factuality for e in article.events if e.type == "CONSULT"} == {"actual"}
    article = coded("The president of Chad did not fly to Japan to meet the president of Niger.")
    assert not [e for e in article.events if e.type == "CONSULT" and e.factuality == "actual"]
