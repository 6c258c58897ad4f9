"""Rules and network together: who gives which part of a statement, and what either finds alone."""

from functools import cache

import pytest

from articles import document
from dateline.models import load_attribution_network
from dateline.reading import read_articles, read_document, reading_version
from dateline.statements import tag, words_of


@cache
def both(text, title=None):
    made = document(text, title)
    return read_document(made, tag(words_of(made), load_attribution_network()))


def told(reading):
    text = reading.article.text
    return [(s.act, " ".join(text[a:b] for a, b in s.content), s.reason) for s in reading.statements]


def named(reading):
    return [reading.actor(s.speaker).name if s.speaker else None for s in reading.statements]


def test_where_both_mark_a_cue_the_reason_says_so():
    found = told(both("Spain's foreign minister, Ana Ruiz, said on Tuesday that the port would close."))
    assert len(found) == 1
    assert found[0][1].removeprefix("that ") == "the port would close"
    assert found[0][2].endswith("the network agrees")


def test_a_quotation_keeps_the_bounds_of_its_marks():
    found = told(both("“We will not sign it, and we will not come back to ask again,” Ana Ruiz said in Madrid."))
    assert [content for _, content, _ in found] == ["We will not sign it, and we will not come back to ask again,"]


def test_what_no_rule_knows_the_network_finds():
    reading = both("The mayor was adamant that the bridge would stay open through the winter, come what may.")
    alone = [reason for _, content, reason in told(reading) if "bridge" in content]
    assert alone, told(reading)


@pytest.mark.parametrize("text", ["Spain condemned the attack.", "Spain demanded compensation from France."])
def test_what_gives_a_thing_and_no_thought_is_never_said(text):
    assert all(act in ("believe", "intend") for act, _, _ in told(both(text)))


@pytest.mark.parametrize(
    "text", ["Spain has not said whether the port would close.", "The minister declined to say that the port would close."]
)
def test_not_saying_is_no_statement_for_either(text):
    assert told(both(text)) == []


def test_who_is_cited_keeps_the_words_and_the_outlet_stays_in_the_chain():
    reading = both("Reuters, citing two Spanish officials, said that the port would close.")
    assert [s.reported_by for s in reading.statements] == [("Reuters",)]
    assert "Reuters" not in named(reading)


def test_a_reading_names_the_weights_or_the_rules():
    assert reading_version(model=True) != reading_version(model=False)
    assert reading_version(model=False).endswith("+rules")


def test_read_with_a_thread_beside_the_parser_gives_the_same_as_one_by_one():
    texts = [f"Spain said on day {n} that the port would close." for n in range(11)]
    together = list(read_articles([document(text).article for text in texts]))
    assert [r.article.text for r in together] == texts
    assert [r.statements for r in together] == [both(text).statements for text in texts]


def test_without_the_network_only_rules_speak():
    made = document("The mayor was adamant that the bridge would stay open. Spain said that the port would close.")
    (reading,) = read_articles([made.article], model=False)
    assert reading.version.endswith("+rules")
    assert all("network" not in s.reason for s in reading.statements)


def test_a_source_never_holds_the_colon_of_a_headline():
    reading = both(
        "The North said on Monday that it would act.", "‘Declaration of war’: North Korea claims Trump speech allows it to shoot"
    )
    assert "Declaration of war" not in {name for name in named(reading) if name}


def test_a_quotation_is_told_once_where_the_network_joins_it_with_the_one_before():
    reading = both("“These are threats,” said Ines Duarte, a fellow at a college.\n\n“These are signs that time is running out.”")
    contents = [content for _, content, _ in told(reading)]
    assert sum("signs that time" in content for content in contents) == 1
    assert set(named(reading)) == {"Ines Duarte"}


def test_the_clause_of_another_noun_is_not_what_the_statement_says():
    reading = both("Ruiz's statement, in response to reports that Spain had built a dam that nobody needed, angered Portugal.")
    assert not any(
        "built a dam" in content and name == "Ruiz" for (_, content, _), name in zip(told(reading), named(reading), strict=True)
    )


def test_a_general_of_the_headline_is_the_one_named_below():
    reading = both("The statement came from Gen. Arthur Bellweather on Monday.", "US prepared to use force, general says")
    assert "Arthur Bellweather" in named(reading)


