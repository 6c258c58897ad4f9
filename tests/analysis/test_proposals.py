import pytest

from dateline.analysis.proposals import is_telling, join_names


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("tougher sanctions on North Korea", "sanctions against North Korea"),
        ("the Iran deal", "agreement with Iran"),
        ("deal with Iran", "Iran nuclear deal"),
        ("talks with North Korea", "direct talks with North Korea"),
        ("joint military exercises", "joint military drills"),
    ],
)
def test_names_with_the_same_content_are_one_proposal(one, other):
    assert len(set(join_names([one, other]).values())) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("nuclear deal", "Iran nuclear deal"),
        ("talks with North Korea", "talks with South Korea"),
        ("oil embargo", "naval blockade"),
        ("offer", "plan"),
    ],
)
def test_names_of_different_things_stay_apart(one, other):
    assert len(set(join_names([one, other]).values())) == 2


def test_the_commonest_name_stands_for_all():
    assert join_names(["Iran deal", "deal with Iran", "deal with Iran"])["Iran deal"] == "deal with Iran"


@pytest.mark.parametrize("name", ["filling of the dam", "oil embargo", "talks with the United States", "dual freeze"])
def test_telling_names(name):
    assert is_telling(name)


@pytest.mark.parametrize("name", ["reported offer", "recent talks", "above approach", "Next week, Trump plans", "nuclear"])
def test_names_that_say_nothing(name):
    assert not is_telling(name)
