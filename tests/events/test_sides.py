import pytest

CASES = [
    # sentence, type, sources, targets
    ("Two Estonian pilots were arrested by Belarus.", "COERCE", {"BLR"}, {"EST"}),
    ("Finland's ambassador was expelled by Hungary.", "SANCTION", {"HUN"}, {"FIN"}),
    ("Peru recalled its ambassador to Bolivia.", "SANCTION", {"PER"}, {"BOL"}),
    ("Peru pulled its ambassador out of Bolivia.", "SANCTION", {"PER"}, {"BOL"}),
    ("Ministers from Chad, Niger and Mali signed a treaty.", "SUPPORT", {"TCD", "NER", "MLI"}, set()),
    ("Norway and Iceland clashed with Russia in the strait.", "ASSAULT", {"NOR", "ISL"}, {"RUS"}),
    ("Guards from Tajikistan attacked a Kyrgyz outpost.", "ASSAULT", {"TJK"}, {"KGZ"}),
    ("Greece, which had expelled a Turkish consul, asked Turkey for talks.", "SANCTION", {"GRC"}, {"TUR"}),
    ("Morocco turned away, expelling an Algerian consul.", "SANCTION", {"MAR"}, {"DZA"}),
    ("Brazil promised to lend money to Paraguay.", "AGREE", {"BRA"}, {"PRY"}),
    ("India agreed to impose sanctions on Myanmar.", "AGREE", {"IND"}, {"MMR"}),
    ("Talks between Serbia and Kosovo began in Vienna.", "CONSULT", {"SRB", "XKX"}, set()),
    ("Japan accused China of attacking a Filipino vessel.", "ASSAULT", {"CHN"}, {"PHL"}),
    ("An attack by Sudan on a Chadian convoy killed six drivers.", "ASSAULT", {"SDN"}, {"TCD"}),
    ("The capture on Tuesday of a Greek trawler by the Turkish navy angered Athens.", "COERCE", {"TUR"}, {"GRC"}),
    ("Croatia hauled in the Serbian ambassador.", "ACCUSE", {"HRV"}, {"SRB"}),
    ("Cuba, angry, turned down the Spanish offer.", "REJECT", {"CUB"}, {"ESP"}),
    ("Four Malian soldiers died under French shelling.", "ASSAULT", {"FRA"}, {"MLI"}),
    ("Latvia lifted a ban on Lithuanian milk and Estonia began pulling troops back from the frontier.", "RETREAT", {"EST"}, set()),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "event_type", "source", "target"), CASES)
def test_sides_in_passives_relatives_participles_and_nouns(coded, sentence, event_type, source, target):
    article = coded(sentence)
    assert article.sides(article.only(event_type)) == (source, target)


def test_the_speaker_of_a_quotation_is_its_first_person(coded):
    article = coded('"We have asked Ghana for help," said the president of Togo, Kodjo Amegan.')
    event = article.only("REQUEST")
    assert article.sides(event) == ({"TGO"}, {"GHA"})


@pytest.mark.parametrize(
    "sentence",
    ["Algeria recalled its ambassador.", "Algeria praised Algeria.", "Algeria's army shelled its own positions in Algeria."],
)
def test_nobody_stands_on_both_sides(coded, sentence):
    assert all(not set(e.sources) & set(e.targets) for e in coded(sentence).events)


def test_crowds_and_families_are_nobody_in_particular(coded):
    article = coded("Qatar offered its condolences to the families.")
    assert article.sides(article.only("SUPPORT")) == ({"QAT"}, set())


@pytest.mark.parametrize(
    ("sentence", "event_type", "source", "target"),
    [
        ("The Philippines called home its envoy from Malaysia.", "SANCTION", {"PHL"}, {"MYS"}),
        ("Chile said a Chinese envoy had promised Bolivia radar equipment.", "AGREE", {"CHN"}, {"BOL"}),
        ("Croatia gave way to Slovenia over the bay.", "CONCEDE", {"HRV"}, {"SVN"}),
    ],
)
def test_objects_and_receivers_that_the_parser_hides(coded, sentence, event_type, source, target):
    article = coded(sentence)
    assert article.sides(article.only(event_type)) == (source, target)


