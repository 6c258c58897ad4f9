"""Acts that need somebody on the other side take the only other party that the sentence speaks of."""

import pytest

CASES = [
    # text, type, source, target
    ("Kenya threatened to act, describing it as a crime for which Nepal would pay.", "THREATEN", {"KEN"}, {"NPL"}),
    ("Nepal tested a rocket. Kenya threatened to act.", "THREATEN", {"KEN"}, {"NPL"}),
    ("Kenya's threat to form a unit plays on fears in Nepal.", "THREATEN", {"KEN"}, {"NPL"}),
    ("Kenya agreed to give up its arsenal in exchange for oil from Nepal.", "AGREE", {"KEN"}, {"NPL"}),
    ("Nepal was immune to sanctions levied by Kenya.", "SANCTION", {"KEN"}, {"NPL"}),
    ("Nepal is the largest donor and Kenya has complained that it pays too much.", "ACCUSE", {"KEN"}, {"NPL"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "event_type", "source", "target"), CASES)
def test_the_only_other_party_is_meant(coded, text, event_type, source, target):
    article = coded(text)
    assert article.sides(article.only(event_type)) == (source, target)


@pytest.mark.parametrize(
    ("text", "event_type"),
    [
        ("Nepal met Peru. Kenya threatened to act.", "THREATEN"),
        ("Kenya pledged to plant trees before its president flew to Nepal.", "AGREE"),
        ("Its neighbours heard that Kenya vowed retaliation.", "THREATEN"),
    ],
)
def test_of_two_others_or_of_a_promise_to_all_none_is(coded, text, event_type):
    found = [e for e in coded(text).events if e.type == event_type]
    assert found
    assert not any(e.targets for e in found)


def test_an_appeal_and_what_is_joined_to_it_go_to_the_same(coded):
    article = coded("Kenya appealed for calm and urged Nepal to stop.")
    assert [article.sides(e) for e in article.events if e.type == "REQUEST"] == [({"KEN"}, {"NPL"})] * 2


def test_whom_a_demand_for_a_release_asks_is_who_holds_them(coded):
    article = coded(
        "Kenya demanded the release of two of its journalists. Nepal arrested them in May. Nepal arrested the Kenyan journalists."
    )
    assert [article.sides(e) for e in article.events if e.type == "REQUEST"] == [({"KEN"}, {"NPL"})]


@pytest.mark.parametrize(
    ("text", "event_type", "source", "target"),
    [
        ("Kenya vowed to stand with Nepal against Peru.", "AGREE", {"KEN"}, {"NPL"}),
        ("Kenya is ready to give Nepal one more chance.", "AGREE", {"KEN"}, {"NPL"}),
        ("Kenya's strikes against Nepal over a raid on Peru went on.", "ASSAULT", {"KEN"}, {"NPL"}),
    ],
)
def test_of_several_named_the_nearest_by_its_role(coded, text, event_type, source, target):
    article = coded(text)
    assert (source, target) in [article.sides(e) for e in article.events if e.type == event_type]


def test_who_attends_in_company_met_those_alone(coded):
    article = coded("Kenya met Nepal in May. The leaders of Peru and Chile are attending the summit.")
    assert not [e for e in article.events if e.type == "CONSULT" and {"PER"} & article.sides(e)[0] and article.sides(e)[1]]
