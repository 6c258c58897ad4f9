import pytest

CASES = [
    # sentence, type, source, target
    ("Niger pushes for reforms to the United Nations.", "REQUEST", {"NER"}, {"United Nations"}),
    ("Chile signalled an interest in talking to Peru.", "AGREE", {"CHL"}, {"PER"}),
    ("Chile agreed to engage in talks with Peru.", "AGREE", {"CHL"}, {"PER"}),
    ("Norway announced new sanctions of its own, including a ban on investment in Belarus.", "SANCTION", {"NOR"}, {"BLR"}),
    ("Sweden and Finland have expressed concern that Norway may close the strait.", "ACCUSE", {"SWE", "FIN"}, {"NOR"}),
    ("Mali endorsed a thaw initiated by Chad.", "SUPPORT", {"MLI"}, {"TCD"}),
    ('Syria is prepared to use "overwhelming force," if necessary, against Iraq.', "THREATEN", {"SYR"}, {"IRQ"}),
    ("Iran reiterated that it would not negotiate over its ships until Oman ceases its drills.", "REJECT", {"IRN"}, {"OMN"}),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "event_type", "source", "target"), CASES)
def test_targets_within_clauses_and_phrases_of_the_complement(coded, sentence, event_type, source, target):
    article = coded(sentence)
    assert article.sides(article.only(event_type)) == (source, target)


SOURCES = [
    ("Chad was implicated in the 1987 bombing of a Libyan airliner.", "ASSAULT", {"TCD"}, {"LBY"}),
    ("Oman sealed a deal with Iran and secured the return of two Swedes detained there.", "COERCE", {"IRN"}, {"SWE"}),
    ("The Greek and Turkish navies had feared that Egypt might answer by firing a missile.", "MOBILIZE", {"EGY"}, set()),
    ("Peru showed up for a meeting with Bolivia and Chile.", "CONSULT", {"PER", "BOL", "CHL"}, set()),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "event_type", "source", "target"), SOURCES)
def test_doers_told_by_another_clause(coded, sentence, event_type, source, target):
    article = coded(sentence)
    assert article.sides(article.only(event_type)) == (source, target)


def test_an_outlet_that_is_sued_is_a_side(coded):
    article = coded("Viktor Orban, the prime minister of Hungary, criticised The New York Times on Monday.")
    event = article.only("ACCUSE")
    assert [article.cast.actor(t).kind for t in event.targets] == ["outlet"]


@pytest.mark.parametrize(
    ("text", "event_type", "target"),
    [
        ("Norway cast aside the idea that it could work with China.", "REJECT", {"CHN"}),
        ("Norway stands behind its commitment to the security of its allies in the Republic of Korea and Japan.", "SUPPORT", {"KOR", "JPN"}),
    ],
)  # fmt: skip
def test_whom_an_idea_or_a_commitment_names(coded, text, event_type, target):
    article = coded(text)
    assert article.sides(article.only(event_type)) == ({"NOR"}, target)


def test_what_somebody_leads_is_theirs(coded):
    article = coded("Iran denounced a U.S.-led conspiracy against it. The U.S. did not answer.")
    assert article.sides(article.only("ACCUSE")) == ({"IRN"}, {"USA"})


def test_a_commitment_to_defending_somebody_supports_them(coded):
    article = coded("Norway underscored its commitment to defending Sweden.")
    assert article.sides(article.only("SUPPORT")) == ({"NOR"}, {"SWE"})


def test_alarm_over_how_somebody_acts_blames_them(coded):
    article = coded("Norway expressed alarm over how Swedish forces had grown in the north.")
    assert article.sides(article.only("ACCUSE")) == ({"NOR"}, {"SWE"})


def test_whose_deed_is_alleged_is_investigated(coded):
    article = coded("The Norwegian police are investigating allegations of Swedish interference.")
    assert article.sides(article.only("ACCUSE"))[1] == {"SWE"}
    article = coded("The Norwegian police are investigating allegations of fraud.")
    assert article.sides(article.only("ACCUSE"))[1] == set()


@pytest.mark.parametrize(
    ("text", "event_type", "whom"),
    [
        ("The police of Norway are investigating contacts between Russians and Canadian officials.", "ACCUSE", {"RUS", "CAN"}),
        ("Norway is willing to consider lifting sanctions against Chad.", "AGREE", {"TCD"}),
        ("Norway backed away from its rhetoric about China.", "CONCEDE", {"CHN"}),
        ("Norwegian lawmakers expressed outrage at reports that Russia had lied.", "ACCUSE", {"RUS"}),
    ],
)
def test_whom_what_is_said_or_eased_concerns(coded, text, event_type, whom):
    code = coded(text)
    assert code.countries(code.only(event_type).targets) == whom
