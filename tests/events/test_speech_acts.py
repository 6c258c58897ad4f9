import pytest

CASES = [
    ("Egypt's president said Libya must pull its gunmen back.", "REQUEST", {"EGY"}, {"LBY"}),
    ("Malta said Italy should share the burden.", "REQUEST", {"MLT"}, {"ITA"}),
    ("The French president said Turkey was not helping.", "ACCUSE", {"FRA"}, {"TUR"}),
    ("Lithuania said Belarus had violated its airspace.", "ACCUSE", {"LTU"}, {"BLR"}),
    ("Japan's prime minister said North Korea would regret the launch.", "THREATEN", {"JPN"}, {"PRK"}),
    ('"We will retaliate against Iraq," said the president of Iran.', "THREATEN", {"IRN"}, {"IRQ"}),
    ('"We will not be bullied by Spain," said the prime minister of Morocco.', "REJECT", {"MAR"}, {"ESP"}),
    ("Sweden said it would not negotiate with Hungary.", "REJECT", {"SWE"}, {"HUN"}),
    ("China said the Japanese plan was unacceptable.", "ACCUSE", {"CHN"}, {"JPN"}),
]


@pytest.mark.parametrize(("sentence", "event_type", "source", "target"), CASES)
def test_what_is_said_about_others_is_an_act_of_the_speaker(coded, sentence, event_type, source, target):
    article = coded(sentence)
    event = article.only(event_type)
    assert article.sides(event) == (source, target)
    assert event.factuality == "actual"


def test_an_obligation_in_the_article_s_own_voice_is_nobody_s_request(coded):
    assert not [e for e in coded("Peru must now find a new coach.").events if e.type == "REQUEST"]


def test_whoever_does_it_is_doomed(coded):
    article = coded('"Any ship that crosses the line will not return," said the president of Malaysia.')
    assert article.sides(article.only("THREATEN")) == ({"MYS"}, set())


def test_a_statement_goes_on_threatening_in_its_authors_name(coded):
    article = coded(
        "Foreign Minister Ri Yong Ho of North Korea spoke on Friday. The comments of Ri followed Iran's statement lashing out at "
        "Mali, vowing Mali would pay dearly."
    )
    assert ({"IRN"}, {"MLI"}) in [article.sides(e) for e in article.events if e.type == "THREATEN"]


def test_stealing_the_show_is_blamed_on_nobody(coded):
    article = coded("Iran said that the sister of the Norwegian prime minister is stealing the show.")
    assert "ACCUSE" not in {e.type for e in article.events}


def test_what_a_speaker_adds_is_theirs_though_the_parser_joins_it_to_another(coded):
    article = coded("Norwegian Prime Minister Erna Solberg said that Sweden should submit the deal, adding Denmark must pay.")
    assert ({"NOR"}, {"DNK"}) in [article.sides(e) for e in article.events if e.type == "REQUEST"]
