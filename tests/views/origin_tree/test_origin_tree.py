from datetime import date
from itertools import pairwise

import pytest

from dateline.corroboration.origins import Branch, PrimarySource
from dateline.corroboration.origins import Testimony as Told
from dateline.views.origin_tree import tree_svg
from drawn import HOSTILE, by_class, links, parsed, words

TRUMP = PrimarySource("trump", "person", "Donald Trump", office="President")
OFFICIALS = PrimarySource("officials", "anonymous", "officials")


def own(outlet):
    return PrimarySource(f"own {outlet}", "own account", outlet)


def told(outlet, day, *sources, article="", how="first-hand", denies=False, year=2018):
    when = date(year, 3, day) if day else None
    return Told(article or f"art_{outlet}", "ev", when, (outlet,), how, "its own words", sources, denies)


def branch(outlet, *testimonies, onward=()):
    return Branch(outlet, testimonies, tuple(onward))


def drawn(*tree, **options):
    return parsed(tree_svg(tree, lambda article: f"/articles/{article}", **options))


def height_of(root, name):
    return next(float(node.get("y")) for node in root.iter() if name in "".join(node.itertext()) and node.get("y"))


def test_one_source_behind_three_outlets_is_one_diamond():
    root = drawn(*(branch(name, told(name, day, TRUMP)) for day, name in enumerate(("Reuters", "Vox", "The Hill"), 1)))
    assert len(by_class(root, "tree-source")) == 1
    assert len(by_class(root, "tree-line")) == 3
    assert "Donald Trump, President (person), behind 3 outlets" in "".join(root.itertext())
    assert height_of(root, "Donald Trump") == height_of(root, "Vox")


def test_outlets_stand_in_the_order_given_and_lead_to_their_articles():
    root = drawn(branch("Reuters", told("Reuters", 1)), branch("Vox", told("Vox", 4)))
    assert [node.get("href") for node in links(root)] == ["/articles/art_Reuters", "/articles/art_Vox"]
    assert height_of(root, "Reuters") < height_of(root, "Vox")
    assert links(root)[0].get("aria-label") == "Reuters, 1 Mar 2018: first-hand. its own words"


def test_those_who_pass_it_on_stand_to_the_right():
    echo = branch("Vox", told("Vox", 2, how="copy"))
    root = drawn(branch("Reuters", told("Reuters", 1), onward=[echo, branch("The Hill", told("The Hill", 3, how="credit"))]))
    places = {"".join(n.itertext()): float(n.get("x")) for n in root.iter() if n.get("class") == "halo"}
    assert places["Reuters1 Mar"] < places["Vox2 Mar"] == places["The Hill3 Mar"]
    dashes = [node.get("stroke-dasharray") for node in by_class(root, "tree-passed")]
    assert dashes[:2] == ["1.5 3", "5 3"]
    assert {"passed on by", "copies", "credits"} <= set(words(root))


def test_an_outlet_without_an_article_at_hand_is_hollow():
    root = drawn(branch("Yonhap", onward=[branch("Vox", told("Vox", 2, how="citation"))]))
    assert len(by_class(root, "tree-absent")) == 2  # the outlet and the legend
    assert "no article of it in the archive" in words(root)


def test_own_accounts_and_denials_are_marked():
    root = drawn(branch("KCNA", told("KCNA", 2, own("KCNA"), denies=True)))
    assert [len(by_class(root, name)) for name in ("tree-own", "tree-cross", "tree-denies")] == [2, 2, 1]


def test_nobody_is_called_a_source_without_a_name():
    assert len(by_class(drawn(branch("Vox", told("Vox", 2, OFFICIALS))), "tree-unnamed")) == 1


def test_several_articles_of_one_outlet():
    root = drawn(branch("Vox", *(told("Vox", day, article=f"art_{day}") for day in (1, 2, 3, 4, 5, 6))))
    assert [node.get("href") for node in links(root)] == [f"/articles/art_{day}" for day in (1, 2, 3, 4)]
    assert "+2" in words(root)


def test_years_are_told_where_there_are_several():
    both = drawn(branch("Vox", told("Vox", 1)), branch("CNN", told("CNN", 1, year=2019)), branch("BBC", told("BBC", 0)))
    assert {"Vox1 Mar 2018", "CNN1 Mar 2019", "BBCundated"} <= set(words(both))
    assert "told on its own by (2018)" in words(drawn(branch("Vox", told("Vox", 1))))


def test_names_are_text():
    evil = PrimarySource("x", "person", HOSTILE, office=HOSTILE)
    root = drawn(branch(HOSTILE, told(HOSTILE, 1, evil, article=HOSTILE)), label=HOSTILE)
    assert any("<script>" in line for line in words(root))


@pytest.mark.parametrize("tellers", [0, 1, 40])
def test_from_nobody_to_forty(tellers):
    tree = [branch(f"Outlet {i}", told(f"Outlet {i}", 1 + i % 28, (TRUMP, OFFICIALS)[i % 2])) for i in range(tellers)]
    root = drawn(*tree)
    assert len(links(root)) == tellers
    heights = sorted(float(node.get("y")) for node in root.iter() if node.get("class") == "halo")
    assert all(b - a > 20 for a, b in pairwise(heights))
    assert not heights or heights[-1] < float(root.get("height"))


def test_many_sources_of_one_outlet_do_not_cover_each_other():
    sources = [PrimarySource(str(i), "person", f"Witness {i}") for i in range(9)]
    root = drawn(branch("Vox", told("Vox", 1, *sources)))
    heights = sorted(height_of(root, f"Witness {i}") for i in range(9))
    assert all(b - a > 20 for a, b in pairwise(heights))
    assert heights[-1] < float(root.get("height")) - 20


def test_passing_on_in_three_steps():
    last = branch("C", told("C", 3, how="citation"))
    root = drawn(branch("A", told("A", 1), onward=[branch("B", told("B", 2, how="citation"), onward=[last])]))
    assert len(by_class(root, "tree-passed")) == 3  # two lines and the legend
