"""Speech acts in nouns, in objects and in hedges; attitudes and intentions."""

import pytest

from articles import reading

ACTS = [
    # negative and hedged cues
    ("Ana Ruiz refused to deny that Spain had waited.", [("reject", "that Spain had waited")]),
    ("Ana Ruiz declined to comment.", []),
    ("Ana Ruiz declined to confirm that Spain had waited.", []),
    ("Ana Ruiz stopped short of saying that Spain would wait.", []),
    ("Ana Ruiz would not rule out that Spain would wait.", []),
    ("Ana Ruiz is due to announce that Spain will wait.", []),
    # objects that hold a clause
    ("Spain dismissed warnings that the dam would break.", [("reject", "warnings that the dam would break")]),
    (
        "Spain denied claims that its troops had crossed and accused Portugal of lying.",
        [("deny", "claims that its troops had crossed"), ("accuse", "lying")],
    ),
    # nouns
    ("The minister's insistence that nobody had died convinced no one.", [("claim", "that nobody had died")]),
    ("Portugal repeated its call for Spain to leave the bridge.", [("request", "Spain to leave the bridge")]),
    ("The shield, meant to protect the coast, is old.", []),
    ("Ana Ruiz will fly to Oslo to confirm that Spain has signed.", []),
    (
        "In her comment, Ana Ruiz wrote that aides had no warning that Spain would sign.",
        [("say", "that aides had no warning that Spain would sign")],
    ),
    # names that are called
    ("Ana Ruiz called him a madman.", [("say", "him a madman")]),
    ("Ana Ruiz branded it an act of war.", [("accuse", "it an act of war")]),
    ("In a post on X, Ana Ruiz called the plan “a joke”.", [("say", "the plan “a joke")]),
    # conditions belong to what is promised
    ("Ana Ruiz vowed to fight on until the last ship had left.", [("promise", "to fight on until the last ship had left")]),
    # attitudes and intentions
    ("Ana Ruiz is convinced that Spain has waited.", [("believe", "that Spain has waited")]),
    ("Ana Ruiz was worried that Spain would wait.", [("believe", "that Spain would wait")]),
    ("Ana Ruiz is ready to resign.", [("intend", "to resign")]),
    ("Ana Ruiz hopes to win.", [("intend", "to win")]),
    ("Ana Ruiz has decided to resign.", [("intend", "to resign")]),
    ("Ana Ruiz opposes the plan.", [("believe", "the plan")]),
    ("In the view of Ana Ruiz, Spain had waited too long.", [("believe", "Spain had waited too long")]),
]


@pytest.mark.parametrize(("text", "acts"), ACTS)
def test_acts_and_contents(text, acts):
    told = [(s.act, " … ".join(text[slice(*span)] for span in s.content)) for s in reading(text).statements]
    assert told == acts


def test_who_is_accused_does_not_accuse_itself():
    found = reading("Ana Ruiz said Portugal had shelled the village, accusing it of cowardice.")
    assert {found.actor(s.speaker).name for s in found.statements} == {"Ana Ruiz"}


def test_the_one_who_denies_accuses_too():
    found = reading("Portugal denied claims that its troops had crossed and accused Spain of lying.")
    assert {found.actor(s.speaker).name for s in found.statements} == {"Portugal"}
