from hypothesis import given
from hypothesis import strategies as st

from dateline.language.straightening import straighten


@given(st.text())
def test_length_stays(text):
    assert len(straighten(text)) == len(text)


def test_marks_become_straight():
    assert straighten("“No,” said Kim’s aide.") == '"No," said Kim\'s aide.'


def test_two_single_marks_become_one_double_mark():
    assert straighten("He said ''no'' twice.") == 'He said  "no"  twice.'
