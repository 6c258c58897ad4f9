"""Where forces are sent as guests is a place; against whom they are moved is a target."""

import pytest


@pytest.mark.parametrize(
    ("sentence", "targets"),
    [
        ("Kenya sent troops to Somalia.", set()),
        ("Kenya will move 200 soldiers to Uganda and Somalia.", set()),
        ("Kenya deployed tanks in Somalia.", set()),
        ("Kenya sent troops into Somalia.", {"SOM"}),
        ("Kenya deployed tanks against Somalia.", {"SOM"}),
        ("Kenya massed troops on the Somali border.", {"SOM"}),
        ("Kenya sent troops to its border with Somalia.", {"SOM"}),
        ("Kenya sent troops to the Somali border.", {"SOM"}),
    ],
)
def test_against_whom_forces_are_moved(sentence, targets, coded):
    article = coded(sentence)
    assert (({"KEN"}), targets) in [article.sides(e) for e in article.events if e.type == "MOBILIZE"]
