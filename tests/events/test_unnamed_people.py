"""People without name or state, as those to whom something is done."""

import pytest


def targets(code, event):
    return {code.cast.actor(i).name for i in event.targets}


@pytest.mark.parametrize(
    ("text", "event_type", "whom"),
    [
        ("Rebels of the Lake Front killed 40 villagers on Monday.", "ASSAULT", "40 villagers"),
        ("Sudan's police arrested dozens of demonstrators.", "COERCE", "dozens of demonstrators"),
        ("Kenya's president urged protesters to go home.", "REQUEST", "protesters"),
        ("Kenya's president called on lawmakers to vote.", "REQUEST", "lawmakers"),
        ("Egypt accused smugglers of selling the weapons.", "ACCUSE", "smugglers"),
        ("At least 12 pilgrims were killed by Sudanese troops.", "ASSAULT", "12 pilgrims"),
        ("The Kenyan minister called on the international community to act.", "REQUEST", "international community"),
        ("Kenya's president accused the UN agency of wasting the money.", "ACCUSE", "United Nations agency"),
        ("Kenya's president ordered his prime minister to lead the talks.", "REQUEST", "Kenya's president's prime minister"),
        ("Kenyan lawmakers urged Kenya to sign the treaty.", "REQUEST", "Kenya"),
        ("Iran vowed to crush the protesters.", "THREATEN", "protesters"),
        ("Iran threatened its neighbours with war.", "THREATEN", "neighbours"),
        ("Turkey's threats against its neighbours worried Greece.", "THREATEN", "neighbours"),
        ("Kenyan troops threw their support behind the rebels.", "SUPPORT", "rebels"),
        ("The US military killed dozens of militants in Yemen.", "ASSAULT", "dozens of militants"),
        ("President Macron called on other nations to help end the slaughter.", "REQUEST", "other nations"),
        ("Norway urged world powers not to hesitate.", "REQUEST", "world powers"),
        ("Norway has asked all parties to stop fighting.", "REQUEST", "all parties"),
        ("The Norwegian minister pleaded with the world to intervene.", "REQUEST", "world"),
        ("The Trump administration is seeking support for its campaign from world leaders.", "REQUEST", "world leaders"),
        ("The Islamic State group is threatening to behead more Westerners.", "THREATEN", "more Westerners"),
        ("The Islamic State group kidnapped Westerners in Mali.", "ASSAULT", "Westerners"),
        ("Chad's ministry slammed a report by Amnesty International.", "ACCUSE", "Amnesty International"),
        ("Canadian police watched the man and seized his passport at the airport.", "COERCE", "man"),
    ],
)
def test_whom_the_verb_names(coded, text, event_type, whom):
    code = coded(text)
    assert targets(code, code.only(event_type)) == {whom}


@pytest.mark.parametrize(
    ("text", "event_type"),
    [
        ("Egypt sent 300 soldiers to the border with Sudan.", "MOBILIZE"),
        ("Egypt's president condemned the killing of 40 villagers.", "ACCUSE"),
        ("Kenya called for talks with farmers in the north.", "REQUEST"),
        ("Kenya's president asked that soldiers be sent to the border.", "REQUEST"),
    ],
)
def test_whom_another_word_names_is_no_target(coded, text, event_type):
    code = coded(text)
    found = [e for e in code.events if e.type == event_type]
    assert found
    assert not any("soldiers" in name or "villagers" in name or "farmers" in name for e in found for name in targets(code, e))


def test_a_state_named_beside_them_stays_the_target(coded):
    code = coded("Sudan attacked Egyptian villagers in the disputed town.")
    assert code.countries(code.only("ASSAULT").targets) == {"EGY"}
