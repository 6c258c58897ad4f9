import pytest

CASES = [
    ("Norway attacked Sweden with drones.", "ASSAULT", "drone", "195"),
    ("Norway carried out air strikes in Sweden.", "ASSAULT", "aerial", "195"),
    ("Norway shelled Sweden.", "ASSAULT", "heavy-weapons", "194"),
    ("Norway urged Sweden to release the sailors.", "REQUEST", "yield", "105"),
    ("Norway asked Sweden for weapons.", "REQUEST", "assist", "101"),
    ("Norway called on Sweden to hold talks.", "REQUEST", "meet", "106"),
    ("Norway refused to meet with Sweden.", "REJECT", "meet", "125"),
    ("Norway threatened to bomb Sweden.", "THREATEN", "violence", "138"),
    ("Norway threatened to break off relations with Sweden.", "THREATEN", "relations", "13"),
    ("Norway threatened to expel the Swedish ambassador.", "THREATEN", "expel", "136"),
    ("Norway praised Sweden.", "SUPPORT", None, "05"),
]


@pytest.mark.parametrize(("sentence", "event_type", "mode", "code"), CASES)
def test_what_is_asked_or_threatened_and_the_weapon_give_the_mode_and_its_code(coded, sentence, event_type, mode, code):
    found = coded(sentence).only(event_type)
    assert found.mode == mode
    assert found.cameo.startswith(code)
    assert found.goldstein is not None
