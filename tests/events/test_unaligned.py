"""Groups of no known country as sides, and the members of a list that the parser hides."""

import pytest

GROUPS = [
    # sentence, type, sources, targets
    ("Egypt's army bombed Kurdish fighters near the border.", "ASSAULT", {"EGY"}, {"Kurdish fighters"}),
    ("Gunmen attacked an army post in Chad.", "ASSAULT", set(), {"TCD"}),
    ("Fighters of the Lake Liberation Front attacked Sudan's army.", "ASSAULT", {"Lake Liberation Front"}, {"SDN"}),
    ("Many Trump allies condemned Libya's president.", "ACCUSE", {"Many Trump allies"}, {"LBY"}),
    ("Sudan blacklisted foreign companies after talks with Egypt.", "SANCTION", {"SDN"}, {"foreign companies"}),
    ("Sudan blacklisted Libyan companies after talks with Egypt.", "SANCTION", {"SDN"}, {"LBY"}),
    ("Egypt and its allies condemned Libya's president.", "ACCUSE", {"EGY", "allies"}, {"LBY"}),
    ("France stands behind Mali in its war with Libya.", "SUPPORT", {"FRA"}, {"MLI"}),
    ("Kerry spoke of trade, and France just wants Libya to leave Mali.", "REQUEST", {"FRA"}, {"LBY"}),
    ("Egypt, which along with Libya signed the accord, has defended it.", "SUPPORT", {"EGY", "LBY"}, set()),
    ("Egypt, which with some effort signed the accord, has left it.", "SUPPORT", {"EGY"}, set()),
]


@pytest.mark.parametrize(("sentence", "event_type", "sources", "targets"), GROUPS)
def test_the_sides(coded, sentence, event_type, sources, targets):
    article = coded(sentence)
    assert (sources, targets) in [article.sides(e) for e in article.events if e.type == event_type]


def test_a_headline_joins_its_subjects_with_a_comma(coded):
    article = coded("The two signed on Monday.", headline="France, Egypt agree to end war games")
    assert {c for e in article.events for c in article.sides(e)[0]} >= {"FRA", "EGY"}
