"""Types that lie in what a verb governs."""

import pytest

import dateline

CASES = [
    ("The parliament of Chile voted to repudiate Peru.", "REJECT", {"CHL"}, {"PER"}),
    ("Armenia is ready to attack Georgia.", "THREATEN", {"ARM"}, {"GEO"}),
    ("India fired a missile over Nepal on Tuesday.", "MOBILIZE", {"IND"}, {"NPL"}),
    ("Pakistan test-fired a ballistic missile on Monday.", "MOBILIZE", {"PAK"}, set()),
    ("Yemen fired rockets at a Saudi base.", "ASSAULT", {"YEM"}, {"SAU"}),
    ("Malta protested to Cyprus.", "ACCUSE", {"MLT"}, {"CYP"}),
    ("Ghana was hit by sanctions.", "SANCTION", set(), {"GHA"}),
    ("The parliament of Chile adopted a sanctions resolution against Peru.", "SANCTION", {"CHL"}, {"PER"}),
    ("The army of Ghana showed off its missiles in Accra.", "MOBILIZE", {"GHA"}, set()),
    (
        "Kenya on Monday warned Nepal not to close the border, promising it would make a swift response.",
        "THREATEN",
        {"KEN"},
        {"NPL"},
    ),
    ("France condemned neighbors such as Mali and Chad.", "ACCUSE", {"FRA"}, {"MLI", "TCD"}),
    ("Kenya urged countries like Uganda to close the border.", "REQUEST", {"KEN"}, {"UGA"}),
    ("Belgium took part in naval exercises.", "MOBILIZE", {"BEL"}, set()),
    ("Yemen fired rockets towards Saudi Arabia.", "ASSAULT", {"YEM"}, {"SAU"}),
    ("Yemen fired a salvo of rockets towards Saudi Arabia.", "ASSAULT", {"YEM"}, {"SAU"}),
    ("Pakistan fired a barrage of missiles on Monday.", "MOBILIZE", {"PAK"}, set()),
    ("Kenya dismissed the plan of Uganda as a farce.", "ACCUSE", {"KEN"}, {"UGA"}),
    ("Kenya authorized sanctions on Uganda.", "SANCTION", {"KEN"}, {"UGA"}),
    ("Kenya endorsed the agreement of Uganda.", "SUPPORT", {"KEN"}, {"UGA"}),
    ("Kenya ended the war in Uganda.", "RETREAT", {"KEN"}, {"UGA"}),
]


@pytest.mark.parametrize(("sentence", "event_type", "source", "target"), CASES)
def test_type_from_the_governed_word(coded, sentence, event_type, source, target):
    article = coded(sentence)
    assert article.sides(article.only(event_type)) == (source, target)


def test_a_warning_about_how_things_are_is_no_threat(coded):
    events = coded("Japan warned Laos that earlier talks with China had failed.").events
    assert "THREATEN" not in {e.type for e in events}


def test_a_warning_of_harm_is_a_threat_to_the_one_warned(coded):
    article = coded("Japan warned Laos that it would face sanctions.")
    assert article.sides(article.only("THREATEN")) == ({"JPN"}, {"LAO"})


def test_a_hit_with_sanctions_is_no_assault():
    body = "The United States hit 28 Iranian ships in what it calls its heaviest sanctions. Israel hit an Iranian ship with a missile."
    assert [e.type for e in dateline.read(body, model=False).events][:2] == ["SANCTION", "ASSAULT"]


def test_to_back_away_from_a_threat_gives_way_and_cuts_no_support():
    body = "Turkish President Recep Tayyip Erdogan backed away from a previous threat to block improved NATO support for Poland."
    found = [(e.type, e.factuality) for e in dateline.read(body, model=False).events]
    assert [kind for kind, value in found if value in ("actual", "claimed")] == ["CONCEDE"]


def test_to_track_what_is_somebodys_is_no_shadowing():
    assert not dateline.read("Spain is closely tracking Portugal's approval.", model=False).events


def test_a_version_of_a_missile_is_tested(coded):
    article = coded("Japan fired a new version of the long-range missile on Monday.")
    assert article.only("MOBILIZE").mode == "weapons"


NAMINGS = [
    'Mr. Trump has exchanged insults with Kim Jong Un, whom he has called a "Rocket Man".',
    "He blamed Chinese President Xi Jinping, whom he calls a friend, for the change of heart.",
    'China expressed concern about the comments of Mr. Trump, which it called "irresponsible".',
]


@pytest.mark.parametrize("sentence", NAMINGS)
def test_to_call_somebody_something_is_no_telephone_call(coded, sentence):
    assert "CONSULT" not in {event.type for event in coded(sentence).events}


def test_a_telephone_call_in_a_relative_clause(coded):
    article = coded("Moon Jae-in, whom Donald Trump called on Tuesday, agreed to the plan.")
    assert article.only("CONSULT").mode == "phone"


def test_to_end_an_offensive_is_a_ceasefire_but_to_end_a_charm_offensive_is_none(coded):
    assert coded("Ethiopia ended its offensive in the north on Monday.").only("RETREAT").mode == "ceasefire"
    assert not [e for e in coded("Ethiopia ended its charm offensive on Monday.").events if e.type == "RETREAT"]


def test_a_warning_of_sanctions_to_come_threatens(coded):
    article = coded("Norway warned Sweden that further attacks will bring more sanctions.")
    assert article.sides(article.only("THREATEN")) == ({"NOR"}, {"SWE"})
    assert not [e for e in coded("Norway warned Sweden that further rain will bring more floods.").events if e.type == "THREATEN"]


def test_threats_by_somebody_named_are_theirs(coded):
    article = coded("Sweden scrapped the plan after repeated threats by Norway to attack it.")
    assert article.sides(article.only("THREATEN"))[0] == {"NOR"}


def test_arms_that_are_sold_are_trade_and_arms_that_are_given_are_aid(coded):
    assert coded("Norway sold missiles to Sweden in May.").only("COOPERATE")
    assert coded("Norway gave missiles to Sweden in May.").only("AID")


def test_to_dismiss_a_threat_calls_nothing_a_threat(coded):
    assert {e.type for e in coded("Kenya dismissed the recent threat of Uganda.").events} == {"REJECT"}


def test_armed_groups_march_to_war_and_states_protest_in_notes(coded):
    assert {e.type for e in coded("Boko Haram marched through the north of Nigeria.").events} == {"ASSAULT"}
    assert {e.type for e in coded("Niger strongly protests over the arrest.").events} == {"ACCUSE"}
    assert {e.type for e in coded("Hundreds of students in Nigeria marched through the capital.").events} == {"PROTEST"}


def test_a_bomber_detonates_a_device_among_people(coded):
    assert "ASSAULT" in {e.type for e in coded("A suicide bomber of Boko Haram detonated the device in Nigeria.").events}
    assert "MOBILIZE" in {e.type for e in coded("North Korea detonated a nuclear device.").events}


def test_who_will_face_hard_times_is_not_threatened(coded):
    assert not coded('"Niger will face a tough period," the president of Chad said.').events
    article = coded('"Niger will face severe consequences," the president of Chad said.')
    assert article.sides(article.only("THREATEN")) == ({"TCD"}, {"NER"})
