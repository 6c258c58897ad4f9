"""A sentence, its two sides, and what the one does to the other."""

import math
from typing import get_args

import pytest

from dateline.errors import BadRecord
from dateline.events.relation_input import LONGEST, MARKERS, encode
from dateline.events.relations import NONE, RelationQuery, classify_relation, score_relations
from dateline.models.relations import load_relation_network
from dateline.records import EventType

SENTENCES = [
    ("AGREE", "[France] promised to send doctors to [Chad] next month."),
    ("CONSULT", "[Prime Minister Ardern] met [President Widodo] in Jakarta on Tuesday."),
    ("SUPPORT", "[Poland] praised [Lithuania] for its handling of the crisis."),
    ("CONCEDE", "[The government] granted an amnesty to [the rebels]."),
    ("COOPERATE", "[Norway] shared intelligence with [Finland] on the cable."),
    ("AID", "[Japan] delivered blankets and tents to [Nepal] after the earthquake."),
    ("RETREAT", "[Sudan] released [30 prisoners of war] on Monday."),
    ("REQUEST", "[Ankara] demanded that [Athens] withdraw its ships."),
    ("ACCUSE", "[Kenya] accused [Somalia] of harbouring the gunmen."),
    ("REJECT", "[Iran] rejected [the European Union]'s proposal outright."),
    ("THREATEN", "[Russia] threatened to retaliate against [Estonia]."),
    ("PROTEST", "[Thousands of farmers] rallied outside [the ministry of agriculture]."),
    ("SANCTION", "[The United States] imposed an arms embargo on [Belarus]."),
    ("MOBILIZE", "[Pakistan] massed troops along the border with [India]."),
    ("COERCE", "[Egyptian police] arrested [two journalists] in Cairo."),
    ("ASSAULT", "[Rebel fighters] shelled [the town of Kasese], killing nine people."),
]


def marked(text):
    """The first bracketed stretch is the source, the second the target."""
    plain, places = "", []
    for c in text:
        if c in "[]":
            places.append(len(plain))
        else:
            plain += c
    return plain, tuple(places[:2]), tuple(places[2:])


def likeliest(chances):
    return max(chances, key=chances.__getitem__)


@pytest.mark.parametrize(("kind", "text"), SENTENCES, ids=[kind for kind, _ in SENTENCES])
def test_each_type_is_known_by_a_plain_sentence(kind, text):
    assert likeliest(classify_relation(*marked(text))) == kind


@pytest.mark.parametrize(
    "text",
    [
        "[Portugal], like [Denmark], is a member of the bloc.",
        "While [Spain] struggled with floods, [Norway] basked in sunshine.",
    ],
)
def test_two_that_have_nothing_to_do_with_each_other(text):
    assert likeliest(classify_relation(*marked(text))) == NONE


def test_the_keys_are_the_types_and_none_and_the_chances_sum_to_one():
    chances = classify_relation(*marked(SENTENCES[0][1]))
    assert set(chances) == {*get_args(EventType), NONE}
    assert math.isclose(sum(chances.values()), 1, abs_tol=1e-9)
    assert all(0 <= value <= 1 for value in chances.values())


def test_many_at_once_are_scored_as_one_by_one():
    queries = [RelationQuery(*marked(text)) for _, text in SENTENCES]
    for query, together in zip(queries, score_relations(queries), strict=True):
        alone = score_relations([query])[0]
        assert alone == pytest.approx(together, abs=0.08)  # int8 activations are scaled by batch
        assert likeliest(alone) == likeliest(together)


def test_none_asked_none_answered():
    assert score_relations([]) == []


def test_a_target_may_be_missing_when_asked_in_a_batch():
    found = score_relations([RelationQuery("Peruvian troops remained on alert.", (0, 15), None)])[0]
    assert likeliest({k: v for k, v in found.items() if k != NONE}) == "MOBILIZE"


@pytest.mark.parametrize(
    ("source", "target", "problem"),
    [
        ((0, 5), (30, 99), r"target=\(30, 99\) is empty or lies outside the sentence of 34 characters"),
        ((3, 3), (6, 8), r"source=\(3, 3\) is empty"),
        ((-2, 4), (6, 8), r"source=\(-2, 4\)"),
        ((0, 8), (6, 12), "overlap"),
    ],
)
def test_sides_that_are_none_are_refused(source, target, problem):
    with pytest.raises(BadRecord, match=problem):
        classify_relation("Peruvian troops remained on alert.", source, target)


def test_of_a_long_sentence_the_stretch_around_the_sides_is_read():
    sentence = "word " * 400 + "Chile met Peru" + " word" * 400
    start = sentence.index("Chile")
    found = encode(load_relation_network().tokenizer, sentence, (start, start + 5), (start + 10, start + 14))
    assert len(found.ids) == len(found.roles) == LONGEST
    assert [found.ids[place] for place in found.places] == [MARKERS[0], MARKERS[2]]
