"""Classes of failure of other coders, read end to end: planned, offered, conditional and negated deeds are no facts; names are names."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from dateline.reading import read_articles
from dateline.sources import article_from_text

FACTS = frozenset({"actual", "claimed"})

OFFERS = [
    # sentence, types of the deed that is only offered
    ("Turkey offered to mediate between Serbia and Kosovo.", "CONSULT"),
    ("Qatar has offered to host talks between Sudan and Chad.", "CONSULT"),
    ("Norway's offer to mediate between Mali and Niger is still on the table.", "CONSULT"),
    ("Brazil's president offered to send medicine to Venezuela.", "AID"),
    ("Japan offered to send rescue teams to Nepal.", "AID MOBILIZE"),
    ("India is offering to withdraw its troops from the Chinese border.", "RETREAT"),
    ("Oman said it was ready to mediate between Iran and Saudi Arabia.", "CONSULT"),
    ("Egypt proposed to send troops to Libya.", "MOBILIZE"),
    ("The Cuban foreign minister volunteered to hold talks with Colombia.", "CONSULT"),
    ("An offer by Kenya to release two Ethiopian pilots was rejected in Addis Ababa.", "RETREAT"),
    ("Pakistan offered Afghanistan 40 tonnes of wheat.", "AID"),
    ("Serbia has proposed holding talks with Croatia in Vienna.", "CONSULT"),
    ("Angola suggested lifting the sanctions on Zambia.", "CONCEDE RETREAT"),
    ("Malta is prepared to send doctors to Tunisia.", "AID"),
]

CONDITIONALS = [
    "If Iran attacks Iraq, Turkey will close the border.",
    "Poland would expel the Belarusian ambassador if Minsk released the tape.",
    "Unless Sudan pays, Chad will seize the oil of Sudan.",
    "Should Russia invade Moldova, Romania would send troops.",
    "Had Greece arrested the Turkish captain, Ankara would have closed the strait.",
    "Israel would strike Lebanon only in the event of an attack on Haifa.",
    "India will cut aid to Nepal unless the ban is lifted.",
    "Even if Kenya bombed Somalia, the rebels would not surrender.",
    "Provided that Syria frees the pilot, Jordan will withdraw its troops from Syria.",
    "If Ukraine had shelled Belarus, Russia would have attacked Ukraine.",
    "Spain will send troops to Mali once Paris has signed the agreement.",
    "Japan might impose sanctions on Myanmar, assuming the vote fails.",
    "A strike on Cuba could trigger a war between the United States and Russia.",
    "In case of an invasion, Finland would ask Sweden to send troops.",
    "Chile will return the ship on condition that Peru frees the crew.",
    "As long as Egypt keeps the strait shut, Israel will bomb the port.",
]

NEGATED_HELP = [
    "Russia is not helping Syria.",
    "China has never sent aid to Taiwan.",
    "The United States did not support Georgia.",
    "Iran does not help the Taliban.",
    "Germany refused to send weapons to Ukraine.",
    "Turkey failed to send food to Sudan.",
    "No Egyptian aid has reached Libya.",
    "Venezuela has stopped sending oil to Cuba.",
    "India declined to lend Sri Lanka 2 billion dollars.",
    "Hungary is no longer helping Ukraine.",
    "Neither Chad nor Niger has sent troops to help Mali.",
    "Saudi Arabia has yet to send any aid to Yemen.",
    "Israel ruled out sending aid to Lebanon.",
    "China is unwilling to help Nepal.",
    "Russia sent no aid to Armenia.",
]

PROPOSALS = [
    # sentence, states named in the proposal, which are not praised
    ("South Africa supports the idea of a truce between Israel and Lebanon.", "ISR LBN"),
    ("Kenya welcomed the agreement between Ethiopia and Eritrea.", "ETH ERI"),
    ("Qatar is in favour of dialogue between Iran and Saudi Arabia.", "IRN SAU"),
    ("Norway praised the idea of a summit between Serbia and Kosovo.", "SRB XKX"),
    ("Germany backs the proposal that Russia leave Ukraine.", "RUS UKR"),
    ("Brazil backed a proposal by Mexico for talks between Cuba and the United States.", "CUB USA"),
    ("Indonesia supported a call by Malaysia for talks between Thailand and Cambodia.", "THA KHM"),
    ("Spain supports a Chinese plan for peace between Russia and Ukraine.", "RUS UKR"),
    ("Egypt supports the plan of the African Union for Sudan.", "SDN"),
    ("Ireland endorsed the idea of a pact between Peru and Bolivia.", "PER BOL"),
    ("Kuwait voiced support for a ceasefire between Yemen and Oman.", "YEM OMN"),
]

HOLIDAYS = [
    # sentence, type, who, to whom
    ("On Boxing Day, Turkey expelled the Iranian ambassador.", "SANCTION", "TUR", "IRN"),
    ("On Good Friday, Israeli jets bombed a Syrian airfield.", "ASSAULT", "ISR", "SYR"),
    ("On Thanksgiving Day, Mexico arrested two American officers.", "COERCE", "MEX", "USA"),
    ("On Labour Day, Greece closed its border with Turkey.", "SANCTION", "GRC", "TUR"),
    ("The Chilean police arrested a Bolivian diplomat at a film festival in Valdivia.", "COERCE", "CHL", "BOL"),
    ("On Super Bowl Sunday, the United States imposed sanctions on Venezuela.", "SANCTION", "USA", "VEN"),
    ("Poland expelled the Belarusian ambassador during the World Cup.", "SANCTION", "POL", "BLR"),
    ("On Memorial Day, Canada condemned China.", "ACCUSE", "CAN", "CHN"),
    ("At a boxing gym in Minsk, Belarus arrested two Polish reporters.", "COERCE", "BLR", "POL"),
    ("During a storm, Kenyan troops shelled a Somali village.", "ASSAULT", "KEN", "SOM"),
    ("On Mother's Day, Colombia recalled its ambassador to Venezuela.", "SANCTION", "COL", "VEN"),
    ("On Independence Day, Pakistan condemned India.", "ACCUSE", "PAK", "IND"),
]

OTHER_DOMAINS = [
    "Argentina attacked France from the first minute but the striker missed the goal.",
    "A hurricane struck Cuba on Monday.",
    "A winter storm hit Poland and Belarus.",
    "In the film, Russia invades America.",
    "The Australian batsmen crushed India in the second Test.",
    "England defeated Italy at Wembley.",
    "A heat wave attacked Spain.",
    "In the novel, China bombs Japan.",
    "Flooding hit Pakistan and India.",
    "In a video game about the war, Germany invades Norway.",
    "An earthquake struck Turkey and Syria.",
]

NAMES = [
    # sentence, country that only a name or a dish seems to say
    ("Ban Ki-moon condemned Syria.", "ban"),
    ("He ate a Turkey sandwich after the Iranian minister attacked Iraq in a speech.", "TUR"),
    ("Jordan Peterson criticised China.", "JOR"),
    ("Nato Lomidze, a dancer, praised Georgia.", "NATO"),
    ("Michael Jordan praised Serbia.", "JOR"),
    ("Chad Smith, a drummer, condemned Russia.", "TCD"),
    ("India Arie, the singer, praised Ghana.", "IND"),
    ("China Mieville, the writer, criticised Britain.", "CHN"),
    ("Paris Hilton praised Dubai.", "FRA"),
    ("Un Ji-won, a teacher, condemned North Korea.", "United Nations"),
    ("Sergeant Ireland arrested two men in Leeds.", "IRL"),
    ("Israel Gonzalez, a farmer, thanked Mexico.", "ISR"),
]


def _named(reading, ids):
    actors = {actor.id: actor for actor in reading.actors}
    return {actors[i].country or actors[i].name for i in ids}


def _events(reading):
    return [(e.type, e.factuality, _named(reading, e.sources), _named(reading, e.targets), e.reason) for e in reading.events]


@pytest.fixture(scope="module")
def readings():
    """Every sentence of this file, read as an article of its own by the rules."""
    sentences = list(_sentences())
    articles = [article_from_text(sentence, published="2024-05-10", outlet="Test") for sentence in sentences]
    return dict(zip(sentences, read_articles(articles, model=False), strict=True))


def _sentences() -> Iterable[str]:
    yield from (row[0] for table in (OFFERS, PROPOSALS, HOLIDAYS, NAMES) for row in table)
    yield from (*CONDITIONALS, *NEGATED_HELP, *OTHER_DOMAINS)


@pytest.mark.parametrize(("sentence", "deeds"), OFFERS)
def test_an_offer_is_not_the_deed(readings, sentence, deeds):
    events = _events(readings[sentence])
    assert [e for e in events if e[0] in deeds.split() and e[1] in FACTS] == []


@pytest.mark.parametrize("sentence", CONDITIONALS)
def test_what_hangs_on_a_condition_is_no_fact(readings, sentence):
    assert [e for e in _events(readings[sentence]) if e[1] in FACTS] == []


def test_what_hangs_on_a_condition_is_still_told(readings):
    told = [s for s in CONDITIONALS if any(e[1] in ("hypothetical", "planned") for e in _events(readings[s]))]
    assert len(told) >= len(CONDITIONALS) - 2


@pytest.mark.parametrize("sentence", NEGATED_HELP)
def test_help_that_is_not_given_is_no_help(readings, sentence):
    events = _events(readings[sentence])
    helping = ("AID", "SUPPORT", "COOPERATE", "MOBILIZE")
    assert [e for e in events if e[0] in helping and e[1] in (*FACTS, "planned")] == []


@pytest.mark.parametrize(("sentence", "states"), PROPOSALS)
def test_support_for_a_proposal_does_not_praise_the_states_in_it(readings, sentence, states):
    events = _events(readings[sentence])
    assert any(e[0] in ("SUPPORT", "AGREE") and e[1] == "actual" for e in events), events
    assert [e for e in events if (e[2] | e[3]) & set(states.split()) and e[1] in FACTS] == []


@pytest.mark.parametrize(("sentence", "event_type", "source", "target"), HOLIDAYS)
def test_a_holiday_or_homonym_silences_no_sentence(readings, sentence, event_type, source, target):
    assert (event_type, "actual", {source}, {target}) in [e[:4] for e in _events(readings[sentence])]


@pytest.mark.parametrize("sentence", OTHER_DOMAINS)
def test_sport_films_and_weather_are_kept_out(readings, sentence):
    assert _events(readings[sentence]) == []


@pytest.mark.parametrize(("sentence", "wrong"), NAMES)
def test_a_part_of_a_name_is_on_no_side(readings, sentence, wrong):
    assert [e for e in _events(readings[sentence]) if wrong in e[2] | e[3]] == []