def test_a_label_before_a_colon_stays_outside_a_quotation():
    reading = both(
        "The college released the following statement on Ruiz's remarks: “They do not reflect our values. We condemn them.”"
    )
    assert [content for _, content, _ in told(reading)] == ["They do not reflect our values. We condemn them."]


def test_who_acts_within_a_headline_is_not_who_tells_it():
    reading = both(
        "The president is considering it.", "White House has plan to replace top diplomat with spy chief: U.S. officials"
    )
    assert "White House" not in named(reading)


def test_a_contrast_after_the_saying_is_the_writers_own():
    reading = both(
        "The blast triggered a magnitude 6.3 earthquake, the U.S. Geological Survey said, though others placed it at 5.7."
    )
    assert not any("5.7" in content for act, content, _ in told(reading) if act == "say")


def test_the_last_words_of_a_long_quotation_are_not_told_again():
    reading = both(
        "“Now in ten years of sanctions, what the council gained was a dismal record that nobody can be proud of,” said Ana Ruiz.\n\n"
        "“They must be careful.”"
    )
    assert sum("They must be careful" in content for _, content, _ in told(reading)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "For example, if Kim demands U.S. troops leave the peninsula or demands that America destroy its own arsenal, talks will fail.",
        "The amendment allows for the vice president and the cabinet to declare the president “unable to discharge the duties.”",
    ],
)
def test_what_may_be_said_is_not_told_as_said(text):
    assert [s for s in both(text).statements if s.act not in ("believe", "intend")] == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "“We are grateful to the people of Spain,” the trio said in the statement which the ministry supplied to journalists.",
            ["We are grateful to the people of Spain,"],
        ),
        (
            "One American response came swiftly as the U.S. 8th Army said in a statement that it had fired missiles.",
            ["that it had fired missiles"],
        ),
        ("Pressed on how the deal would be verified, Ruiz said: “Of course it will be.”", ["Of course it will be."]),
        (
            "Trump blasted Kim and threatened to “totally destroy” North Korea during a speech at the United Nations.",
            ["to “totally destroy” North Korea"],
        ),
        (
            "Following Kim's call on Wednesday to reopen the hotline between the countries, several stocks gained.",
            ["to reopen the hotline between the countries"],
        ),
        ("In Geneva, Trump offered contradictory messages about what exactly he had just achieved.", []),
        (
            "North Korea sent Kim Yong Chol, an official accused of being behind an attack on a warship, to lead its delegation.",
            [],
        ),
    ],
)
def test_what_is_said_is_told_once_and_no_more(text, wanted):
    reading = both(text, "North Korea news")
    held = [s.reason for s in reading.statements if s.act in ("believe", "intend")]
    assert [content for _, content, reason in told(reading) if reason not in held] == wanted


def test_a_piece_that_begins_what_another_says_is_left_to_it():
    text = (
        "At the time, US officials insisted that their release “must not be used to loosen the main issue of denuclearization,” the"
        " source said, but that message seems to have changed in recent days, according to a source at the National Security Council,"
        " who said the development would be viewed as a goodwill gesture."
    )
    assert not any(content.endswith("that message") for _, content, _ in told(both(text, "North Korea news")))


def test_who_calls_is_not_whom_the_condition_names():
    reading = both(
        "“We need to counter it,” Senator John McCain told the agency. He added that the situation on the Korean Peninsula had the"
        " potential to mirror the Cuban Missile Crisis unless Pyongyang is curbed, calling on China to do more."
    )
    assert [name for name, s in zip(named(reading), reading.statements, strict=True) if s.act == "request"] == ["John McCain"]


def test_a_tweet_is_of_the_one_whose_tweets_were_spoken_of():
    reading = both(
        "Last week, when Donald Trump took to Twitter to announce that he would ban them from the army, many military officials first"
        " thought he was declaring war. The first tweet read “After consultation with my Generals, the Government will not accept.”"
    )
    assert [name for name, s in zip(named(reading), reading.statements, strict=True) if s.kind == "direct"] == ["Donald Trump"]


def test_a_post_is_not_said_by_whom_it_is_addressed_to():
    reading = both(
        "Sanctions on the oil industry will be reimposed in November.\n\nTo Iranian President Rouhani: NEVER, EVER THREATEN THE UNITED"
        " STATES AGAIN. WE ARE NO LONGER A COUNTRY THAT WILL STAND FOR IT."
    )
    assert "Hassan Rouhani" not in [n for n, s in zip(named(reading), reading.statements, strict=True) if s.act == "say"]


