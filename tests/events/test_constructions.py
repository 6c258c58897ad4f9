"""Constructions of English that carry an event or its sides: a sentence, and the type and countries that must be read in it."""

import pytest

READ = [
    # type, text, sources, targets
    ("THREATEN", "Assad and Netanyahu's threats to destroy the other have scared Jordan.", {"SYR"}, {"ISR"}),
    ("ACCUSE", "Chad and Libya accused each other of shelling the oasis.", {"TCD"}, {"LBY"}),
    ("ACCUSE", "Chad and Libya accused each other of shelling the oasis.", {"LBY"}, {"TCD"}),
    ("SANCTION", "Sudan is under sanctions. Norway voted to tighten the sanctions on Sudan.", {"NOR"}, {"SDN"}),
    ("SANCTION", "The world put sanctions on Mali. Niger voted to enforce the sanctions.", {"NER"}, {"MLI"}),
    ("THREATEN", "Iran claimed that it could now deliver a nuclear warhead to Kuwait.", {"IRN"}, {"KWT"}),
    ("REJECT", "France has ruled out Algeria setting conditions for any talks.", {"FRA"}, {"DZA"}),
    ("REJECT", "Qatar proposed a truce plan. Egypt's president said such a plan would be a mistake.", {"EGY"}, {"QAT"}),
    ("REJECT", "Denmark said that lifting the embargo on Belarus was out of the question.", {"DNK"}, {"BLR"}),
    ("REJECT", "Burundi has refused to answer a demand from Kenya to free the men.", {"BDI"}, {"KEN"}),
    ("REJECT", "Benin is refusing entry to Nigerians.", {"BEN"}, {"NGA"}),
    ("COERCE", "Peru closed its border after Ecuador arrested two of its policemen.", {"ECU"}, {"PER"}),
    ("COERCE", "Peru condemned the arrest of three gendarmes by Ecuadorian soldiers.", {"ECU"}, {"PER"}),
    ("ASSAULT", "Snipers fire at UN team near the airport", set(), {"United Nations"}),
    ("ACCUSE", "Albania denounced as a crime Serbia's raid on the village.", {"ALB"}, {"SRB"}),
    ("AGREE", "Norway is willing to send arms to help defend Kuwait.", {"NOR"}, {"KWT"}),
    ("AGREE", "Ghana is ready to contribute 300 troops to the peacekeeping force in Liberia.", {"GHA"}, {"LBR"}),
    ("AGREE", "Egypt and Sudan reached an agreement to exchange data on the river.", {"EGY", "SDN"}, set()),
    ("ACCUSE", "A Swedish student has been put under investigation in Italy.", {"ITA"}, {"SWE"}),
    ("ACCUSE", "Serbian police launched an inquiry into crimes committed by Croatian soldiers.", {"SRB"}, {"HRV"}),
    ("CONCEDE", "Togo allowed Senegalese activists to march in the capital.", {"TGO"}, {"SEN"}),
    ("AID", "Oman blamed Iran for stoking the war by sending missiles to Yemen.", {"IRN"}, {"YEM"}),
    ("THREATEN", "Mali asked Niger to drop its threat of war.", {"NER"}, set()),
    ("MOBILIZE", "Two regiments in Turkey were confined to barracks, a general said.", {"TUR"}, set()),
    ("COERCE", "Gunmen seized four Belgian engineers at the mine.", set(), {"BEL"}),
    ("MOBILIZE", "Chile's minister announced that 600 troops would be posted along the frontier.", {"CHL"}, set()),
    ("THREATEN", "China has threatened to buy coal elsewhere should Peru go on blocking the port.", {"CHN"}, {"PER"}),
    ("REQUEST", "Chile proposed a joint inquiry to Bolivia.", {"CHL"}, {"BOL"}),
    ("ASSAULT", "France is considering launching a small, limited military strike.", {"FRA"}, set()),
    ("AGREE", "Gabon agreed to French mediation in the talks with Cameroon.", {"GAB"}, {"FRA"}),
    ("RETREAT", "Kyrgyzstan received a mission of observers from Norway.", {"KGZ"}, {"NOR"}),
    ("MOBILIZE", "Iran trained hackers capable of launching attacks against Bahrain.", {"IRN"}, {"BHR"}),
]


@pytest.mark.parametrize(("kind", "text", "source", "target"), READ)
def test_the_construction_is_read(coded, kind, text, source, target):
    article = coded(text)
    found = [article.sides(e) for e in article.events if e.type == kind]
    assert (source, target) in found, [(e.type, article.words(e), *article.sides(e)) for e in article.events]


NOT_READ = [
    # type, text, a country that stands on neither side of such an event
    ("CONSULT", "Norway's premier made the trip to Chad instead of Denmark's king.", "DNK"),
    ("COOPERATE", "Japan joined a coalition against Iran.", "IRN"),
    ("SANCTION", "Sudan is under sanctions. Norway voted to enforce the Swedish-drafted sanctions.", "SWE"),
    ("ACCUSE", "Kenya and Uganda failed to reach agreement on the lake, sources said.", "KEN"),
    ("ASSAULT", "Japan and Peru both claimed credit for the deal.", "JPN"),
    ("ASSAULT", "Peru insisted that no Chileans take part.", "CHL"),
    ("REQUEST", 'Cuba, in a post on Haiti, called that "a bedtime story".', "HTI"),
    ("SUPPORT", "China and Bolivia have stood shoulder to shoulder against drought.", "BOL"),
    ("AGREE", "Brazil sees Peru as the key to resolving the conflict.", "BRA"),
]


@pytest.mark.parametrize(("kind", "text", "country"), NOT_READ)
def test_nothing_is_read_into_it(coded, kind, text, country):
    article = coded(text)
    sides = [source | target for e in article.events if e.type == kind for source, target in (article.sides(e),)]
    assert not any(country in side for side in sides), [(e.type, article.words(e)) for e in article.events]
