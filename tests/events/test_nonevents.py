"""Trigger words that in their clause tell no event, beside the same words where they do."""

import pytest

from dateline.events.judging import judge_factuality

PAIRS = [
    ("AGREE", "China is eager to improve its economy.", "China is eager to meet Japan."),
    ("AGREE", "France is insufficiently committed to the plan of Japan.", "France is committed to the plan of Japan."),
    ("AGREE", "France is committed to global education.", "France is committed to leaving Mali."),
    ("AGREE", "Kenya assured Nepal that work was under way.", "Kenya assured Nepal that it would withdraw its troops."),
    ("AGREE", "The Supreme Court of Kenya agreed to hear the case.", "The president of Kenya agreed to leave Nepal."),
    ("AGREE", "Israel vowed to stop Iran from building a bomb.", "Israel vowed to stop its flights over Iran."),
    ("ASSAULT", "Kenya fears a missile aimed at Nairobi by Chad.", "Chad fired a missile at Nairobi."),
    ("PROTEST", "Workers in Chad are marching down that path again.", "Workers in Chad are marching down the avenue."),
    ("REQUEST", "China is putting economic pressure on Japan.", "China is putting pressure on Japan."),
    ("ASSAULT", "The ban of Kenya, which targets travellers, is new.", "The army of Kenya targeted villages in Nepal."),
    ("REQUEST", "The budget request of Kenya is large.", "Kenya made a request to Nepal for help."),
    ("THREATEN", "Armenia is ready to defend itself against Georgia.", "Armenia is ready to attack Georgia."),
    ("AGREE", "Japan is considering a plan to oust the minister.", "Japan is considering an offer from China."),
    ("AGREE", "The appointment would resolve the conflict.", "Kenya and Nepal settled the dispute."),
    ("ASSAULT", "The president of France is disinclined to start new wars.", "France started the war in Mali."),
    (
        "ASSAULT",
        "A propaganda video from Kenya featured missiles demolishing a Nepalese aircraft.",
        "Missiles hit a ship of Nepal.",
    ),
    ("SUPPORT", "If they pass a bill, the president of Kenya can sign it.", "The president of Kenya supports the bill of Nepal."),
    ("AGREE", "Asked what Kenya would do to resolve the standoff, he left.", "Kenya resolved the dispute with Nepal."),
    ("SUPPORT", "Kenya expressed satisfaction.", "Kenya expressed satisfaction with the work of Nepal."),
    ("REJECT", '"You know we can\'t talk about secrets," the minister of Kenya said.', "Kenya refused to talk to Nepal."),
    ("ASSAULT", "It is the way that France wages war.", "France wages war on Mali."),
    ("ASSAULT", "Kenya beat Nepal to the punch, and was beaten to it before.", "Soldiers of Kenya beat Nepalese workers."),
    ("ASSAULT", "Budget cuts hit the army of Kenya.", "Missiles hit the army of Kenya."),
    ("ASSAULT", "Kenya was hit by a strong dollar.", "Kenya was hit by a missile."),
    ("ASSAULT", "The choice may strike Nepal as odd.", "Missiles struck Nepal."),
    ("ASSAULT", "The president of Kenya was struck by the call of Nepal.", "The president of Kenya was struck by a bullet."),
    ("ASSAULT", "Kenya began its campaign for the presidency.", "Kenya began its campaign against Nepal."),
    ("ASSAULT", "Kenya led oil operations in Nepal.", "Kenya led operations against Nepal."),
    ("ASSAULT", "Kenya is fighting discrimination against women.", "Kenya is fighting a war against Nepal."),
    ("ASSAULT", "Kenya was stabbed in the back by Nepal.", "A Kenyan was stabbed by a soldier of Nepal."),
    ("ASSAULT", "Nepal did not claim responsibility for the attack.", "Nepal claimed responsibility for the attack."),
    ("CONCEDE", "Given our history in Kenya, Nepal has a duty.", "Nepal gave in to Kenya."),
    ("CONCEDE", "It was an attempt of Kenya to halt enrichment.", "Kenya halted enrichment."),
    ("CONSULT", "Doctors from Nepal visited Kenya.", "The president of Nepal visited Kenya."),
    ("PROTEST", "Troops of Nepal will march in the parade.", "Workers of Nepal will march in the capital."),
    ("REQUEST", "A minister of Kenya requested anonymity.", "A minister of Kenya requested help from Nepal."),
    ("RETREAT", "Kenya released its justification for the strike.", "Kenya released the hostages."),
    ("ASSAULT", "Brazil beat Germany 2-1 in Berlin.", "Police in Brazil beat protesters."),
    ("COERCE", "Japan held the president in high regard.", "Japan held two soldiers from China."),
    ("COERCE", "Kenya declared Nepal a threat.", "Kenya declared a state of emergency."),
    ("ASSAULT", "Chad occupied most of the minister's attention.", "Chad occupied most of the north of Mali."),
    ("ASSAULT", "In Kenya men get away with raping women.", "Soldiers of Kenya raped women in Nepal."),
    ("COERCE", "Kenya pushed out our own clarification.", "Kenya pushed out the villagers."),
    ("AGREE", "When Kenya makes a promise, it keeps it.", "When Nepal asked, Kenya made a promise."),
    ("CONSULT", "The minister of Kenya spoke to reporters.", "The minister of Kenya spoke to the president of Nepal."),
    ("CONSULT", "Iran received its legitimacy from Iraq.", "Iran received the president of Iraq."),
    ("REQUEST", "Russia insists that it will continue to trade with Iran.", "Russia insists that Iran should withdraw."),
    ("RETREAT", "Kenya allowed Nepal to talk of success.", "Kenya allowed inspectors of Nepal to enter."),
    ("SANCTION", "Markets in Japan were closed on Wednesday.", "Japan closed the border with China."),
    ("THREATEN", "The programme of Kenya threatens the stability of Nepal.", "Kenya threatened Nepal with war."),
    ("CONCEDE", "Kenya gave Nepal a foothold in the south.", "Kenya gave in to Nepal."),
    ("CONCEDE", "Kenya would remove a stumbling block.", "Kenya would remove the sanctions on Nepal."),
    ("RETREAT", "In a letter to Nepal released by Kenya, it thanked him.", "Kenya released two soldiers of Nepal."),
    ("ASSAULT", "The president of Kenya abused his powers.", "The police of Kenya abused prisoners."),
    ("ASSAULT", "The idea struck many in Nepal as odd.", "Missiles struck many towns in Nepal."),
    ("ASSAULT", "Ravi Rana of Nepal will take over the ministry.", "Kenya will take over two towns in Nepal."),
    ("ASSAULT", "The film shows missiles hitting a ship of Kenya.", "Missiles hit a ship of Kenya."),
    ("ASSAULT", "Kenya conducted an influence campaign in Nepal.", "Kenya conducted a bombing campaign in Nepal."),
    ("SANCTION", "Kenya added to its list of achievements.", "Kenya added Nepal to its list of terrorist states."),
    ("SANCTION", "The package of Kenya includes banning exports to Nepal.", "Kenya banned exports to Nepal."),
    ("AGREE", "The people of Kenya voted to elect an outsider.", "The council of Kenya voted to send observers."),
    ("AGREE", "Kenya agreed that the test was a threat.", "Kenya agreed to send observers to Nepal."),
    ("AGREE", "Nepal keeps to the deal. Kenya agrees.", "Nepal asked for talks. Kenya agreed."),
    ("REJECT", "Kenya will not be tricked, its president said.", "Kenya will not be bullied, its president said."),
    ("REQUEST", "Kenya called the visit a big move on Twitter.", "Kenya called on Nepal to withdraw."),
    ("AGREE", "Kenya assured Nepalis that they could sleep well.", "Kenya assured Nepalis that they would get the aid."),
    (
        "REQUEST",
        "Nepal should understand the risk, the president of Kenya said.",
        "Nepal should sign, the president of Kenya said.",
    ),
    ("REQUEST", "Nepal should know the risk, the president of Kenya said.", "Nepal should leave, the president of Kenya said."),
    ("RETREAT", "Israel destroyed Syria's reactor.", "Libya destroyed its nuclear programme."),
    ("ASSAULT", "Kenya blew up its nuclear test site.", "Kenya blew up a bridge in Nepal."),
    ("SUPPORT", "The president of Kenya stood by his words.", "The president of Kenya stood by Nepal."),
    (
        "SUPPORT",
        "The president of Kenya would like the king of Nepal to come.",
        "The president of Kenya likes the king of Nepal.",
    ),
    ("SUPPORT", "Kenya has backed off those claims of Nepal.", "Kenya has backed those claims of Nepal."),
    ("AID", "Kenya has trained its army all winter.", "Kenya has trained soldiers of Nepal."),
    ("REJECT", "The launch by Kenya throws cold water on the hopes of Nepal.", "Kenya throws cold water on the plan of Nepal."),
    ("THREATEN", "Kenya presents a critical threat to Nepal.", "Kenya issued a stark warning to Nepal."),
    ("ACCUSE", "Kenya views Nepal as a menace.", "Kenya called Nepal a menace."),
    (
        "ACCUSE",
        "Kenya described the visit as a response to a provocation by Nepal.",
        "Kenya described the visit as a provocation by Nepal.",
    ),
    ("ASSAULT", "The danger is not limited to a bomb striking a city of Nepal.", "A bomb struck a city of Nepal."),
    ("SANCTION", "Kenya drew down sanctions on Nepal.", "Kenya drew up sanctions on Nepal."),
    ("ASSAULT", "An attack was carried out as a joint venture.", "An attack was carried out in May."),
]


