import pytest

from dateline.archive.proposal_identities import ProposalNaming
from dateline.corroboration.proposals import commonest, content_of, is_telling, joined


def join_names(names):
    """The names that are one, in two articles of two days in which the same two parties stand on them."""
    namings = []
    for number, name in enumerate(names):
        content = content_of(name)
        fields = {"words": content.words, "heads": content.heads, "countries": content.countries}
        namings.append(ProposalNaming(f"n{number}", f"a{number}", name, stances=("USA support",), **fields))
    of = joined(namings)
    return {naming.name: of[naming.id] for naming in namings}


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
    assert commonest(["Iran deal", "deal with Iran", "deal with Iran"]) == "deal with Iran"


@pytest.mark.parametrize("name", ["filling of the dam", "oil embargo", "talks with the United States", "dual freeze"])
def test_telling_names(name):
    assert is_telling(name)


@pytest.mark.parametrize("name", ["reported offer", "recent talks", "above approach", "Next week, Trump plans", "nuclear"])
def test_names_that_say_nothing(name):
    assert not is_telling(name)
