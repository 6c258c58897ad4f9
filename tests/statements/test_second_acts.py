"""A second act of the same speaker is a statement of its own and no part of the first."""

import pytest

from articles import reading

ACTS = [
    (
        "Ana Ruiz said on Sunday that Spain must stick with its vow but cautioned against sending in troops.",
        ["that Spain must stick with its vow", "sending in troops"],
    ),
    (
        "Ana Ruiz said that the plan had been ready for years and warned Norway against opening the port.",
        ["that the plan had been ready for years", "opening the port"],
    ),
    ("Ana Ruiz said the navy had left the town and declined to comment further.", ["the navy had left the town"]),
    ("Ana Ruiz said the navy hadn't seen the report and refused to say more.", ["the navy hadn't seen the report"]),
    (
        "Ana Ruiz encouraged Spain to build just societies and said that the port was open.",
        ["Spain to build just societies", "that the port was open"],
    ),
]


@pytest.mark.parametrize(("text", "contents"), ACTS)
def test_each_act_has_its_content(text, contents):
    found = reading(text)
    assert [" … ".join(text[a:b] for a, b in s.content) for s in found.statements] == contents
    assert {found.actor(s.speaker).name for s in found.statements} == {"Ana Ruiz"}


def test_what_the_one_spoken_of_says_stays_inside():
    text = "Ana Ruiz said that Norway would wait and would warn Spain."
    assert [text[slice(*s.content[0])] for s in reading(text).statements] == ["that Norway would wait and would warn Spain"]


def test_each_participle_after_with_has_its_own_subject():
    text = "Tensions rose, with Ana Ruiz accusing Norway of deceit and Denmark announcing that it would send ships."
    found = reading(text)
    assert [(found.actor(s.speaker).name, text[slice(*s.content[-1])]) for s in found.statements] == [
        ("Ana Ruiz", "deceit"),
        ("Denmark", "that it would send ships"),
    ]