@pytest.mark.parametrize(("event_type", "none", "some"), PAIRS)
def test_only_the_second_tells_the_event(coded, event_type, none, some):
    assert event_type not in {e.type for e in coded(none).events}
    assert event_type in {e.type for e in coded(some).events}


VOWS = [
    ("Iran vowed to build more bombs.", "THREATEN"),
    ("Japan pledged to maintain the pressure on Iran.", "THREATEN"),
    ("China promised to punish Japan.", "THREATEN"),
    ("Iran pledged to destroy its chemical weapons.", "AGREE"),
    ("China promised to keep up its aid to Laos.", "AGREE"),
    ("Norway pledged to fight poverty.", "AGREE"),
]


@pytest.mark.parametrize(("sentence", "event_type"), VOWS)
def test_a_vow_is_of_the_type_of_what_is_vowed(coded, sentence, event_type):
    assert {e.type for e in coded(sentence).events} == {event_type}


def test_who_wins_a_release_releases_nobody(coded):
    article = coded("Sweden secured the release of two Italians from Libya.")
    assert article.sides(article.only("RETREAT")) == ({"LBY"}, {"ITA"})


def test_who_wins_a_release_from_nobody_known_tells_no_release(coded):
    assert "RETREAT" not in {e.type for e in coded("Sweden negotiated the release of two Italians.").events}


