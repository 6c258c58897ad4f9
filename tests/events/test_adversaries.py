"""Against whom forces are moved."""

import pytest


@pytest.mark.parametrize(
    "text",
    [
        "Egypt sent 300 soldiers to the border to counter Sudan.",
        "Egypt deployed warships to the strait to deter Sudanese attacks.",
        "Egypt will send more troops to the border as tensions build with Sudan.",
        "Egypt sent two frigates to the strait amid tensions with Sudan.",
        "Egypt deployed a brigade to fight against Sudan.",
        "Egypt sent troops to the strait in response to threats from Sudan.",
    ],
)
def test_purpose_and_occasion_tell_it(coded, text):
    code = coded(text)
    assert code.sides(code.only("MOBILIZE")) == ({"EGY"}, {"SDN"})


@pytest.mark.parametrize(
    "text",
    [
        "Egypt sent 300 soldiers to the border to help Sudan.",
        "Egypt sent 300 soldiers to the border as ministers met with Sudan.",
        "Egypt sent two frigates to the strait during talks with Sudan.",
    ],
)
def test_friends_and_other_occasions_do_not(coded, text):
    code = coded(text)
    assert not any("SDN" in code.countries(e.targets) for e in code.events if e.type == "MOBILIZE")