JUDGED = [
    ("Poland criticised Germany's sanctions against Hungary.", "ACCUSE", {"POL"}, {"DEU"}),
    ("Poland criticised sanctions against Hungary.", "ACCUSE", {"POL"}, set()),
    ("Kuwait condemned an investigation of Qatar.", "ACCUSE", {"KWT"}, set()),
    ("Oman welcomed an offer by Jordan to Iraq.", "SUPPORT", {"OMN"}, {"JOR"}),
    ("Two Danish sailors were freed from Yemen.", "RETREAT", {"YEM"}, {"DNK"}),
    ("Brazil imposed tariffs on steel from Canada, Mexico and Japan.", "SANCTION", {"BRA"}, {"CAN", "MEX", "JPN"}),
    ("Nigeria accused Benin of lying and of sending arms to Togo.", "AID", {"BEN"}, {"TGO"}),
    ("Austria has told Slovenia to withdraw its offer.", "REQUEST", {"AUT"}, {"SVN"}),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "event_type", "source", "target"), JUDGED)
def test_whoever_does_the_deed_is_judged_not_whom_it_is_against(coded, sentence, event_type, source, target):
    article = coded(sentence)
    assert article.sides(article.only(event_type)) == (source, target)


def test_the_us_is_a_country_and_us_a_pronoun(coded):
    article = coded("Iran told the US to lift sanctions.")
    assert article.sides(article.only("REQUEST")) == ({"IRN"}, {"USA"})


def test_a_meeting_is_not_the_state_that_it_was_held_in(coded):
    article = coded("The Singapore summit, which saw Japan pledge to send aid to Laos, also promised to end the drills.")
    assert all("SGP" not in source | target for source, target in map(article.sides, article.events))


def test_the_last_of_three_infinitives_has_the_doer_of_the_first(coded):
    article = coded("Chad's totalitarian regime continues to starve, torture and murder its own people.")
    assert {"TCD"} in [article.sides(e)[0] for e in article.events if article.words(e) == "murder"]


def test_a_joint_deed_is_done_to_neither_party(coded):
    article = coded("Chad and Libya reached a deal, freezing Libya's nuclear program.")
    assert all(not article.sides(e)[1] & article.sides(e)[0] for e in article.events)


def test_the_place_of_a_strike_does_not_strike(coded):
    article = coded("Norway praised Sweden. Opposition to the Syria strike from Peru has grown since Friday.")
    assert {"SYR"} not in [article.sides(e)[0] for e in article.events if e.type == "ASSAULT"]


def test_a_participle_is_of_the_noun_before_it_alone(coded):
    events = coded("Nepal bars any talks between those sanctioned and any Kenyans.").events
    assert "sanctioned" not in {coded("Nepal bars any talks between those sanctioned and any Kenyans.").words(e) for e in events}


SIDES = [
    # sentence, type, sources, targets
    ("Ten soldiers were killed by Turkish-backed rebels.", "ASSAULT", {"Turkish-backed rebels"}, {"ten soldiers"}),
    ("Kenya hailed the bold decision taken by Libya.", "SUPPORT", {"KEN"}, {"LBY"}),
    ("Spanish troops are stationed in Chad.", "MOBILIZE", {"ESP"}, set()),
    ("Kenya agreed to send its athletes to Chad.", "AGREE", {"KEN"}, {"TCD"}),
    ("Japan worked with Kenya to impose sanctions on Fiji.", "SANCTION", {"JPN", "KEN"}, {"FJI"}),
    ("Ethiopia asked Egypt to send experts, and Egypt agreed to do so.", "AGREE", {"EGY"}, {"ETH"}),
]


