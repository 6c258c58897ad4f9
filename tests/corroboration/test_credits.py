import pytest
from tests.corroboration.telling import told

from dateline.corroboration.credits import credits_of
from dateline.corroboration.outlet_names import is_generic, outlet_key, same_outlet
from dateline.records import LeftOut


@pytest.mark.parametrize(
    ("body", "whole"),
    [
        ("SEOUL (Reuters) - They [met].", "Reuters"),
        ("WASHINGTON, Dec. 3 (UPI) -- They [met].", "UPI"),
        ("MOSCOW, March 26. /TASS/. They [met].", "TASS"),
        ("La Paz/Santiago, Sep 22 (EFE).- They [met].", "EFE"),
        ("By The Associated Press\n\nThey [met].", "Associated Press"),
        ("Kim Tong-hyung, Associated Press\n\nThey [met].", "Associated Press"),
        ("They [met].\n\nSource: Xinhua", "Xinhua"),
        ("They [met].\n\nCopyright 2017 The Associated Press. All rights reserved.", "Associated Press"),
        ("They [met], the minister (Agriculture) said.", None),
        ("They [met].\n\nThe Associated Press contributed to this report.", None),
        ("They [met].\n\nContributing: Charles Ventura, The Associated Press", None),
        ("They [met]. (AP Photo/Vahid Salemi)", None),
        ("They [met].\n\nSource: Nile Post and news agencies", None),
        ("CAIRO (Nile Post) - They [met].", None),
    ],
)
def test_whole_text_of_another_outlet(body, whole):
    assert credits_of(told("Nile Post", 10, body).article).whole == whole


@pytest.mark.parametrize(
    ("body", "part"),
    [
        ("They [met].\n\nThe Associated Press contributed to this report.", ("The Associated Press",)),
        ("They [met].\n\nFox News’ Lucas Tomlinson and the Associated Press contributed to this report.", ("Associated Press",)),
        ("They [met].\n\nContributing: Charles Ventura, The Associated Press", ("The Associated Press",)),
        ("They [met].\n\nWith reporting by AP and Reuters", ("AP", "Reuters")),
        ("They [met].\n\n(Additional reporting by Ben Blanchard)", ()),
        ("Reuters said so. They [met].", ()),
    ],
)
def test_part_of_the_text(body, part):
    assert credits_of(told("Nile Post", 10, body).article).part == part


def test_an_outlets_own_dateline_is_no_credit_and_what_was_left_out_can_be_one():
    assert credits_of(told("Reuters", 10, "SEOUL (Reuters) - They [met].").article).whole is None
    article = told("Nile Post", 10, "They [met].").article
    left = type(article)(
        **{f: getattr(article, f) for f in article.__slots__} | {"left_out": (LeftOut("Source: AFP", "credit"),)}
    )
    assert credits_of(left).whole == "AFP"


def test_outlets_have_one_key():
    assert same_outlet("AP", "The Associated Press")
    assert same_outlet("AFP", "Agence France-Presse")
    assert same_outlet("CNN (Web News)", "CNN")
    assert same_outlet("Wall Street Journal - News", "The Wall Street Journal")
    assert not same_outlet("Nile Post", "Nile Courier")
    assert outlet_key("The Nile Courier") == outlet_key("Nile Courier")
    assert is_generic("local media")
    assert not is_generic("Sky News")