CONSTRUCTIONS = [
    ("Chile suggested that observers be sent to Peru.", "REQUEST"),
    ("Chile had insisted that no Peruvians take part in the mission.", "REQUEST"),
    ("Chile removed Peru from the list of enemies.", "CONCEDE"),
    ("Chile put Peru on a blacklist.", "SANCTION"),
    ("Chile canceled joint exercises with Peru.", "CONCEDE"),
    ("A Chilean warship violated Peruvian waters.", "MOBILIZE"),
    ("Chile put new tariffs on Peru.", "SANCTION"),
    ("Chile removed its troops from Peru.", "RETREAT"),
    ("Chile will cut off aid to Peru if it joins the pact, the Chilean president said.", "THREATEN"),
]


@pytest.mark.parametrize(("sentence", "event_type"), CONSTRUCTIONS)
def test_construction(coded, sentence, event_type):
    assert event_type in {e.type for e in coded(sentence).events}


MORE = [
    ("REQUEST", "Iran calls the move a dress rehearsal for an invasion.", "Iran called for talks with Japan."),
    ("CONSULT", "Kenya has led efforts to slap sanctions on Iran.", "Kenya led an effort to mediate between Iran and Iraq."),
    ("AID", "A war in Iran could send millions of refugees to Turkey.", "Kenya sent millions of dollars in aid to Turkey."),
    ("RETREAT", "Kenya allowed Syria to cross the red line.", "Kenya allowed Syrian refugees to cross the border."),
    ("CONSULT", "Kenya's president returned to Kenya.", "Kenya's president flew to Japan."),
]