def test_it_says_nothing_of_itself_by_name():
    reading = both(
        "A report by experts monitoring sanctions against North Korea said Pyongyang is continuing with its program. It also said the"
        " North was violating sanctions by transferring coal at sea."
    )
    assert "North Korea" not in named(reading)


def test_names_after_a_colon_belong_to_the_plural_before_it():
    reading = both(
        "Administration officials are hinting strongly that Mr. Trump will seek to end or renegotiate the deal but will likely face"
        " resistance at a meeting with foreign ministers of the U.S. partners in the deal: Russia, China, France, Britain and Germany."
    )
    assert not any(name and "Russia" in name for name in named(reading))


def test_what_it_said_in_a_parenthesis_is_of_the_text_before():
    reading = both(
        "Pyongyang set out a detailed plan to attack Guam.\n\nThe statement said the plan would be ready by the middle of this month."
        " Trump’s comments, it said, were a “load of nonsense” and the president himself was “a guy bereft of reason”."
    )
    assert [n for n, s in zip(named(reading), reading.statements, strict=True) if s.act == "say"] == [
        "North Korea",
        "North Korea",
    ]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Few predicted Ronald Reagan would win the Cold War without a shot. A few officials said it would end.",
            ["it would end"],
        ),
        ("Ministers met. Voters are usually reassured that what is happening is what they thought would happen.", []),
        (
            "According to the South Korean government’s account of Kim’s remarks Friday, the site has been open since May.",
            ["the site has been open since May"],
        ),
        (
            "Not paying taxes ''makes me smart,'' Donald J. Trump said last week.",
            ["Not paying taxes ''makes me smart"],
        ),
        (
            "The answers are “not meeting the demand,” says Paul Rieckhoff, founder of a club. “We often see people not paying heed.”",
            ["The answers are “not meeting the demand, We often see people not paying heed."],
        ),
        (
            "The former first lady hit back and said she has the essential quality for the job of president: “Steadiness and rock.”",
            ["she has the essential quality for the job of president: “Steadiness and rock."],
        ),
        (
            "Trump has said that he would not automatically come to the defense of NATO members but would first review their spending.",
            ["that he would not automatically come to the defense of NATO members but would first review their spending"],
        ),
        (
            "He was there. But the economic weapons his country has at its disposal are used now, Mr. Rubio said.",
            ["the economic weapons his country has at its disposal are used now"],
        ),
    ],
)
def test_bounds_of_what_is_said(text, wanted):
    reading = both(text, "Donald Trump at the United Nations today")
    said = [s for s in reading.statements if s.act not in ("believe", "intend") and s.inside is None]
    assert [" ".join(reading.article.text[a:b] for a, b in s.content).rstrip(",") for s in said] == wanted


BOUNDS = [
    (
        "Ana Ruiz said Sunday that President Obama must stick with his vow should Syria cross a line, but cautioned against sending troops.",
        "that President Obama must stick with his vow should Syria cross a line",
    ),
    (
        "On Thursday in Oslo, Ana Ruiz said of the trade relationship, “we will make it fair and it will be tremendous for both of us.”",
        "we will make it fair and it will be tremendous for both of us.",
    ),
    (
        "Agriculture Minister Ana Ruiz is quoted on the ministry's website saying that Spanish products fail to meet standards.",
        "that Spanish products fail to meet standards",
    ),
]


def test_a_second_verb_of_saying_is_no_part_of_the_cue():
    text = (
        "Ana Ruiz spoke. Ana Ruiz said by repeatedly calling Kim “Rocket Man,” Norway is making a storm inevitable all the more."
    )
    assert not any(content.startswith("Kim") for _, content, _ in told(both(text)))


@pytest.mark.parametrize(("text", "content"), BOUNDS)
def test_bounds_that_the_network_oversteps(text, content):
    assert content in [found for _, found, _ in told(both(text))]


def test_a_label_that_never_speaks_is_a_topic():
    body = "Spain's minister told reporters that a new weapon was ready. The army said that the Avangard is fast."
    assert not any(name == "Avangard" for name in named(both(body, "Avangard: Spain deploys new missiles")))


def test_a_title_is_no_content_for_the_network_either():
    found = told(both("“Hardball” Host Chris Matthews lamented the rise of the hawks. Mark Warner told CBS’ “Face the Nation.”"))
    assert not any(title in content for _, content, _ in found for title in ("Hardball", "Face the Nation"))
