"""Which names may be one person's, and how alike they are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.corroboration.identity.name_keys import body_key, person_keys
from dateline.corroboration.identity.person_names import likeness, person_name

ONE = [
    ("Vasily Nebenzia", "Vassily Nebenzya", "spelling"),
    ("Sergey Lavrov", "Sergei Lavrov", "known_spelling"),
    ("Kim Jong Un", "Kim Jong-un", "same_name"),
    ("Recep Tayyip Erdoğan", "Recep Tayyip Erdogan", "same_name"),
    ("Terrence O' Shaughnessy", "Terrence O’Shaughnessy", "same_name"),
    ("Bashar al-Assad", "Bashar Assad", "same_name"),
    ("Moammar Qaddafi", "Muammar Gaddafi", "known_spelling"),
    ("Mohammed Morsi", "Mohamed Morsi", "known_spelling"),
    ("Chung-in Moon", "Moon Chung-in", "other_order"),
    ("Orbán Viktor", "Viktor Orban", "other_order"),
    ("John F. Kelly", "John Kelly", "initial"),
    ("Rex Wayne Tillerson", "Rex Tillerson", "middle_name"),
    ("Charles E. Schumer", "Chuck Schumer", "nickname"),
    ("Mohammed bin Salman", "Mohammad bin Salman Al Saud", "longer_name"),
    ("Kim Sang Duk", "Kim Sang Dok", "near_spelling"),
    ("J. Kelly", "John Kelly", "first_initial"),
]
TWO = [
    ("John F. Kelly", "John B. Kelly"),
    ("George W. Bush", "George H. W. Bush"),
    ("Tim Ryan", "Tom Ryan"),
    ("Donald Trump", "Ronald Trump"),
    ("Donald Trump", "Melania Trump"),
    ("Kim Yong-nam", "Kim Jong-nam"),
    ("Kim Yong-nam", "Kim Yong-chol"),
    ("Moon", "Moon Jae-in"),
    ("Smith", "Smith"),
]


@pytest.mark.parametrize(("a", "b", "kind"), ONE)
def test_one_name_in_two_spellings(a, b, kind):
    assert likeness(a, b) == likeness(b, a) == kind


@pytest.mark.parametrize(("a", "b"), TWO)
def test_two_names(a, b):
    assert likeness(a, b) is likeness(b, a) is None


@pytest.mark.parametrize(("a", "b", "kind"), ONE)
def test_names_that_are_alike_share_a_key(a, b, kind):
    assert person_keys(a) & person_keys(b), kind


def test_a_bare_surname_has_no_key():
    assert person_keys("Trump") == frozenset()


def test_a_generation_is_no_name():
    assert person_name("Donald Trump Jr.").words == ("donald", "trump")
    assert person_name("Donald Trump, Jr.").generation == "jr"
    assert person_name("Donald Trump").generation is None


def test_bodies_have_one_key_in_all_spellings():
    assert body_key("al-Shabaab") == body_key("Al Shabab")
    assert body_key("Red Cross") != body_key("Red Crescent")


@given(st.text(alphabet="abcdeghijklmnoqrsuvyzKJ .-'é", min_size=1), st.text(alphabet="aeikgqujy n.-", min_size=1))
def test_any_two_names_can_be_compared_in_either_order(a, b):
    assert likeness(a, b) == likeness(b, a)
    assert isinstance(person_keys(a), frozenset)