@pytest.mark.parametrize(("sentence", "event_type", "source", "target"), SIDES)
def test_sides_by_construction(coded, sentence, event_type, source, target):
    article = coded(sentence)
    assert article.sides(article.only(event_type)) == (source, target)


def test_we_who_have_sent_troops_are_the_state_of_the_general(coded):
    article = coded('"We have sent 200 soldiers to Mali," said General Ana Ruiz of Spain.')
    event = article.only("MOBILIZE")
    assert {article.cast.actor(i).name for i in event.sources} == {"Spain"}


def test_whose_approach_is_endorsed_is_told_by_the_sentence_before(coded):
    article = coded("The president of Kenya outlined a plan. Emmanuel Macron backed his plan.")
    assert article.sides(article.only("SUPPORT")) == ({"FRA"}, {"KEN"})


def test_drills_of_two_states_whose_adjective_reads_like_the_name_of_an_army(coded):
    article = coded("South Korea is ready. Joint U.S.-South Korean military drills began on Monday.")
    assert article.sides(article.only("MOBILIZE"))[0] == {"USA", "KOR"}
    article = coded("South Korea is ready. North Korea watched U.S. and South Korean military exercises on Monday.")
    assert article.sides(article.only("MOBILIZE"))[0] == {"USA", "KOR"}


def test_drills_that_were_postponed_are_given_up_by_those_who_hold_them(coded):
    article = coded("The joint Chad-Niger drills were postponed in May.")
    assert article.sides(article.only("CONCEDE")) == ({"TCD", "NER"}, set())


OWNERS = [
    # text, type, target or source
    ("France launched airstrikes against Islamic State sites near the river on Sunday.", "ASSAULT", {"Islamic State"}),
    ("North Korea condemned the latest round of United Nations sanctions.", "ACCUSE", {"United Nations"}),
]


@pytest.mark.parametrize(("text", "event_type", "target"), OWNERS)
def test_whose_it_is_by_a_name_before_the_noun(coded, text, event_type, target):
    article = coded(text)
    assert article.sides(article.only(event_type))[1] == target


def test_whoever_is_against_somebody_is_not_theirs(coded):
    article = coded("Anti-NATO activists marched on Sunday. NATO is an alliance.")
    assert all(article.sides(e)[0] != {"North Atlantic Treaty Organization"} for e in article.events)


def test_of_whom_the_first_of_two_deeds_is_told_is_the_second(coded):
    article = coded(
        "The Security Council met after North Korea's satellite launch in December and its third nuclear test in February."
    )
    assert {frozenset(article.sides(e)[0]) for e in article.events if e.type == "MOBILIZE"} == {frozenset({"PRK"})}


def test_pressure_that_is_asked_for_is_not_asked_of_those_under_it(coded):
    article = coded("Norway called for more pressure on Sweden over its trade.")
    assert article.sides(article.only("REQUEST")) == ({"NOR"}, set())
    article = coded("Norway called on Sweden to leave.")
    assert article.sides(article.only("REQUEST")) == ({"NOR"}, {"SWE"})


def test_outrage_on_a_platform_blames_nobody_there(coded):
    article = coded("Norwegian Prime Minister Jonas Gahr Støre expressed his outrage on Facebook.")
    assert all(article.sides(e)[1] == set() for e in article.events if e.type == "ACCUSE")


def test_what_is_done_in_line_with_the_sanctions_of_a_body_is_not_done_to_it(coded):
    article = coded("China suspended imports of coal from North Korea in line with United Nations sanctions.")
    assert article.sides(article.only("SANCTION")) == ({"CHN"}, {"PRK"})


def test_the_danger_that_a_group_is_demands_nothing(coded):
    article = coded("Islamic State attacked France. The Islamic State threat demands it.")
    assert not [e for e in article.events if e.type == "REQUEST"]


def test_who_uses_something_to_do_it_does_it(coded):
    article = coded("Hamas used United Nations facilities to attack Israeli civilians. The United Nations left.")
    assert all(article.sides(e)[0] != {"United Nations"} for e in article.events)
