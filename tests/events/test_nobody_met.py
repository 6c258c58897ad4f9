"""Ceremonies at home and things that land in the sea are no meetings."""

import pytest

COMINGS = [
    ("Egypt's president Abdel Fattah el-Sisi attended the opening ceremony.", False),
    ("Libya's foreign minister attended the funeral of Egypt's king.", True),
    ("Egypt's president Abdel Fattah el-Sisi attended a summit in Paris.", True),
    ("The Egyptian army tracked the missile before it landed in the Red Sea.", False),
    ("Egypt's president Abdel Fattah el-Sisi landed in Libya on Monday.", True),
    ("Egypt's president Abdel Fattah el-Sisi arrived at an air base on Monday.", False),
    ("Egypt's president Abdel Fattah el-Sisi returned to Cairo on Monday.", False),
]


@pytest.mark.parametrize(("sentence", "meets"), COMINGS)
def test_who_meets_somebody(coded, sentence, meets):
    assert any(e.type == "CONSULT" for e in coded(sentence).events) == meets
