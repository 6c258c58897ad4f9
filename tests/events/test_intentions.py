import pytest

SAID = [
    # what is said, its type, sources, targets
    ("Finland said it would give Tanzania a grant.", "AGREE", {"FIN"}, {"TZA"}),
    ("Kenya said it would punish Somali companies with sanctions.", "THREATEN", {"KEN"}, {"SOM"}),
    ("Norway said it would impose sanctions on Belarus.", "THREATEN", {"NOR"}, {"BLR"}),
    ("Israel will not release Syrian prisoners.", "REJECT", {"ISR"}, {"SYR"}),
    ("Kenya will not attend the summit with Ethiopia.", "REJECT", {"KEN"}, {"ETH"}),
    ("Peru has no intention of negotiating with Bolivia.", "REJECT", {"PER"}, {"BOL"}),
    ("Laos does not intend to meet Vietnam.", "REJECT", {"LAO"}, {"VNM"}),
    ("Nigeria announced that it will withdraw its force from Chad unless Chad holds elections.", "THREATEN", {"NGA"}, {"TCD"}),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "event_type", "source", "target"), SAID)
def test_saying_what_one_will_or_will_not_do_is_an_act(coded, sentence, event_type, source, target):
    article = coded(sentence)
    event = article.only(event_type)
    assert article.sides(event) == (source, target)
    assert event.factuality in ("planned" if event_type == "AGREE" else "actual", "claimed")


@pytest.mark.parametrize(
    ("sentence", "event_type"),
    [
        ("Analysts said Finland would give Tanzania a grant.", "AID"),
        ("Kenya plans to expel two Somali diplomats.", "SANCTION"),
        ("Kenya said it would expel two Somali diplomats.", "SANCTION"),
        ("Kenya announced that it will impose sanctions on Somalia.", "SANCTION"),
        ("Chile will meet Peru on Tuesday.", "CONSULT"),
    ],
)
def test_what_others_foresee_stays_planned(coded, sentence, event_type):
    assert coded(sentence).only(event_type).factuality == "planned"


def test_a_call_to_congratulate_is_both_a_call_and_congratulation(coded):
    article = coded("President Vladimir Putin called President Emmanuel Macron to congratulate him.")
    assert article.only("CONSULT").mode == "phone"
    event = article.only("SUPPORT")
    assert article.sides(event)[0] == {"RUS"}
    assert event.factuality == "actual"


def test_a_penalty_that_will_be_announced_is_still_to_come(coded):
    article = coded("Norway's premier said the Norwegian ministry will announce new sanctions on Belarus.")
    event = article.only("SANCTION")
    assert (article.sides(event), event.factuality) == (({"NOR"}, {"BLR"}), "planned")
