"""Whose deed a gerund or participle tells: not always that of the clause's subject."""

import pytest

GERUNDS = [
    # sentence, type, sources (None: no such event), certainty
    ("Kenya decided against sending troops to Mali.", "MOBILIZE", {"KEN"}, "negated"),
    ("Kenya decided against bombing Libya.", "ASSAULT", {"KEN"}, "negated"),
    ("Kenya argued against bombing Libya.", "ASSAULT", None, None),
    ("Kenya argued against sending troops to Mali.", "MOBILIZE", None, None),
    ("Kenya argued for bombing Libya.", "ASSAULT", None, None),
    ("Chad vowed to keep Libya from being able to bomb Mali.", "ASSAULT", {"LBY"}, "hypothetical"),
    ("Kenya urged on Sunday against sending troops to Mali.", "MOBILIZE", None, None),
    (
        "Mali accused Libya of harming civilians in the south in recent days and of arresting 230 Malians.",
        "COERCE",
        {"LBY"},
        "claimed",
    ),
    ("Chad failed to deter Libya from bombing Mali.", "ASSAULT", {"LBY"}, "actual"),
    ("Chad questions Libya's intentions in expelling the Malian ambassador.", "SANCTION", {"LBY"}, "actual"),
    ("Chad has held off from expelling the Malian ambassador.", "SANCTION", {"TCD"}, "negated"),
]


@pytest.mark.parametrize(("sentence", "event_type", "source", "factuality"), GERUNDS)
def test_whose_gerund_it_is_and_whether_it_happened(coded, sentence, event_type, source, factuality):
    article = coded(sentence)
    found = [(article.sides(e)[0], e.factuality) for e in article.events if e.type == event_type]
    assert found == ([(source, factuality)] if source else [])


def test_who_protests_against_bombing_does_not_bomb(coded):
    article = coded("Egypt complained against shelling Gaza.")
    assert article.sides(article.only("ACCUSE"))[0] == {"EGY"}
    assert all(article.sides(e)[0] != {"EGY"} for e in article.events if e.type == "ASSAULT")


def test_what_was_switched_from_is_no_longer_done(coded):
    assert not coded("Canada switched from voting against the Syrian resolution to abstaining.").events


def test_whoever_is_told_to_is_not_the_speaker(coded):
    article = coded('"Do not provoke others by testing nuclear weapons," the foreign minister of China, Wang Yi, warned.')
    assert "MOBILIZE" not in {e.type for e in article.events}


def test_he_in_a_speech_is_the_speaker_of_that_speech(coded):
    text = "Emmanuel Macron arrived in Chad. It recalled George Bush's speech in which he described Iran as evil."
    article = coded(text)
    event = article.only("ACCUSE")
    assert {article.cast.actor(i).name for i in event.sources} == {"George Bush"}


def test_reports_that_somebody_does_it_are_of_their_deed(coded):
    article = coded("Norway has reports Sweden is violating the treaty with Finland.")
    assert article.sides(article.only("REJECT"))[0] == {"SWE"}


def test_for_what_somebody_is_thanked_or_mocked_they_did(coded):
    article = coded("Norway thanked Sweden for being helpful in releasing three Danish captives.")
    assert article.sides(article.only("RETREAT"))[0] == {"SWE"}
    article = coded("Russia mocked Ukraine in particular for its enthusiasm in expelling 13 Danish diplomats.")
    assert article.sides(article.only("SANCTION"))[0] == {"UKR"}


def test_who_became_the_first_to_visit_has_visited(coded):
    article = coded("Norwegian Prime Minister Jonas Gahr Støre became the first European to visit Chad.")
    event = article.only("CONSULT")
    assert (article.sides(event), event.factuality) == (({"NOR"}, {"TCD"}), "actual")


def test_who_is_accused_of_using_something_to_do_it_did_it(coded):
    article = coded("Norway accused Sweden of using gas to poison two Danish soldiers.")
    assert [article.sides(e)[0] for e in article.events if e.type == "ASSAULT"] == [{"SWE"}]
