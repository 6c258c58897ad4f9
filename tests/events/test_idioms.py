import pytest

TRAPS = [
    "The minister came under fire from Polish farmers.",
    "Cameroon beat Senegal 3-1 in the semifinal on Saturday.",
    "Ghana thrashed Togo in the cricket league.",
    "Japan's clash with Brazil in the football qualifiers was moved to Osaka.",
    "Malawi has declared war on malaria.",
    "The two presidents traded a war of words.",
    "The German studio's new film bombed at the box office, and critics attacked the script.",
    "Shares in France rallied after the speech.",
    "Cuba struck a balance between pride and need.",
    "There is no military solution, Qatar said.",
    "The Dutch coach said his striker would lead the attack on goal.",
    "Norway's minister declined to comment.",
    "An Italian sailor died of a heart attack.",
    "The earthquake killed 40 people in Peru.",
    "The Danish economy was hit hard by inflation.",
]


@pytest.mark.parametrize("sentence", TRAPS)
def test_figures_of_speech_and_other_domains_tell_no_conflict(coded, sentence):
    article = coded(sentence)
    kinds = {"ASSAULT", "PROTEST", "MOBILIZE", "COERCE", "SANCTION", "REJECT"}
    assert [(e.type, article.words(e)) for e in article.events if e.type in kinds and e.factuality == "actual"] == []
