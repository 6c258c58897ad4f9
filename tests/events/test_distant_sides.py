import pytest

CASES = [
    # sentence, type, sources, targets
    ("French and Egyptian warships shelled a Libyan port.", "ASSAULT", {"FRA", "EGY"}, {"LBY"}),
    ("Azerbaijan threatened to sever ties unless Russia closed its base.", "THREATEN", {"AZE"}, {"RUS"}),
    ("Iran threatened to launch an offensive in its war with Iraq.", "THREATEN", {"IRN"}, {"IRQ"}),
    ("Swedes marched to protest against Norway's decision.", "PROTEST", {"SWE"}, {"NOR"}),
    ("Turkey sent troops to Qatar.", "MOBILIZE", {"TUR"}, set()),
    ("Turkey deployed ships in Qatar.", "MOBILIZE", {"TUR"}, set()),
    ("Turkey sent troops into Syria.", "MOBILIZE", {"TUR"}, {"SYR"}),
    ("Turkey shelled a village in Syria.", "ASSAULT", {"TUR"}, {"SYR"}),
    ("Turkey refused to go along with Syria's order.", "REJECT", {"TUR"}, {"SYR"}),
    ("Oman hosted secret talks between Kenya and Iran.", "CONSULT", {"OMN"}, {"KEN", "IRN"}),
    ("Russia has criticised the new US sanctions as draconian.", "ACCUSE", {"RUS"}, {"USA"}),
    ("Shinzo Abe seconded Chad's call that nations in the region pressure Niger into giving up its weapons.", "RETREAT", {"NER"}, set()),
    ("Kenya's president, Uhuru Kenyatta, and his Chadian counterpart condemned Iran.", "ACCUSE", {"KEN", "TCD"}, {"IRN"}),
    ("Nepal pushed for a commitment of some form of relief from India.", "REQUEST", {"NPL"}, {"IND"}),
    ("Nepal pushed for a withdrawal of troops from India.", "REQUEST", {"NPL"}, set()),
    ("Nepal is opposed to Indian mediation.", "REJECT", {"NPL"}, {"IND"}),
    ("Syria said it was willing to pay compensation to Lebanon.", "AGREE", {"SYR"}, {"LBN"}),
    ("Nigerian police arrested four Nigerian activists.", "COERCE", {"NGA"}, {"NGA"}),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "event_type", "source", "target"), CASES)
def test_sides_that_no_argument_of_the_trigger_names(coded, sentence, event_type, source, target):
    article = coded(sentence)
    event = article.only(event_type)
    assert article.sides(event) == (source, target)
    assert not set(event.sources) & set(event.targets)


@pytest.mark.parametrize(
    "sentence",
    [
        "Chad captured a stronghold on the Libyan border.",
        "North Korea hawks applauded the choice.",
        "Pro-Iran groups attacked the embassy.",
        "Rising American output threatened the kingdom.",
        "Trump called Kim a madman.",
    ],
)
def test_those_who_are_only_named_take_no_side(coded, sentence):
    article = coded(sentence)
    told = {c for e in article.events for side in article.sides(e) for c in side}
    assert not told & {"LBY", "PRK"}
    assert all(e.type not in ("CONSULT", "THREATEN") for e in article.events)


@pytest.mark.parametrize(
    ("sentence", "event_type"),
    [
        ("Niger was attacked by the Saudi minister for its vote on Yemen.", "ACCUSE"),
        ("Ghana sent 200 peacekeepers to Liberia.", "AID"),
        ("Russia suspended its aid programme for Armenia.", "SANCTION"),
        ("Israel fired a missile at a Syrian base.", "ASSAULT"),
        ("Both armies violated the ceasefire agreement with Uganda.", "ASSAULT"),
        ("Mali promised to continue talks with Niger.", "AGREE"),
    ],
)
def test_types_that_lie_in_the_object(coded, sentence, event_type):
    assert event_type in {e.type for e in coded(sentence).events}


def test_the_body_whose_meeting_it_is_takes_part(coded):
    article = coded("Kenya's minister chaired a UN Security Council meeting on Friday.")
    assert {article.cast.actor(i).name for i in article.only("CONSULT").targets} == {"UN Security Council"}


@pytest.mark.parametrize(
    ("text", "event_type", "whom"),
    [
        ("Algeria is pushing for a strong stance by Morocco.", "REQUEST", {"MAR"}),
        ("Venezuelans poured into the streets to protest their president Nicolas Maduro.", "PROTEST", {"VEN"}),
        ('"We will not stand for Iran to take such actions," Mike Pompeo said.', "REJECT", {"IRN"}),
        ("Half a million Syrians have died, mostly due to bombing by Russia.", "ASSAULT", {"SYR"}),
        ("Iran shot down a US drone, accusing it of spying.", "ACCUSE", {"USA"}),
    ],
)
def test_sides_in_another_clause(coded, text, event_type, whom):
    code = coded(text)
    assert code.countries(code.only(event_type).targets) == whom


def test_states_that_agree_to_let_a_third_go_on(coded):
    code = coded("Norway and Sweden agreed in principle to let Iran keep its plants.")
    assert code.sides(code.only("AGREE")) == ({"NOR", "SWE"}, {"IRN"})


def test_the_plan_is_that_of_whose_it_was_said_to_be(coded):
    code = coded("Libya's plan to leave the treaty is a reversal. Niger has condemned the plan.")
    assert code.sides(code.only("ACCUSE")) == ({"NER"}, {"LBY"})


def test_an_intent_before_the_clause_is_no_object(coded):
    code = coded("Chad's minister spoke. So whatever the intent, he appears to have sided with Israel.")
    assert code.sides(code.only("SUPPORT"))[1] == {"ISR"}
