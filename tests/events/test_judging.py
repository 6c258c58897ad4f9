"""`judge_factuality`: any word of a bare sentence, over the constructions of English."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.errors import BadRecord, UnreadableSource
from dateline.events.judging import judge_factuality

CASES = [
    # word, sentence, what is expected
    # tense and bare assertion
    ("raided", "The army raided the village at dawn.", "actual"),
    ("raiding", "The army is raiding the village.", "actual"),
    ("raid", "The army's raid on the village lasted an hour.", "actual"),
    ("sank", "After the storm the ferry sank.", "actual"),
    ("annexed", "In 1994 the duchy annexed the island.", "actual"),
    ("raids", "Army raids village", "actual"),
    ("will", "He contested his father's will.", "actual"),
    ("withdrawn", "Kenyan troops to be withdrawn from Chad", "planned"),
    ("raiding", "The army stopped short of raiding the village.", "negated"),
    ("raiding", "The army was proud of raiding the village.", "actual"),
    # modals
    ("raid", "The army will raid the village.", "planned"),
    ("raid", "The army won't raid the village.", "negated"),
    ("raid", "The army may raid the village.", "hypothetical"),
    ("raided", "The army may have raided the village.", "hypothetical"),
    ("raid", "The army could raid the village tonight.", "hypothetical"),
    ("raid", "The army should raid the village.", "hypothetical"),
    ("raid", "The army is to raid the village.", "planned"),
    ("raid", "Army to raid village", "planned"),
    ("tested", "The rocket can reach the capital and has been tested twice.", "actual"),
    # conditions
    ("raid", "If the rebels return, the army will raid the village.", "hypothetical"),
    ("raided", "Had the army raided the village, nobody would have fled.", "hypothetical"),
    ("attack", "Should the army attack the village, many will flee.", "hypothetical"),
    ("raids", "Provided that the army raids the village, the rebels will leave.", "hypothetical"),
    ("raid", "In the event of a raid on the village, the rebels would leave.", "hypothetical"),
    ("raided", "The rebels would leave as they did when the army raided the village.", "actual"),
    # negation
    ("raid", "The army did not raid the village.", "negated"),
    ("raiding", "The army is no longer raiding the village.", "negated"),
    ("raided", "Not only police but soldiers raided the village.", "actual"),
    ("sent", "The general sent no troops to the village.", "negated"),
    ("raid", "There was no raid on the village.", "negated"),
    ("raid", "The army has yet to raid the village.", "negated"),
    ("raiding", "The rebels left without raiding the village.", "negated"),
    ("raided", "Hardly had he spoken when the army raided the village.", "actual"),
    ("raided", "The army nearly raided the village.", "negated"),
    # implicatives, both ways
    ("raid", "The army managed to raid the village.", "actual"),
    ("raid", "The army did not manage to raid the village.", "negated"),
    ("raid", "The army failed to raid the village.", "negated"),
    ("raid", "The army never failed to raid the village.", "actual"),
    ("raid", "The army refused to raid the village.", "negated"),
    ("raid", "The army forgot to raid the village.", "negated"),
    ("raid", "The army remembered to raid the village.", "actual"),
    ("raiding", "The army avoided raiding the village.", "negated"),
    ("raid", "The rebels prevented a raid on the village.", "negated"),
    ("raid", "The rebels could not prevent the raid on the village.", "actual"),
    ("raid", "The rebels failed to prevent the raid.", "actual"),
    ("raiding", "The army ruled out raiding the village.", "negated"),
    ("raiding", "The army did not rule out raiding the village.", "hypothetical"),
    ("raid", "The general forced the army to raid the village.", "actual"),
    ("raid", "The raid on the village was called off.", "negated"),
    ("raid", "The army may refuse to raid the village.", "hypothetical"),
    # factives
    ("raided", "The mayor regretted that the army had raided the village.", "actual"),
    ("raided", "The mayor did not know that the army had raided the village.", "actual"),
    ("raided", "The mayor forgot that the army had raided the village.", "actual"),
    ("raided", "The minister did not confirm that the army had raided the village.", "hypothetical"),
    # reporting, evidence
    ("raided", "The mayor said the army had raided the village.", "claimed"),
    ("raided", "The army allegedly raided the village.", "claimed"),
    ("raided", "The army appears to have raided the village.", "claimed"),
    ("raided", "The army is believed to have raided the village.", "claimed"),
    ("raiding", "The mayor accused the army of raiding the village.", "claimed"),
    ("raided", "The general denied that the army had raided the village.", "denied"),
    ("raid", "The general denied the raid.", "denied"),
    ("raided", "Claims that the army had raided the village do not correspond to the facts.", "denied"),
    ("raided", "We reported that the army had raided the village. It has not.", "denied"),
    # intending, asking, trying
    ("raid", "The army wants to raid the village.", "planned"),
    ("raid", "The army wants them to raid the village.", "hypothetical"),
    ("raid", "The army plans to raid the village.", "planned"),
    ("raid", "The army was ordered to raid the village.", "hypothetical"),
    ("raid", "The army offered to raid the village.", "planned"),
    ("raiding", "The adviser suggested raiding the village.", "hypothetical"),
    ("raid", "The army promised a raid on the village.", "planned"),
    ("raid", "The army moved tanks in order to raid the village.", "planned"),
    ("close", "The index fell by 3 percent to close at 7,114.", "actual"),
    # nominal context
    ("raid", "The army has a plan to raid the village.", "planned"),
    ("raid", "Fears of a raid emptied the village.", "hypothetical"),
    ("raid", "The threat of a raid emptied the village.", "hypothetical"),
    ("raid", "A proposed raid on the village divides the army.", "hypothetical"),
    ("raid", "The planned raid on the village divides the army.", "planned"),
    ("raid", "The cancelled raid on the village cost two millions.", "negated"),
    ("raid", "The army has no plans to raid the village.", "negated"),
    ("raided", "There is no doubt that the army raided the village.", "actual"),
    ("raided", "There is no evidence that the army raided the village.", "hypothetical"),
    ("war", "The quarrel could trigger a war.", "hypothetical"),
    ("raid", "A raid is likely.", "planned"),
    ("raid", "The army is moving to raid the village.", "planned"),
    ("raid", "Drones meant to raid the village are ready.", "planned"),
    ("dismantle", "In a dramatic event the army will dismantle the site.", "planned"),
    # questions, stories, choice
    ("raid", "Did the army raid the village?", "hypothetical"),
    ("raids", "In the film, the army raids the village.", "hypothetical"),
    ("sign", "Malta was one of the few states to sign the treaty.", "actual"),
]  # fmt: skip


@pytest.mark.parametrize(("word", "sentence", "expected"), CASES)
def test_value_of_a_word_in_a_bare_sentence(word, sentence, expected):
    start = sentence.index(word) if not word.startswith("raid") else _last(sentence, word)
    judged = judge_factuality(sentence, (start, start + len(word)))
    assert judged.value == expected, judged


def _last(sentence, word):
    """Where the whole word stands."""
    return next(i for i in range(len(sentence)) if sentence.startswith(word, i) and not sentence[i + len(word) :][:1].isalpha())


def test_the_reason_names_construction_and_word():
    assert judge_factuality("The army failed to raid it.", (19, 23)).reason == "verb above: fail"


def test_of_several_words_the_head_is_judged():
    assert judge_factuality("The army will not carry out the attack.", (18, 27)).value == "negated"


@settings(deadline=None, max_examples=30)
@given(st.sampled_from(CASES))
def test_degree_has_the_sign_of_the_value(case):
    word, sentence, _ = case
    start = sentence.index(word)
    judged = judge_factuality(sentence, (start, start + len(word)))
    assert -3 <= judged.degree <= 3
    assert (judged.degree < 0) == (judged.value in ("negated", "denied"))


def test_errors_name_the_remedy():
    with pytest.raises(BadRecord, match="start and end"):
        judge_factuality("Kenya spoke.", (40, 44))
    with pytest.raises(UnreadableSource):
        judge_factuality(" ", (0, 1))


def test_an_example_of_what_may_be_done_may_be_done():
    text = "Maybe Spain misreads the signals, causing Portugal to do something wild like try to bomb Malta."
    assert judge_factuality(text, (text.index("bomb"), text.index("bomb") + 4)).value == "hypothetical"
    assert judge_factuality(text, (text.index("try"), text.index("try") + 3)).value == "hypothetical"
