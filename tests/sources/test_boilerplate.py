import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.sources.boilerplate import is_keyword_line, reason, sift

RUNNING = (
    "On Monday the Kremlin told Marta Olin that Ruritania and the ministers of North Borduria would meet again.\n"
    "Analysts in Syldavia said that talks between North Borduria and Ruritania had failed, and Kim Ro-un agreed."
)


@pytest.mark.parametrize(
    "line",
    [
        "Images by satellite firms showed that the reactor was running.",
        "Reporting by Amnesty International shows that prisoners were beaten.",
        "Sources close to the minister said that talks would resume.",
        "“Follow us,” the general said on television.",
        "Share prices fell on Monday after the vote.",
        "Watch what they do, not what they say, the envoy said.",
        "By the Example Courier newsroom, Cairo, 14 March 2025",
        "Eleanor Roe in Addis Ababa",
        "‘Another front’",
        "Blue vests",
        "MILITARY DANGER REMAINS",
        "WASHINGTON (AP) - The president spoke.",
        "RENWICK: And the Egyptians?",
        "Sign language is used in parliament, the speaker said.",
        "Also: The number of people wounded in the explosion is now more than 20.",
        "The minister read more letters.",
        "More than 300 people marched to the consulate",
        "Close allies of the president disagreed.",
        "Photos of the launch site were released by the ministry.",
        "Advertisements for the army were taken down.",
    ],
)
def test_article_text_stays(line):
    assert reason(line) is None


def test_keyword_line_is_made_of_several_names_of_the_article():
    assert is_keyword_line("North Borduria Kim Ro-un Ruritania", RUNNING)
    assert is_keyword_line("Marta Olin North Borduria", RUNNING)


@pytest.mark.parametrize(
    "line",
    [
        "North Borduria",
        "Kim Ro-un",
        "Ruritania and North Borduria",
        "Ruritania Warns North Borduria",
        "Marta Olin",
        "Ruritania, Ruritania, Ruritania",
        "‘Another front’ opens",
    ],
)
def test_sub_headings_are_no_keyword_lines(line):
    assert not is_keyword_line(line, RUNNING)


def test_left_out_lines_come_with_reasons_and_leave_no_double_gap():
    lines = [*RUNNING.split("\n"), "", "Advertisement", "", "Ruritania North Borduria", "", "They met."]
    sifted = sift(lines)
    assert [(out.text, out.why) for out in sifted.left_out] == [
        ("Advertisement", "advertisement"),
        ("Ruritania North Borduria", "caption keywords"),
    ]
    assert sifted.kept[-3:] == (RUNNING.split("\n")[1], "", "They met.")


def test_a_first_line_that_may_be_the_headline_stays():
    lines = ["POLL: Who will win? Vote here.", "They met."]
    assert sift(lines, headline_apart=False).kept == tuple(lines)
    assert sift(lines).kept == ("They met.",)


def test_headlines_listed_under_a_label_go_with_it():
    lines = [
        "They met.",
        "",
        "Read more:",
        "",
        "Envoys leave for the capital",
        "Dam filling starts in April",
        "It rained.",
        "New hope",
    ]
    assert sift(lines).kept == ("They met.", "", "It rained.", "New hope")


def test_outlet_and_author_on_lines_of_their_own_are_left_out_once():
    sifted = sift(["Jane Roe and Ann Poe", "Example Today", "Text."], "Example Today", "Jane Roe, Ann Poe, Example Today")
    assert sifted.kept == ("Text.",)


def test_speaker_labels_stay():
    lines = ["Jane Roe", "What now?", "Ann Poe", "Nothing.", "Jane Roe", "And then?"]
    assert sift(lines, None, "Jane Roe").kept == tuple(lines)


@given(st.lists(st.text(max_size=60), max_size=8))
def test_every_line_is_kept_or_left_out(lines):
    sifted = sift(lines)
    words = [line.strip() for line in lines if line.strip()]
    found = [line.strip() for line in sifted.kept if line.strip()] + [out.text for out in sifted.left_out]
    assert sorted(found) == sorted(words)
