import pytest

CASES = [
    # text, type, source, target
    ("Chad tested a missile on Sunday. Niger condemned the test.", "ACCUSE", {"NER"}, {"TCD"}),
    ("Norway lifted its ban on Russian fish. Sweden welcomed the move.", "SUPPORT", {"SWE"}, {"NOR"}),
    ("Egypt had asked Libya for talks, and Libya agreed.", "AGREE", {"LBY"}, {"EGY"}),
    ("Peru asked Bolivia to close the mine. Bolivia refused the request.", "REJECT", {"BOL"}, {"PER"}),
    ("Peru's president said Peru would not let Bolivia build the port.", "REJECT", {"PER"}, {"BOL"}),
    ("Peru agreed to let Bolivia use the port.", "AGREE", {"PER"}, {"BOL"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "event_type", "source", "target"), CASES)
def test_a_side_that_only_an_earlier_clause_names(coded, text, event_type, source, target):
    article = coded(text)
    assert article.sides(article.only(event_type)) == (source, target)


def test_who_frees_prisoners_has_held_them(coded):
    article = coded("Iran freed two Swedish hikers on Friday. The Swedish hikers were arrested in 2022.")
    assert article.sides(article.only("COERCE")) == ({"IRN"}, {"SWE"})


@pytest.mark.parametrize(
    "text",
    [
        "Chad tested a missile on Sunday. Niger condemned a test.",
        "Norway met Sweden. Denmark praised the work of the nurses.",
        "Chad asked Libya for talks, and Mali agreed with nobody.",
    ],
)
def test_what_takes_nothing_up_has_no_side_from_elsewhere(coded, text):
    article = coded(text)
    last = [e for e in article.events if e.trigger.start > text.index(".")]
    assert not [e for e in last if e.targets]


def test_the_country_is_the_one_named_last(coded):
    article = coded("Protests went on in Belarus. Norway slapped new sanctions on the country.")
    assert article.sides(article.only("SANCTION")) == ({"NOR"}, {"BLR"})


def test_an_apposition_is_no_second_target(coded):
    article = coded("Japan blames Beijing, North Korea's neighbor and ally, for the launch.")
    assert article.sides(article.only("ACCUSE")) == ({"JPN"}, {"CHN"})


def test_of_two_states_that_share_a_name_both_act(coded):
    article = coded("North and South Korea agreed to hold talks in April. North Korea is pleased.")
    assert article.sides(article.only("AGREE")) == ({"PRK", "KOR"}, set())


def test_new_sanctions_are_on_the_one_state_on_which_there_are_any(coded):
    article = coded("Peru imposed sanctions on Niger in May. It was a surprise to all. Norway approved new sanctions on Friday.")
    assert ({"NOR"}, {"NER"}) in [article.sides(e) for e in article.events if e.type == "SANCTION"]


def test_of_several_sanctioned_states_none_is_taken(coded):
    article = coded(
        "Peru imposed sanctions on Niger. Chad imposed sanctions on Mali. It was a surprise to all. Norway approved new sanctions on Friday."
    )
    assert {"NOR"} not in [article.sides(e)[0] for e in article.events if e.type == "SANCTION"]


def test_a_refusal_to_talk_about_something_is_given_to_nobody_in_particular(coded):
    article = coded("Norway held talks with Sweden. In remarks to reporters, Norway refused to talk about the discussions.")
    assert article.sides(article.only("REJECT")) == ({"NOR"}, set())


def test_a_launch_told_in_full_only_later(coded):
    article = coded("Niger is investigating the launch. Chad fired a missile over the lake on Monday.")
    assert article.sides(article.only("ACCUSE")) == ({"NER"}, {"TCD"})


def test_a_meeting_over_a_quarrel_of_others_is_not_theirs(coded):
    text = "A summit between Iran and Niger is near. Last week, Iran threatened to cancel the meeting over drills between Niger and Mali."
    article = coded(text)
    assert article.sides(article.only("THREATEN")) == ({"IRN"}, {"NER"})


def test_what_is_rejected_right_after_it_was_demanded(coded):
    article = coded("Norway has demanded that Sweden leave the island. Sweden has rejected a unilateral withdrawal.")
    assert article.sides(article.only("REJECT")) == ({"SWE"}, {"NOR"})
    article = coded("Norway has demanded that Denmark leave the island. Sweden has rejected a unilateral withdrawal.")
    assert article.sides(article.only("REJECT")) == ({"SWE"}, set())
