"""Whose deed an infinitive, a gerund or a participle tells where an object does it, and where the subject does."""

import pytest

CONTROLLED = [
    # sentence, type, who does it
    ("Mali accused Libya of arming the rebels and sending troops across the border.", "MOBILIZE", {"LBY"}),
    ("Russia accused France of using the accord as a pretext for bombing Libya.", "ASSAULT", {"FRA"}),
    ("The minister said Mali made payments to Libya to shell the town of Faya in Chad.", "ASSAULT", {"LBY"}),
    ("Kenya caught Libya sending troops across the border.", "MOBILIZE", {"LBY"}),
    ("Kenya sent envoys to Cairo, sending troops to the border as well.", "MOBILIZE", {"KEN"}),
    ("Mali blamed the rebels for the raid and Libya for shelling the Sudanese town of Kutum.", "ASSAULT", {"LBY"}),
    ("Mali imposed sanctions on Libya for invading Sudan.", "ASSAULT", {"LBY"}),
    ("Mali was condemned for shelling the Sudanese town of Kutum.", "ASSAULT", {"MLI"}),
    ("There is no reason for Libya to shell the town of Faya, Macron said.", "ASSAULT", {"LBY"}),
    ("Mali bought jets from Russia to bomb Libya.", "ASSAULT", {"MLI"}),
]


@pytest.mark.parametrize(("sentence", "event_type", "source"), CONTROLLED)
def test_whose_deed_it_is(coded, sentence, event_type, source):
    article = coded(sentence)
    assert [article.sides(e)[0] for e in article.events if e.type == event_type] == [source]