@pytest.mark.parametrize(("event_type", "none", "some"), MORE)
def test_figures_and_journeys_home(coded, event_type, none, some):
    assert event_type not in {e.type for e in coded(none).events}
    assert event_type in {e.type for e in coded(some).events}


CERTAINTIES = [
    ("They will leave if Kenya removed its troops and withdrew its bombers.", "withdrew", "hypothetical"),
    ("Plans are underway for a meeting between the leaders.", "meeting", "planned"),
    ("Kenya's decision to participate in a summit with Iran is dangerous.", "summit", "planned"),
    ("He may take part in talks with Iran.", "talks", "hypothetical"),
    ("Two days before China and India hold talks in Delhi, troops clashed.", "hold", "planned"),
    ("Two days before China and India held talks in Delhi, troops clashed.", "held", "actual"),
    ("Iran could tip a missile with a warhead and hit Kenya.", "hit", "hypothetical"),
    ("It is a sign of progress toward a meeting of the two.", "meeting", "hypothetical"),
    ("It is a sign of progress in a meeting of the two.", "meeting", "actual"),
    ("An attack on Seoul would kill thousands.", "attack", "hypothetical"),
]


@pytest.mark.parametrize(("sentence", "word", "value"), CERTAINTIES)
def test_certainty(sentence, word, value):
    start = sentence.index(word)
    assert judge_factuality(sentence, (start, start + len(word))).value == value


def test_who_votes_for_sanctions_imposes_them(coded):
    for sentence in (
        "The council of Kenya voted to sanction Nepal.",
        "The council of Kenya voted to introduce a set of sanctions on Nepal.",
        "The council of Kenya voted to add two Nepalese to a blacklist.",
    ):
        article = coded(sentence)
        assert article.sides(article.only("SANCTION")) == ({"KEN"}, {"NPL"})


@pytest.mark.parametrize(
    "sentence",
    [
        "Kenya's president promised that it would not happen.",
        "Kenya's president promised that there would be peace.",
    ],
)
def test_of_what_nobody_does_nothing_is_promised(coded, sentence):
    assert not [e for e in coded(sentence).events if e.type == "AGREE"]


def test_no_council_tests_missiles(coded):
    events = coded("The UN Security Council condemned North Korea and said its nuclear tests alarm the world.").events
    assert [e.type for e in events] == ["ACCUSE"]


@pytest.mark.parametrize(
    ("sentence", "event_type"),
    [
        ("Kim asks for more from Norway than Norway is willing to give.", "AGREE"),
        ("Norway's minister appears to agree with those who think that the war made things better.", "AGREE"),
        ('Ri Yong-ho said by repeatedly calling Kim Jong Un "Rocket Man," Donald Trump upset him.', "CONSULT"),
    ],
)
def test_what_only_compares_thinks_or_names(coded, sentence, event_type):
    assert not [e for e in coded(sentence).events if e.type == event_type]


def test_who_shares_an_opinion_in_direct_speech_promises_nothing(coded):
    events = coded('"He is a different kind of person," the Norwegian minister Ida Berg agreed.').events
    assert not [e for e in events if e.type == "AGREE"]
