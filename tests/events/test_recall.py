"""Constructions by which the news tells events beside the plain verb: each with both its sides."""

import pytest

TOLD = [
    # sentence, type, sources, targets, certainty
    ("The U.S.-China talks failed.", "CONSULT", {"USA", "CHN"}, set(), "actual"),
    ("The U.S.-North Korea summit was held in Singapore.", "CONSULT", {"USA", "PRK"}, set(), "actual"),
    ("The Biden-Putin meeting took place on Monday.", "CONSULT", {"USA", "RUS"}, set(), "actual"),
    ("U.S. talks with Iran failed on Monday.", "CONSULT", {"USA", "IRN"}, set(), "actual"),
    ("U.S.-South Korean drills angered Iran.", "MOBILIZE", {"USA", "KOR"}, set(), "actual"),
    ("Kenya spent ten hours conducting naval drills.", "MOBILIZE", {"KEN"}, set(), "actual"),
    ("Kenya terminated its trade deal with Uganda.", "REJECT", {"KEN"}, {"UGA"}, "actual"),
    ("Emmanuel Macron called Donald Trump mentally deranged.", "ACCUSE", {"FRA"}, {"USA"}, "actual"),
    ("Kenya put Uganda back on the terrorism list.", "SANCTION", {"KEN"}, {"UGA"}, "actual"),
    ("Kenya designated Uganda as a state sponsor of terrorism.", "SANCTION", {"KEN"}, {"UGA"}, "actual"),
    ("Kenya credited Uganda with progress.", "SUPPORT", {"KEN"}, {"UGA"}, "actual"),
    ("Kenya's actions have drawn condemnation from Uganda.", "ACCUSE", {"UGA"}, {"KEN"}, "actual"),
    ("Hungary has faced criticism from Germany over the law.", "ACCUSE", {"DEU"}, {"HUN"}, "actual"),
    ("Complaints from Berlin that Moscow violated the treaty mounted.", "ACCUSE", {"DEU"}, {"RUS"}, "actual"),
    ("South Korea voiced regret over Japan's decision.", "ACCUSE", {"KOR"}, {"JPN"}, "actual"),
    ("Kenya tweeted a warning to Uganda.", "THREATEN", {"KEN"}, {"UGA"}, "actual"),
    ("Tensions rose after Iran's recent missile tests.", "MOBILIZE", {"IRN"}, set(), "actual"),
    ("Ukraine relinquished its nuclear weapons.", "RETREAT", {"UKR"}, set(), "actual"),
    ("Vladimir Putin signed a decree that bans imports from Poland.", "COERCE", {"RUS"}, {"POL"}, "actual"),
    ("Kenya raised the issue with Uganda.", "CONSULT", {"KEN"}, {"UGA"}, "actual"),
    ("France thanked Iran for freeing two Swedes.", "RETREAT", {"IRN"}, {"SWE"}, "actual"),
    ("Japan took part in naval drills with India.", "MOBILIZE", {"JPN"}, set(), "actual"),
    ("Turkish warplanes hit Kurdish targets in Iraq.", "ASSAULT", {"TUR"}, {"IRQ"}, "actual"),
    ("Rockets were fired at Israel from Gaza.", "ASSAULT", set(), {"ISR"}, "actual"),
    ("President Donald Trump plans to urge China to act.", "REQUEST", {"USA"}, {"CHN"}, "planned"),
]


@pytest.mark.parametrize(("sentence", "event_type", "source", "target", "certainty"), TOLD)
def test_who_does_what_to_whom(coded, sentence, event_type, source, target, certainty):
    article = coded(sentence)
    event = article.only(event_type)
    assert (*article.sides(event), event.factuality) == (source, target, certainty)


def test_insults_that_are_traded_go_both_ways(coded):
    article = coded("Donald Trump and Emmanuel Macron traded insults.")
    assert sorted(map(str, (article.sides(e) for e in article.events))) == ["({'FRA'}, {'USA'})", "({'USA'}, {'FRA'})"]


def test_two_verbs_with_an_object_each_are_two_attacks(coded):
    article = coded("Kenya attacked Ugandan ships, and it shot two Rwandan sailors.")
    assert {frozenset(article.sides(e)[1]) for e in article.events if e.type == "ASSAULT"} == {
        frozenset({"UGA"}),
        frozenset({"RWA"}),
    }


def test_the_state_in_which_a_summit_is_held_does_not_meet(coded):
    article = coded("The Singapore summit with Kim Jong-un failed.")
    assert all("SGP" not in source | target for source, target in map(article.sides, article.events))
